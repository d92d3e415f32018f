import termNoteEn from '../../../../locales/en/term-note.json';
import termNoteZh from '../../../../locales/zh/term-note.json';
import { anchorOfTerm } from '../../../core/terms';
import { appFor } from '../app';

/** The idle script of the article's page. */
export const openApp = appFor({
  notes: `[data-card] a[href*="#${anchorOfTerm('')}"]`,
  words: { zh: { 'term-note': termNoteZh }, en: { 'term-note': termNoteEn } },
});

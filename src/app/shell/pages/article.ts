import termNoteEn from '../../../../locales/en/term-note.json';
import termNoteZh from '../../../../locales/zh/term-note.json';
import { anchorOfTerm } from '../../../core/terms';
import notes from '../../features/glossary/notes.module.css?inline';
import { appFor } from '../app';

/** The idle script of the article's page. */
export const openApp = appFor({
  styles: notes,
  notes: {
    links: `[data-card] a[href*="#${anchorOfTerm('')}"]`,
    load: () => import('./notes'),
  },
  words: { zh: { 'term-note': termNoteZh }, en: { 'term-note': termNoteEn } },
});

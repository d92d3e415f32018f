import termNoteEn from '../../../../locales/en/term-note.json';
import toolsEn from '../../../../locales/en/tools.json';
import termNoteZh from '../../../../locales/zh/term-note.json';
import toolsZh from '../../../../locales/zh/tools.json';
import { anchorOfTerm } from '../../../core/terms';
import tools from '../../features/card-tools/CardTools.module.css?inline';
import notes from '../../features/glossary/notes.module.css?inline';
import { appFor } from '../app';
import { arrangeTools, clearTools } from '../tools/cardTools';
import { arrangeProgress } from '../tools/progressMarks';

/** The idle script of the article's page. */
export const openApp = appFor({
  styles: notes + tools,
  arrange: (part, scene) => {
    arrangeTools(part, scene);
    arrangeProgress(part, scene);
  },
  clear: clearTools,
  notes: {
    links: `[data-card] a[href*="#${anchorOfTerm('')}"]`,
    load: () => import('./notes'),
  },
  words: { zh: { 'term-note': termNoteZh, tools: toolsZh }, en: { 'term-note': termNoteEn, tools: toolsEn } },
});

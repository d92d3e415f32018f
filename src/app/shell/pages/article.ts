import termNoteEn from '../../../../locales/en/term-note.json';
import toolsEn from '../../../../locales/en/tools.json';
import termNoteZh from '../../../../locales/zh/term-note.json';
import toolsZh from '../../../../locales/zh/tools.json';
import { hrefOf, type Route } from '../../../core/routes';
import { anchorOfTerm } from '../../../core/terms';
import tools from '../../features/card-tools/CardTools.module.css?inline';
import notes from '../../features/glossary/notes.module.css?inline';
import print from '../../features/print/print.css?url';
import { within } from '../../platform/within';
import { appFor } from '../app';
import { addTools, arrangeTools, clearTools } from '../tools/cardTools';
import { arrangeProgress } from '../tools/progressLater';

/** The idle script of the article's page. */
export const openApp = appFor({
  styles: notes + tools,
  print,
  prepare: (part, scene) => {
    // On paper a link is its address: of the article, and of the terms that it explains.
    const [end] = within(part, '#end');
    const { language } = scene.speech;
    const { site, article } = scene.page;
    if (end)
      end.dataset.address = (['article', 'terms'] as const)
        .map((page) => location.origin + hrefOf(site, { page, language, article } as Route))
        .join('\n');
    addTools(part, scene);
  },
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

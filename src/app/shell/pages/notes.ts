import { openNotes } from '../../platform/openNotes';
import type { OpenNotesWith } from '../app';

/** The lazy script of the article's page: the first use of each term explains it in place, as the glossary does. */
export const openTermNotes: OpenNotesWith = (links, speech, glossary) =>
  openNotes(links, async (note, link) => {
    const entry = (await glossary()).getElementById(link.hash.slice(1));
    if (!entry) throw new Error(`${link.href}: expected an entry of the glossary, got none`);
    const [names, meaning] = [...entry.children].map((part) => document.importNode(part, true));
    const paragraph = document.createElement('p');
    const more = document.createElement('a');
    more.href = link.href;
    more.textContent = speech().t('term-note:more');
    paragraph.append(
      ...(names?.childNodes ?? []),
      document.createElement('br'),
      ...(meaning?.childNodes ?? []),
      ' ',
      more,
    );
    note.replaceChildren(paragraph);
  });

import { render } from 'preact';
import { anchorOfTerm } from '../../../core/terms';
import { TermNote } from '../../features/glossary/TermNote';
import { openNotes } from '../../platform/openNotes';
import { Speaking } from '../../ui/words';
import type { OpenNotesWith } from '../app';

/** The lazy script of the article's page: the first use of each term explains it in place. */
export const openTermNotes: OpenNotesWith = (links, speech) =>
  openNotes(links, (note, fragment) =>
    render(
      <Speaking speech={speech()}>
        <TermNote id={fragment.slice(anchorOfTerm('').length + 1)} />
      </Speaking>,
      note,
    ),
  );

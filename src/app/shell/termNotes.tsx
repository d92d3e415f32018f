import { render } from 'preact';
import { anchorOfTerm } from '../../core/terms';
import { TermNote } from '../features/glossary/TermNote';
import { openToggletips, type Toggletips } from '../platform/toggletip';
import { Speaking, type Speech } from '../ui/words';

/** The first use of each term explains it in place. */
export const openTermNotes = (speech: () => Speech): Toggletips =>
  openToggletips(`[data-card] a[href*="#${anchorOfTerm('')}"]`, (note, fragment) =>
    render(
      <Speaking speech={speech()}>
        <TermNote id={fragment.slice(anchorOfTerm('').length + 1)} />
      </Speaking>,
      note,
    ),
  );

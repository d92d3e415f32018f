import { useEffect, useState } from 'preact/hooks';
import { hrefOf } from '../../core/routes';
import { anchorOfTerm } from '../../core/terms';
import { useTermNotes } from './OpenTerms';
import './TermNote.css';
import { TermMeaning, TermNames } from './TermText';
import { useWords } from './words';

/** Escape closes the note that contains the focus or whose link has it; otherwise the note opened last. */
function closeByEscape(event: KeyboardEvent, { open, toggle }: ReturnType<typeof useTermNotes>): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  const focused = (document.activeElement as HTMLElement | null)?.closest<HTMLElement>('[data-term]')?.dataset
    .term;
  const term = focused && open.includes(focused) ? focused : open.at(-1);
  if (!term) return;
  event.preventDefault();
  toggle(term);
  // The focus goes to the link, because the note that had it disappears.
  if (focused === term) document.querySelector<HTMLElement>(`a[data-term="${term}"]`)?.focus();
}

/**
 * What the glossary says about a term. A live region announces only changes, so it is
 * mounted empty and then filled.
 */
export function TermNote({ term: id }: { readonly term: string }) {
  const { t, terms, site, language } = useWords();
  const notes = useTermNotes();
  const [isFilled, setFilled] = useState(false);
  useEffect(() => setFilled(true), []);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => closeByEscape(event, notes);
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [notes.open]);
  const term = terms.find((term) => term.id === id);
  return (
    <div role="status" data-note data-term={id}>
      {term && isFilled && (
        <p>
          <TermNames term={term} />
          <br />
          <TermMeaning term={term} />{' '}
          <a href={`${hrefOf(site, { page: 'terms', language })}#${anchorOfTerm(id)}`}>
            {t('term-note:more')}
          </a>
        </p>
      )}
    </div>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { hrefOf } from '../../core/routes';
import { anchorOfTerm } from '../../core/terms';
import { openTerms, toggleTerm } from '../state/openTerms';
import './TermNote.css';
import { TermMeaning, TermNames } from './TermText';
import { useWords } from './words';

/** Escape closes the note that the focus is in or on, else the one opened last; the focus goes back to its link. */
function closeByEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  const focused = (document.activeElement as HTMLElement | null)?.closest<HTMLElement>('[data-term]')?.dataset
    .term;
  const open = openTerms.value;
  const term = focused && open.includes(focused) ? focused : open.at(-1);
  if (!term) return;
  event.preventDefault();
  toggleTerm(term);
  if (focused === term) document.querySelector<HTMLElement>(`a[data-term="${term}"]`)?.focus();
}

/** What the glossary says of a term. A live region speaks of what changes in it, so it is mounted empty. */
export function TermNote({ term: id }: { readonly term: string }) {
  const { t, terms, site, language } = useWords();
  const [isFilled, setFilled] = useState(false);
  useEffect(() => {
    setFilled(true);
    addEventListener('keydown', closeByEscape);
    return () => removeEventListener('keydown', closeByEscape);
  }, []);
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

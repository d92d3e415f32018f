import { tagOf } from '../../core/language';
import { type Piece, piecesOf } from '../../core/prose';
import { hrefOf } from '../../core/routes';
import { anchorOfTerm, type TermFinder } from '../../core/terms';
import { LinkButton } from './LinkButton';
import { useTermNotes } from './OpenTerms';
import { useWords } from './words';

interface Props {
  readonly text: string;
  /** The unit word of a measure, kept on one line with its number. */
  readonly unitOf?: ((measure: string) => string) | undefined;
  /** Finds the terms to be explained here; without it none are. */
  readonly terms?: TermFinder | undefined;
}

const noUnits = () => '';
const noTerms: TermFinder = (text) => [{ text }];

/** A sentence: figures kept whole, runs of the other language marked with their own `lang`. */
export function Prose({ text, unitOf = noUnits, terms = noTerms }: Props) {
  const { language, other } = useWords();
  const typeset = ({ text, measure, foreign }: Piece) => {
    if (measure) return <b>{text}</b>;
    if (foreign) return <span lang={tagOf[other.language]}>{text}</span>;
    return terms(text).map(({ text, term }) => (term ? <TermLink term={term} text={text} /> : text));
  };
  return <>{piecesOf(text, language, unitOf).map(typeset)}</>;
}

/** A link to the glossary. Once there is a script it is a button that opens a note under the text. */
function TermLink({ term, text }: { readonly term: string; readonly text: string }) {
  const { language, site } = useWords();
  const { open, toggle } = useTermNotes();
  return (
    <LinkButton
      href={`${hrefOf(site, { page: 'terms', language })}#${anchorOfTerm(term)}`}
      press={() => toggle(term)}
      state={{ 'aria-expanded': open.includes(term), 'data-term': term }}
    >
      {text}
    </LinkButton>
  );
}

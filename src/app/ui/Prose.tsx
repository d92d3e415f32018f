import { otherThan, tagOf } from '../../core/language';
import { type Piece, piecesOf } from '../../core/prose';
import { hrefOf } from '../../core/routes';
import { anchorOfTerm, type TermFinder } from '../../core/terms';
import { speaking } from './words';

interface Props {
  readonly text: string;
  /** The unit word of a measure, kept on one line with its number. */
  readonly unitOf?: (measure: string) => string;
  /** Finds the terms to be explained here; without it none are. */
  readonly terms?: TermFinder | undefined;
}

const noUnits = () => '';
const noTerms: TermFinder = (text) => [{ text }];

/** A sentence: figures kept whole, runs of the other language marked with their own `lang`. */
export function Prose({ text, unitOf = noUnits, terms = noTerms }: Props) {
  const { language, site } = speaking();
  const glossary = hrefOf(site, { page: 'terms', language });
  const foreign = tagOf[otherThan(language)];
  const typeset = ({ text, measure, foreign: isForeign }: Piece) => {
    if (measure) return <b>{text}</b>;
    if (isForeign) return <span lang={foreign}>{text}</span>;
    return terms(text).map(({ text, term }) =>
      term ? <a href={`${glossary}#${anchorOfTerm(term)}`}>{text}</a> : text,
    );
  };
  return <>{piecesOf(text, language, unitOf).map(typeset)}</>;
}

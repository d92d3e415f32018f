import { otherThan, tagOf } from '../../core/language';
import { type Piece, piecesOf } from '../../core/prose';
import styles from './Prose.module.css';
import { speaking } from './words';

interface Props {
  readonly text: string;
  /** The unit word of a measure, kept on one line with its number. */
  readonly unitOf?: (measure: string) => string;
}

const noUnits = () => '';

/** A sentence: figures kept whole, runs of the other language marked with their own `lang`. */
export function Prose({ text, unitOf = noUnits }: Props) {
  const { language } = speaking();
  const foreign = tagOf[otherThan(language)];
  const typeset = ({ text, measure, foreign: isForeign }: Piece) => {
    if (measure) return <b class={styles.figure}>{text}</b>;
    return isForeign ? <span lang={foreign}>{text}</span> : text;
  };
  return <>{piecesOf(text, language, unitOf).map(typeset)}</>;
}

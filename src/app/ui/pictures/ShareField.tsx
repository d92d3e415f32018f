import type { Measure } from '../../../core/model';
import { notStated } from '../../../core/model';
import styles from './pictures.module.css';

/** Rows of ten squares as dashed lines: `count` squares from the top left, of which the last may be a part. */
function squares(count: number): string {
  const full = Math.floor(count / 10);
  const rows = Array.from({ length: full }, (_, row) => `M0 ${row * 10 + 4}h98`);
  const rest = (count - full * 10) * 10;
  return [...rows, ...(rest > 0 ? [`M0 ${full * 10 + 4}h${rest}`] : [])].join('');
}

/**
 * A share as so many of a hundred squares: the one kind of figure that can be drawn honestly without knowing more.
 * The figure beside it says the same, so it is hidden from screen readers.
 */
export function ShareField({ measure: { kind, value } }: { readonly measure: Measure }) {
  if (kind !== 'share' || value === notStated || value > 100) return null;
  return (
    <svg class={styles.field} viewBox="0 0 98 98" aria-hidden="true">
      <path class={styles.empty} d={squares(100)} />
      <path d={squares(value)} />
    </svg>
  );
}

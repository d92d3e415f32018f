import type { Direction } from '../../../core/model';
import styles from './pictures.module.css';

const ways = {
  up: { from: 19, path: 'M10 16.5 34 6M25.5 5 35 5.5 31 14' },
  down: { from: 5, path: 'M10 7.5 34 18M25.5 19l9.5-.5L31 10' },
} as const;

/**
 * A change as an arrow from a ring. The ring is empty, because the figure says how far it went and not from where.
 * The words beside it say the same, so it is hidden from screen readers.
 */
export function Change({ direction }: { readonly direction: Direction }) {
  if (direction === 'none') return null;
  const { from, path } = ways[direction];
  return (
    <svg class={styles.change} viewBox="0 0 40 24" aria-hidden="true">
      <circle cx="6" cy={from} r="4" />
      <path d={path} />
    </svg>
  );
}

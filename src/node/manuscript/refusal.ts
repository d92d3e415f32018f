import { UsageError } from '../commandLine';

/** What is wrong with a source, and what its publisher can do about it. */
export interface Refusal {
  readonly file: string;
  readonly expected: string;
  readonly got: string;
  /** An order, such as `save the file as UTF-8`. */
  readonly remedy: string;
}

/** One sentence for the publisher; as a usage error it is shown without a stack. */
export const refusal = ({ file, expected, got, remedy }: Refusal): UsageError =>
  new UsageError(`${file}: expected ${expected}, got ${got}; ${remedy}.`);

/** Names a few of many things, for a message: `甲, 乙 and 3 more`. */
export function some(things: readonly string[], shown = 3): string {
  const more = things.length - shown;
  return things.slice(0, shown).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** The beginning of a text that a message quotes. */
export const beginning = (text: string, shown = 20): string =>
  `"${[...text].slice(0, shown).join('')}${[...text].length > shown ? '…' : ''}"`;

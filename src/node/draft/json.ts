/** Writes JSON as the formatter of the project leaves it, so that a draft can be edited and compared line by line. */

/** As `.biome.json` says: words, and facts, where a measure reads best in one line. */
const widths = { words: 110, facts: 200 };

/** Entries of facts that stand in one line each. */
const compact: ReadonlySet<string> = new Set('sections cards measures claims names asides'.split(' '));

/** @param isFacts whether short entries without parts stand in one line, as in facts but not in words */
export const jsonOf = (value: unknown, isFacts = false): string =>
  printed(value, { indent: '', lead: 0, isLast: true, isFacts, isCompact: false });

interface Place {
  readonly indent: string;
  /** The columns that stand before the value in its line, besides the indent. */
  readonly lead: number;
  /** Whether no comma follows. */
  readonly isLast: boolean;
  readonly isFacts: boolean;
  readonly isCompact: boolean;
}

function printed(value: unknown, place: Place): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const { indent, lead, isLast, isFacts, isCompact } = place;
  const isList = Array.isArray(value);
  const line = lineOf(value, isCompact);
  if (
    line !== undefined &&
    indent.length + lead + columnsOf(line) + (isLast ? 0 : 1) <= widths[isFacts ? 'facts' : 'words']
  )
    return line;
  const inner = `${indent}  `;
  const all = Object.entries(value);
  const entries = all.map(([key, entry], at) => {
    const name = isList ? '' : `${JSON.stringify(key)}: `;
    return `${inner}${name}${printed(entry, {
      ...{ indent: inner, lead: columnsOf(name), isLast: at === all.length - 1, isFacts },
      isCompact: isCompact || (isFacts && compact.has(key)),
    })}`;
  });
  const [open, close] = isList ? '[]' : '{}';
  return `${open}\n${entries.join(',\n')}\n${indent}${close}`;
}

const isPart = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** The value in one line, if it is one that ever stands in one. */
function lineOf(value: object, isCompact: boolean): string | undefined {
  if (Array.isArray(value)) return lineOfList(value, isCompact);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const isFlat = entries.every(
    ([, entry]) => !isPart(entry) || (Array.isArray(entry) && !entry.some(isPart)),
  );
  if (!isCompact || !isFlat) return undefined;
  const parts = entries.map(
    ([key, entry]) =>
      `${JSON.stringify(key)}: ${isPart(entry) ? lineOf(entry, isCompact) : JSON.stringify(entry)}`,
  );
  return `{ ${parts.join(', ')} }`;
}

/** A list stands in one line if all of its entries do. */
function lineOfList(list: readonly unknown[], isCompact: boolean): string | undefined {
  const entries = list.map((entry) =>
    isPart(entry) ? lineOf(entry as object, isCompact) : JSON.stringify(entry),
  );
  return entries.includes(undefined) ? undefined : `[${entries.join(', ')}]`;
}

/** The same value with the keys of every object in the order in which a file has them, so that little changes. */
export function inOrderOf(file: unknown, value: unknown): unknown {
  if (Array.isArray(value)) {
    const known = Array.isArray(file) ? file : [];
    return value.map((entry, at) => inOrderOf(known.find((each) => isSame(each, entry)) ?? known[at], entry));
  }
  if (!isWords(value) || !isWords(file)) return value;
  const keys = [...Object.keys(file), ...Object.keys(value)].filter((key) => Object.hasOwn(value, key));
  return Object.fromEntries([...new Set(keys)].map((key) => [key, inOrderOf(file[key], value[key])]));
}

const isWords = (value: unknown): value is Record<string, unknown> => isPart(value) && !Array.isArray(value);

const isSame = (one: unknown, other: unknown): boolean =>
  isWords(one) && isWords(other) && one.id !== undefined && one.id === other.id;

/** Chinese characters and their marks are two columns wide. */
const columnsOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (isWide.test(character) ? 2 : 1), 0);

const isWide = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

/** Writes JSON as the formatter of the project leaves it, so that a draft can be edited and compared line by line. */

/** As `.biome.json` says. */
const widths = { words: 110, facts: 200 };

const keys = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Keys whose entries stand in one line each where they fit. */
const compact = {
  words: keys('sections measures items'),
  facts: keys(
    'sections cards measures claims names barred needed kept scopes quotedScopes units asides han latin',
  ),
};

/** @param isFacts whether it is a file of facts or readings, whose lines are longer than those of words */
export const jsonOf = (value: unknown, isFacts = false): string =>
  printed(value, {
    ...{ indent: '', lead: 0, isLast: true, file: isFacts ? 'facts' : 'words' },
    ...{ isCompact: false, areEntriesCompact: false },
  });

interface Place {
  readonly indent: string;
  /** The columns that stand before the value in its line, besides the indent. */
  readonly lead: number;
  /** Whether no comma follows. */
  readonly isLast: boolean;
  readonly file: keyof typeof compact;
  /** Whether an object here stands in one line if it fits. */
  readonly isCompact: boolean;
  readonly areEntriesCompact: boolean;
}

function printed(value: unknown, place: Place): string {
  if (!isPart(value)) return JSON.stringify(value);
  const { indent, lead, isLast, file, isCompact, areEntriesCompact } = place;
  const isList = Array.isArray(value);
  const line = lineOf(value, isCompact);
  if (line !== undefined && indent.length + lead + columnsOf(line) + (isLast ? 0 : 1) <= widths[file])
    return line;
  const inner = `${indent}  `;
  const all = Object.entries(value);
  const entries = all.map(([key, entry], at) => {
    const name = isList ? '' : `${JSON.stringify(key)}: `;
    const isNamed = !isList && compact[file].has(key);
    return `${inner}${name}${printed(entry, {
      ...{ indent: inner, lead: columnsOf(name), isLast: at === all.length - 1, file },
      isCompact: areEntriesCompact || (isNamed && Array.isArray(entry)),
      areEntriesCompact: areEntriesCompact || isNamed,
    })}`;
  });
  const [open, close] = isList ? '[]' : '{}';
  return `${open}\n${entries.join(',\n')}\n${indent}${close}`;
}

const isPart = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The value in one line, if it is one that ever stands in one. */
function lineOf(value: unknown, isCompact: boolean): string | undefined {
  if (!isPart(value)) return JSON.stringify(value);
  const isList = Array.isArray(value);
  if (!isList && !isCompact && Object.keys(value).length > 0) return undefined;
  // An override is something to stop at.
  if ('override' in value) return undefined;
  const entries = Object.entries(value).map(([key, entry]) => {
    const line = lineOf(entry, isCompact);
    return line === undefined || isList ? line : `${JSON.stringify(key)}: ${line}`;
  });
  if (entries.includes(undefined)) return undefined;
  if (isList) return `[${entries.join(', ')}]`;
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
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

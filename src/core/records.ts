/**
 * What the reader made, as records by key. Only ever added to: a key or field that this version does not
 * know is left as it is, and `language` and `install` are plain words as in schema 1, which was those two
 * alone; schema 2 knew of no saved cards. So an older version still finds what it knows, and a newer one what it wrote.
 */
export const schema = 3;

/** Where a reader was in an article. */
export interface KeptPlace {
  readonly card: string;
  /** How far the card's top stood below the window's, in CSS px. */
  readonly offset: number;
  /** When, in ms since 1970: of two places the later one counts. */
  readonly at: number;
}

export const placePrefix = 'place:';
export const placeKey = (article: string): string => placePrefix + article;

/** A card or measure that the reader has saved, or has taken out again: which of the two is the later one counts. */
export interface SavedMark {
  readonly saved: boolean;
  /** When, in ms since 1970. */
  readonly at: number;
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const farthest = 1e6; // CSS px; no card is as tall

/** A place as it came from storage or a file, if it is one; what else stands in it is not looked at. */
export function placeOf(value: unknown): KeptPlace | undefined {
  if (!isObject(value)) return undefined;
  const { card, offset, at } = value;
  if (typeof card !== 'string' || card === '' || card.length > 100) return undefined;
  if (typeof offset !== 'number' || !(Math.abs(offset) <= farthest)) return undefined;
  return isTime(at) ? { card, offset, at } : undefined;
}

/** The cards of an article that a reader has dwelt on, as its place record lists them. */
export function readIn(record: unknown): readonly string[] {
  const read = isObject(record) ? record.read : undefined;
  return Array.isArray(read) ? read.filter((card) => typeof card === 'string') : [];
}

/** As `placeOf`. */
export function savedOf(value: unknown): SavedMark | undefined {
  if (!isObject(value)) return undefined;
  const { saved, at } = value;
  return typeof saved === 'boolean' && isTime(at) ? { saved, at } : undefined;
}

/** When a record was made; a record that does not say is older than all that do. */
export const timeOf = (record: unknown): number => (isObject(record) && isTime(record.at) ? record.at : 0);

/**
 * The time of what the reader does now: later than what it replaces, even where the clock has been set back.
 */
export const laterThan = (record: unknown, now: number): number => Math.max(now, timeOf(record) + 1);

/** A record with new fields; fields of another version stay. */
export const updated = (old: unknown, fields: object): object => ({
  ...(isObject(old) ? old : {}),
  ...fields,
});

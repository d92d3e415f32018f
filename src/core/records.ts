import { isId, isItem, savedPrefix } from './items';
import { byAge, stampOf } from './stampOrder';
import { isObject, isSequence, type Stamp, sequenceOf } from './stamps';

/**
 * What the reader made, as records by key. The schema only ever grows: a key or field that this
 * version does not know is left as it is. So an older version still finds what it knows, and a newer
 * one what it wrote. Schema 1 had `language` and `install`, as plain words; 2 added places and times,
 * 3 saved cards, 4 sequence numbers.
 */
export const schema = 4;

/** Where a reader was in an article. */
export interface KeptPlace extends Stamp {
  readonly card: string;
  /** How far the card's top stood below the window's, in CSS px. */
  readonly offset: number;
}

/** A card or measure that the reader has saved, or has taken out again: the later of the two counts. */
export interface SavedMark extends Stamp {
  readonly saved: boolean;
}

const placePrefix = 'place:';
export const placeKey = (article: string): string => placePrefix + article;

const farthest = 1e6; // CSS px; no card is as tall

/** A place from storage or a file, if it is a valid one; other fields are ignored. */
export function placeOf(value: unknown): KeptPlace | undefined {
  if (!isObject(value)) return undefined;
  const { card, offset } = value;
  const stamp = stampOf(value);
  if (!stamp || !isId(card) || typeof offset !== 'number' || !(Math.abs(offset) <= farthest))
    return undefined;
  return { card, offset, ...stamp };
}

/** The cards of an article that a reader has dwelt on, as its place record lists them. */
export function readIn(record: unknown): readonly string[] {
  const read = isObject(record) ? record.read : undefined;
  return Array.isArray(read) ? read.filter((card) => typeof card === 'string') : [];
}

/** A saved mark from storage or a file, if it is a valid one. */
export function savedOf(value: unknown): SavedMark | undefined {
  const stamp = isObject(value) ? stampOf(value) : undefined;
  return isObject(value) && typeof value.saved === 'boolean' && stamp
    ? { saved: value.saved, ...stamp }
    : undefined;
}

/** A place or a saved mark, if the record is what its key says. */
export function madeOf(key: string, value: unknown): KeptPlace | SavedMark | undefined {
  if (key.startsWith(placePrefix)) return placeOf(value);
  return key.startsWith(savedPrefix) ? savedOf(value) : undefined;
}

/** The greatest sequence number that a database has given, even if its counter is lost. */
export function lastSequence(records: ReadonlyMap<string, unknown>): number {
  const counted = [records.get('sequence'), ...Object.values(updated(records.get('sequences'), {}))];
  const all = [...counted.filter(isSequence), ...[...records.values()].map(sequenceOf)];
  return all.reduce((last, sequence) => Math.max(last, sequence), 0);
}

/** The valid records whose keys begin with a prefix, by the rest of the key, the oldest first. */
function recordsIn<T>(
  records: ReadonlyMap<string, unknown>,
  prefix: string,
  parse: (value: unknown) => T | undefined,
): [key: string, record: T][] {
  return [...records]
    .flatMap(([key, value]): [string, T][] => {
      const record = key.startsWith(prefix) ? parse(value) : undefined;
      return record ? [[key.slice(prefix.length), record]] : [];
    })
    .sort(([, one], [, other]) => byAge(one, other));
}

/** The valid places, by article. */
export const placesIn = (records: ReadonlyMap<string, unknown>): [article: string, place: KeptPlace][] =>
  recordsIn(records, placePrefix, placeOf).filter(([article]) => isId(article));

/** The valid marks of what was saved or taken out, by item. */
export const savedIn = (records: ReadonlyMap<string, unknown>): [item: string, mark: SavedMark][] =>
  recordsIn(records, savedPrefix, savedOf).filter(([item]) => isItem(item));

/** A record with new fields; fields of another version stay. */
export const updated = (old: unknown, fields: object): object => ({
  ...(isObject(old) ? old : {}),
  ...fields,
});

import { isObject, isTime, type Stamp, sequenceOf } from './stamps';

/** The stamp of a record, if it has one. */
export function stampOf(value: Readonly<Record<string, unknown>>): Stamp | undefined {
  const sequence = sequenceOf(value);
  return isTime(value.at) ? { at: value.at, ...(sequence > 0 && { sequence }) } : undefined;
}

/** When a record was made; a record that does not say is older than all that do. */
export const timeOf = (record: unknown): number => (isObject(record) && isTime(record.at) ? record.at : 0);

/**
 * The time of what the reader does now. It is later than what it replaces, even
 * if the clock has been set back.
 */
export const laterThan = (record: unknown, now: number): number => Math.max(now, timeOf(record) + 1);

/** Sorts by age, the oldest first: records without a sequence number by their time, then the others by number. */
export const byAge = (one: unknown, other: unknown): number =>
  sequenceOf(one) - sequenceOf(other) || timeOf(one) - timeOf(other);

/**
 * Whether a note that a page left in the mirror is later than the record in the database. The note has the
 * last number that the page knew of, so only a record written after the note has a greater one. If the note
 * has no number, the times are compared.
 */
export const isLaterNote = (note: Stamp, record: unknown): boolean =>
  note.sequence === undefined ? note.at > timeOf(record) : note.sequence >= sequenceOf(record);

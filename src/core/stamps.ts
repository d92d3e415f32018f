/** When something was made: by the clock, and by its number in this database (since schema 4). */
export interface Stamp {
  /**
   * ms since 1970. It grows with each change of a record, and tells which of two browsers has the later one.
   */
  readonly at: number;
  /**
   * Grows with each change in one database, whatever the clock does. It means nothing in another database.
   */
  readonly sequence?: number;
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const mostSequence = 1e15; // far below where a double stops counting by one

export const isSequence = (value: unknown): value is number =>
  isTime(value) && value > 0 && value < mostSequence;

/** The sequence number of a record; 0 where it has none, so that it is older than all that have one. */
export const sequenceOf = (record: unknown): number =>
  isObject(record) && isSequence(record.sequence) ? record.sequence : 0;

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

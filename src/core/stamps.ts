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

export const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const mostSequence = 1e15; // far below where a double stops counting by one

export const isSequence = (value: unknown): value is number =>
  isTime(value) && value > 0 && value < mostSequence;

/** The sequence number of a record; 0 where it has none, so that it is older than all that have one. */
export const sequenceOf = (record: unknown): number =>
  isObject(record) && isSequence(record.sequence) ? record.sequence : 0;

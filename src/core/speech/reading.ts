/** A pattern of what is written, and how it is said, as arguments of `replace`. */
export type SpokenForm = readonly [RegExp, string | ((whole: string, one: string, two: string) => string)];

/**
 * Applies the readings in order. A reading must not match the words that an earlier one has made of a figure.
 */
const inTurn = (text: string, readings: readonly SpokenForm[]): string =>
  readings.reduce((said, [written, spoken]) => said.replace(written, spoken as string), text);

/** Replaces the marks that a voice would name or stumble over, most of them by a pause. */
const marks = (comma: string): readonly SpokenForm[] => [
  // A pause between two names in quotation marks that follow each other directly.
  [/[”》][“《]/g, comma],
  [/[“”‘"《》]|’(?!\p{L})/gu, ''],
  [/\s*(?:[()（）[\]·–—]|\s-\s)+\s*/g, comma],
  [/\s+/g, ' '],
  [/[ ,，]+(?=[,;:.!?，。；：、！？]|$)/g, ''],
  [/^[ ,;:.!?，。；：、！？]+/, ''],
];

/** Text as a voice is to read it. */
export const read = (text: string, readings: readonly SpokenForm[], comma: string): string =>
  inTurn(inTurn(text, readings), marks(comma)).trim();

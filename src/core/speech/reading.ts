/** What is written, and how it is said; a function is given the whole and its groups, as by `replace`. */
export type Reading = readonly [RegExp, string | ((whole: string, one: string, two: string) => string)];

/** In order: what one reading has made into words, no later one takes for a figure. */
const inTurn = (text: string, readings: readonly Reading[]): string =>
  readings.reduce((said, [written, spoken]) => said.replace(written, spoken as string), text);

/** Marks that a voice would name or stumble over; at most of them it is to pause. */
const marks = (comma: string): readonly Reading[] => [
  // One name after another, with nothing but their marks between.
  [/[”》][“《]/g, comma],
  [/[“”‘"《》]|’(?!\p{L})/gu, ''],
  [/\s*(?:[()（）[\]·–—]|\s-\s)+\s*/g, comma],
  [/\s+/g, ' '],
  [/[ ,，]+(?=[,;:.!?，。；：、！？]|$)/g, ''],
  [/^[ ,;:.!?，。；：、！？]+/, ''],
];

/** Text as a voice is to read it. */
export const read = (text: string, readings: readonly Reading[], comma: string): string =>
  inTurn(inTurn(text, readings), marks(comma)).trim();

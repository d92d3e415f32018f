/** The longest word that is cut. A longer one has been pasted, and the reader knows it as a whole. */
const longest = 20;

/**
 * Whether a word can be cut. Chinese is written without blanks between words, and a piece of fewer
 * than two characters says nothing.
 */
export const canBeCut = (word: string): boolean =>
  word.length >= 4 && word.length <= longest && /^\p{Script=Han}+$/u.test(word);

/**
 * Cuts a word into pieces of two characters and more that all occur in a text, the longest first;
 * undefined if it cannot be cut.
 */
export function cutInto(text: string, word: string): readonly string[] | undefined {
  /** The places from which the rest of the word could not be cut. */
  const dead = new Set<number>();
  const from = (start: number): string[] | undefined => {
    if (start === word.length) return [];
    for (let end = word.length; end >= start + 2; end -= 1) {
      const piece = word.slice(start, end);
      if (dead.has(end) || !text.includes(piece)) continue;
      const rest = from(end);
      if (rest) return [piece, ...rest];
    }
    dead.add(start);
    return undefined;
  };
  return from(0);
}

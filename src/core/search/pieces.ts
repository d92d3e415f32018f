/** A longer word has been pasted, and is known as a whole. */
const longest = 20;

/** Chinese is written without blanks between words; two signs are the shortest that says anything. */
export const canBeCut = (word: string): boolean =>
  word.length >= 4 && word.length <= longest && /^\p{Script=Han}+$/u.test(word);

/** Cuts a word into pieces of two signs and more that a text has all of, the longest first; undefined where it cannot. */
export function cutInto(text: string, word: string): readonly string[] | undefined {
  /** Where nothing could be made of the rest. */
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

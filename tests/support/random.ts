/** The same numbers for the same seed: a failure can be seen again. From 0 up to but without 1. */
export type Random = () => number;

/** Mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const wholeBelow = (random: Random, limit: number): number => Math.floor(random() * limit);

export function oneOf<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[wholeBelow(random, items.length)];
  if (item === undefined) throw new Error('there is nothing to choose from');
  return item;
}

/** Puts proposed words beside those that an editor has written. Only gaps are written over. */
import { hasGap, isGap } from '../content/strings';

type Words = { readonly [key: string]: unknown };

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The words of measures and cards that are there already are only filled in, and get no key that an editor left out. */
export const mergeWords = (written: Words, proposed: Words): Words => ({
  ...Object.fromEntries(Object.entries(written).map(([key, value]) => [key, merged(value, proposed[key])])),
  ...Object.fromEntries(Object.entries(proposed).filter(([key]) => !Object.hasOwn(written, key))),
});

function merged(written: unknown, proposed: unknown): unknown {
  if (proposed === undefined) return written;
  if (typeof written === 'string') return isGap(written) ? proposed : written;
  if (Array.isArray(written)) return hasGap(written) && !hasGap(proposed) ? proposed : written;
  if (!isWords(written) || !isWords(proposed)) return written;
  return mergeWords(written, proposed);
}

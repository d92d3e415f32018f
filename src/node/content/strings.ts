import { inside } from './fault';

/** Every string of a value, with the path to where it stands. */
export function stringsIn(value: unknown, path = ''): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => stringsIn(entry, inside(path, value, key, entry)));
}

/** Begins what an editor has yet to write; what to write follows. */
export const gapSign = 'TODO:';

/** Gaps have a gate of their own, so that no other one judges what nobody has written. */
export const isGap = (text: string): boolean => text.includes(gapSign);

/** The strings of a value without its gaps. */
export const writtenIn = (value: unknown): { path: string; text: string }[] =>
  stringsIn(value).filter(({ text }) => !isGap(text));

export const hasGap = (value: unknown): boolean => stringsIn(value).some(({ text }) => isGap(text));

export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
export const hasLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text);

/** The names between double braces. */
export const placeholdersIn = (text: string): Set<string> =>
  new Set(Array.from(text.matchAll(/\{\{([^{}]+)\}\}/g), ([, name = '']) => name));

/** Lists names as `{{a}} {{b}}`, in alphabetical order. */
export const listed = (names: Iterable<string>): string =>
  [...names]
    .sort()
    .map((name) => `{{${name}}}`)
    .join(' ') || 'none';

/**
 * Placeholders are taken out, because they are in Latin letters in both languages and say nothing
 * about the language around them.
 */
export const withoutPlaceholders = (text: string): string => text.replace(/\{\{[^{}]*\}\}/g, ' ');

/** Makes full and half width the same, because the source is printed with both. */
export const fold = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

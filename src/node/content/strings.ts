import { pointerTo } from './fault';

/** Every string of a value, with the pointer to where it stands. */
export function stringsIn(value: unknown, keys: readonly string[] = []): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path: pointerTo(keys), text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => stringsIn(entry, [...keys, key]));
}

export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
export const hasLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text);

/** Placeholders name things in Latin letters in both languages, and say nothing about the language around. */
export const withoutPlaceholders = (text: string): string => text.replace(/\{\{[^{}]*\}\}/g, ' ');

/** Full and half width are one: the source is printed with both. */
export const fold = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

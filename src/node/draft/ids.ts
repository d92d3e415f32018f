/** Addresses of measures: the English of what they count, or where they stand. */
import type { Reading } from '../../core/reading';

const longest = 32;

/** The id that a measure would have if no other one had it. */
export function wantedId(english: string | undefined, paragraph: number, place: number): string {
  const slug = english
    ?.toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  if (slug === undefined || slug.length < 2) return `p${paragraph}-${place}`;
  return slug.length <= longest ? slug : slug.slice(0, longest).replace(/-[^-]*$/, '');
}

/** An id that is not taken. What tells two measures of one thing apart is said before a number is. */
export function freeId(
  wanted: string,
  { direction, status }: Pick<Reading, 'direction' | 'status'>,
  taken: ReadonlySet<string>,
) {
  const signs = [direction === 'none' ? '' : '-change', status === 'result' ? '' : `-${status}`];
  const [change = '', stated = ''] = signs;
  const options = ['', change, stated, `${change}${stated}`].map((sign) => `${wanted}${sign}`);
  const numbered = Array.from({ length: 99 }, (_, at) => `${wanted}${change}-${at + 2}`);
  return [...options, ...numbered].find((id) => !taken.has(id)) ?? wanted;
}

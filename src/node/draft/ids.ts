/** Addresses of measures: the English of what they count, or where they stand. */
import type { FigureReading } from '../../core/reading';
import { longestId } from '../content/schema';

const longest = 34;

/** The id that a measure would have if no other one had it. */
export function wantedId(english: string | undefined, paragraph: number, place: number): string {
  const slug = english
    ?.toLowerCase()
    .normalize('NFKD')
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^(?:\d[a-z0-9]*-)+|-+$/g, '');
  if (slug === undefined || slug.length < 2) return `p${paragraph}-${place}`;
  if (slug.length <= longest) return slug;
  return slug
    .slice(0, longest + 1)
    .replace(/-[^-]*$/, '')
    .replace(/(?:-(?:of|in|at|for|and|the|with|above))+$/, '');
}

/** An id that is not taken. What tells two measures of one thing apart is said before a number is. */
export function freeId(
  wanted: string,
  { direction, status }: Pick<FigureReading, 'direction' | 'status'>,
  taken: ReadonlySet<string>,
) {
  const signs = [direction === 'none' ? '' : '-change', status === 'result' ? '' : `-${status}`];
  const [change = '', stated = ''] = signs;
  const withSign = (sign: string) => `${wanted.slice(0, longestId - sign.length).replace(/-+$/, '')}${sign}`;
  const options = ['', change, stated, `${change}${stated}`].map(withSign);
  const numbered = Array.from({ length: 99 }, (_, at) => withSign(`${change}-${at + 2}`));
  return [...options, ...numbered].find((id) => !taken.has(id)) ?? wanted;
}

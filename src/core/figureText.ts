import type { ArticleReader } from './articleWords';
import type { Run } from './lines';
import type { Measure } from './model';

export type FigureStyle = 'number' | 'figure';

/** A figure as it is printed in large type. No line ends between its number, qualifier and the first word of its unit. */
export function figureRuns(article: ArticleReader, measure: Measure): Run<FigureStyle>[] {
  const { before, number, after, rest } = article.figure(measure);
  const runs: Run<FigureStyle>[] = [
    { text: before, style: 'figure' },
    { text: number, style: 'number' },
    { text: after, style: 'figure', isJoined: true },
    { text: rest, style: 'figure' },
  ];
  return runs.filter(({ text }) => text);
}

export const inWords = (figure: readonly Run<FigureStyle>[]): string =>
  figure
    .map(({ text }) => text)
    .join('')
    .trim();

/** A figure with its qualifier, unit and hedges, so that a change never reads as a level. */
export const figureText = (article: ArticleReader, measure: Measure): string =>
  inWords(figureRuns(article, measure));

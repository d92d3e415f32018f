import type { ArticleReader } from './articleWords';
import { arrowOf, noteKeyOf } from './figures';
import type { Run } from './lines';
import type { Measure } from './model';
import type { Words } from './page';

export type FigureStyle = 'arrow' | 'number' | 'figure';

/** A figure as it is printed in large type. No line ends between its number, qualifier and the first word of its unit. */
export function figureRuns(article: ArticleReader, measure: Measure, { say }: Words): Run<FigureStyle>[] {
  const { before, number, after } = article.display(measure);
  const [firstWord = '', ...moreWords] = article.unitOf(measure.id).split(' ');
  const space = article.language === 'zh' ? '' : ' ';
  const note = noteKeyOf(measure);
  const runs: Run<FigureStyle>[] = [
    { text: before, style: 'figure' },
    { text: arrowOf[measure.direction], style: 'arrow' },
    { text: number, style: 'number', isJoined: measure.direction !== 'none' },
    { text: after, style: 'figure', isJoined: true },
    { text: firstWord && space + firstWord, style: 'figure', isJoined: true },
    { text: moreWords.map((word) => ` ${word}`).join(''), style: 'figure' },
    { text: note && ` ${say(`figures:note.${note}`)}`, style: 'figure' },
  ];
  return runs.filter(({ text }) => text);
}

/** A figure as text, without the arrow, which only repeats its words. */
export const inWords = (figure: readonly Run<FigureStyle>[]): string =>
  figure
    .filter(({ style }) => style !== 'arrow')
    .map(({ text }) => text)
    .join('')
    .trim();

/** A figure with its qualifier, unit and hedges, so that a change never reads as a level. */
export const figureText = (article: ArticleReader, measure: Measure, words: Words): string =>
  inWords(figureRuns(article, measure, words));

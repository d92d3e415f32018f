import type { ArticleReader } from './articleWords';
import { arrowOf, noteKeyOf } from './figures';
import type { Run } from './lines';
import type { Measure } from './model';
import type { Words } from './page';

export type FigureStyle = 'arrow' | 'number' | 'figure';

/** A figure as it is printed in large type: number, qualifier and the first word of the unit are one. */
export function figureRuns(article: ArticleReader, measure: Measure, { say }: Words): Run<FigureStyle>[] {
  const { before, number, after } = article.display(measure);
  const [firstWord = '', ...others] = article.unitOf(measure.id).split(' ');
  const space = article.language === 'zh' ? '' : ' ';
  const note = noteKeyOf(measure);
  const runs: Run<FigureStyle>[] = [
    { text: before, style: 'figure' },
    { text: arrowOf[measure.direction], style: 'arrow' },
    { text: number, style: 'number', isJoined: measure.direction !== 'none' },
    { text: after, style: 'figure', isJoined: true },
    { text: firstWord && space + firstWord, style: 'figure', isJoined: true },
    { text: others.map((word) => ` ${word}`).join(''), style: 'figure' },
    { text: note && ` ${say(`figures:note.${note}`)}`, style: 'figure' },
  ];
  return runs.filter(({ text }) => text);
}

/** The figure in words; an arrow only repeats them. */
export const inWords = (figure: readonly Run<FigureStyle>[]): string =>
  figure
    .filter(({ style }) => style !== 'arrow')
    .map(({ text }) => text)
    .join('')
    .trim();

/** Number, unit and qualifier: a figure that stands by itself says all three. */
export const figureText = (article: ArticleReader, measure: Measure, words: Words): string =>
  inWords(figureRuns(article, measure, words));

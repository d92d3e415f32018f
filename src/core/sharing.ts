import type { Translate } from './i18n';
import type { Run } from './lines';

export type FigureStyle = 'arrow' | 'number' | 'figure';

/** What a card says in short, in the language that is shown: what is shared of it. */
export interface CardText {
  readonly title: string;
  /** The figures in large type, as they are printed. */
  readonly figures: readonly { readonly label: string; readonly figure: readonly Run<FigureStyle>[] }[];
  /** The first sentence of the summary. */
  readonly summary: string;
  /** Publisher and paragraphs. */
  readonly source: string;
  readonly address: string;
}

/** A figure in words; an arrow only repeats them. */
const inWords = (figure: readonly Run<FigureStyle>[]): string =>
  figure
    .filter(({ style }) => style !== 'arrow')
    .map(({ text }) => text)
    .join('')
    .trim();

/** The figures, each with what it counts; a card that has none says its first sentence. */
const statementsOf = ({ figures, summary }: CardText, t: Translate): string[] =>
  figures.length > 0
    ? figures.map(({ label, figure }) => t('share:measure', { label, figure: inWords(figure) }))
    : [summary];

export const citedText = (card: CardText, t: Translate): string =>
  [card.title, ...statementsOf(card, t), card.source, card.address].join('\n');

/** All that stands in the picture, from top to bottom. */
export const pictureText = (card: CardText, brand: string, edition: string, t: Translate): string =>
  [brand, card.title, ...statementsOf(card, t), card.source, edition, card.address]
    .filter(Boolean)
    .join('\n');

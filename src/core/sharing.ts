import { type FigureStyle, figureRuns, inWords } from './figureText';
import type { Run } from './lines';
import { type Card, isOverview } from './model';
import type { Words } from './page';
import { plain } from './prose';
import { sourceLine } from './sourceLine';

interface SharedFigure {
  readonly label: string;
  readonly figure: readonly Run<FigureStyle>[];
  /** What the report does not say of it and a reader needs most, as in the line of its evidence. */
  readonly lacks?: string;
}

/** What is shared of a card, in one language. */
export interface CardText {
  readonly title: string;
  /** The figures in large type, as they are printed. */
  readonly figures: readonly SharedFigure[];
  /** The one sentence that a reader takes away; of the overview the first of its brief. */
  readonly takeaway: string;
  /** The short name of the report: its place, its year and what it is. */
  readonly name: string;
  /** The title of the report; absent where that is the card's. */
  readonly reportTitle?: string;
  /** Who reports, and the paragraphs. */
  readonly source: string;
  readonly address: string;
}

/** @param address the address of the card */
export function cardTextOf(words: Words, id: string, card: Card, address: string): CardText {
  const { t } = words;
  const article = words.article(id);
  const isFirst = isOverview(article.facts, card);
  const shown = isFirst ? article.essentials : article.measuresOf(card.id).filter(({ headline }) => headline);
  const paragraphs =
    isFirst && shown.length > 0
      ? [...new Set(shown.map(({ paragraph }) => paragraph))].sort((one, other) => one - other)
      : card.paragraphs;
  const { title, takeaway } = article.card(card.id);
  const reportTitle = plain(article.text('title'));
  return {
    title: isFirst ? reportTitle : plain(title),
    figures: shown.map((measure) => {
      const { label, lacks } = article.words(measure);
      return { label: plain(label), figure: figureRuns(article, measure), ...(lacks && { lacks }) };
    }),
    takeaway: plain(takeaway ?? article.brief[0]?.text ?? ''),
    name: article.text('kicker'),
    ...(!isFirst && { reportTitle }),
    source: t('share:source', {
      context: article.facts.source.kind,
      publisher: article.text('publisher'),
      body: words.imprint(id).body,
      paragraphs: sourceLine(t, article.facts, paragraphs),
    }),
    address,
  };
}

/** The figures, each with what it counts. A card without figures has its takeaway instead. */
const statementsOf = ({ figures, takeaway }: CardText, t: Words['t']): string[] =>
  figures.length > 0
    ? figures.map(({ label, figure, lacks }) => {
        const said = { label, figure: inWords(figure) };
        return lacks ? t('share:measure-lacks', { ...said, lacks }) : t('share:measure', said);
      })
    : [takeaway];

const reportOf = ({ name, reportTitle }: CardText): string =>
  reportTitle === undefined ? name : `${reportTitle} · ${name}`;

export const citedText = (card: CardText, t: Words['t']): string =>
  [card.title, ...statementsOf(card, t), reportOf(card), card.source, card.address].join('\n');

/** All text in the picture, from top to bottom. */
export const pictureText = (card: CardText, brand: string, edition: string, t: Words['t']): string =>
  [
    ...[brand, card.name, card.title, ...statementsOf(card, t), t('share:own')],
    ...[card.reportTitle, card.source, edition, card.address],
  ]
    .filter(Boolean)
    .join('\n');

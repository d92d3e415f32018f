/** Proposes facts from the paragraphs of a report. */
import { languages } from '../../core/language';
import { notStated } from '../../core/model';
import { type FigureReading, figuresIn, readFigure, type UnitRule } from '../../core/reading';
import { UsageError } from '../commandLine';
import type { WrittenFacts } from '../content/factsSchema';
import { uiFileOf } from '../content/files';
import type { Span } from '../content/standing';
import { fold, gapSign } from '../content/strings';
import type { Aside } from './asides';
import { type ProposedCard, proposeCards } from './cards';
import { chooseEssentials, chooseHeadlines, type Weighed, type WrittenMeasure } from './headlines';
import { freeId, wantedId } from './ids';
import { proposeLabel } from './labels';
import { englishOf, type Lexicon, rankOf, scopeOf } from './lexicon';
import { type Numbers, numbersIn } from './numbers';
import { type Paragraph, type Parts, yearOf } from './parts';
import { type Place, placeOf, placeOfMeasure } from './places';

/** An entry and where its number stands. */
export interface Placed<Entry> {
  readonly entry: Entry;
  readonly token: string;
  readonly place: Place;
}

export interface Proposal {
  /** With the entries below. */
  readonly facts: WrittenFacts;
  readonly measures: readonly Placed<WrittenMeasure>[];
  readonly names: readonly Placed<WrittenFacts['names'][number]>[];
  readonly asides: readonly Placed<Aside>[];
}

export interface Report {
  readonly slug: string;
  readonly sha256: string;
  readonly parts: Parts;
  /** The year that it is about, if somebody has said so. */
  readonly period: string | undefined;
}

export function proposeFacts(report: Report, lexicon: Lexicon, units: readonly UnitRule[]): Proposal {
  const { slug, parts } = report;
  const period = report.period ?? yearOf(parts) ?? /\d{4}/.exec(slug)?.[0];
  if (period === undefined) throw new UsageError(noYear(slug));
  const numbers = new Map(parts.paragraphs.map(({ number, text }) => [number, numbersIn(text, period)]));
  const cards = proposeCards(parts, ({ number }) => numbers.get(number)?.measures.length ?? 0);
  const weighed = withIds(
    cards.flatMap((card) => measuresOf(card, cards, { numbers, period, lexicon, units })),
  );
  const headline = chooseHeadlines(weighed);
  const texts = parts.paragraphs.map(({ text }) => fold(text));
  const measures = weighed.map(({ measure }) => ({ ...measure, headline: headline.has(measure.id) }));
  const { names, asides } = othersIn(parts.paragraphs, numbers);
  return {
    names,
    asides,
    measures: measures.flatMap((entry) => {
      const place = placeOfMeasure(entry, texts);
      return place === undefined
        ? []
        : { entry, token: texts[place.paragraph - 1]?.slice(place.start, place.end) ?? '', place };
    }),
    facts: {
      ...{ id: slug, language: 'zh', period, source: sourceOf(report) },
      sections: parts.sections.map(({ text }, at) => ({ id: `section-${at + 1}`, title: text })),
      cards: cards.map(({ id, section, paragraphs, ...setting }) => ({
        id,
        section: section < 0 ? notStated : `section-${section + 1}`,
        paragraphs: paragraphs.map(({ number }) => number),
        ...setting,
      })),
      essentials: chooseEssentials(weighed, headline),
      brief: chooseBrief(cards, measures),
      measures,
      claims: [],
      names: names.map(({ entry }) => entry),
    },
  };
}

/** The cards with the most headline figures, in their order; the overview itself tells nothing in its brief. */
function chooseBrief(
  cards: readonly { readonly id: string }[],
  measures: readonly { readonly card: string; readonly headline: boolean }[],
): string[] {
  const weightOf = (id: string) => measures.filter(({ card, headline }) => headline && card === id).length;
  const told = cards.slice(1).map(({ id }) => id);
  const chosen = new Set(told.toSorted((one, other) => weightOf(other) - weightOf(one)).slice(0, 5));
  return told.filter((id) => chosen.has(id));
}

/** What is no figure, paragraph by paragraph. */
function othersIn(paragraphs: readonly Paragraph[], numbers: ReadonlyMap<number, Numbers>) {
  const found = paragraphs.flatMap(({ number, text }) => {
    const { names = [], asides = [] } = numbers.get(number) ?? {};
    return { paragraph: number, names, asides, at: (span: Span) => placeOf(text, number, span) };
  });
  return {
    names: found.flatMap(({ paragraph, names, at }) =>
      names.map(({ name, span }) => ({ entry: { paragraph, name }, token: name, place: at(span) })),
    ),
    asides: found.flatMap(({ paragraph, asides, at }) =>
      asides.map(({ token, why, span }) => ({
        entry: { paragraph, token: fold(token), why },
        token,
        place: at(span),
      })),
    ),
  };
}

const noYear = (slug: string) =>
  `Expected the year in the title of the report or in the slug, got none in "${slug}"; write a slug such as ${slug}-2026`;

const kindOf = (title: string): WrittenFacts['source']['kind'] =>
  title.includes('政府工作报告') ? 'government-report' : title.includes('公报') ? 'communique' : 'other';

const bylineOf = (lines: string): WrittenFacts['source']['byline'] =>
  lines.includes('通讯员') ? 'correspondents' : lines.includes('记者') ? 'reporters' : 'none';

function sourceOf({ parts, sha256 }: Report): WrittenFacts['source'] {
  const kind = kindOf(parts.title ?? '');
  return {
    kind,
    title: parts.title ?? `${gapSign} the title as printed`,
    subtitle: parts.subtitle ?? notStated,
    issuer: kind === 'other' ? notStated : `${gapSign} whose report it is, as printed`,
    publisher: parts.publisher ?? `${gapSign} who published it`,
    place: `${gapSign} the place that it reports on`,
    delivered: parts.delivered,
    published: parts.published,
    byline: bylineOf(parts.bylines.join(' ')),
    paragraphs: parts.paragraphs.length,
    sha256,
  };
}

interface Grounds {
  readonly numbers: ReadonlyMap<number, Numbers>;
  readonly period: string;
  readonly lexicon: Lexicon;
  readonly units: readonly UnitRule[];
}

function withIds(weighed: readonly Weighed[]): Weighed[] {
  const taken = new Set<string>();
  return weighed.map((each) => {
    const id = freeId(each.measure.id, each.reading, taken);
    taken.add(id);
    return { ...each, measure: { ...each.measure, id } };
  });
}

/** The overview tells no figure that another card tells. */
function measuresOf(card: ProposedCard, cards: readonly ProposedCard[], grounds: Grounds): Weighed[] {
  const isElsewhere = (paragraph: Paragraph) =>
    card.section < 0 &&
    cards.some(({ section, paragraphs }) => section >= 0 && paragraphs.includes(paragraph));
  return card.paragraphs
    .filter((paragraph) => !isElsewhere(paragraph))
    .flatMap(({ number }) =>
      (grounds.numbers.get(number)?.measures ?? []).map((each) => weigh(each, number, card, grounds)),
    );
}

function weigh(
  { quote, figure, isShared, place }: Numbers['measures'][number],
  paragraph: number,
  card: ProposedCard,
  { period, lexicon, units }: Grounds,
): Weighed {
  const reading = readFigure(quote, figure, units, { period, card });
  const { subject, isLabel } = proposeLabel({ quote, ...reading }, figure, figuresIn(quote));
  const english = isLabel ? englishOf(lexicon, subject) : undefined;
  return {
    measure: {
      id: wantedId(english, paragraph, place),
      card: card.id,
      headline: false,
      quote,
      paragraph,
      ...(isShared && { token: figure.token }),
      scope: scopeOf(lexicon, quote),
      ...(reading.unit === undefined && { override: unknownUnit(reading, quote, figure.end) }),
    },
    reading,
    isLabelled: isLabel,
    isKnown: english !== undefined,
    rank: rankOf(lexicon, subject),
  };
}

/** A figure whose unit nobody knows is an item until an editor names it. */
const unknownUnit = (
  { unitWord }: FigureReading,
  quote: string,
  end: number,
): NonNullable<WrittenMeasure['override']> => ({
  unit: 'item',
  why: `${gapSign} ${whichUnit(unitWord || quote.slice(end, end + 4))}`,
});

const unitWords = languages.map((language) => uiFileOf(language, 'units')).join(' and ');

const whichUnit = (word: string): string =>
  word === ''
    ? 'no unit follows the figure; name one here, or none, and say how it is known'
    : `units.json knows no unit “${word}”; add it there, and its words (_one, _other) to ${unitWords}, and take this out; or name another here, or none where the label says what is counted`;

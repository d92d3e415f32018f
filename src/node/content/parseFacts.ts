import { type Facts, notStated } from '../../core/model';
import type { UnitRule } from '../../core/reading';
import { factsSchema } from './factsSchema';
import { type Remark, remark, show, unlessKnown } from './fault';
import { readFacts } from './readFacts';
import { entriesAt, read, refuse, repeated } from './schema';
import { isGap } from './strings';

/**
 * Reads every figure from its quote; whether the parts agree with each other is checked last.
 *
 * @throws {ContentError} with every fault of the file
 */
export function parseFacts(file: string, input: unknown, units: readonly UnitRule[] | undefined): Facts {
  const { facts, remarks } = readFacts(read(file, input, factsSchema), units);
  refuse(file, remarks);
  refuse(file, [
    ...idsAreApart(facts),
    ...paragraphsExist(facts),
    ...cardsHold(facts),
    ...cardsAreInOrder(facts),
    ...measuresHold(facts),
    ...essentialsHold(facts),
    ...briefHolds(facts),
    ...claimsHold(facts),
  ]);
  return facts;
}

export const idsOf = (owners: readonly { readonly id: string }[]): string[] => owners.map(({ id }) => id);

/** Sections, cards and measures share one page and so one set of addresses. Claims may be put there later. */
const idsAreApart = ({ sections, cards, measures, claims }: Facts): Remark[] =>
  repeated(
    Object.entries({ sections, cards, measures, claims }).flatMap(([group, owners]) =>
      owners.map(({ id }) => ({ path: `${group}[${id}].id`, value: id })),
    ),
  );

function paragraphsExist({ source, cards, measures, claims, ledger }: Facts): Remark[] {
  const names = ledger.filter((entry) => 'name' in entry);
  const last = source.paragraphs;
  const named = [
    ...cards.flatMap(({ id, paragraphs }) => entriesAt(`cards[${id}].paragraphs`, paragraphs)),
    ...measures.map(({ id, paragraph }) => ({ path: `measures[${id}].paragraph`, value: paragraph })),
    ...claims.map(({ id, paragraph }) => ({ path: `claims[${id}].paragraph`, value: paragraph })),
    ...names.map(({ paragraph }, index) => ({ path: `names[${index}].paragraph`, value: paragraph })),
  ];
  const remedy = 'Correct it, or source.paragraphs if the source has more.';
  return named
    .filter(({ value }) => value > last)
    .map(({ path, value }) => remark(path, `a whole number from 1 to ${last}`, `${value}`, remedy));
}

function cardsHold({ source, sections, cards, measures }: Facts): Remark[] {
  const known = [...idsOf(sections), notStated];
  const empty = idsOf(sections).filter((id) => cards.every(({ section }) => section !== id));
  const strangers = cards.flatMap(({ id, section }) =>
    unlessKnown(`cards[${id}].section`, 'section', section, known),
  );
  const perCard = cards.flatMap(({ id, paragraphs, period }) => {
    const headlines = measures.filter(({ card, headline }) => card === id && headline).length;
    const remedy = 'Set "headline" to false in all but three of its measures.';
    return [
      ...repeated(entriesAt(`cards[${id}].paragraphs`, paragraphs)),
      ...periodRemarks(`cards[${id}].period`, period),
      ...(headlines > 3
        ? [remark(`cards[${id}]`, 'at most 3 headline measures on a card', `${headlines}`, remedy)]
        : []),
    ];
  });
  const fill = 'Take the section out, or let a card name it as its section.';
  return [
    ...strangers,
    ...perCard,
    ...uncovered(source.paragraphs, cards),
    // A section may be empty because a card misnames it; then only the card is reported.
    ...(strangers.length > 0
      ? []
      : empty.map((id) => remark(`sections[${id}]`, 'a card in it', 'none', fill))),
  ];
}

/**
 * The page shows the overview, then cards without a section, then section by section, and numbers them as the facts
 * list them. So the facts must list them in this order.
 */
function cardsAreInOrder({ sections, cards }: Facts): Remark[] {
  const places = cards.map(({ section }) => idsOf(sections).indexOf(section));
  return cards.flatMap(({ id, section }, index) => {
    const path = `cards[${id}].section`;
    const remedy = 'Put the cards in the order of their sections; the first is the overview.';
    if (index === 0 && section !== notStated)
      return [remark(path, `${notStated}, as the overview`, section, remedy)];
    const isEarlier = (places[index] ?? 0) < (places[index - 1] ?? -1);
    const before = `the section of the card before it (${cards[index - 1]?.section}) or a later one`;
    return isEarlier ? [remark(path, before, section, remedy)] : [];
  });
}

function uncovered(last: number, cards: Facts['cards']): Remark[] {
  const covered = new Set(cards.flatMap(({ paragraphs }) => paragraphs));
  const bare = Array.from({ length: last }, (_, index) => index + 1).filter((number) => !covered.has(number));
  if (bare.length === 0) return [];
  const remedy = 'Add each of these paragraphs to the card that tells it, or correct source.paragraphs.';
  return [remark('cards', 'a card for every paragraph', `none for ${bare.slice(0, 20).join(', ')}`, remedy)];
}

/** A year, a span of years (2021/2025), a part of a year (2024-H1, 2024-Q3), or a day or month up to which is counted. */
const isPeriod = (period: string): boolean =>
  /^\d{4}(?:\/\d{4}|-H[12]|-Q[1-4])?$|^as-of-\d{4}-\d\d(?:-\d\d)?$/.test(period) ||
  ['since-previous-year', 'to-date', notStated].includes(period);

const periodRemarks = (path: string, period: string | undefined): Remark[] => {
  // What is still to be written is told as a gap.
  if (period === undefined || isGap(period) || isPeriod(period)) return [];
  const expected = `a period such as 2024, 2021/2025, 2024-H1, 2024-Q3, as-of-2024-12-31, since-previous-year, to-date or ${notStated}`;
  return [remark(path, expected, show(period), 'Write it in one of these forms.')];
};

const measuresHold = ({ cards, measures }: Facts): Remark[] =>
  measures.flatMap((measure) => {
    const path = `measures[${measure.id}]`;
    const card = cards.find(({ id }) => id === measure.card);
    const isElsewhere = card !== undefined && !card.paragraphs.includes(measure.paragraph);
    const paragraphs = `a paragraph of the card ${card?.id} (${card?.paragraphs.join(', ')})`;
    const remedy = `Correct it, or add paragraph ${measure.paragraph} to the card.`;
    return [
      ...unlessKnown(`${path}.card`, 'card', measure.card, idsOf(cards)),
      ...(isElsewhere ? [remark(`${path}.paragraph`, paragraphs, `${measure.paragraph}`, remedy)] : []),
      ...periodRemarks(`${path}.override.period`, measure.override?.period),
      ...repeated(entriesAt(`${path}.override.modifiers`, measure.override?.modifiers ?? [])),
    ];
  });

const essentialsHold = ({ essentials, measures }: Facts): Remark[] => {
  const entries = entriesAt('essentials', essentials);
  return [
    ...entries.flatMap(({ path, value }) => unlessKnown(path, 'measure', value, idsOf(measures))),
    ...repeated(entries),
  ];
};

/** Four to six sentences, or one for each card of a report that has fewer. */
const briefHolds = ({ brief, cards }: Facts): Remark[] => {
  const entries = entriesAt('brief', brief);
  const told = idsOf(cards.slice(1));
  const least = Math.min(4, told.length);
  const expected = `${least} to 6 cards`;
  const remedy = 'Name the cards whose news a reader would ask for first.';
  return [
    ...entries.flatMap(({ path, value }) => unlessKnown(path, 'card', value, told)),
    ...repeated(entries),
    ...(brief.length < least || brief.length > 6
      ? [remark('brief', expected, `${brief.length}`, remedy)]
      : []),
  ];
};

/**
 * Claims must be in the article's order, because readers meet them as a list
 * and look for each in the article.
 */
const claimsHold = ({ claims }: Facts): Remark[] =>
  claims.flatMap(({ id, paragraph }, index) => {
    const before = claims[index - 1]?.paragraph ?? 1;
    const expected = `${before} or later: claims stand in the article's order`;
    const remedy = 'Put the claims in the order of their paragraphs.';
    return paragraph < before ? [remark(`claims[${id}].paragraph`, expected, `${paragraph}`, remedy)] : [];
  });

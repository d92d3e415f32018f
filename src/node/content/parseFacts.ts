import * as v from 'valibot';
import { languages } from '../../core/language';
import {
  directions,
  type Facts,
  kinds,
  type LedgerEntry,
  modifiers,
  type NotStated,
  notStated,
  qualifiers,
} from '../../core/model';
import { type Remark, remark, unlessKnown } from './fault';
import {
  entriesAt,
  exact,
  idApartFrom,
  list,
  matching,
  oneOf,
  pageId,
  read,
  refuse,
  repeated,
  sha256,
  text,
  truth,
  whole,
} from './schema';

/** Ids that are taken by addresses beside the articles, or that are no file names on some systems. */
const siteIds = [
  'zh en terms about data assets index articles constructor',
  'con prn aux nul com1 com2 com3 com4 lpt1 lpt2 lpt3 lpt4',
];

export const code = matching(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'a code such as percent or person-time');

/** `paragraphsExist` checks whether the source has so many. */
const paragraph = whole(1, 10_000);

/** Refuses 2024-02-31 too, which Date would take for a day in March. */
const isDate = (date: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(date) && new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) === true;

const value = v.custom<number | NotStated>(
  (input) =>
    input === notStated ||
    (typeof input === 'number' && Number.isFinite(input) && input >= 0 && !Object.is(input, -0)),
  'a number of 0 or more (its sign is the direction), or not-stated',
);

const mostQuoted = 60;

const measure = exact({
  id: pageId,
  card: text,
  headline: truth,
  kind: oneOf(kinds),
  value,
  unit: code,
  qualifier: oneOf(qualifiers),
  modifiers: list(oneOf(modifiers)),
  spelled: truth,
  direction: oneOf(directions),
  period: text,
  comparedWith: oneOf(['previous-year', 'none', notStated]),
  basis: oneOf(['relative', 'percentage-points', 'none', notStated]),
  scope: code,
  paragraph,
  quote: v.pipe(
    text,
    v.check((quote) => [...quote].length <= mostQuoted, `a clause of at most ${mostQuoted} characters`),
  ),
});

const ofMeasure = exact({ paragraph, token: text, measure: text });
const ofName = exact({ paragraph, token: text, name: text });
const ledgerEntry = v.lazy<v.GenericSchema<unknown, LedgerEntry>>((input) =>
  typeof input === 'object' && input !== null && 'measure' in input ? ofMeasure : ofName,
);

const factsSchema = exact({
  id: idApartFrom(siteIds),
  language: oneOf(languages),
  period: matching(/^\d{4}$/, 'a year of four digits'),
  source: exact({
    title: text,
    subtitle: text,
    publisher: text,
    published: v.pipe(
      text,
      v.check((date) => date === notStated || isDate(date), 'a date such as 2024-12-31, or not-stated'),
    ),
    paragraphs: paragraph,
    sha256,
  }),
  sections: list(exact({ id: pageId, title: text })),
  cards: v.pipe(
    list(
      exact({
        id: pageId,
        section: text,
        paragraphs: v.pipe(list(paragraph), v.minLength(1, 'at least one paragraph')),
      }),
    ),
    v.minLength(1, 'at least one card'),
  ),
  essentials: list(text),
  measures: list(measure),
  claims: list(exact({ id: pageId, paragraph })),
  ledger: list(ledgerEntry),
});

/**
 * @throws {ContentError} with every fault of the file; whether its parts agree
 *   with each other is checked last
 */
export function parseFacts(file: string, input: unknown): Facts {
  const facts: Facts = read(file, input, factsSchema);
  refuse(file, [
    ...idsAreApart(facts),
    ...paragraphsExist(facts),
    ...cardsHold(facts),
    ...measuresHold(facts),
    ...ledgerHolds(facts),
    ...essentialsHold(facts),
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
  const last = source.paragraphs;
  const named = [
    ...cards.flatMap(({ id, paragraphs }) => entriesAt(`cards[${id}].paragraphs`, paragraphs)),
    ...measures.map(({ id, paragraph }) => ({ path: `measures[${id}].paragraph`, value: paragraph })),
    ...claims.map(({ id, paragraph }) => ({ path: `claims[${id}].paragraph`, value: paragraph })),
    ...ledger.map(({ paragraph }, index) => ({ path: `ledger[${index}].paragraph`, value: paragraph })),
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
  const perCard = cards.flatMap(({ id, paragraphs }) => {
    const headlines = measures.filter(({ card, headline }) => card === id && headline).length;
    const remedy = 'Set "headline" to false in all but three of its measures.';
    return [
      ...repeated(entriesAt(`cards[${id}].paragraphs`, paragraphs)),
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

function uncovered(last: number, cards: Facts['cards']): Remark[] {
  const covered = new Set(cards.flatMap(({ paragraphs }) => paragraphs));
  const bare = Array.from({ length: last }, (_, index) => index + 1).filter((number) => !covered.has(number));
  if (bare.length === 0) return [];
  const remedy = 'Add each of these paragraphs to the card that tells it, or correct source.paragraphs.';
  return [remark('cards', 'a card for every paragraph', `none for ${bare.slice(0, 20).join(', ')}`, remedy)];
}

const periodsOf = (year: string): string[] => [year, 'since-previous-year', 'to-date', notStated];

const measuresHold = ({ period, cards, measures }: Facts): Remark[] =>
  measures.flatMap((measure) => {
    const path = `measures[${measure.id}]`;
    const card = cards.find(({ id }) => id === measure.card);
    const isElsewhere = card !== undefined && !card.paragraphs.includes(measure.paragraph);
    const paragraphs = `a paragraph of the card ${card?.id} (${card?.paragraphs.join(', ')})`;
    const remedy = `Correct it, or add paragraph ${measure.paragraph} to the card.`;
    return [
      ...unlessKnown(`${path}.card`, 'card', measure.card, idsOf(cards)),
      ...(isElsewhere ? [remark(`${path}.paragraph`, paragraphs, `${measure.paragraph}`, remedy)] : []),
      ...unlessKnown(`${path}.period`, 'period', measure.period, periodsOf(period)),
      ...repeated(entriesAt(`${path}.modifiers`, measure.modifiers)),
    ];
  });

/**
 * Reports measures without an entry only if every entry names a known measure,
 * because a wrong name causes them.
 */
function ledgerHolds({ measures, ledger }: Facts): Remark[] {
  const owners = ledger.map((entry) => ('measure' in entry ? entry.measure : undefined));
  const strangers = owners.flatMap((owner, index) =>
    owner === undefined ? [] : unlessKnown(`ledger[${index}].measure`, 'measure', owner, idsOf(measures)),
  );
  if (strangers.length > 0) return strangers;
  const remedy = 'Name the measure in the ledger entry of its number.';
  return idsOf(measures)
    .filter((id) => !owners.includes(id))
    .map((id) => remark(`measures[${id}]`, `a ledger entry for the measure "${id}"`, 'none', remedy));
}

const essentialsHold = ({ essentials, measures }: Facts): Remark[] => {
  const entries = entriesAt('essentials', essentials);
  return [
    ...entries.flatMap(({ path, value }) => unlessKnown(path, 'measure', value, idsOf(measures))),
    ...repeated(entries),
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

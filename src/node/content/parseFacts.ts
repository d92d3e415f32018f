import { languages } from '../../core/language';
import {
  type Card,
  type Claim,
  directions,
  type Facts,
  kinds,
  type LedgerEntry,
  type Measure,
  modifiers,
  type NotStated,
  notStated,
  qualifiers,
  type Source,
} from '../../core/model';
import { show } from './fault';
import {
  fieldsOf,
  inside,
  listOf,
  matching,
  objectOf,
  once,
  oneOf,
  reading,
  refuse,
  type Spot,
  textOf,
  truthOf,
  wholeOf,
} from './reading';

/** @throws {ContentError} with every fault of the file */
export const parseFacts = (file: string, value: unknown): Facts =>
  reading(file, (spot) => factsAt(spot, value));

const idPattern = /^[a-z][a-z0-9-]{1,40}$/;
const codePattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;

/** Ids that the page itself uses, or that a browser's `window` would answer to. */
const pageIds: ReadonlySet<string> = new Set([
  ...['top', 'main', 'contents', 'app', 'location', 'body', 'menu', 'search', 'settings', 'content', 'root'],
  ...[
    'name',
    'self',
    'window',
    'document',
    'history',
    'navigator',
    'status',
    'parent',
    'opener',
    'constructor',
  ],
]);

/** Addresses beside the articles, and names that are no file names on some systems. */
const siteIds: ReadonlySet<string> = new Set([
  ...['zh', 'en', 'terms', 'about', 'data', 'assets', 'index', 'articles', 'constructor'],
  ...['con', 'prn', 'aux', 'nul', 'com1', 'com2', 'com3', 'com4', 'lpt1', 'lpt2', 'lpt3', 'lpt4'],
]);

export function idAt(spot: Spot, value: unknown, reserved: ReadonlySet<string> = pageIds): string {
  const id = matching(
    spot,
    value,
    idPattern,
    'an id of 2 to 41 characters a-z, 0-9 and - that begins with a letter',
  );
  if (reserved.has(id)) refuse(spot, 'an id that is not reserved', show(id));
  return id;
}

const codeAt = (spot: Spot, value: unknown): string =>
  matching(spot, value, codePattern, 'a code such as percent or person-time');

const factKeys = [
  ...(['id', 'language', 'period', 'source', 'sections'] as const),
  ...(['cards', 'essentials', 'measures', 'claims', 'ledger'] as const),
];

/**
 * The facts as far as they could be read. With faults noted they are only good for finding further faults.
 */
export function factsAt(spot: Spot, value: unknown): Facts {
  const fields = fieldsOf(spot, value, factKeys);
  const source = sourceAt(inside(spot, 'source'), fields.source);
  const period = matching(inside(spot, 'period'), fields.period, /^\d{4}$/, 'a year of four digits');
  const facts: Facts = {
    id: idAt(inside(spot, 'id'), fields.id, siteIds),
    language: oneOf(inside(spot, 'language'), fields.language, languages),
    period,
    source,
    sections: listOf(inside(spot, 'sections'), fields.sections, sectionAt),
    cards: listOf(inside(spot, 'cards'), fields.cards, (at, card) => cardAt(at, card, source.paragraphs)),
    essentials: listOf(inside(spot, 'essentials'), fields.essentials, textOf),
    measures: listOf(inside(spot, 'measures'), fields.measures, (at, measure) =>
      measureAt(at, measure, source.paragraphs, period),
    ),
    claims: listOf(inside(spot, 'claims'), fields.claims, (at, claim) =>
      claimAt(at, claim, source.paragraphs),
    ),
    ledger: listOf(inside(spot, 'ledger'), fields.ledger, (at, entry) =>
      entryAt(at, entry, source.paragraphs),
    ),
  };
  if (Array.isArray(fields.cards) && facts.cards.length === 0) {
    refuse(inside(spot, 'cards'), 'at least one card', 'none');
  }
  for (const rule of [idsAreApart, cardsHold, measuresHold, essentialsHold, claimsHold, ledgerHolds])
    rule(spot, facts);
  return facts;
}

function sourceAt(spot: Spot, value: unknown): Source {
  const fields = fieldsOf(spot, value, [
    'title',
    'subtitle',
    'publisher',
    'published',
    'paragraphs',
    'sha256',
  ]);
  const published = textOf(inside(spot, 'published'), fields.published);
  if (published !== '' && published !== notStated && !isDate(published)) {
    refuse(inside(spot, 'published'), 'a date such as 2024-12-31, or not-stated', show(published));
  }
  return {
    title: textOf(inside(spot, 'title'), fields.title),
    subtitle: textOf(inside(spot, 'subtitle'), fields.subtitle),
    publisher: textOf(inside(spot, 'publisher'), fields.publisher),
    published,
    paragraphs: wholeOf(inside(spot, 'paragraphs'), fields.paragraphs, 1, 10_000),
    sha256: matching(inside(spot, 'sha256'), fields.sha256, /^[0-9a-f]{64}$/, 'a SHA-256 of 64 hex digits'),
  };
}

/** Also refuses 2024-02-31, which Date would take for a day in March. */
const isDate = (text: string): boolean =>
  datePattern.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

function sectionAt(spot: Spot, value: unknown): Facts['sections'][number] {
  const fields = fieldsOf(spot, value, ['id', 'title']);
  return { id: idAt(inside(spot, 'id'), fields.id), title: textOf(inside(spot, 'title'), fields.title) };
}

function cardAt(spot: Spot, value: unknown, last: number): Card {
  const fields = fieldsOf(spot, value, ['id', 'section', 'paragraphs']);
  return {
    id: idAt(inside(spot, 'id'), fields.id),
    section: textOf(inside(spot, 'section'), fields.section),
    paragraphs: listOf(inside(spot, 'paragraphs'), fields.paragraphs, (at, entry) =>
      paragraphAt(at, entry, last),
    ),
  };
}

/** When the number of paragraphs is itself at fault, any paragraph may pass. */
const paragraphAt = (spot: Spot, value: unknown, last: number): number =>
  wholeOf(spot, value, 1, Number.isNaN(last) ? Number.MAX_SAFE_INTEGER : last);

const measureKeys = [
  ...(['id', 'card', 'headline', 'kind', 'value', 'unit', 'qualifier', 'modifiers', 'spelled'] as const),
  ...(['direction', 'period', 'comparedWith', 'basis', 'scope', 'paragraph', 'quote'] as const),
];

function measureAt(spot: Spot, value: unknown, last: number, year: string): Measure {
  const before = spot.faults.length;
  const fields = fieldsOf(spot, value, measureKeys);
  const at = (key: (typeof measureKeys)[number]): [Spot, unknown] => [inside(spot, key), fields[key]];
  const measure: Measure = {
    id: idAt(...at('id')),
    card: textOf(...at('card')),
    headline: truthOf(...at('headline')),
    kind: oneOf(...at('kind'), kinds),
    value: valueAt(...at('value')),
    unit: codeAt(...at('unit')),
    qualifier: oneOf(...at('qualifier'), qualifiers),
    modifiers: listOf(...at('modifiers'), (entry, modifier) => oneOf(entry, modifier, modifiers)),
    spelled: truthOf(...at('spelled')),
    direction: oneOf(...at('direction'), directions),
    period: oneOf(...at('period'), [year, 'since-previous-year', 'to-date', notStated]),
    comparedWith: oneOf(...at('comparedWith'), ['previous-year', 'none', notStated]),
    basis: oneOf(...at('basis'), ['relative', 'percentage-points', 'none', notStated]),
    scope: codeAt(...at('scope')),
    paragraph: paragraphAt(...at('paragraph'), last),
    quote: quoteAt(...at('quote')),
  };
  if (spot.faults.length === before) measureAgrees(spot, measure);
  return measure;
}

function valueAt(spot: Spot, value: unknown): number | NotStated {
  if (value === notStated) return notStated;
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0 && !Object.is(value, -0))
    return value;
  if (value !== undefined)
    refuse(spot, 'a number of 0 or more (its sign is the direction), or not-stated', show(value));
  return notStated;
}

const mostQuoted = 60;

function quoteAt(spot: Spot, value: unknown): string {
  const quote = textOf(spot, value);
  if ([...quote].length > mostQuoted) {
    refuse(spot, `a clause of at most ${mostQuoted} characters`, `${[...quote].length} characters`);
  }
  return quote;
}

/** A figure must not contradict itself: what it is, how it is hedged and which way it moves. */
function measureAgrees(spot: Spot, measure: Measure): void {
  const { kind, value, qualifier, direction } = measure;
  const isChange = kind === 'rate-change' || kind === 'count-change';
  if (isChange !== (direction !== 'none')) {
    refuse(
      inside(spot, 'direction'),
      isChange ? `up or down for a ${kind}` : `none for a ${kind}`,
      show(direction),
    );
  }
  // 没有 is none-reported; 清零 says that a count was brought to exactly zero.
  if (kind === 'zero' && qualifier !== 'none-reported' && qualifier !== 'exact') {
    refuse(inside(spot, 'qualifier'), 'none-reported or exact for a zero', show(qualifier));
  }
  if (qualifier === 'none-reported' && kind !== 'zero') {
    refuse(inside(spot, 'kind'), 'zero, as its qualifier is none-reported', show(kind));
  }
  if (kind === 'zero' && value !== 0) refuse(inside(spot, 'value'), '0 for a zero', show(value));
  if (value === notStated && kind !== 'coverage') {
    refuse(inside(spot, 'value'), `a number for a ${kind}`, show(value));
  }
  once(measure.modifiers.map((value, index) => ({ spot: inside(spot, 'modifiers', index), value })));
}

function claimAt(spot: Spot, value: unknown, last: number): Claim {
  const fields = fieldsOf(spot, value, ['id', 'paragraph']);
  return {
    id: idAt(inside(spot, 'id'), fields.id),
    paragraph: paragraphAt(inside(spot, 'paragraph'), fields.paragraph, last),
  };
}

function entryAt(spot: Spot, value: unknown, last: number): LedgerEntry {
  const kind = objectOf(spot, value)?.measure === undefined ? 'name' : 'measure';
  const fields = fieldsOf(spot, value, ['paragraph', 'token', kind] as const);
  const entry = {
    paragraph: paragraphAt(inside(spot, 'paragraph'), fields.paragraph, last),
    token: textOf(inside(spot, 'token'), fields.token),
  };
  const owner = textOf(inside(spot, kind), fields[kind]);
  return kind === 'name' ? { ...entry, name: owner } : { ...entry, measure: owner };
}

/** Sections, cards and measures share one page and so one set of addresses; claims may come to stand there. */
function idsAreApart(spot: Spot, { sections, cards, measures, claims }: Facts): void {
  const entries = Object.entries({ sections, cards, measures, claims }).flatMap(([list, owners]) =>
    owners.map(({ id }, index) => ({ spot: inside(spot, list, index, 'id'), value: id })),
  );
  once(entries.filter(({ value }) => value !== ''));
}

function cardsHold(spot: Spot, { source, sections, cards, measures }: Facts): void {
  const sectionIds = new Set([...sections.map(({ id }) => id), notStated, '']);
  cards.forEach((card, index) => {
    const at = inside(spot, 'cards', index);
    if (!sectionIds.has(card.section)) refuse(inside(at, 'section'), 'a known section', show(card.section));
    const paragraphs = card.paragraphs.filter((paragraph) => !Number.isNaN(paragraph));
    once(paragraphs.map((value, place) => ({ spot: inside(at, 'paragraphs', place), value: `${value}` })));
    if (card.paragraphs.length === 0) refuse(inside(at, 'paragraphs'), 'at least one paragraph', 'none');
    const headlines = measures.filter((measure) => measure.card === card.id && measure.headline).length;
    if (headlines > 3) refuse(at, 'at most 3 headline measures on a card', `${headlines}`);
  });
  sections.forEach(({ id }, index) => {
    if (cards.every((card) => card.section !== id))
      refuse(inside(spot, 'sections', index), 'a card in it', 'none');
  });
  everyParagraphIsCovered(spot, source.paragraphs, cards);
}

function everyParagraphIsCovered(spot: Spot, last: number, cards: readonly Card[]): void {
  const covered = new Set(cards.flatMap(({ paragraphs }) => paragraphs));
  const bare: number[] = [];
  for (let paragraph = 1; paragraph <= last; paragraph += 1)
    if (!covered.has(paragraph)) bare.push(paragraph);
  if (bare.length === 0 || cards.length === 0) return;
  refuse(inside(spot, 'cards'), 'a card for every paragraph', `none for ${bare.slice(0, 20).join(', ')}`);
}

function measuresHold(spot: Spot, { cards, measures, ledger }: Facts): void {
  measures.forEach((measure, index) => {
    const at = inside(spot, 'measures', index);
    const card = cards.find(({ id }) => id === measure.card);
    if (card === undefined) {
      if (measure.card !== '') refuse(inside(at, 'card'), 'a known card', show(measure.card));
    } else if (!Number.isNaN(measure.paragraph) && !card.paragraphs.includes(measure.paragraph)) {
      refuse(
        inside(at, 'paragraph'),
        `a paragraph of the card ${card.id} (${card.paragraphs.join(', ')})`,
        `${measure.paragraph}`,
      );
    }
    if (!ledger.some((entry) => 'measure' in entry && entry.measure === measure.id)) {
      refuse(at, `a ledger entry for the measure "${measure.id}"`, 'none');
    }
  });
}

function essentialsHold(spot: Spot, { essentials, measures }: Facts): void {
  essentials.forEach((id, index) => {
    if (id !== '' && !measures.some((measure) => measure.id === id)) {
      refuse(inside(spot, 'essentials', index), 'a known measure', show(id));
    }
  });
  once(essentials.map((value, index) => ({ spot: inside(spot, 'essentials', index), value })));
}

/** Readers meet them as a list, and look for each in the article. */
function claimsHold(spot: Spot, { claims }: Facts): void {
  claims.forEach(({ paragraph }, index) => {
    const before = claims[index - 1]?.paragraph ?? 1;
    if (paragraph < before) {
      refuse(
        inside(spot, 'claims', index, 'paragraph'),
        `${before} or later: claims stand in the article's order`,
        `${paragraph}`,
      );
    }
  });
}

function ledgerHolds(spot: Spot, { measures, ledger }: Facts): void {
  const ids = new Set(['', ...measures.map(({ id }) => id)]);
  ledger.forEach((entry, index) => {
    if ('measure' in entry && !ids.has(entry.measure)) {
      refuse(inside(spot, 'ledger', index, 'measure'), 'a known measure', show(entry.measure));
    }
  });
}

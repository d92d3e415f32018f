import type { Language } from '../../core/language';
import type { Facts } from '../../core/model';
import { show } from './fault';
import {
  fieldsOf,
  inside,
  listOf,
  matching,
  once,
  reading,
  refuse,
  type Spot,
  textOf,
  truthOf,
  wholeOf,
} from './reading';

/**
 * What is particular to one article's figures: how they may not be read, by which words they are to be
 * known. `src/content/<article>/readings.json` holds it beside the facts, so that no gate in the code knows
 * any article.
 */
export interface Readings {
  /** Words that would say more than the article does. */
  readonly barred: readonly Rule[];
  /** Words without which a figure would say more than the article does: at least one of each list. */
  readonly needed: readonly Rule[];
  /** When the source's phrase has these words, its sentences keep one way of saying them. */
  readonly kept: readonly Kept[];
  /** The words by which a sentence names its scope, the most particular first. */
  readonly scopes: readonly ScopeSigns[];
  /** Units whose words differ from their code, or from one measure to the next. */
  readonly units: readonly UnitWords[];
  /** Verbs of the source whose object counts as work done, so that its figure is an activity. */
  readonly deeds: readonly string[];
  /** Verbs of the source that place a count in the year reported on; without one its date is not stated. */
  readonly dated: readonly string[];
  /** Numeric expressions of the source that are neither a figure nor part of a name, each with the reason. */
  readonly asides: readonly Aside[];
  /** Names that must not appear anywhere, told by their hashes alone. */
  readonly unnamed: Unnamed;
  /** The fingerprint of each quote when it was last compared with the source. */
  readonly compared: Readonly<Record<string, string>>;
}

export const wordFields = [
  'label',
  'text',
  'gloss',
  'limits',
  'summary',
  'notes',
  'items',
  'title',
  'claim',
] as const;
export type WordField = (typeof wordFields)[number];

/**
 * A pattern is plain text: `#` stands for any figure, `…` for anything within the sentence. No regular
 * expressions, so that none can run away.
 */
export type Patterns = Readonly<Record<Language, readonly string[]>>;

export interface Rule extends Patterns {
  readonly id: string;
  readonly why: string;
  /** Measures, cards, claims and fields it holds for; an empty list means all. */
  readonly where: {
    readonly measures: readonly string[];
    readonly cards: readonly string[];
    readonly claims: readonly string[];
    readonly fields: readonly WordField[];
  };
  /** Phrases that may stand all the same, such as one that denies the reading. */
  readonly unless: Patterns;
}

export interface Kept {
  /** As the source's phrase has it. */
  readonly quote: string;
  readonly says: Patterns;
  readonly never: Patterns;
}

export interface ScopeSigns extends Patterns {
  readonly scope: string;
}

export interface UnitWords extends Patterns {
  readonly unit: string;
  /** What the English words of such a measure speak of, where it is not the code itself. */
  readonly word: string;
}

export interface Aside {
  readonly paragraph: number;
  /** As the extractor reads it in the source. */
  readonly token: string;
  readonly why: string;
}

export interface Unnamed {
  readonly salt: string;
  readonly names: readonly {
    readonly script: 'han' | 'latin';
    readonly length: number;
    readonly sha256: string;
  }[];
}

/** @throws {ContentError} with every fault of the file */
export const parseReadings = (file: string, value: unknown, facts: Facts): Readings =>
  reading(file, (spot) => readingsAt(spot, value, facts));

const lists = [
  'barred',
  'needed',
  'kept',
  'scopes',
  'units',
  'deeds',
  'dated',
  'asides',
  'unnamed',
  'compared',
] as const;

function readingsAt(spot: Spot, value: unknown, facts: Facts): Readings {
  const fields = fieldsOf(spot, value, [], lists);
  const at = (key: (typeof lists)[number]): [Spot, unknown] => [inside(spot, key), fields[key]];
  const rule = (place: Spot, entry: unknown) => ruleAt(place, entry, facts);
  const readings: Readings = {
    barred: listOf(...at('barred'), rule),
    needed: listOf(...at('needed'), rule),
    kept: listOf(...at('kept'), keptAt),
    scopes: listOf(...at('scopes'), (place, entry) => scopeAt(place, entry, facts)),
    units: listOf(...at('units'), (place, entry) => unitAt(place, entry, facts)),
    deeds: listOf(...at('deeds'), textOf),
    dated: listOf(...at('dated'), textOf),
    asides: listOf(...at('asides'), (place, entry) => asideAt(place, entry, facts)),
    unnamed: unnamedAt(...at('unnamed')),
    compared: comparedAt(...at('compared'), facts),
  };
  const rules = Object.entries({ barred: readings.barred, needed: readings.needed });
  once(
    rules.flatMap(([list, entries]) =>
      entries.map(({ id }, index) => ({ spot: inside(spot, list, index, 'id'), value: id })),
    ),
  );
  return readings;
}

function ruleAt(spot: Spot, value: unknown, facts: Facts): Rule {
  const fields = fieldsOf(spot, value, ['id', 'why', 'zh', 'en'], ['where', 'unless']);
  return {
    id: matching(inside(spot, 'id'), fields.id, /^[a-z][a-z-]*$/, 'an id of letters and -'),
    why: textOf(inside(spot, 'why'), fields.why),
    ...patternsAt(spot, fields),
    where: whereAt(inside(spot, 'where'), fields.where ?? {}, facts),
    unless: patternsAt(
      inside(spot, 'unless'),
      fieldsOf(inside(spot, 'unless'), fields.unless ?? {}, [], ['zh', 'en']),
    ),
  };
}

const patternsAt = (spot: Spot, { zh, en }: { readonly zh: unknown; readonly en: unknown }): Patterns => ({
  zh: listOf(inside(spot, 'zh'), zh, textOf),
  en: listOf(inside(spot, 'en'), en, textOf),
});

function whereAt(spot: Spot, value: unknown, facts: Facts): Rule['where'] {
  const fields = fieldsOf(spot, value, [], ['measures', 'cards', 'claims', 'fields']);
  const known = (owners: readonly { readonly id: string }[], what: string) => (place: Spot, entry: unknown) =>
    knownAt(
      place,
      entry,
      owners.map(({ id }) => id),
      what,
    );
  return {
    measures: listOf(inside(spot, 'measures'), fields.measures, known(facts.measures, 'measure')),
    cards: listOf(inside(spot, 'cards'), fields.cards, known(facts.cards, 'card')),
    claims: listOf(inside(spot, 'claims'), fields.claims, known(facts.claims, 'claim')),
    fields: listOf(inside(spot, 'fields'), fields.fields, (place, entry) => {
      const field = wordFields.find((candidate) => candidate === entry);
      if (field === undefined) refuse(place, `one of ${wordFields.join(', ')}`, show(entry));
      return field ?? 'text';
    }),
  };
}

function knownAt(spot: Spot, value: unknown, known: readonly string[], what: string): string {
  const text = textOf(spot, value);
  if (!known.includes(text)) refuse(spot, `a ${what} of the facts`, show(value));
  return text;
}

function keptAt(spot: Spot, value: unknown): Kept {
  const fields = fieldsOf(spot, value, ['quote', 'says'], ['never']);
  const patterns = (key: 'says' | 'never') =>
    patternsAt(inside(spot, key), fieldsOf(inside(spot, key), fields[key] ?? {}, [], ['zh', 'en']));
  return {
    quote: textOf(inside(spot, 'quote'), fields.quote),
    says: patterns('says'),
    never: patterns('never'),
  };
}

function scopeAt(spot: Spot, value: unknown, { measures }: Facts): ScopeSigns {
  const fields = fieldsOf(spot, value, ['scope', 'zh', 'en']);
  const known = measures.map(({ scope }) => scope);
  return { scope: knownAt(inside(spot, 'scope'), fields.scope, known, 'scope'), ...patternsAt(spot, fields) };
}

function unitAt(spot: Spot, value: unknown, { measures }: Facts): UnitWords {
  const fields = fieldsOf(spot, value, ['unit', 'zh', 'en'], ['word']);
  const known = measures.map(({ unit }) => unit);
  const unit = knownAt(inside(spot, 'unit'), fields.unit, known, 'unit');
  return { unit, word: textOf(inside(spot, 'word'), fields.word) || unit, ...patternsAt(spot, fields) };
}

function asideAt(spot: Spot, value: unknown, { source }: Facts): Aside {
  const fields = fieldsOf(spot, value, ['paragraph', 'token', 'why']);
  return {
    paragraph: wholeOf(inside(spot, 'paragraph'), fields.paragraph, 1, source.paragraphs),
    token: textOf(inside(spot, 'token'), fields.token),
    why: textOf(inside(spot, 'why'), fields.why),
  };
}

function unnamedAt(spot: Spot, value: unknown): Unnamed {
  if (value === undefined) return { salt: '', names: [] };
  const fields = fieldsOf(spot, value, ['salt', 'names']);
  return {
    salt: textOf(inside(spot, 'salt'), fields.salt),
    names: listOf(inside(spot, 'names'), fields.names, (place, entry) => {
      const name = fieldsOf(place, entry, ['latin', 'length', 'sha256']);
      return {
        script: truthOf(inside(place, 'latin'), name.latin) ? 'latin' : 'han',
        length: wholeOf(inside(place, 'length'), name.length, 2, 40),
        sha256: matching(
          inside(place, 'sha256'),
          name.sha256,
          /^[0-9a-f]{64}$/,
          'a SHA-256 of 64 hex digits',
        ),
      };
    }),
  };
}

function comparedAt(spot: Spot, value: unknown, { measures }: Facts): Readings['compared'] {
  const compared: Record<string, string> = Object.create(null);
  for (const [id, print] of Object.entries(
    fieldsOf(
      spot,
      value ?? {},
      [],
      measures.map(({ id }) => id),
    ),
  )) {
    if (print === undefined) continue;
    compared[id] = matching(inside(spot, id), print, /^[0-9a-f]{16}$/, 'a fingerprint of 16 hex digits');
  }
  return compared;
}

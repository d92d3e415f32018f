import * as v from 'valibot';
import type { Facts } from '../../core/model';
import { type Remark, unlessKnown } from './fault';
import { idsOf } from './parseFacts';
import {
  entriesAt,
  exact,
  list,
  matching,
  oneOf,
  read,
  refuse,
  repeated,
  sha256,
  text,
  whole,
} from './schema';

/** A list that a file may leave out if there is nothing to say. */
const listOrNone = <Output>(schema: v.GenericSchema<unknown, Output>) => v.optional(list(schema), []);

/**
 * Patterns in one text, so that a rule is read line by line: `reached # | rate of #`. A pattern is plain text: `#`
 * stands for any figure, `…` for anything within the sentence. Regular expressions are not allowed, so that none
 * can run without end.
 */
const patternsIn = v.pipe(
  v.string('phrases with “ | ” between them'),
  v.check(
    (phrases) => splitAt(phrases).every((phrase) => /^[^\s|](?:[^|]*[^\s|])?$/.test(phrase)),
    'phrases with “ | ” between them, none of them empty',
  ),
  v.transform(splitAt),
);

const patterns = { zh: patternsIn, en: patternsIn };
const patternsOrNone = v.optional(patternsIn, '');
const somePatterns = v.optional(exact({ zh: patternsOrNone, en: patternsOrNone }), {});

function splitAt(phrases: string): string[] {
  return phrases === '' ? [] : phrases.split(' | ');
}

const wordField = oneOf([
  ...(['label', 'text', 'gloss', 'limits', 'lacks'] as const),
  ...(['title', 'takeaway', 'summary', 'unsaid', 'items', 'notes'] as const),
  ...(['standfirst', 'brief', 'claim'] as const),
]);
export type WordField = v.InferOutput<typeof wordField>;

const rule = exact({
  id: matching(/^[a-z][a-z-]*$/, 'an id of letters and -'),
  why: text,
  ...patterns,
  /** The measures, cards, claims and fields that it holds for; an empty list means all. */
  where: v.optional(
    exact({
      measures: listOrNone(text),
      cards: listOrNone(text),
      claims: listOrNone(text),
      fields: listOrNone(wordField),
    }),
    {},
  ),
  /** Phrases that may stand all the same, such as one that denies the reading. */
  unless: somePatterns,
});
export type Rule = v.InferOutput<typeof rule>;

/** In the source's language the word itself is said; `says` is what the other says for it, or what both say. */
const kept = exact({ quote: text, says: somePatterns, never: somePatterns });
export type Kept = v.InferOutput<typeof kept>;

const scopeSigns = exact({ scope: text, ...patterns });
export type ScopeSigns = v.InferOutput<typeof scopeSigns>;

const scopeQuotes = exact({ scope: text, quotes: patternsIn });
export type ScopeQuotes = v.InferOutput<typeof scopeQuotes>;

/** Numbers of a paragraph that share a reason, each written as the extractor reads it in the source. */
const aside = exact({
  paragraph: whole(1, 10_000),
  tokens: v.pipe(list(text), v.minLength(1, 'at least one number')),
  why: text,
});
export type Aside = v.InferOutput<typeof aside>;

const hashes = listOrNone(exact({ length: whole(2, 40), sha256 }));
/** Names in Chinese characters, and those in Latin letters. */
const unnamed = exact({ salt: text, han: hashes, latin: hashes });
export type Unnamed = v.InferOutput<typeof unnamed>;

const readingsSchema = exact({
  /** Words that would say more than the article does. */
  barred: listOrNone(rule),
  /** Words without which a figure would say more than the article does: at least one of each list. */
  needed: listOrNone(rule),
  /** Words of the source's phrase that its sentences must always say in the same way. */
  kept: listOrNone(kept),
  /** The words by which a sentence names its scope, the most particular first. */
  scopes: listOrNone(scopeSigns),
  /** Where templates write the sentences: the words by which a quote or its label shows its scope. */
  quotedScopes: listOrNone(scopeQuotes),
  /** Units whose words differ from one measure to the next; `word` is what the English says for the code. */
  units: listOrNone(exact({ unit: text, word: v.exactOptional(text), ...patterns })),
  /** Numeric expressions of the source that are neither a figure nor part of a name, each with the reason. */
  asides: listOrNone(aside),
  /** Names that must not appear anywhere, given as hashes only. */
  unnamed: v.exactOptional(unnamed),
});

/**
 * What is particular to one article's figures: how they must not be read, and by which words
 * they are known. `src/content/<article>/readings.json` holds it beside the facts, so that no
 * gate in the code knows any article.
 */
export type Readings = v.InferOutput<typeof readingsSchema>;

/**
 * What a draft needs of the file, which may still have other gaps.
 *
 * @throws {ContentError} with every fault of the list
 */
export const asidesIn = (file: string, value: unknown): readonly Aside[] =>
  read(file, value, v.looseObject({ asides: listOrNone(aside) })).asides;

/** @throws {ContentError} with every fault of the file */
export function parseReadings(file: string, value: unknown, facts: Facts): Readings {
  const readings = read(file, value, readingsSchema);
  const scopes = [...new Set(facts.measures.map(({ scope }) => scope))];
  refuse(file, [
    ...rulesHold(readings, facts),
    ...(['scopes', 'quotedScopes'] as const).flatMap((list) =>
      readings[list].flatMap(({ scope }, index) =>
        unlessKnown(`${list}[${index}].scope`, 'scope', scope, scopes),
      ),
    ),
  ]);
  return readings;
}

function rulesHold({ barred, needed }: Readings, { measures, cards, claims }: Facts): Remark[] {
  const rules = Object.entries({ barred, needed }).flatMap(([list, entries]) =>
    entries.map((entry) => ({ ...entry, path: `${list}[${entry.id}]` })),
  );
  return [
    ...repeated(rules.map(({ id, path }) => ({ path: `${path}.id`, value: id }))),
    ...rules.flatMap(({ path, where }) =>
      Object.entries({ measures, cards, claims }).flatMap(([group, owners]) =>
        entriesAt(`${path}.where.${group}`, where[group as 'cards']).flatMap((entry) =>
          unlessKnown(entry.path, group.slice(0, -1), entry.value, idsOf(owners)),
        ),
      ),
    ),
  ];
}

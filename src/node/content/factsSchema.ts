/** The form of facts as a publisher writes them. */
import * as v from 'valibot';
import { languages } from '../../core/language';
import {
  bylines,
  directions,
  kinds,
  modifiers,
  type NotStated,
  notStated,
  qualifiers,
  reportKinds,
  statuses,
} from '../../core/model';
import { exact, idApartFrom, list, matching, oneOf, pageId, sha256, text, truth, whole } from './schema';

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

const isNumber = (input: unknown): input is number =>
  typeof input === 'number' && Number.isFinite(input) && input >= 0 && !Object.is(input, -0);

const value = v.custom<number | NotStated>(
  (input) => input === notStated || isNumber(input),
  'a number of 0 or more (its sign is the direction), or not-stated',
);

const day = v.pipe(
  text,
  v.check((date) => date === notStated || isDate(date), 'a date such as 2024-12-31, or not-stated'),
);

const mostQuoted = 60;

/** What an editor reads otherwise than the extractor; the fields are those of `ReadFields`. */
const override = exact({
  why: text,
  kind: v.exactOptional(oneOf(kinds)),
  value: v.exactOptional(value),
  upper: v.exactOptional(v.custom<number>(isNumber, 'a number of 0 or more')),
  unit: v.exactOptional(code),
  qualifier: v.exactOptional(oneOf(qualifiers)),
  modifiers: v.exactOptional(list(oneOf(modifiers))),
  spelled: v.exactOptional(truth),
  direction: v.exactOptional(oneOf(directions)),
  status: v.exactOptional(oneOf(statuses)),
  period: v.exactOptional(text),
  comparedWith: v.exactOptional(
    matching(
      /^(?:previous-year|previous-budget|\d{4}|none|not-stated)$/,
      'previous-year, previous-budget, a year of four digits, none or not-stated',
    ),
  ),
  basis: v.exactOptional(oneOf(['relative', 'percentage-points', 'none', notStated])),
});

const measure = exact({
  id: pageId,
  card: text,
  headline: v.optional(truth, false),
  quote: v.pipe(
    text,
    v.check((quote) => [...quote].length <= mostQuoted, `a clause of at most ${mostQuoted} characters`),
  ),
  paragraph,
  /** Which figure, if the quote has several. */
  token: v.exactOptional(text),
  scope: code,
  series: v.exactOptional(code),
  override: v.exactOptional(override),
});

export const articleId = idApartFrom(siteIds);

export const factsSchema = exact({
  id: articleId,
  unpublished: v.exactOptional(truth),
  language: oneOf(languages),
  period: matching(/^\d{4}$/, 'a year of four digits'),
  source: exact({
    kind: oneOf(reportKinds),
    title: text,
    subtitle: text,
    issuer: text,
    publisher: text,
    place: text,
    delivered: day,
    published: day,
    byline: oneOf(bylines),
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
        period: v.exactOptional(text),
        status: v.exactOptional(oneOf(statuses)),
      }),
    ),
    v.minLength(1, 'at least one card'),
  ),
  essentials: list(text),
  brief: list(text),
  measures: list(measure),
  claims: list(exact({ id: pageId, paragraph })),
  /** Numerals of the source that are only part of a name. */
  names: list(exact({ paragraph, name: text })),
});

/** Facts as a publisher writes them, before the figures are read from their quotes. */
export type WrittenFacts = v.InferOutput<typeof factsSchema>;

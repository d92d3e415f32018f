/**
 * One article's facts, free of prose and the same in every language. `src/content/<slug>/facts.json` holds
 * them; they are read only through `node/content`.
 */

import type { Language } from './language';

/** Used wherever the source leaves something open: never null, never a guess. */
export const notStated = 'not-stated';
export type NotStated = typeof notStated;

/** The period of what has been added up until now. */
export const toDate = 'to-date';

export const kinds = [
  'count',
  'amount',
  'share',
  'level',
  'rate-change',
  'count-change',
  'zero',
  'coverage',
  'activity',
] as const;
/**
 * What sort of statement a measure is; `activity` counts things done, `count` things there are, `amount` is money,
 * `level` a rate that stands.
 */
export type Kind = (typeof kinds)[number];

export const qualifiers = [
  'exact',
  'more-than',
  'at-least',
  'about',
  'nearly',
  'less-than',
  'at-most',
  'none-reported',
  'all',
] as const;
/** How the source hedges a figure: 余 more-than (exclusive), 以上 at-least (inclusive), 近 nearly, 全 all. */
export type Qualifier = (typeof qualifiers)[number];

export const directions = ['up', 'down', 'none'] as const;
export type Direction = (typeof directions)[number];

export const modifiers = ['cumulative', 'generally', 'year-on-year', 'yearly-average'] as const;
/** Hedges beyond the number itself: 累计 cumulative, 普遍 generally, 同比 year-on-year, 年均 yearly-average. */
export type Modifier = (typeof modifiers)[number];

export const statuses = ['result', 'target', 'plan'] as const;
/** Whether a figure tells what was, or what someone aims at or plans. */
export type Status = (typeof statuses)[number];

/** What a quote says; an editor may say otherwise, with a reason. */
export interface Override extends Partial<ReadFields> {
  readonly why: string;
}

/** Whether an editor reads the number itself or its hedge otherwise, so that the quote's own words do not print it. */
export const isFigureOverridden = ({ override }: { readonly override?: Override | undefined }): boolean =>
  override?.value !== undefined || override?.qualifier !== undefined;

/** Fields of a measure that are read from its quote. */
export interface ReadFields {
  readonly kind: Kind;
  /** In base units (12.45万 is 124500; 27.7% is 27.7); not-stated for full coverage without a number. */
  readonly value: number | NotStated;
  /** The high end of a range, whose low end is `value`. */
  readonly upper?: number;
  /** A language-neutral code such as `percent`, `class`, `person-time`. */
  readonly unit: string;
  readonly qualifier: Qualifier;
  readonly modifiers: readonly Modifier[];
  /** Whether a small number is written out (四级, four tiers) as the source does. */
  readonly spelled: boolean;
  readonly direction: Direction;
  readonly status: Status;
  /** `2024`, `since-previous-year`, `to-date` or not-stated. */
  readonly period: string;
  /** `previous-year`, `previous-budget` (its first budget), a year (`2020`), `none` (nothing to compare) or not-stated. */
  readonly comparedWith: string;
  /** For changes and shares: `relative`, `percentage-points`, `none` or not-stated. */
  readonly basis: string;
}

export interface Measure extends ReadFields {
  /** Also its address: `#<id>` on the article page. Published for ever. */
  readonly id: string;
  readonly card: string;
  /** A headline measure stands large on its card. */
  readonly headline: boolean;
  /** A code whose words stand in the article's words under `scopes`. */
  readonly scope: string;
  /** Body paragraph, counted from 1. */
  readonly paragraph: number;
  /** The phrase of the source that carries the figure: a clause, verbatim. */
  readonly quote: string;
  /** The figure's own characters in the quote: `340余`. */
  readonly token: string;
  /** What follows the figure in the quote, in the language of the source: 人次; empty if nothing counts. */
  readonly unitWord: string;
  /** The same measure in other reports has the same code. */
  readonly series?: string;
  /** Where an editor read the quote otherwise than the extractor does. */
  readonly override?: Override;
}

/**
 * Whether a measure is full coverage of a few things that the source counts in words (四级). Each of
 * them has a name and can be drawn.
 */
export const hasSteps = ({ kind, value, spelled }: Pick<Measure, 'kind' | 'value' | 'spelled'>): boolean =>
  kind === 'coverage' && value !== notStated && spelled;

export interface Card {
  readonly id: string;
  /** not-stated for the overview, and for every card of a report without sections. */
  readonly section: string;
  readonly paragraphs: readonly number[];
  /** Hold for the measures of the card unless their quotes say otherwise. */
  readonly period?: string;
  readonly status?: Status;
}

/** Something the article states without a figure to measure it by; its sentence stands in the article's words. */
interface Claim {
  readonly id: string;
  readonly paragraph: number;
}

/** One numeric expression of the source: the figure of a measure, or a numeral that is only part of a name. */
export type LedgerEntry = {
  readonly paragraph: number;
  readonly token: string;
} & ({ readonly measure: string } | { readonly name: string });

export const reportKinds = ['newspaper-review', 'government-report', 'communique', 'other'] as const;
/** What kind of document a report is. Words that differ by it have it as their i18next context. */
export type ReportKind = (typeof reportKinds)[number];

export const bylines = ['correspondents', 'reporters', 'none'] as const;
/** Who wrote it, as its byline says: a paper's contributing correspondents (通讯员), or its own reporters (记者). */
type Byline = (typeof bylines)[number];

/** Names and titles are as printed, in the source's language. */
interface Source {
  readonly kind: ReportKind;
  readonly title: string;
  readonly subtitle: string | NotStated;
  /** The body whose report it is: 湖北省人民政府. */
  readonly issuer: string | NotStated;
  /** Where it was printed. */
  readonly publisher: string;
  /** What it reports on: 随州. */
  readonly place: string;
  /** The day on which it was given, `2026-01-27`. */
  readonly delivered: string | NotStated;
  /** The day on which it was printed. */
  readonly published: string | NotStated;
  readonly byline: Byline;
  readonly paragraphs: number;
  /** Hex SHA-256 of the source file's bytes. */
  readonly sha256: string;
}

export interface Facts {
  readonly id: string;
  /** Whether it is checked with the others and not on the site yet. */
  readonly unpublished?: boolean;
  /** The source's language. */
  readonly language: Language;
  /** The year the article reports on. */
  readonly period: string;
  readonly source: Source;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly cards: readonly Card[];
  /** The measures that open the article, each a link to its card. */
  readonly essentials: readonly string[];
  /** The cards whose news opens the article, a sentence each. */
  readonly brief: readonly string[];
  readonly measures: readonly Measure[];
  /** A selection of what is stated without figures, in the article's order. */
  readonly claims: readonly Claim[];
  readonly ledger: readonly LedgerEntry[];
}

/** The first card is the overview, which stands before the sections. */
export const isOverview = ({ cards: [first] }: Pick<Facts, 'cards'>, { id }: Pick<Card, 'id'>): boolean =>
  first?.id === id;

export interface MeasureWords {
  /** What is counted; it stands above the figure. */
  readonly label: string;
  /** Stands after the number; empty for percentages and where the label says it all. */
  readonly unit: string;
  /** One sentence with the measure's placeholder. */
  readonly text: string;
  /** Set if an editor wrote the sentence. One of a template only repeats label and figure, so no page shows it. */
  readonly isWritten?: true;
  /** A translation of the quoted phrase; only in languages other than the source's. */
  readonly gloss?: string;
  /** What the article does not say about this figure: at most three plain sentences. */
  readonly limits: readonly string[];
  /** What of these matters most, in the few words that stand beside the figure: base not given. */
  readonly lacks?: string;
  /** The name of each step, first to last; only where `hasSteps`. */
  readonly steps?: readonly string[];
}

export interface CardWords {
  readonly title: string;
  /** The one sentence that a reader takes away; every card but the overview has it. */
  readonly takeaway?: string;
  /** What is worth saying beyond the figures. */
  readonly summary?: string;
  /** One sentence on what the report does not say and a reader would miss most. */
  readonly unsaid?: string;
  /** Named things in the source that are explained or listed on the card. */
  readonly items: readonly { readonly name: string; readonly text: string }[];
  /** Further sentences, shown on demand. */
  readonly notes: readonly string[];
}

/** Everything about one article that is written in one language. */
export interface ArticleWords {
  readonly title: string;
  /** The report's short name, by which it is told from others: its place, its year and what it is. */
  readonly kicker: string;
  readonly standfirst: string;
  readonly description: string;
  /** The names of the body, the paper and the place of the source. */
  readonly issuer?: string;
  readonly publisher: string;
  readonly place: string;
  /** The source's own title and subtitle, or their literal translation. */
  readonly sourceTitle: string;
  readonly sourceSubtitle?: string;
  readonly byline?: string;
  readonly sections: Readonly<Record<string, { readonly title: string; readonly sourceTitle: string }>>;
  readonly cards: Readonly<Record<string, CardWords>>;
  /** The news of the report, a sentence each for the cards that the facts name under `brief`. */
  readonly brief: Readonly<Record<string, string>>;
  readonly measures: Readonly<Record<string, MeasureWords>>;
  /** One sentence for each claim: who says it, what, and that no figure is given. */
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: Readonly<Record<string, string>>;
  /** What the whole article does not say. */
  readonly unsaid: readonly string[];
}

export interface Article {
  readonly facts: Facts;
  readonly words: Readonly<Record<Language, ArticleWords>>;
}

export interface Term {
  readonly id: string;
  readonly group: string;
  /** Whether its explanation is background from outside the article. */
  readonly background: boolean;
  readonly zh: string;
  /** How its Chinese name is pronounced, in Hanyu Pinyin by words (GB/T 16159), with tone marks. */
  readonly pinyin: string;
  readonly en: string;
  /** Other forms in which sentences use it. */
  readonly said: Readonly<Record<Language, readonly string[]>>;
}

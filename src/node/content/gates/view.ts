/** What gates look at: one article with everything that belongs to it, and its words one by one. */

import { type Language, languages } from '../../../core/language';
import type { Article, Measure, MeasureWords } from '../../../core/model';
import type { Fault } from '../fault';
import { factsFileOf, wordsFileOf } from '../files';
import type { Fill } from '../fill';
import type { Content } from '../load';
import type { Readings, WordField } from '../parseReadings';
import { hasGap, writtenIn } from '../strings';

export interface View {
  readonly article: Article;
  readonly readings: Readings | undefined;
  readonly units: Content['units'];
  readonly ui: Content['ui'];
  readonly fill: Fill;
  readonly words: readonly Word[];
}

/** A fault as a gate finds it. If it has no remedy of its own, that of its gate applies. */
export type Finding = Omit<Fault, 'remedy'> & { readonly remedy?: string };

/** A question about one article. */
export type ArticleGate = (view: View) => Finding[];

/**
 * The stages in the order in which faults cause each other. A quote and its ledger entry are copied from
 * the source, the facts of a measure are read from its quote, and everything else tells these facts.
 * `causesIn` drops faults by this order.
 */
export const stages = ['evidence', 'facts', 'telling'] as const;
export type Stage = (typeof stages)[number];

/** A gate that is ready to be run. */
export interface Gate {
  readonly name: string;
  readonly stage: Stage;
  /** What to do about a fault that names no remedy of its own. */
  readonly remedy: string;
  readonly check: () => Finding[];
}

/** One string of an article's words, and what it belongs to. */
export interface Word {
  readonly article: string;
  readonly file: string;
  readonly path: string;
  readonly language: Language;
  readonly text: string;
  readonly field: WordField | 'other';
  /** The id of the measure, card or claim it belongs to. */
  readonly measure?: string;
  readonly card?: string;
  readonly claim?: string;
}

export const viewOf = (article: Article, content: Content, fill: Fill): View => ({
  article,
  readings: content.readings.get(article.facts.id),
  units: content.units,
  ui: content.ui,
  fill,
  words: languages.flatMap((language) =>
    writtenIn(article.words[language]).map(({ path, text }) => ({
      article: article.facts.id,
      file: wordsFileOf(language, article.facts.id),
      path,
      language,
      text,
      ...ownerOf(path),
    })),
  ),
});

const measureFields: ReadonlySet<string> = new Set(['label', 'text', 'gloss', 'limits', 'lacks']);
const cardFields: ReadonlySet<string> = new Set(['title', 'takeaway', 'summary', 'unsaid', 'items', 'notes']);

/**
 * The owner of a string, from `measures.<id>.<field>`, `cards.<id>.<field>`, `brief.<card>` or `claims.<id>`. Any other
 * string belongs to the whole article.
 */
function ownerOf(path: string): Pick<Word, 'field' | 'measure' | 'card' | 'claim'> {
  const [group, id = '', field = ''] = path.split(/[.[]/);
  if (group === 'measures' && measureFields.has(field)) return { measure: id, field: field as WordField };
  if (group === 'cards' && cardFields.has(field)) return { card: id, field: field as WordField };
  if (group === 'brief') return { card: id, field: 'brief' };
  if (group === 'standfirst') return { field: 'standfirst' };
  if (group === 'claims') return { claim: id, field: 'claim' };
  return { field: 'other' };
}

/** Whether something is left to write of a measure, so that nothing can be asked of its words yet. */
export const isUnwritten = ({ facts, words }: Article, id: string, language: Language): boolean =>
  hasGap([words[language].measures[id], facts.measures.find((measure) => measure.id === id)?.override]);

/** What is said of one measure in one language: its sentence, its label, and the translated phrase if any. */
export interface Telling {
  readonly measure: Measure;
  readonly language: Language;
  readonly words: MeasureWords;
  /** The strings that speak of the figure itself: label, text and gloss. */
  readonly said: readonly Word[];
}

/**
 * The tellings of each view are kept, because most gates ask for them, and collecting
 * takes longer than checking them.
 */
const collected = new WeakMap<View, readonly Telling[]>();

export function tellingsOf(view: View): readonly Telling[] {
  const known = collected.get(view);
  if (known !== undefined) return known;
  const tellings = languages.flatMap((language) => tellingsIn(view, language));
  collected.set(view, tellings);
  return tellings;
}

function tellingsIn({ article, words }: View, language: Language): Telling[] {
  const inLanguage = words.filter(
    (word) => word.language === language && word.field !== 'limits' && word.field !== 'lacks',
  );
  return article.facts.measures.flatMap((measure): Telling[] => {
    const measureWords = article.words[language].measures[measure.id];
    if (measureWords === undefined || isUnwritten(article, measure.id, language)) return [];
    const said = inLanguage.filter((word) => word.measure === measure.id);
    return [{ measure, language, words: measureWords, said }];
  });
}

/** The sentences that carry the figure: text and gloss. A label may leave hedges to the figure below it. */
export const sentencesOf = ({ said }: Telling): Word[] =>
  said.filter(({ field }) => field === 'text' || field === 'gloss');

/** The sentence of the measure itself. */
export const textOf = ({ said }: Telling): Word | undefined => said.find(({ field }) => field === 'text');

export const labelOf = ({ said }: Telling): Word | undefined => said.find(({ field }) => field === 'label');

export interface MeasureRemark {
  readonly key: keyof Measure;
  readonly expected: string;
  readonly got: string;
  readonly remedy?: string;
}

/** Remarks on the measures of the facts, as findings. */
export const factFindings = (
  { article: { facts } }: View,
  remarksOn: (measure: Measure) => readonly MeasureRemark[],
): Finding[] =>
  facts.measures.flatMap((measure) =>
    remarksOn(measure).map(({ key, ...remark }) => findingOn(facts.id, measure, key, remark)),
  );

export const findingOn = (
  article: string,
  { id }: Measure,
  key: keyof Measure,
  remark: Omit<MeasureRemark, 'key'>,
): Finding => ({
  file: factsFileOf(article),
  path: `measures[${id}].${key}`,
  about: `${article}/${id}`,
  ...remark,
});

export const findingIn = (
  { file, path, article, measure }: Word,
  expected: string,
  got: string,
): Finding => ({
  ...{ file, path, expected, got },
  ...(measure !== undefined && { about: `${article}/${measure}` }),
});

/** Splits a list of words that is separated by commas, so that it is easy to read. */
export const phrases = (text: string): string[] => text.trim().split(/[,，]\s*/);

/** Stands for a figure in text that is searched for words. */
export const mark = '#';

/** Replaces each placeholder by one mark, so that no id is taken for words. */
export const marksIn = (text: string): string => text.replace(/\{\{[^{}]*\}\}/g, mark);

/**
 * Text without its quotations, which are words of the source, and without the literal translation in brackets
 * after a quoted name. Quotations around a figure stay: figures are never quoted.
 */
export const unquoted = (text: string): string =>
  text.replace(/“[^“”{#]*”(?: \([^(){#]*\))?|《[^《》{#]*》/g, '“”');

/**
 * Finds the first phrase that stands as whole words: `all` is not found in
 * `small`. Chinese has no such edges.
 */
export function saysAny(text: string, language: Language, wanted: readonly string[]): string | undefined {
  const lower = text.toLowerCase();
  return wanted.find((phrase) => indexOfWords(lower, phrase, language) >= 0);
}

const isLetter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/** Returns where a phrase stands in text that is in lower case already, or -1. */
export function indexOfWords(text: string, phrase: string, language: Language, from = 0): number {
  const wanted = phrase.toLowerCase();
  for (let at = text.indexOf(wanted, from); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (language === 'zh') return at;
    const before = text.charAt(at - 1);
    const after = text.charAt(at + wanted.length);
    const isApart =
      !(isLetter(before) && isLetter(wanted.charAt(0))) && !(isLetter(after) && isLetter(wanted.slice(-1)));
    if (isApart) return at;
  }
  return -1;
}

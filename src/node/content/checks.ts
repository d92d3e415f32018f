/** Gates that hold all content together: each looks at parsed content and answers with faults. */

import { type Language, languages } from '../../core/language';
import type { Article, Facts, LedgerEntry, Measure, Modifier, Qualifier } from '../../core/model';
import { checkLanguages, checkUi } from './checkUi';
import type { Fault } from './fault';
import { factsFileOf, wordsFileOf } from './files';
import { type Fill, fillFrom } from './fill';
import type { Content } from './load';
import { fold, stringsIn, withoutPlaceholders } from './strings';

export const checkAll = (content: Content, fill: Fill = fillFrom(content)): Fault[] => [
  ...content.articles.flatMap((article) => [
    ...checkSummaries(article, fill),
    ...checkDigits(article),
    ...checkLedger(article.facts),
  ]),
  ...checkLanguages(content),
  ...checkUi(content),
];

interface Length {
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  readonly of: (text: string) => number;
}

const summaryLengths: Readonly<Record<Language, Length>> = {
  zh: { unit: 'characters', least: 60, most: 120, of: (text) => [...text.replace(/\s/g, '')].length },
  en: { unit: 'words', least: 45, most: 80, of: (text) => text.split(/\s+/).filter(Boolean).length },
};

export function checkSummaries(article: Article, fill: Fill): Fault[] {
  const { facts, words } = article;
  return languages.flatMap((language) =>
    facts.cards.flatMap(({ id }) => {
      const { unit, least, most, of } = summaryLengths[language];
      const length = of(fill(words[language].cards[id]?.summary ?? '', language, article));
      if (length >= least && length <= most) return [];
      const file = wordsFileOf(language, facts.id);
      return [
        { file, path: `/cards/${id}/summary`, expected: `${least} to ${most} ${unit}`, got: `${length}` },
      ];
    }),
  );
}

/** A digit in prose is part of a name that the ledger knows, or the year reported on; figures have placeholders. */
export function checkDigits({ facts, words }: Article): Fault[] {
  const names = facts.ledger.flatMap((entry) => ('name' in entry ? [entry.name, entry.token] : []));
  const allowed = new Set([facts.period, ...names.flatMap(numbersNamed)]);
  return languages.flatMap((language) =>
    stringsIn(words[language]).flatMap(({ path, text }) =>
      digitRunsIn(withoutPlaceholders(text))
        .filter((run) => !allowed.has(run))
        .map((run) => ({
          file: wordsFileOf(language, facts.id),
          path,
          expected: `digits only in names that the ledger lists, or the year ${facts.period}; else a placeholder`,
          got: run,
        })),
    ),
  );
}

const digitRunsIn = (text: string): string[] => text.match(/[0-9]+/g) ?? [];

/** `365工作法` names 365, and `二十届三中全会` the 20th; single characters such as 五 are written as words. */
const numbersNamed = (name: string): string[] => [
  ...digitRunsIn(name),
  ...Array.from(
    name.matchAll(/([一二三四五六七八九])?十([一二三四五六七八九])?/g),
    ([, tens = '一', ones = '']) => String(numerals.indexOf(tens) * 10 + numerals.indexOf(ones)),
  ),
];

/** Each at its value; nothing at all is found at 0. */
const numerals = '零一二三四五六七八九';

/** The ledger's token, the quote, the value and its hedges say the same. */
export function checkLedger(facts: Facts): Fault[] {
  return facts.measures.flatMap((measure, index) => {
    const entries = facts.ledger.filter((entry) => 'measure' in entry && entry.measure === measure.id);
    const remarks = [
      ...remarksOnEvidence(measure, entries),
      ...entries.flatMap(({ token }) => remarksOnToken(measure, token)),
      ...remarksOnModifiers(measure),
    ];
    return remarks.map(({ key, expected, got }) => ({
      file: factsFileOf(facts.id),
      path: `/measures/${index}/${key}`,
      expected,
      got,
    }));
  });
}

interface Remark {
  readonly key: keyof Measure;
  readonly expected: string;
  readonly got: string;
}

function remarksOnEvidence({ quote, paragraph }: Measure, entries: readonly LedgerEntry[]): Remark[] {
  const tokens = entries.map(({ token }) => token);
  const remarks: Remark[] = [];
  if (!tokens.some((token) => fold(quote).includes(fold(token)))) {
    remarks.push({ key: 'quote', expected: `a clause with ${tokens.join(' or ')}`, got: quote });
  }
  if (!entries.some((entry) => entry.paragraph === paragraph)) {
    remarks.push({ key: 'paragraph', expected: 'the paragraph of its ledger entry', got: `${paragraph}` });
  }
  return remarks;
}

const hedges: readonly (readonly [string, Qualifier])[] = [
  ['余', 'more-than'],
  ['以上', 'at-least'],
];

function remarksOnToken(measure: Measure, token: string): Remark[] {
  const remarks: Remark[] = [];
  const value = numberIn(token);
  if (value !== undefined && value !== measure.value) {
    remarks.push({ key: 'value', expected: `${value} for ${token}`, got: `${measure.value}` });
  }
  const [, qualifier] = hedges.find(([hedge]) => token.includes(hedge)) ?? [];
  if (qualifier !== undefined && qualifier !== measure.qualifier) {
    remarks.push({ key: 'qualifier', expected: `${qualifier} for ${token}`, got: measure.qualifier });
  }
  return remarks;
}

const modifierWords: readonly (readonly [string, Modifier])[] = [
  ['累计', 'cumulative'],
  ['普遍', 'generally'],
  ['同比', 'year-on-year'],
];

function remarksOnModifiers({ quote, modifiers }: Measure): Remark[] {
  return modifierWords.flatMap(([word, modifier]): Remark[] => {
    const stands = quote.includes(word);
    if (stands === modifiers.includes(modifier)) return [];
    const expected = stands
      ? `${modifier}, as the quote says ${word}`
      : `no ${modifier}, as the quote does not say ${word}`;
    return [{ key: 'modifiers', expected, got: modifiers.join(', ') || 'none' }];
  });
}

/** What a token with digits stands for, in base units; undefined for words such as 四级 or 全覆盖. */
function numberIn(token: string): number | undefined {
  const [, digits, scale = ''] = /([0-9]+(?:\.[0-9]+)?)(万|亿)?/.exec(fold(token)) ?? [];
  if (digits === undefined) return undefined;
  const power = { 万: 4, 亿: 8 }[scale] ?? 0;
  return Number(`${digits}e${power}`);
}

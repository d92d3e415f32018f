import { figureOf, printed, type Qualify } from '../../../core/figures';
import { type Language, tagOf } from '../../../core/language';
import { type Facts, notStated } from '../../../core/model';
import { withoutPlaceholders } from '../strings';
import { type ArticleGate, findingIn, indexOfWords, unquoted, type View, type Word } from './view';

/**
 * A digit in prose must be part of a name that the ledger knows, or a year that the report or a card is about;
 * figures have placeholders. The standfirst may also say in which month the report was given or printed.
 */
export const digitsGate: ArticleGate = ({ article: { facts }, words }) => {
  const names = facts.ledger.flatMap((entry) => ('name' in entry ? [entry.name, entry.token] : []));
  const years = yearsOf(facts);
  const allowed = new Set([...years, ...names.flatMap(numbersNamed)]);
  const expected = `digits only in names that the ledger lists, or the year ${years.join(' or ')}; else a placeholder`;
  return words.filter(isOurs).flatMap((word) =>
    digitRunsIn(withoutMonths(withoutPlaceholders(word.text), word, facts))
      .filter((run) => !allowed.has(run))
      .map((run) => findingIn(word, expected, run)),
  );
};

/** The years that the report, its cards or its measures are about. */
const yearsOf = ({ period, cards, measures }: Facts): string[] => {
  const periods = [period, ...[...cards, ...measures].map((owner) => owner.period ?? '')];
  return [...new Set(periods.flatMap((each) => each.match(/[0-9]{4}/g) ?? []))];
};

const monthsIn: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  zh: new Intl.DateTimeFormat(tagOf.zh, { year: 'numeric', month: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat(tagOf.en, { year: 'numeric', month: 'long', timeZone: 'UTC' }),
};

/** A standfirst without the months (2026年1月, January 2026) in which its report was given and printed. */
function withoutMonths(text: string, { field, language }: Word, { source }: Facts): string {
  if (field !== 'standfirst') return text;
  return [source.delivered, source.published]
    .filter((date) => date !== notStated)
    .map((date) => monthsIn[language].format(new Date(date)))
    .reduce((rest, month) => rest.replaceAll(month, ''), text);
}

/** The titles of the source are given as they are. */
const isOurs = ({ path }: Word): boolean => !/(?:^|\.)source(?:Title|Subtitle)$/.test(path);

const digitRunsIn = (text: string): string[] => text.match(/[0-9]+/g) ?? [];

/**
 * The numbers in a name: 365 in `365工作法`, 20 in `二十届三中全会`, the year 1992 in `九二共识`. Single characters
 * such as 五 are translated as words.
 */
const numbersNamed = (name: string): string[] => [
  ...digitRunsIn(name),
  ...Array.from(name.matchAll(/[一二三四五六七八九]{2}/g), ([year]) =>
    ['19', ...Array.from(year, (numeral) => numerals.indexOf(numeral))].join(''),
  ),
  ...Array.from(
    name.matchAll(/([一二三四五六七八九])?十([一二三四五六七八九])?/g),
    ([, tens = '一', ones = '']) => String(numerals.indexOf(tens) * 10 + numerals.indexOf(ones)),
  ),
];

/** The position of each numeral is its value. */
const numerals = '零一二三四五六七八九';

/** A figure without the words of its qualifier. */
export const bare: Qualify = (_key, number) => number;

/** A figure written out with its unit, such as 十个方面, counts as typed too and has to be a placeholder. */
export const typedGate: ArticleGate = (view) => {
  const names = view.article.facts.ledger.flatMap((entry) => ('name' in entry ? entry.name : []));
  const figures = spelledFigures(view);
  return view.words.filter(isOurs).flatMap((word) => {
    const prose = names.reduce((rest, name) => rest.replaceAll(name, '|'), unquoted(word.text)).toLowerCase();
    return figures
      .filter(
        ({ language, phrase }) => language === word.language && indexOfWords(prose, phrase, language) >= 0,
      )
      .map(({ id, phrase }) => findingIn(word, `the placeholder {{${id}}} for this figure`, phrase));
  });
};

const spelledFigures = ({ article: { facts, words } }: View) =>
  facts.measures
    .filter(({ spelled }) => spelled)
    .flatMap((measure) =>
      (['zh', 'en'] as const).flatMap((language) => {
        const unit = words[language].measures[measure.id]?.unit ?? '';
        const number = printed(figureOf(measure, language, bare));
        const phrase = language === 'zh' ? number + unit : `${number} ${unit}`;
        return unit === '' ? [] : [{ id: measure.id, language, phrase }];
      }),
    );

import type { Facts, Kind, Measure } from '../../../core/model';
import { notStated } from '../../../core/model';
import type { Readings } from '../parseReadings';
import { fold } from '../strings';
import { entriesOf } from './ledger';
import { numeralAt, placeOf } from './numerals';
import { type ArticleGate, factFindings, findingIn, type MeasureRemark, tellingsOf, textOf } from './view';

/** The words of a quote decide what sort of statement its measure is, and what it leaves open. */
export const statementsGate: ArticleGate = (view) => {
  const { facts } = view.article;
  return factFindings(view, (measure) => {
    const tokens = entriesOf(facts.ledger, measure).map(({ token }) => token);
    const wanted = statementOf(measure, { tokens, facts, readings: view.readings });
    return (Object.keys(wanted) as (keyof Statement)[]).flatMap((key): MeasureRemark[] => {
      const expected = wanted[key];
      if (expected === undefined || expected === measure[key]) return [];
      return [{ key, expected: `${expected}, as the quote has it (${measure.quote})`, got: measure[key] }];
    });
  });
};

interface Statement {
  readonly kind: Kind | undefined;
  readonly direction: Measure['direction'];
  readonly comparedWith: string;
  readonly basis: string;
  readonly period: string | undefined;
}

interface Grounds {
  readonly tokens: readonly string[];
  readonly facts: Facts;
  readonly readings: Readings | undefined;
}

const up = /上升|提高|增长|增加|上涨/;
const down = /下降|减少|降低|下跌|回落/;
/** A rate (率) that moves in the same clause. */
const rateMoves = /率[^，,。；;]{0,8}?(?:上升|提高|增长|增加|上涨|下降|减少|降低|下跌|回落)/;

function statementOf(measure: Measure, grounds: Grounds): Statement {
  const { quote } = measure;
  const direction = up.test(quote) ? 'up' : down.test(quote) ? 'down' : 'none';
  const kind = kindOf(measure, direction, grounds);
  return {
    kind,
    direction,
    comparedWith: quote.includes('同比') ? 'previous-year' : direction === 'none' ? 'none' : notStated,
    basis: basisOf(measure, direction, kind),
    period: periodOf(measure, kind, grounds),
  };
}

function kindOf(
  measure: Measure,
  direction: Statement['direction'],
  { tokens, readings }: Grounds,
): Statement['kind'] {
  const { quote } = measure;
  const [token = ''] = tokens;
  if (direction !== 'none') return rateMoves.test(quote) ? 'rate-change' : 'count-change';
  if (numeralAt(token) === undefined) {
    if (/清零|归零|没有|未|无|零/.test(token)) return 'zero';
    return /全|均|都/.test(token) ? 'coverage' : undefined;
  }
  if (/全面建成|全部|全覆盖|均已|都已/.test(quote)) return 'coverage';
  if (/%|百分之/.test(fold(token))) return 'share';
  if (readings === undefined || readings.deeds.length === 0) return undefined;
  const isOccasions = /^(?:人次|件次|批次|场次|个批次|期|次|场|轮)/.test(restAfter(token, quote));
  return isOccasions || readings.deeds.some((deed) => quote.includes(deed)) ? 'activity' : 'count';
}

/** What follows the number and its hedge in the quote. */
export function restAfter(token: string, quote: string): string {
  const at = placeOf(token, quote);
  const length = numeralAt(token)?.length ?? 0;
  return at < 0
    ? ''
    : fold(quote)
        .slice(at + length)
        .replace(/^(?:余|多|以上)/, '');
}

/**
 * A count that changed by a percentage can only have changed relatively, and so
 * can a rate, if it is above 100%.
 */
function basisOf(
  { quote, unit, value }: Measure,
  direction: Statement['direction'],
  kind: Statement['kind'],
) {
  if (direction === 'none' || unit !== 'percent') return 'none';
  if (quote.includes('百分点')) return 'percentage-points';
  const isRelative = kind === 'count-change' || (value !== notStated && value > 100);
  return isRelative ? 'relative' : notStated;
}

/** A figure must not contradict itself: what it is, how it is hedged and which way it moves. */
export const agreementGate: ArticleGate = (view) =>
  factFindings(view, ({ kind, value, qualifier, direction }): MeasureRemark[] => {
    const isChange = kind === 'rate-change' || kind === 'count-change';
    const isZero = kind === 'zero';
    const wanted = [
      [isChange === (direction !== 'none'), 'direction', isChange ? 'up or down' : 'none', direction],
      // 没有 is none-reported; 清零 says that a count was brought to exactly zero.
      [
        !isZero || ['none-reported', 'exact'].includes(qualifier),
        'qualifier',
        'none-reported or exact',
        qualifier,
      ],
      [isZero || qualifier !== 'none-reported', 'qualifier', 'another than none-reported', qualifier],
      [!isZero || value === 0, 'value', '0', `${value}`],
      [kind === 'coverage' || value !== notStated, 'value', 'a number', `${value}`],
    ] as const;
    return wanted.flatMap(([holds, key, expected, got]) =>
      holds ? [] : [{ key, expected: `${expected} for a ${kind}`, got }],
    );
  });

const sinceLastYear = { zh: ['去年以来'], en: ['since last year'] } as const;

function periodOf(
  measure: Measure,
  kind: Statement['kind'],
  { facts, readings }: Grounds,
): Statement['period'] {
  const { quote, period } = measure;
  if (quote.includes('累计')) return 'to-date';
  // 去年以来 may stand far before the figure; `periodsGate` looks for it in the sentences.
  if (period === 'since-previous-year')
    return kind === undefined || kind === 'activity' ? period : facts.period;
  if (kind === 'rate-change' || kind === 'count-change')
    return quote.includes('同比') ? facts.period : notStated;
  if (kind === 'activity' || kind === 'zero' || kind === 'share') return facts.period;
  if (readings === undefined || readings.dated.length === 0) return undefined;
  return readings.dated.some((verb) => quote.includes(verb)) ? facts.period : notStated;
}

/** “Since last year” (去年以来) must stand in both languages and in the facts, or nowhere. */
export const periodsGate: ArticleGate = (view) =>
  tellingsOf(view).flatMap((telling) => {
    const { measure, language } = telling;
    const text = textOf(telling);
    if (text === undefined) return [];
    const [phrase] = sinceLastYear[language];
    const isSince = measure.period === 'since-previous-year';
    if (text.text.toLowerCase().includes(phrase) === isSince) return [];
    const expected = isSince
      ? `“${phrase}”`
      : `no “${phrase}”: the period of ${measure.id} is ${measure.period}`;
    return [findingIn(text, expected, text.text)];
  });

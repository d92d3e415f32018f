import { notStated } from '../../../core/model';
import { type ArticleGate, factFindings, findingIn, type MeasureRemark, tellingsOf, textOf } from './view';

/**
 * A figure must not contradict itself: what it is, how it is hedged and which way it moves. It can only where an
 * editor has overridden what the quote says.
 */
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

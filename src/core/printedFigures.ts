import type { i18n } from 'i18next';
import { type Figures, namespaceOf, openArticle } from './articleWords';
import { displayed, figureOf, noteKeyOf, printed, type Qualify, wordingOf } from './figures';
import { translateIn } from './i18n';
import type { Language } from './language';
import type { Facts, Measure } from './model';

type Setting = Pick<Facts, 'id' | 'source'>;

/** How a measure of a report is printed: in a sentence, and by itself with its unit, direction and hedges. */
export function printedFigure(
  instance: i18n,
  { id, source }: Setting,
  measure: Measure,
  language: Language,
): Figures[string] {
  const t = translateIn(instance, language);
  const say = t as unknown as (key: string, values?: object) => string;
  const qualify: Qualify = (key, number) => t(`figures:${key}`, { number });
  const stand: Qualify = (key, number) =>
    key === 'none-reported' ? t('figures:none-large') : qualify(key, number);
  const isNone = measure.qualifier === 'none-reported';
  const key = isNone ? 'none' : noteKeyOf(measure);
  // Who says that there was none is named as the document is: an article, or a report.
  const context = isNone ? source.kind : wordingOf(measure);
  const note = (number: string) => (key ? say(`figures:note.${key}`, { number, context }) : number);
  const unit = say(`${namespaceOf(id)}:measures.${measure.id}.unit`);
  return {
    text: printed(figureOf(measure, language, qualify)),
    ...displayed(figureOf(measure, language, stand), unit, language, note),
  };
}

/** All figures of a report. The build makes them once, so that no phone has to. */
export const figuresOf = (instance: i18n, facts: Facts, language: Language): Figures =>
  Object.fromEntries(
    facts.measures.map((measure) => [measure.id, printedFigure(instance, facts, measure, language)]),
  );

/** A report whose figures are made on the spot, for what the build writes. */
export const readArticle = (instance: i18n, facts: Facts, language: Language) =>
  openArticle(instance, facts, figuresOf(instance, facts, language), language);

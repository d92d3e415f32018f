import type { i18n } from 'i18next';
import { type Figure, figureOf, printed, type Qualify } from './figures';
import { translateIn } from './i18n';
import type { Language } from './language';
import type { ArticleWords, CardWords, Facts, Measure, MeasureWords } from './model';
import { marked } from './prose';

/** i18next's namespace for one article's words. */
export const namespaceOf = (article: string): string => `article-${article}`;

/** One article in one language: every placeholder filled, figures marked for the typesetter. */
export interface ArticleReader {
  readonly facts: Facts;
  readonly language: Language;
  /** A plain string of the article's words, such as `title` or `scopes.city`. */
  text(key: string): string;
  list(key: 'unsaid'): readonly string[];
  card(id: string): CardWords;
  words(measure: Measure): MeasureWords;
  figure(measure: Measure): Figure;
  /** The figure as it stands alone in large type, where "none" reads better than "no". */
  display(measure: Measure): Figure;
  measuresOf(card: string): readonly Measure[];
  unitOf(measure: string): string;
}

export function openArticle(instance: i18n, facts: Facts, language: Language): ArticleReader {
  const t = translateIn(instance, language);
  // The article's own keys are content, proved by the parser; only the interface's keys are typed.
  const words = (instance.getFixedT as (language: string, namespace: string) => unknown)(
    language,
    namespaceOf(facts.id),
  ) as (key: string, options?: object) => unknown;
  const qualify: Qualify = (key, number) => t(`figures:${key}`, { number });
  const stand: Qualify = (key, number) =>
    key === 'none-reported' ? t('figures:none-alone') : qualify(key, number);
  const figure = (measure: Measure) => figureOf(measure, language, qualify);
  const byId = new Map(facts.measures.map((measure) => [measure.id, measure]));
  const filling = Object.fromEntries(
    facts.measures.map((measure) => [measure.id, marked(measure.id, printed(figure(measure)))]),
  );
  const objects = { returnObjects: true, ...filling };
  const wordsOf = (id: string) => words(`measures.${id}`, objects) as MeasureWords;
  const units = new Map<string, string>();
  return {
    facts,
    language,
    figure,
    text: (key) => words(key, filling) as string,
    list: (key) => words(key, objects) as ArticleWords['unsaid'],
    card: (id) => words(`cards.${id}`, objects) as CardWords,
    words: (measure) => wordsOf(measure.id),
    display: (measure) => figureOf(measure, language, stand),
    measuresOf: (card) => facts.measures.filter((measure) => measure.card === card),
    unitOf: (id) => {
      const known = units.get(id) ?? (byId.has(id) ? wordsOf(id).unit : '');
      units.set(id, known);
      return known;
    },
  };
}

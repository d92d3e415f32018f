import type { i18n } from 'i18next';
import { type Figure, figureOf, printed, type Qualify } from './figures';
import { translateIn, type WordKey } from './i18n';
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

/**
 * Strings with their placeholders filled, as i18next does it. Not by `t` with `returnObjects`, which takes
 * every string through all of its steps, plurals and nesting included: ten times the work, at each switch.
 */
function filled(instance: i18n, language: Language, words: unknown, filling: object): unknown {
  const { interpolator } = instance.services;
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return value.includes('{{') ? interpolator.interpolate(value, filling, language, {}) : value;
    }
    if (Array.isArray(value)) return value.map(fill);
    return Object.fromEntries(
      Object.entries(value as object).map(([key, entry]) => [key, fill(entry)] as const),
    );
  };
  return fill(words);
}

export function openArticle(instance: i18n, facts: Facts, language: Language): ArticleReader {
  const t = translateIn(instance, language);
  const namespace = namespaceOf(facts.id);
  const qualify: Qualify = (key, number) => t(`figures:${key}`, { number });
  const stand: Qualify = (key, number) =>
    key === 'none-reported' ? t('figures:none-alone') : qualify(key, number);
  const figure = (measure: Measure) => figureOf(measure, language, qualify);
  const byId = new Map(facts.measures.map((measure) => [measure.id, measure]));
  // Each when it is first asked for: a page shows few of them before it is idle.
  const filling: Record<string, string> = {};
  for (const measure of facts.measures) {
    const get = () => marked(measure.id, printed(figure(measure)));
    Object.defineProperty(filling, measure.id, { get, enumerable: true });
  }
  const said = new Map<string, unknown>();
  /** Each is put together once: a page asks for the same words again and again. */
  const once = <T>(key: string): T => {
    if (!said.has(key)) {
      // The article's own keys are content, proved by the parser; `t` says what is missing.
      const words: unknown =
        instance.getResource(language, namespace, key) ?? t(`${namespace}:${key}` as WordKey);
      said.set(key, filled(instance, language, words, filling));
    }
    return said.get(key) as T;
  };
  const wordsOf = (id: string) => once<MeasureWords>(`measures.${id}`);
  return {
    facts,
    language,
    figure,
    text: (key) => once<string>(key),
    list: (key) => once<ArticleWords['unsaid']>(key),
    card: (id) => once<CardWords>(`cards.${id}`),
    words: (measure) => wordsOf(measure.id),
    display: (measure) => figureOf(measure, language, stand),
    measuresOf: (card) => facts.measures.filter((measure) => measure.card === card),
    unitOf: (id) => (byId.has(id) ? wordsOf(id).unit : ''),
  };
}

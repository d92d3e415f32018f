import type { i18n } from 'i18next';
import { type Figure, figureOf, printed, type Qualify } from './figures';
import { translateIn } from './i18n';
import type { Language } from './language';
import type { CardWords, Facts, Measure, MeasureWords } from './model';
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
  const qualify: Qualify = (key, number) => t(`figures:${key}`, { number });
  const stand: Qualify = (key, number) =>
    key === 'none-reported' ? t('figures:none-alone') : qualify(key, number);
  const figure = (measure: Measure) => figureOf(measure, language, qualify);
  const byId = new Map(facts.measures.map((measure) => [measure.id, measure]));
  // What a placeholder becomes. Each is made when it is first asked for: most sentences hold none.
  const figures: Record<string, string> = {};
  for (const measure of facts.measures) {
    const get = () => marked(measure.id, printed(figure(measure)));
    Object.defineProperty(figures, measure.id, { get, enumerable: true });
  }
  // The article's own keys are content, proved by the parser; i18next says what is missing.
  const say = t as unknown as (key: string, options: object) => unknown;
  const words = <T>(key: string): T =>
    say(`${namespaceOf(facts.id)}:${key}`, { returnObjects: true, ...figures }) as T;
  const wordsOf = (id: string) => words<MeasureWords>(`measures.${id}`);
  return {
    facts,
    language,
    figure,
    text: (key) => words<string>(key),
    list: (key) => words<readonly string[]>(key),
    card: (id) => words<CardWords>(`cards.${id}`),
    words: (measure) => wordsOf(measure.id),
    display: (measure) => figureOf(measure, language, stand),
    measuresOf: (card) => facts.measures.filter((measure) => measure.card === card),
    unitOf: (id) => (byId.has(id) ? words<string>(`measures.${id}.unit`) : ''),
  };
}

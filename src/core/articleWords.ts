import type { i18n } from 'i18next';
import {
  type DisplayedFigure,
  displayed,
  type Figure,
  figureOf,
  noteKeyOf,
  printed,
  type Qualify,
  wordingOf,
} from './figures';
import { translateIn } from './i18n';
import type { Language } from './language';
import type { Card, CardWords, Facts, Measure, MeasureWords } from './model';
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
  /** The sentences of the brief, each with the card that it speaks of. */
  readonly brief: readonly { readonly card: Card; readonly text: string }[];
  card(id: string): CardWords;
  words(measure: Measure): MeasureWords;
  figure(measure: Measure): Figure;
  /** The figure by itself, with its unit, direction and hedges. */
  display(measure: Measure): DisplayedFigure;
  /** The measures that open the article, in their order. */
  readonly essentials: readonly Measure[];
  measuresOf(card: string): readonly Measure[];
  unitOf(measure: string): string;
}

export function openArticle(instance: i18n, facts: Facts, language: Language): ArticleReader {
  const t = translateIn(instance, language);
  const qualify: Qualify = (key, number) => t(`figures:${key}`, { number });
  const stand: Qualify = (key, number) =>
    key === 'none-reported' ? t('figures:none-large') : qualify(key, number);
  const figure = (measure: Measure) => figureOf(measure, language, qualify);
  const byId = new Map(facts.measures.map((measure) => [measure.id, measure]));
  // The figure for each placeholder. They are made when the first sentence is asked for.
  let figures: Readonly<Record<string, string>> | undefined;
  const figuresNow = () => {
    figures ??= Object.fromEntries(
      facts.measures.map((measure) => [measure.id, marked(measure.id, printed(figure(measure)))]),
    );
    return figures;
  };
  // The article's own keys are content and have no types. The parser has checked them, and
  // i18next reports what is missing.
  const say = t as unknown as (key: string, options: object) => string;
  const said = new Map<string, unknown>();
  /** Keeps what i18next has put together, because a page asks for the same words again and again. */
  const words = <T>(key: string): T => {
    if (!said.has(key))
      said.set(
        key,
        // Nesting is off, because a report's text is content, and `$t(…)` in it is text.
        say(`${namespaceOf(facts.id)}:${key}`, {
          returnObjects: true,
          nest: false,
          replace: figuresNow(),
        }) as unknown,
      );
    return said.get(key) as T;
  };
  const wordsOf = (id: string) => words<MeasureWords>(`measures.${id}`);
  return {
    facts,
    language,
    figure,
    text: (key) => words<string>(key),
    list: (key) => words<readonly string[]>(key),
    get brief() {
      return facts.brief.flatMap((id) =>
        facts.cards
          .filter((card) => card.id === id)
          .map((card) => ({ card, text: words<string>(`brief.${id}`) })),
      );
    },
    card: (id) => words<CardWords>(`cards.${id}`),
    words: (measure) => wordsOf(measure.id),
    display(measure) {
      const isNone = measure.qualifier === 'none-reported';
      const key = isNone ? 'none' : noteKeyOf(measure);
      // Who says that there was none is named as the document is: an article, or a report.
      const context = isNone ? facts.source.kind : wordingOf(measure);
      const note = (number: string) => (key ? say(`figures:note.${key}`, { number, context }) : number);
      return displayed(figureOf(measure, language, stand), wordsOf(measure.id).unit, language, note);
    },
    essentials: facts.essentials.flatMap((id) => byId.get(id) ?? []),
    measuresOf: (card) => facts.measures.filter((measure) => measure.card === card),
    unitOf: (id) => (byId.has(id) ? wordsOf(id).unit : ''),
  };
}

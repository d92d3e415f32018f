import type { i18n } from 'i18next';
import type { DisplayedFigure } from './figures';
import { translateIn } from './i18n';
import type { Language } from './language';
import type { Card, CardWords, Facts, Measure, MeasureWords } from './model';
import { marked } from './prose';

/** i18next's namespace for one article's words. */
export const namespaceOf = (article: string): string => `article-${article}`;

/** The figures of one article in one language by the ids of their measures, as the build has printed them. */
export type Figures = Readonly<
  Record<
    string,
    DisplayedFigure & {
      /** As it stands in a sentence: the number between the words of its qualifier, without the unit. */
      readonly text: string;
    }
  >
>;

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
  figure(measure: Measure): Figures[string];
  /** The measures that open the article, in their order. */
  readonly essentials: readonly Measure[];
  measuresOf(card: string): readonly Measure[];
  unitOf(measure: string): string;
}

export function openArticle(
  instance: i18n,
  facts: Facts,
  figures: Figures,
  language: Language,
): ArticleReader {
  const byId = new Map(facts.measures.map((measure) => [measure.id, measure]));
  const placeholders = Object.fromEntries(
    Object.entries(figures).map(([id, { text }]) => [id, marked(id, text)]),
  );
  // The article's own keys are content and have no types. The parser has checked them, and
  // i18next reports what is missing.
  const say = translateIn(instance, language) as unknown as (key: string, options: object) => string;
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
          replace: placeholders,
        }) as unknown,
      );
    return said.get(key) as T;
  };
  const wordsOf = (id: string) => words<MeasureWords>(`measures.${id}`);
  return {
    facts,
    language,
    figure: ({ id }) => {
      const figure = figures[id];
      if (!figure) throw new Error(`${facts.id}: no figure was made for ${id}`);
      return figure;
    },
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
    essentials: facts.essentials.flatMap((id) => byId.get(id) ?? []),
    measuresOf: (card) => facts.measures.filter((measure) => measure.card === card),
    unitOf: (id) => (byId.has(id) ? wordsOf(id).unit : ''),
  };
}

import type { ArticleReader } from './articleWords';
import { cardBlocksOf } from './cardBlocks';
import { figureText } from './figureText';
import { type Language, languages } from './language';
import { type Card, isOverview, type Measure, type Term } from './model';
import type { Words } from './page';
import { plain } from './prose';
import type { SearchDocument } from './search';
import { sentencesOf } from './sentences';
import { anchorOfTerm } from './terms';

// The app fetches the search as one script.
export { openSearch, prepareDocument } from './search';

/** What can be found, and where it is: on the page of an article, or among the terms. */
export interface PlacedDocument extends SearchDocument {
  readonly article: string | undefined;
}

const sentencesIn = (texts: readonly string[], language: Language): string[] =>
  texts.flatMap((marked) => {
    const text = plain(marked);
    return sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));
  });

function cardTexts(article: ArticleReader, card: Card): string[] {
  const { shown, folded } = cardBlocksOf(article, card);
  const isFirst = isOverview(article.facts, card);
  const blocks = [
    ...(isFirst ? [article.text('standfirst')] : []),
    ...shown.flatMap((block) => ('text' in block ? block.text : [])),
    ...folded,
  ];
  const title = isFirst ? article.text('title') : article.card(card.id).title;
  return [plain(title), ...sentencesIn(blocks, article.language)];
}

function measureTexts(words: Words, id: string, measure: Measure): string[] {
  const article = words.article(id);
  const { label, text, limits } = article.words(measure);
  const blocks = [text, article.text(`scopes.${measure.scope}`), ...limits];
  return [plain(label), figureText(article, measure), ...sentencesIn(blocks, article.language)];
}

const termTexts = ({ language, say }: Words, term: Term): string[] => [
  term[language],
  ...sentencesIn([say(`terms:${term.id}`)], language),
];

/** Every card, measure and term, with its searchable texts in both languages. */
export function searchDocumentsOf(words: Readonly<Record<Language, Words>>): PlacedDocument[] {
  const inEach = (texts: (words: Words) => string[]) =>
    Object.fromEntries(languages.map((language) => [language, texts(words[language])] as const)) as Record<
      Language,
      string[]
    >;
  return [
    ...words.zh.articles.flatMap(({ facts }) =>
      facts.cards.flatMap((card): PlacedDocument[] => [
        {
          id: card.id,
          kind: 'card',
          article: facts.id,
          texts: inEach(({ article }) => cardTexts(article(facts.id), card)),
        },
        ...facts.measures
          .filter((measure) => measure.card === card.id)
          .map(
            (measure): PlacedDocument => ({
              id: measure.id,
              kind: 'measure',
              article: facts.id,
              texts: inEach((words) => measureTexts(words, facts.id, measure)),
            }),
          ),
      ]),
    ),
    ...words.zh.terms.map(
      (term): PlacedDocument => ({
        id: anchorOfTerm(term.id),
        kind: 'term',
        article: undefined,
        texts: inEach((words) => termTexts(words, term)),
      }),
    ),
  ];
}

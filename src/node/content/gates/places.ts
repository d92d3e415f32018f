import type { Language } from '../../../core/language';
import type { Measure } from '../../../core/model';
import { figuresIn } from '../../../core/reading';
import { listed } from '../strings';
import { type ArticleGate, findingIn, isUnwritten, type View, type Word } from './view';

/**
 * A figure must stand beside words of its label or unit, so that two figures of one sentence cannot be
 * exchanged and no figure can be replaced by another.
 */
export const placesGate: ArticleGate = (view) =>
  view.words
    .filter(({ field, text }) => field !== 'label' && text.includes('{{'))
    .flatMap((word) => {
      const stands = standsIn(word).filter(({ id }) => !isUnwritten(view.article, id, word.language));
      return [...strangers(view, word, stands), ...swapped(view, word, stands)];
    });

/** A placeholder, with the words around it up to the next one. */
interface Stand {
  readonly id: string;
  readonly around: ReadonlySet<string>;
  /** The words that speak of this figure rather than of its neighbours. */
  readonly own: ReadonlySet<string>;
}

/** Ends a clause, but not a number such as 2.5. */
const stop = /[，。；：！？,;:!?]|\.(?=\s|$)/;

/**
 * A figure and the words of its clause belong together; of two figures in one clause each has the words behind it.
 */
function ownPart(before: string, behind: string, isFirst: boolean, language: Language): ReadonlySet<string> {
  const clauses = before.split(stop);
  const lead = isFirst || clauses.length > 1 ? clauses.at(-1) : '';
  const [tail = ''] = behind.split(stop, 1);
  return new Set([...partsOf(lead ?? '', language), ...partsOf(tail, language)]);
}

function standsIn({ text, language }: Word): Stand[] {
  const parts = text.split(/\{\{([^{}]+)\}\}/);
  return parts.flatMap((id, index): Stand[] => {
    if (index % 2 === 0) return [];
    const [before = '', behind = ''] = [parts[index - 1], parts[index + 1]];
    return [
      {
        id,
        around: new Set([...partsOf(before, language), ...partsOf(behind, language)]),
        own: ownPart(before, behind, index === 1, language),
      },
    ];
  });
}

/** Texts are compared by pairs of characters in Chinese and by beginnings of words in English. */
export function partsOf(text: string, language: Language): ReadonlySet<string> {
  const known = remembered[language].get(text) ?? partsIn(text, language);
  remembered[language].set(text, known);
  return known;
}

/**
 * Results are kept, because each label is compared with every sentence of its card,
 * thousands of times in a mutation run.
 */
const remembered: Readonly<Record<Language, Map<string, ReadonlySet<string>>>> = {
  zh: new Map(),
  en: new Map(),
};

function partsIn(text: string, language: Language): ReadonlySet<string> {
  if (language === 'en') {
    const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
    return new Set(words.map((word) => word.slice(0, 6)));
  }
  const runs = text.match(/\p{Script=Han}+/gu) ?? [];
  return new Set(runs.flatMap((run) => Array.from(run).map((_, at) => run.slice(at, at + 2))));
}

function vocabularyOf({ article: { words } }: View, id: string, language: Language): ReadonlySet<string> {
  const told = words[language].measures[id];
  return partsOf(told === undefined ? '' : `${told.label} ${told.unit}`, language);
}

export const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((part) => b.has(part)).length;

const strangers = (view: View, word: Word, stands: readonly Stand[]) =>
  stands
    .filter(({ id, around }) => shared(around, vocabularyOf(view, id, word.language)) === 0)
    .map(({ id }) =>
      findingIn(word, `{{${id}}} beside words of its label or unit, with no other figure between`, word.text),
    );

function swapped(view: View, word: Word, stands: readonly Stand[]) {
  const suits = (stand: Stand, id: string) => shared(stand.own, vocabularyOf(view, id, word.language));
  return stands.flatMap((first, index) =>
    stands
      .slice(index + 1)
      .filter(({ id }) => id !== first.id)
      .filter(
        (second) =>
          suits(first, first.id) + suits(second, second.id) <=
          suits(first, second.id) + suits(second, first.id),
      )
      .map((second) =>
        findingIn(word, `{{${first.id}}} and {{${second.id}}} each by its own words`, word.text),
      ),
  );
}

/** A translated quote must have a placeholder for every figure of the quote, and no other. */
export const glossesGate: ArticleGate = (view) => {
  const { measures } = view.article.facts;
  /** The measures whose figures stand in the quote of this one. */
  const figuresOf = ({ quote, paragraph }: Measure): string[] => {
    const tokens = figuresIn(quote).map(({ token }) => token);
    const isInQuote = (other: Measure) =>
      other.paragraph === paragraph && quote.includes(other.quote) && tokens.includes(other.token);
    return measures.filter(isInQuote).map(({ id }) => id);
  };
  return view.words
    .filter(({ field }) => field === 'gloss')
    .flatMap((word) => {
      const measure = measures.find(({ id }) => id === word.measure);
      const wanted = listed(measure === undefined ? [] : figuresOf(measure));
      const got = listed(Array.from(word.text.matchAll(/\{\{([^{}]+)\}\}/g), ([, id = '']) => id));
      return wanted === got ? [] : [findingIn(word, `the figures of the quote: ${wanted}`, got)];
    });
};

import type { Language } from '../../../core/language';
import type { Measure } from '../../../core/model';
import { partsOf, shared } from './places';
import {
  type ArticleGate,
  type Finding,
  findingIn,
  labelOf,
  marksIn,
  type Telling,
  tellingsOf,
} from './view';

/**
 * A label must share words with its sentence, and more than with any other sentence of the card. A figure in
 * large type is understood only by its label, so two labels must not be exchanged.
 */
export const labelsGate: ArticleGate = (view) =>
  tellingsOf(view).flatMap((telling) => {
    const { measure, language } = telling;
    const label = labelOf(telling);
    if (label === undefined) return [];
    if (likeness(telling, telling) === 0) return [findingIn(label, 'words of its own sentence', label.text)];
    const owner = ownerOf(telling, tellingsOf(view));
    if (owner !== undefined)
      return [findingIn(label, `a sentence of its own, not one that tells ${owner.measure.id}`, label.text)];
    return tellingsOf(view)
      .filter((other) => other.language === language && other.measure.card === measure.card)
      .filter((other) => other.measure.id !== measure.id && !areLevelAndChange(telling, other))
      .filter(
        (other) =>
          likeness(telling, telling) + likeness(other, other) <=
          likeness(telling, other) + likeness(other, telling),
      )
      .map((other) =>
        findingIn(label, `a label that fits its own sentence better than ${other.measure.id}`, label.text),
      );
  });

/** The measure whose whole label stands in a sentence that has less than half of its own. */
function ownerOf({ measure, language, words }: Telling, tellings: readonly Telling[]): Telling | undefined {
  const text = partsOf(marksIn(words.text), language);
  const standing = (label: string) => {
    const parts = partsOf(withoutStatus(label), language);
    return shared(parts, text) / parts.size;
  };
  if (standing(words.label) >= 0.5) return undefined;
  return tellings.find(
    (other) =>
      other.language === language && other.measure.id !== measure.id && standing(other.words.label) === 1,
  );
}

/** A label without what the templates of `sentences:label` add to it. */
const withoutStatus = (label: string): string =>
  label.replace(/（(?:目标|计划)）$|, (?:target|planned)$/, '');

/** What a thing amounts to and how it changed have one label: the direction tells them apart wherever it stands. */
const areLevelAndChange = (one: Telling, other: Telling): boolean =>
  one.words.label === other.words.label &&
  likeness(other, other) > 0 &&
  (one.measure.direction === 'none') !== (other.measure.direction === 'none');

/** How many parts the label of one measure shares with the sentence of another; its unit counts more. */
function likeness({ words, language }: Telling, of: Telling): number {
  const label = partsOf(words.label, language);
  const text = partsOf(marksIn(of.words.text), language);
  return shared(label, text) + 2 * shared(label, partsOf(of.words.unit, language));
}

/**
 * Where a template writes the sentence, nothing but the label says what is counted. In the language of the source it
 * must share words with its quote, and not more with another; in the other language with its id, which is English, or
 * with the translation of its quote.
 */
export const labelGroundsGate: ArticleGate = (view) => {
  const { measures, language: source } = view.article.facts;
  return tellingsOf(view).flatMap((telling): Finding[] => {
    const { measure, language, words } = telling;
    const label = labelOf(telling);
    if (label === undefined || words.isWritten) return [];
    if (language !== source) {
      if (speaksOf(label.text, measure.id, words.gloss)) return [];
      return [findingIn(label, `words of its id (${measure.id}) or of its gloss`, label.text)];
    }
    const parts = pairsIn(withoutStatus(label.text));
    const sharedWith = ({ quote }: Measure) => shared(parts, pairsIn(quote));
    if (sharedWith(measure) === 0)
      return [findingIn(label, `words of its quote (${measure.quote})`, label.text)];
    const better = measures.find((other) => sharedWith(other) > sharedWith(measure));
    if (better === undefined) return [];
    return [findingIn(label, `a label that fits its own quote better than that of ${better.id}`, label.text)];
  });
};

/** Whether a word of the id or the gloss begins like one of the label, or the id is made of its initials (gdp). */
function speaksOf(label: string, id: string, gloss = ''): boolean {
  const initials = (label.match(/\b\p{L}/gu) ?? []).join('').toLowerCase();
  const wanted = stemsIn(`${id.replaceAll('-', ' ')} ${marksIn(gloss)}`);
  return shared(stemsIn(label), wanted) > 0 || (initials.length > 2 && wanted.has(initials.slice(0, 4)));
}

const pairsIn = (text: string): ReadonlySet<string> =>
  new Set([...partsOf(text, 'zh')].filter((part) => part.length === 2));

const stemsIn = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).map((word) => word.slice(0, 4)));

/** Labels that are the same in one language are the same in the other: what two things are called is no translation. */
export const labelPairsGate: ArticleGate = (view) => {
  const told = tellingsOf(view);
  return told.flatMap((telling): Finding[] => {
    const { measure, language, words } = telling;
    const label = labelOf(telling);
    const twin = told.find(
      (other) =>
        other.language === language &&
        other.measure.id !== measure.id &&
        withoutStatus(other.words.label) === withoutStatus(words.label) &&
        labelIn(told, other.measure, language) !== labelIn(told, measure, language),
    );
    if (label === undefined || twin === undefined) return [];
    return [findingIn(label, `another label than ${twin.measure.id}, as in the other language`, label.text)];
  });
};

/** The label of a measure in the other language. */
const labelIn = (told: readonly Telling[], { id }: Measure, not: Language): string =>
  withoutStatus(
    told.find(({ measure, language }) => measure.id === id && language !== not)?.words.label ?? '',
  );

/** Where figures, names and numbers set aside stand, so that an entry and a proposal for the same number are known as one. */
import { figuresIn } from '../../core/reading';
import type { WrittenFacts } from '../content/factsSchema';
import { fold } from '../content/strings';
import type { Span } from './clauses';
import type { WrittenMeasure } from './headlines';

/** Offsets are those of the folded paragraph. */
export interface Place extends Span {
  readonly paragraph: number;
}

export const meet = (one: Place, other: Place): boolean =>
  one.paragraph === other.paragraph && one.start < other.end && other.start < one.end;

/** A place of the text as it is printed. */
export const placeOf = (text: string, paragraph: number, { start, end }: Span): Place => ({
  paragraph,
  start: fold(text.slice(0, start)).length,
  end: fold(text.slice(0, end)).length,
});

/** Where the figure of a measure stands in its paragraph, if its quote does. */
export function placeOfMeasure(measure: WrittenMeasure, texts: readonly string[]): Place | undefined {
  const { quote, paragraph } = measure;
  const token = measure.token ?? figuresIn(quote)[0]?.token ?? '';
  const at = (texts[paragraph - 1] ?? '').indexOf(fold(quote));
  if (at < 0 || token === '') return undefined;
  const start = at + fold(quote.slice(0, quote.indexOf(token))).length;
  return { paragraph, start, end: start + fold(token).length };
}

/** Where names stand; two entries of one name are two places. Undefined for a name that stands nowhere. */
export function placesOfNames(names: WrittenFacts['names'], texts: readonly string[]): (Place | undefined)[] {
  const taken: Place[] = [];
  return names.map(({ name, paragraph }) => {
    const place = placesIn(texts[paragraph - 1] ?? '', fold(name), paragraph).find(
      (each) => !taken.some((other) => meet(each, other)),
    );
    if (place !== undefined) taken.push(place);
    return place;
  });
}

function placesIn(text: string, words: string, paragraph: number): Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    places.push({ paragraph, start: at, end: at + words.length });
  }
  return places;
}

/** Where figures, names and numbers set aside stand, so that an entry and a proposal for the same number are known as one. */
import { figuresIn } from '../../core/reading';
import type { WrittenFacts } from '../content/factsSchema';
import { freeSpanOf, meet, type Span, spanOfFigure } from '../content/standing';
import { fold } from '../content/strings';
import type { WrittenMeasure } from './headlines';

/** Offsets are those of the folded paragraph. */
export interface Place extends Span {
  readonly paragraph: number;
}

export const isSamePlace = (one: Place, other: Place): boolean =>
  one.paragraph === other.paragraph && meet(one, other);

/** A place of the text as it is printed. */
export const placeOf = (text: string, paragraph: number, { start, end }: Span): Place => ({
  paragraph,
  start: fold(text.slice(0, start)).length,
  end: fold(text.slice(0, end)).length,
});

/** Where the figure of a measure stands in its paragraph, if its quote does. */
export function placeOfMeasure(measure: WrittenMeasure, texts: readonly string[]): Place | undefined {
  const { quote, paragraph } = measure;
  const token = measure.token ?? figuresIn(quote)[0]?.token;
  const span = token && spanOfFigure({ quote, token }, texts[paragraph - 1] ?? '');
  return span ? { paragraph, ...span } : undefined;
}

/** Where names stand; undefined for a name that stands nowhere. */
export function placesOfNames(names: WrittenFacts['names'], texts: readonly string[]): (Place | undefined)[] {
  const taken: Place[] = [];
  return names.map(({ name, paragraph }) => {
    const here = taken.filter((place) => place.paragraph === paragraph);
    const span = freeSpanOf(texts[paragraph - 1] ?? '', name, here);
    if (span === undefined) return undefined;
    const place = { paragraph, ...span };
    taken.push(place);
    return place;
  });
}

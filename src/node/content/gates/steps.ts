import { type ArticleGate, findingIn, type Telling, tellingsOf, textOf, type View } from './view';

/** Steps bear the names, and stand in the order, that their sentence and the quote give them. */
export const stepsGate: ArticleGate = (view) =>
  tellingsOf(view).flatMap((telling) => {
    const { words } = telling;
    const text = textOf(telling);
    if (words.steps === undefined || text === undefined) return [];
    const path = text.path.replace(/text$/, 'steps');
    return placesOf(view, telling)
      .filter((place) => !standInOrder(words.steps ?? [], place.toLowerCase()))
      .map((place) => findingIn({ ...text, path }, `names in the order of “${place}”`, `${words.steps}`));
  });

/** The quote is in the source's language only. */
const placesOf = ({ article: { facts } }: View, { words, measure, language }: Telling): string[] =>
  language === facts.language ? [words.text, measure.quote] : [words.text];

function standInOrder(steps: readonly string[], text: string): boolean {
  let from = 0;
  return steps.every((step) => {
    const at = text.indexOf(step.toLowerCase(), from);
    from = at + step.length;
    return at >= 0;
  });
}

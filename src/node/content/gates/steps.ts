import { type ArticleGate, findingIn, type Telling, tellingsOf, textOf, type View } from './view';

/** The names of steps must stand in their sentence and in the quote, in the same order. */
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

/** Names in the source's language are looked for in the quote too. */
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

import type { Translate } from './i18n';
import type { Facts } from './model';

/** The line that names the paragraphs of a report from which something is drawn. */
export const sourceLine = (t: Translate, { source }: Facts, paragraphs: readonly number[]): string =>
  t('reader:sources', {
    context: source.kind,
    count: paragraphs.length,
    list: stretchesOf(paragraphs)
      .flatMap((stretch) =>
        stretch.length > 2
          ? t('reader:list-range', { from: stretch[0], to: stretch.at(-1) })
          : stretch.map(String),
      )
      .join(t('reader:list-comma')),
  });

/** Numbers in ascending order, split where one is left out. */
function stretchesOf(numbers: readonly number[]): number[][] {
  const stretches: number[][] = [];
  for (const number of numbers) {
    const last = stretches.at(-1);
    if (last?.at(-1) === number - 1) last.push(number);
    else stretches.push([number]);
  }
  return stretches;
}

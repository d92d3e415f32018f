import type { Translate } from './i18n';
import type { Facts } from './model';

/** The line that names the paragraphs of a report from which something is drawn. */
export const sourceLine = (t: Translate, { source }: Facts, paragraphs: readonly number[]): string =>
  t('reader:sources', {
    context: source.kind,
    count: paragraphs.length,
    list: runsOf(paragraphs)
      .flatMap((run) =>
        run.length > 2 ? t('reader:list-range', { from: run[0], to: run.at(-1) }) : run.map(String),
      )
      .join(t('reader:list-comma')),
  });

/** Numbers in ascending order, split where one is left out. */
function runsOf(numbers: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs;
}

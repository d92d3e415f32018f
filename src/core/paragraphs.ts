import type { Measure } from './model';

/** Paragraphs of the source in order, each with how many measures it holds. */
export function measuresByParagraph(
  measures: readonly Pick<Measure, 'paragraph'>[],
  paragraphs: number,
): number[] {
  return Array.from(
    { length: paragraphs },
    (_, at) => measures.filter(({ paragraph }) => paragraph === at + 1).length,
  );
}

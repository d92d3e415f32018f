/** Where the paragraphs of an earlier text stand in a newer one. */
import type { WrittenFacts } from '../content/factsSchema';
import { fold } from '../content/strings';
import type { Paragraph } from './parts';

/** The new number of an old paragraph. */
export type Move = (paragraph: number) => number;

/**
 * Quotes and names show where their paragraphs went; a paragraph of which nothing is quoted goes with the nearest one
 * before it.
 */
export function movesOf({ measures, names }: WrittenFacts, paragraphs: readonly Paragraph[]): Move {
  const texts = paragraphs.map(({ text }) => fold(text));
  const votes = new Map<number, number[]>();
  const anchors = [
    ...measures.map(({ paragraph, quote }) => ({ paragraph, words: quote })),
    ...names.map(({ paragraph, name }) => ({ paragraph, words: name })),
  ];
  for (const { paragraph, words } of anchors) {
    const home = nearestHome(texts, fold(words), paragraph);
    if (home !== undefined) votes.set(paragraph, [...(votes.get(paragraph) ?? []), home - paragraph]);
  }
  const shifts = Array.from(votes, ([paragraph, each]) => [paragraph, mostOf(each)] as const).sort(
    ([a], [b]) => a - b,
  );
  const last = Math.max(1, paragraphs.length);
  return (paragraph) => {
    const shift = shifts.findLast(([from]) => from <= paragraph)?.[1] ?? 0;
    return Math.min(last, Math.max(1, paragraph + shift));
  };
}

/** The nearest paragraph in which words stand, counted from 1. */
export function nearestHome(texts: readonly string[], words: string, from: number): number | undefined {
  const homes = texts.flatMap((text, at) => (text.includes(words) ? at + 1 : []));
  return homes.toSorted((a, b) => Math.abs(a - from) - Math.abs(b - from))[0];
}

function mostOf(values: readonly number[]): number {
  const countOf = (value: number) => values.filter((each) => each === value).length;
  return values.toSorted((a, b) => countOf(b) - countOf(a) || Math.abs(a) - Math.abs(b))[0] ?? 0;
}

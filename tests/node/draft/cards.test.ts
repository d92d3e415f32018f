import { expect, it } from 'vitest';
import { proposeCards } from '../../../src/node/draft/cards';
import { partsOf } from '../../../src/node/draft/parts';
import type { Block } from '../../../src/node/manuscript/roles';

/** A report with one section, whose paragraphs have so many figures each. */
const cardsOf = (texts: readonly string[], figures: number) => {
  const blocks: Block[] = [
    { line: 1, role: 'title', text: '2031年云州省政府工作报告' },
    { line: 2, role: 'heading', text: '一、“十五五”时期回顾' },
    ...texts.map((text, at): Block => ({ line: at + 3, role: 'body', text, body: at + 1 })),
  ];
  return proposeCards(partsOf(blocks), () => figures)
    .slice(1)
    .map(({ paragraphs }) => paragraphs.map(({ number }) => number));
};

const long =
  '云州人修了很多桥，铺了很多路，点了很多灯，办了很多学校，也种了很多树，河湖一年比一年清，'.repeat(2);

it('begins cards where a paragraph looks back on the five years anew', () => {
  const texts = [
    `这五年，${long}。`,
    `${long}。`,
    `这五年，${long}。`,
    `${long}。`,
    `${long}。`,
    `${long}。`,
  ];
  expect(cardsOf(texts, 3)).toEqual([
    [1, 2],
    [3, 4, 5, 6],
  ]);
});

it('gives no card more figures than it can show', () => {
  const cards = cardsOf(
    Array.from({ length: 11 }, () => `这五年，${long}。`),
    6,
  );
  expect(Math.max(...cards.map((paragraphs) => paragraphs.length))).toBeLessThanOrEqual(3);
});

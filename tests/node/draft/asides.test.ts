import { expect, it } from 'vitest';
import { asidesOf, entriesOf } from '../../../src/node/draft/asides';

const why = 'Says which, not how many.';

it('puts numbers of one paragraph and one reason into one entry, at the place of the first', () => {
  const asides = [
    { paragraph: 2, token: '第一', why },
    { paragraph: 2, token: '三', why: 'A span of time.' },
    { paragraph: 2, token: '第二', why },
    { paragraph: 3, token: '第二', why },
  ];
  expect(entriesOf(asides)).toEqual([
    { paragraph: 2, tokens: ['第一', '第二'], why },
    { paragraph: 2, tokens: ['三'], why: 'A span of time.' },
    { paragraph: 3, tokens: ['第二'], why },
  ]);
});

it('keeps a number that is set aside twice', () => {
  const entries = [{ paragraph: 2, tokens: ['两', '两'], why }];
  expect(entriesOf(asidesOf(entries))).toEqual(entries);
});

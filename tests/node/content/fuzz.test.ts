import { describe, expect, it } from 'vitest';
import { schema } from '../../../src/core/records';
import { dataIn, mergeInto, parseCopy, Refused, sizeOf } from '../../../src/core/transfer';
import { ContentError, lineOf } from '../../../src/node/content/fault';
import { readJson } from '../../../src/node/content/json';
import { parseUnits } from '../../../src/node/content/parse';
import { parseFacts } from '../../../src/node/content/parseFacts';
import { oneOf, type Random, randomFrom, wholeBelow } from '../../support/random';
import { tinyFacts, tinyUnits } from './aContentTree';

const rounds = 10_000;

/** What breaks readers of JSON, of text, and of what this one makes of both. */
const pieces = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    '\\',
    '\\u',
    '\\ud800',
    '//',
    '\u0000',
    '\uFEFF',
    '\u202E',
    '\uD800',
  ],
  ...['null', 'true', '-0', '1e400', '9007199254740993', '0x1', 'NaN', '""', '[]', '{}', '{"__proto__":{}}'],
  ...['__proto__', 'constructor', '<img src=x>', '{{x}}', '$t(a)', '../', '１２', '〇', 'é', '𠮷', '\n'],
];

/** A text with up to four places cut out, doubled, put elsewhere or written over. */
function mutated(text: string, random: Random): string {
  let changed = text;
  for (let left = 1 + wholeBelow(random, 4); left > 0; left--) {
    const from = wholeBelow(random, changed.length + 1);
    const to = Math.min(changed.length, from + wholeBelow(random, 40));
    const cut = changed.slice(from, to);
    const put = oneOf(random, [oneOf(random, pieces), '', cut + cut, cut.split('').reverse().join('')]);
    changed = changed.slice(0, from) + put + changed.slice(to);
  }
  return changed;
}

describe('ten thousand texts that are nearly right', () => {
  it('are read as facts or refused, with a file and a reason', () => {
    const random = randomFrom(5);
    const good = JSON.stringify(tinyFacts());
    const units = parseUnits('units.json', tinyUnits);
    let taken = 0;
    for (let round = 0; round < rounds; round++) {
      const text = mutated(good, random);
      try {
        const facts = parseFacts('facts.json', readJson('facts.json', text), units);
        // What is taken in is whole: every card and measure has its name.
        expect([...facts.cards, ...facts.measures].every(({ id }) => /^[a-z][a-z0-9-]+$/.test(id))).toBe(
          true,
        );
        taken++;
      } catch (error) {
        if (!(error instanceof ContentError)) throw new Error(`round ${round}: ${text}`, { cause: error });
        expect(error.faults.map(lineOf)[0]).toMatch(/^facts\.json.*: expected /);
      }
    }
    expect(taken).toBeGreaterThan(100);
    expect(taken).toBeLessThan(rounds / 2);
  });

  it('are never taken for JSON where JSON.parse refuses them, nor for other values', () => {
    const random = randomFrom(7);
    const good = JSON.stringify({ a: [1, -2.5e3, 'x\\u4e00', true, null], b: { c: '甲', d: [] }, e: '\\n' });
    let taken = 0;
    for (let round = 0; round < rounds; round++) {
      const text = mutated(good, random);
      let read: unknown;
      try {
        read = readJson('a.json', text);
      } catch (error) {
        if (!(error instanceof ContentError)) throw new Error(`round ${round}: ${text}`, { cause: error });
        continue;
      }
      taken++;
      expect(JSON.stringify(read), text).toBe(JSON.stringify(JSON.parse(text)));
    }
    expect(taken).toBeGreaterThan(100);
  });

  it('are taken in as a copy of what a reader made or refused, and nothing else comes in', () => {
    const random = randomFrom(6);
    const good = JSON.stringify({
      kind: 'yaolan-reader-data',
      schema,
      settings: { language: { value: 'en', at: 5 }, theme: { value: 'dark', at: 6 } },
      places: { report: { card: 'one', offset: 12.5, at: 1_700_000_000_000 } },
      saved: { 'report/two': { saved: true, at: 7 } },
    });
    let taken = 0;
    for (let round = 0; round < rounds; round++) {
      const text = mutated(good, random);
      try {
        const data = parseCopy(text);
        const { changes } = mergeInto(new Map(), data);
        expect(sizeOf(dataIn(changes))).toBe(sizeOf(data));
        taken++;
      } catch (error) {
        if (!(error instanceof Refused)) throw new Error(`round ${round}: ${text}`, { cause: error });
      }
    }
    expect(taken).toBeGreaterThan(20);
    expect(taken).toBeLessThan(rounds / 2);
  });
});

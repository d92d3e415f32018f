import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts, Measure } from '../../core/model';
import type { CheckRecord } from '../../core/page';
import type { Fault } from './fault';
import { checkedFileOf } from './files';
import { fieldsOf, inside, matching, reading, wholeOf } from './reading';
import type { OpenSource } from './source';
import { fold } from './strings';

const hash = /^[0-9a-f]{64}$/;

/** `src/content/<article>/checked.json`, read through the door. */
export function parseChecked(file: string, value: unknown): CheckRecord {
  return reading(file, (spot) => {
    const fields = fieldsOf(spot, value, ['date', 'source', 'facts', 'matched', 'measures']);
    const hashAt = (key: 'source' | 'facts') =>
      matching(inside(spot, key), fields[key], hash, 'a SHA-256 in lower-case hex');
    return {
      date: matching(inside(spot, 'date'), fields.date, /^\d{4}-\d\d-\d\d$/, 'a date such as 2026-01-31'),
      source: hashAt('source'),
      facts: hashAt('facts'),
      matched: wholeOf(inside(spot, 'matched'), fields.matched, 0, 10_000),
      measures: wholeOf(inside(spot, 'measures'), fields.measures, 0, 10_000),
    };
  });
}

const hashOf = (facts: Facts): string => createHash('sha256').update(JSON.stringify(facts)).digest('hex');

/** A record made before the facts were last changed says nothing about them. */
export function staleness(facts: Facts, record: CheckRecord): Fault[] {
  if (record.facts === hashOf(facts) && record.source === facts.source.sha256) return [];
  return [
    {
      file: checkedFileOf(facts.id),
      path: '/facts',
      expected:
        'a comparison made after the last change of the facts: `npm run check -- --record` with the source at hand',
      got: `one of ${record.date}, made before it`,
    },
  ];
}

/** Whether a measure's phrase, and each of its tokens in the ledger, stand in its paragraph of the source. */
function isFound({ ledger }: Facts, paragraphs: readonly string[], measure: Measure): boolean {
  const paragraph = fold(paragraphs[measure.paragraph - 1] ?? '');
  const tokens = ledger.flatMap((entry) =>
    'measure' in entry && entry.measure === measure.id ? [entry.token] : [],
  );
  return tokens.length > 0 && [measure.quote, ...tokens].every((text) => paragraph.includes(fold(text)));
}

/** Compares every measure with the source. */
export function compare(facts: Facts, source: OpenSource, date: string): CheckRecord {
  const paragraphs = source.paragraphsFor(facts);
  return {
    date,
    source: source.sha256,
    facts: hashOf(facts),
    matched: facts.measures.filter((measure) => isFound(facts, paragraphs, measure)).length,
    measures: facts.measures.length,
  };
}

export function writeChecked(root: string, facts: Facts, record: CheckRecord): void {
  writeFileSync(join(root, checkedFileOf(facts.id)), `${JSON.stringify(record, null, 2)}\n`);
}

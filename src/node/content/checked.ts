/** The record of the last comparison of an article with its source, which `npm run check -- --record` writes. */

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InferOutput } from 'valibot';
import type { Facts, Measure } from '../../core/model';
import { figuresIn } from '../../core/reading';
import { checkedFileOf } from './files';
import { exact, matching, read, record, sha256, whole } from './schema';
import { fold } from './strings';

const count = whole(0, 10_000);

const checkedSchema = exact({
  date: matching(/^\d{4}-\d\d-\d\d$/, 'a date such as 2026-01-31'),
  source: sha256,
  facts: sha256,
  matched: count,
  measures: count,
  /** The fingerprint of each quote, by measure. */
  quotes: record(matching(/^[0-9a-f]{16}$/, 'a fingerprint of 16 hex digits')),
});

export type Checked = InferOutput<typeof checkedSchema>;

/** @throws {ContentError} with every fault of the file */
export const parseChecked = (file: string, value: unknown): Checked => read(file, value, checkedSchema);

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Which figure of its quote a measure is, where the quote has several. */
export const meantIn = ({ quote, token }: Measure): string | undefined =>
  figuresIn(quote).length > 1 ? token : undefined;

/** The fingerprint of a quote in its paragraph of one edition of the source; of several figures, the one that is meant. */
export function fingerprintOf({ source }: Facts, measure: Measure): string {
  const { paragraph, quote } = measure;
  const meant = meantIn(measure);
  const figure = meant === undefined ? '' : `:${fold(meant)}`;
  return hashOf(`${source.sha256}:${paragraph}:${fold(quote)}${figure}`).slice(0, 16);
}

/**
 * Whether the record is void. Any change of the facts makes it so, because it says
 * nothing about what was not compared.
 */
export const isVoid = (facts: Facts, checked: Checked): boolean =>
  checked.facts !== hashOf(JSON.stringify(facts)) || checked.source !== facts.source.sha256;

/** Writes the record for facts that were compared with their source and found without fault. */
export function writeChecked(root: string, facts: Facts, date: string): void {
  const checked: Checked = {
    date,
    source: facts.source.sha256,
    facts: hashOf(JSON.stringify(facts)),
    matched: facts.measures.length,
    measures: facts.measures.length,
    quotes: Object.fromEntries(facts.measures.map((measure) => [measure.id, fingerprintOf(facts, measure)])),
  };
  writeFileSync(join(root, checkedFileOf(facts.id)), `${JSON.stringify(checked, null, 2)}\n`);
}

/** What `labels.json` and the glossary know: the English of common terms, and the scopes that clauses begin with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Language } from '../../core/language';
import type { Term } from '../../core/model';
import { labelsFile } from '../content/files';
import { readJson } from '../content/json';
import { exact, list, matching, read, record, text } from '../content/schema';

const schema = exact({
  /** Chinese terms and their English, the more important first. */
  terms: record(text),
  /** Whom a clause counts, by the words with which it begins; the last one is that of all other clauses. */
  scopes: v.pipe(
    list(exact({ code: matching(/^[a-z-]+$/, 'a code'), begins: list(text), zh: text, en: text })),
    v.minLength(1, 'at least one scope'),
  ),
});

export interface Lexicon {
  readonly terms: ReadonlyMap<string, string>;
  readonly scopes: readonly ({ readonly code: string; readonly begins: readonly string[] } & Readonly<
    Record<Language, string>
  >)[];
}

/** @throws {ContentError} with every fault of the file */
export function openLexicon(root: string, glossary: readonly Term[]): Lexicon {
  const { terms, scopes } = read(
    labelsFile,
    readJson(labelsFile, readFileSync(join(root, labelsFile))),
    schema,
  );
  const others = glossary
    .filter(({ zh }) => !Object.hasOwn(terms, zh))
    .map(({ zh, en }) => [zh, en] as const);
  return { terms: new Map([...Object.entries(terms), ...others]), scopes };
}

/** Before these words nothing changes what is counted: 全省进出口 is 进出口. */
const place = /^(?:全国|全省|全市|我国|我省|我市|全年|其中|累计)/;

/** The English of a Chinese term, if it is known as a whole. */
export function englishOf({ terms }: Lexicon, zh: string): string | undefined {
  const bare = zh.replace(place, '');
  const english = terms.get(zh) ?? terms.get(bare);
  return english && english.charAt(0).toUpperCase() + english.slice(1);
}

/** The longest known terms that stand in a label, as a hint to whoever translates it. */
export function knownPartsOf({ terms }: Lexicon, zh: string): string[] {
  const found = [...terms.keys()].filter((term) => zh.includes(term)).sort((a, b) => b.length - a.length);
  return found
    .filter((term, at) => found.slice(0, at).every((longer) => !longer.includes(term)))
    .map((term) => `${term} ${terms.get(term)}`);
}

/**
 * How important a term is: 0 for the first of `labels.json`, and the number of terms for an unknown one. Two names of
 * one thing (地区生产总值, 生产总值) are equally important.
 */
export function rankOf({ terms }: Lexicon, zh: string): number {
  const english = terms.get(zh.replace(place, ''));
  const at = [...terms.values()].indexOf(english ?? '');
  return at < 0 ? terms.size : at;
}

export const scopeOf = ({ scopes }: Lexicon, quote: string): string =>
  (scopes.find(({ begins }) => begins.some((word) => quote.startsWith(word))) ?? scopes.at(-1))?.code ?? '';

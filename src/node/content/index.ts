import { join } from 'node:path';
import type { Article } from '../../core/model';
import { compare, staleness, writeChecked } from './checked';
import type { Fault } from './fault';
import { checkedFileOf } from './files';
import { type Gate, gatesFor } from './gates';
import { type Content, contentOf, projectRoot } from './load';
import { readSheets, type Sheets } from './sheets';
import { type OpenSource, openSource, sourceFileOf, sourceGatesFor } from './source';
import { stringsIn } from './strings';

export { ContentError, type Fault, linesOf } from './fault';
export { type Fill, fillFrom } from './fill';
export { fingerprintOf } from './gates/fingerprints';
export { type Content, loadContent, projectRoot } from './load';
export type { UiWords } from './parse';

export interface ArticleReport {
  readonly id: string;
  readonly cards: number;
  readonly measures: number;
  readonly headline: number;
  readonly ledger: number;
  readonly sourceFile: string;
  /** False when the source is not at hand: quotes and tokens are then taken on trust. */
  readonly compared: boolean;
}

export interface Report {
  readonly articles: readonly ArticleReport[];
  readonly terms: number;
  /** Sentences of the interface, in one language. */
  readonly uiWords: number;
  /** How many questions were asked of the content. */
  readonly gates: number;
}

export interface Checked {
  readonly content: Content;
  readonly faults: readonly Fault[];
  readonly report: Report;
}

/** Where `<article>.txt` may be at hand; it is no part of the project. */
export const sourceDirOf = (root: string): string =>
  process.env.SOURCE_DIR ?? join(root, '..', 'shared', 'source');

/**
 * Loads all content and passes it through every gate.
 *
 * @throws {ContentError} when a file cannot be read as content at all
 */
export function checkContent(root: string = projectRoot, sourceDir: string = sourceDirOf(root)): Checked {
  const sheets = readSheets(root);
  const content = contentOf(sheets);
  const sources = sourcesFor(sheets, sourceDir);
  const gates = allGatesFor(content, sources);
  return {
    content,
    // Not a gate: a record that has to be renewed would hide from the mutation run what the gates miss.
    faults: [...gates.flatMap(({ check }) => check()), ...staleIn(content)],
    report: {
      articles: content.articles.map((article) =>
        reportOn(article, sourceFileOf(sourceDir, article.facts.id), sources.has(article.facts.id)),
      ),
      terms: content.terms.facts.length,
      uiWords: stringsIn(content.ui.zh).length,
      gates: new Set(gates.map(({ name }) => name)).size,
    },
  };
}

const staleIn = ({ articles, checked }: Content): Fault[] =>
  articles.flatMap(({ facts }) => {
    const record = checked.get(facts.id);
    return record === undefined ? [] : staleness(facts, record);
  });

/**
 * Compares every article whose source is at hand and keeps the result in the repository, where the
 * pages find it: the count as it is, also when something does not match.
 *
 * @param date ISO 8601 date of today
 * @returns the files written
 */
export function recordChecks(root: string, sourceDir: string, date: string): string[] {
  const sheets = readSheets(root);
  const sources = sourcesFor(sheets, sourceDir);
  return contentOf(sheets).articles.flatMap(({ facts }) => {
    const source = sources.get(facts.id);
    if (source === undefined) return [];
    writeChecked(root, facts, compare(facts, source, date));
    return [checkedFileOf(facts.id)];
  });
}

export type Sources = ReadonlyMap<string, OpenSource>;

/** The sources that are at hand, by article. */
export const sourcesFor = ({ articles }: Sheets, sourceDir: string): Sources =>
  new Map(
    articles.flatMap((id) => {
      const source = openSource(sourceDir, id);
      return source === undefined ? [] : [[id, source] as const];
    }),
  );

/** The gates that need no source first: they tell more about what is wrong. */
export const allGatesFor = (content: Content, sources: Sources): Gate[] => [
  ...gatesFor(content),
  ...content.articles.flatMap((article) => {
    const source = sources.get(article.facts.id);
    return source === undefined ? [] : sourceGatesFor(article, content, source);
  }),
];

const reportOn = ({ facts }: Article, sourceFile: string, compared: boolean): ArticleReport => ({
  id: facts.id,
  cards: facts.cards.length,
  measures: facts.measures.length,
  headline: facts.measures.filter(({ headline }) => headline).length,
  ledger: facts.ledger.length,
  sourceFile,
  compared,
});

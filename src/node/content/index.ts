import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../core/model';
import { UsageError } from '../commandLine';
import { writeChecked } from './checked';
import { ContentError, type Fault } from './fault';
import { checkedFileOf } from './files';
import { gapGate } from './gaps';
import { gatesFor } from './gates';
import { fingerprintFindings } from './gates/fingerprints';
import { type Gate, stages } from './gates/view';
import { type Content, contentOf, projectRoot } from './load';
import { articlesIn, readSheets, type Sheets } from './sheets';
import { type OpenSource, openSource, sourceFileOf, sourceGatesFor } from './source';
import { stringsIn } from './strings';
import { usedTermsOf } from './usedTerms';

export { ContentError, type Fault, linesOf } from './fault';
export { figureTable } from './figureTable';
export { isUnwritten } from './gaps';
export { type Content, loadContent, projectRoot, releasedFrom } from './load';

export interface ArticleReport {
  readonly id: string;
  readonly cards: number;
  readonly measures: number;
  readonly headline: number;
  readonly ledger: number;
  readonly sourceFile: string;
  /** False if the source is not at hand: quotes and tokens are then taken on trust. */
  readonly compared: boolean;
  /** `void` if the facts were changed after the comparison: the pages then say nothing of it. */
  readonly record: 'kept' | 'void' | 'none';
}

export interface Report {
  readonly articles: readonly ArticleReport[];
  readonly terms: number;
  /** Those that the words of no report use: the glossary leaves them out. */
  readonly unusedTerms: readonly string[];
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

/**
 * The folder where `<article>.txt` may be; it is no part of the project. A folder that somebody named must be
 * right, otherwise nothing would be compared and nobody would notice.
 *
 * @throws {UsageError} when the folder that was named has the source of no article
 */
export function sourceDirOf(root: string, named: string | undefined = process.env.SOURCE_DIR): string {
  if (named === undefined) return join(root, '..', 'shared', 'source');
  const files = articlesIn(root).map((id) => sourceFileOf(named, id));
  if (files.some((file) => existsSync(file))) return named;
  const expected = `a folder with the source text of an article (${articlesIn(root).join('.txt, ')}.txt)`;
  const got = `${named}, which ${existsSync(named) ? 'has none' : 'does not exist'}`;
  const remedy = 'correct SOURCE_DIR or --source, or leave it out to check without the source';
  throw new UsageError(`The source: expected ${expected}, got ${got}; ${remedy}.`);
}

/**
 * Loads all content and passes it through every gate.
 *
 * @param renews whether quotes may differ from the last comparison, if the source is at hand for a new one
 * @throws {ContentError} when a file cannot be read as content at all
 */
export function checkContent(
  root: string = projectRoot,
  sourceDir: string = sourceDirOf(root),
  { renews = false }: { renews?: boolean } = {},
): Checked {
  const sheets = readSheets(root);
  const unwritten = gapGate(sheets);
  const loaded = loadedFrom(sheets, unwritten);
  const sources = sourcesFor(sheets, sourceDir);
  const compared = new Map([...loaded.compared].filter(([id]) => !renews || !sources.has(id)));
  const content = { ...loaded, compared };
  const gates = [unwritten, ...allGatesFor(content, sources)];
  return {
    content,
    faults: causesIn(gates),
    report: {
      articles: content.articles.map((article) => reportOn(article, content, sources, sourceDir)),
      terms: content.terms.facts.length,
      unusedTerms: unusedTermsOf(content),
      uiWords: stringsIn(content.ui.zh).length,
      gates: new Set(gates.map(({ name }) => name)).size,
    },
  };
}

/** Where the content cannot be read, what is left to write is told all the same. */
function loadedFrom(sheets: Sheets, unwritten: Gate): Content {
  try {
    return contentOf(sheets);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    throw new ContentError([...causesIn([unwritten]), ...error.faults]);
  }
}

/**
 * Returns the faults without those that follow from an earlier one (see `stages`), because mending
 * the earlier one mends these too.
 */
function causesIn(gates: readonly Gate[]): Fault[] {
  const earliest = new Map<string, string>();
  return gates.flatMap(({ stage, remedy, check }) =>
    check()
      .filter(({ about }) => {
        if (about === undefined) return true;
        if (!earliest.has(about)) earliest.set(about, stage);
        return earliest.get(about) === stage;
      })
      .map((finding) => ({ remedy, ...finding })),
  );
}

/**
 * Records in the repository, where the pages find it, that these articles were compared with their
 * sources and found without fault.
 *
 * @param date ISO 8601 date of today
 * @returns the files written
 */
export function recordComparison(root: string, { content, faults, report }: Checked, date: string): string[] {
  if (faults.length > 0) return [];
  const isCompared = ({ facts }: Article) =>
    report.articles.some(({ id, compared }) => compared && id === facts.id);
  return content.articles.filter(isCompared).map(({ facts }) => {
    writeChecked(root, facts, date);
    return checkedFileOf(facts.id);
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

/** All gates in the order of their stages, so that causes are told first. */
export const allGatesFor = (content: Content, sources: Sources): Gate[] =>
  [
    ...content.articles.flatMap((article) => evidenceGates(article, content, sources)),
    ...gatesFor(content),
  ].sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage));

function evidenceGates(article: Article, content: Content, sources: Sources): Gate[] {
  const { id } = article.facts;
  const source = sources.get(id);
  const fingerprints = {
    name: 'quotes are as they were compared',
    check: () => fingerprintFindings(article.facts, content.compared.get(id)),
  };
  if (source === undefined) {
    const remedy = `Bring the quote and its paragraph back, or have the source at hand (SOURCE_DIR), or delete ${checkedFileOf(id)}: the pages then say nothing of a comparison.`;
    return [{ ...fingerprints, stage: 'evidence', remedy }];
  }
  const remedy =
    'If the new quote is meant, npm run check -- --record keeps it; otherwise bring the old one back.';
  return [...sourceGatesFor(article, content, source), { ...fingerprints, stage: 'telling', remedy }];
}

function unusedTermsOf(content: Content): string[] {
  const used = new Set(usedTermsOf(content));
  return content.terms.facts.filter((term) => !used.has(term)).map(({ id }) => id);
}

function reportOn({ facts }: Article, content: Content, sources: Sources, sourceDir: string): ArticleReport {
  const { id, cards, measures, ledger } = facts;
  return {
    id,
    cards: cards.length,
    measures: measures.length,
    headline: measures.filter(({ headline }) => headline).length,
    ledger: ledger.length,
    sourceFile: sourceFileOf(sourceDir, id),
    compared: sources.has(id),
    record: content.checked.has(id) ? 'kept' : content.compared.has(id) ? 'void' : 'none',
  };
}

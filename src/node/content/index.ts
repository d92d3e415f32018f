import { join } from 'node:path';
import type { Article } from '../../core/model';
import { checkAll } from './checks';
import type { Fault } from './fault';
import { type Content, loadContent, projectRoot } from './load';
import { checkSource, sourceFileOf } from './source';
import { stringsIn } from './strings';

export { ContentError, type Fault, linesOf } from './fault';
export { type Fill, fillFrom } from './fill';
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
}

export interface Checked {
  readonly content: Content;
  readonly faults: readonly Fault[];
  readonly report: Report;
}

/**
 * Loads all content and passes it through every gate.
 *
 * @param sourceDir where `<article>.txt` may be at hand; it is no part of the project
 * @throws {ContentError} when a file cannot be read as content at all
 */
export function checkContent(
  root: string = projectRoot,
  sourceDir: string = process.env.SOURCE_DIR ?? join(root, '..', 'shared', 'source'),
): Checked {
  const content = loadContent(root);
  const compared = content.articles.map((article) => checkSource(article, content, sourceDir));
  return {
    content,
    faults: [...checkAll(content), ...compared.flatMap((faults) => faults ?? [])],
    report: {
      articles: content.articles.map((article, index) =>
        reportOn(article, sourceFileOf(sourceDir, article.facts.id), compared[index] !== undefined),
      ),
      terms: content.terms.facts.length,
      uiWords: stringsIn(content.ui.zh).length,
    },
  };
}

const reportOn = ({ facts }: Article, sourceFile: string, compared: boolean): ArticleReport => ({
  id: facts.id,
  cards: facts.cards.length,
  measures: facts.measures.length,
  headline: facts.measures.filter(({ headline }) => headline).length,
  ledger: facts.ledger.length,
  sourceFile,
  compared,
});

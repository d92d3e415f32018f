/** Comparison with the source itself, if it is at hand. The source is never part of the product. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, Facts } from '../../core/model';
import { decode } from '../manuscript/decode';
import { hashOf } from '../manuscript/hash';
import { rolesOf } from '../manuscript/roles';
import { factsFileOf, wordsFileOf } from './files';
import { fillFrom } from './fill';
import { quotedIn } from './gates/claims';
import { type Finding, findingOn, type Gate } from './gates/view';
import { type Content, wordFilesOf } from './load';
import { type Recount, recount } from './recount';
import { fold, writtenIn } from './strings';

/** A longer run of characters would be the source's sentence and not our words. */
const longestBorrowed = 33;

const bare = (text: string): string => fold(text).replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, '');

export const sourceFileOf = (folder: string, article: string): string => join(folder, `${article}.txt`);

/** A source that is read once and compared many times, as the mutation run does. */
export interface OpenSource {
  readonly sha256: string;
  /** Its body paragraphs. */
  readonly paragraphs: readonly string[];
  /** The first run of characters of a text that our words may not share with these paragraphs. */
  borrowedIn(text: string): string | undefined;
}

/**
 * Undefined when the source is not at hand.
 *
 * @throws UsageError where the file is no Chinese text
 */
export function openSource(folder: string, article: string): OpenSource | undefined {
  const path = sourceFileOf(folder, article);
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  const decoded = decode(path, bytes);
  const paragraphs = bodyParagraphsOf(decoded.text);
  let runs: ReadonlySet<string> | undefined;
  const known = new Map<string, string | undefined>();
  return {
    sha256: hashOf(bytes, { format: 'text', ...decoded }),
    paragraphs,
    borrowedIn(text) {
      if (known.has(text)) return known.get(text);
      runs ??= new Set(paragraphs.flatMap((paragraph) => runsOf(bare(paragraph))));
      const run = runsOf(bare(text)).find((candidate) => runs?.has(candidate));
      known.set(text, run);
      return run;
    },
  };
}

/** The comparisons with the source, ready to be made one by one. */
export function sourceGatesFor(article: Article, content: Content, source: OpenSource): Gate[] {
  const { facts } = article;
  const { paragraphs } = source;
  const identity = identityFindings(facts, source.sha256, paragraphs);
  const isTheSource: Gate = {
    name: 'the source is the one compared',
    stage: 'evidence',
    remedy:
      'Put the right file in its place (of a source that was no text file, what npm run -s manuscript -- FILE --text prints); if the source was replaced, compare every quote and correct this.',
    check: () => identity,
  };
  // Nothing else is compared: with another text everything would be wrong.
  if (identity.length > 0) return [isTheSource];
  let known: Recount | undefined;
  const recounted = (): Recount => {
    known ??= recount(facts, content.readings.get(facts.id)?.asides ?? [], paragraphs);
    return known;
  };
  return [
    isTheSource,
    {
      name: 'quotes stand in the source',
      stage: 'evidence',
      remedy: 'Copy the clause from that paragraph of the source.',
      check: () => quoteFindings(facts, paragraphs),
    },
    {
      name: 'every number of the source belongs somewhere',
      stage: 'evidence',
      remedy: 'Add a measure or a name.',
      check: () => recounted().entries,
    },
    {
      name: 'the source gives the same numbers',
      stage: 'telling',
      remedy: 'Quote the number with its qualifier.',
      check: () => recounted().values,
    },
    {
      name: 'claims quote their paragraph of the source',
      stage: 'telling',
      remedy: 'Quote the paragraph word for word, or correct the paragraph of the claim in the facts.',
      check: () => claimFindings(article, paragraphs),
    },
    {
      name: 'no sentence of the source is carried',
      stage: 'telling',
      remedy: 'Say it in other words.',
      check: () => borrowedFindings(source, article, content),
    },
  ];
}

/** The paragraphs that facts count from 1, told apart from headings and captions as everywhere else. */
export const bodyParagraphsOf = (text: string): string[] =>
  rolesOf(text.split(/\r\n?|\n/)).flatMap(({ role, text }) => (role === 'body' ? text : []));

function identityFindings({ id, source }: Facts, sha256: string, paragraphs: readonly string[]): Finding[] {
  const wanted = {
    sha256: `${sha256}, as of the source`,
    paragraphs: `${paragraphs.length}, as in the source`,
  };
  const isSame = { sha256: sha256 === source.sha256, paragraphs: paragraphs.length === source.paragraphs };
  return (['sha256', 'paragraphs'] as const)
    .filter((key) => !isSame[key])
    .map((key) => ({
      file: factsFileOf(id),
      path: `source.${key}`,
      expected: wanted[key],
      got: `${source[key]}`,
    }));
}

function quoteFindings({ id, measures }: Facts, paragraphs: readonly string[]): Finding[] {
  return measures.flatMap((measure) => {
    const { quote, paragraph } = measure;
    const home = paragraphs.findIndex((text) => fold(text).includes(fold(quote))) + 1;
    if (fold(paragraphs[paragraph - 1] ?? '').includes(fold(quote))) return [];
    return findingOn(id, measure, 'quote', {
      expected: `words of paragraph ${paragraph}`,
      got: quote,
      ...(home > 0 && { remedy: `Correct the paragraph: these words stand in paragraph ${home}.` }),
    });
  });
}

/** What a claim puts in quotation marks must stand in its paragraph, word for word. */
function claimFindings({ facts, words }: Article, paragraphs: readonly string[]): Finding[] {
  const { id, language, claims } = facts;
  return claims.flatMap((claim) =>
    quotedIn(words[language].claims[claim.id] ?? '')
      .filter((quoted) => !fold(paragraphs[claim.paragraph - 1] ?? '').includes(fold(quoted)))
      .map((quoted) => ({
        file: wordsFileOf(language, id),
        path: `claims.${claim.id}`,
        expected: `words of paragraph ${claim.paragraph} in quotation marks`,
        got: quoted,
      })),
  );
}

/** No file of words may carry a sentence of the source. */
function borrowedFindings(source: OpenSource, article: Article, content: Content): Finding[] {
  const fill = fillFrom(content);
  return wordFilesOf(content).flatMap(({ file, language, words }) =>
    writtenIn(words).flatMap(({ path, text }) => {
      const run = source.borrowedIn(fill(text, language, article));
      const expected = `at most ${longestBorrowed} characters of the source in a row`;
      return run === undefined ? [] : [{ file, path, expected, got: `${run}…` }];
    }),
  );
}

function runsOf(text: string): string[] {
  const length = longestBorrowed + 1;
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, start) =>
    text.slice(start, start + length),
  );
}

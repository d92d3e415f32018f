/** Comparison with the source itself, when it is at hand: it is never part of the product. */

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages } from '../../core/language';
import type { Article, Facts } from '../../core/model';
import type { Fault } from './fault';
import { factsFileOf, termWordsFileOf, uiFileOf, wordsFileOf } from './files';
import { fillFrom } from './fill';
import type { Gate } from './gates';
import { quotedIn } from './gates/claims';
import type { Content } from './load';
import type { Aside } from './parseReadings';
import { recountFaults } from './recount';
import { fold, stringsIn } from './strings';

/** Runs of the source from here on would be its sentences rather than our words. */
const longestBorrowed = 33;

const bare = (text: string): string => fold(text).replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, '');

export const sourceFileOf = (folder: string, article: string): string => join(folder, `${article}.txt`);

/** A source that has been read once: comparing again with other words costs little. */
export interface OpenSource {
  readonly sha256: string;
  paragraphsFor(facts: Facts): readonly string[];
  /** The runs that words may not share with these paragraphs. */
  runsIn(paragraphs: readonly string[]): ReadonlySet<string>;
}

/** Undefined when the source is not at hand. */
export function openSource(folder: string, article: string): OpenSource | undefined {
  const path = sourceFileOf(folder, article);
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  const known = new Map<string, ReadonlySet<string>>();
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    paragraphsFor: (facts) => bodyParagraphsOf(text, facts),
    runsIn(paragraphs) {
      const key = paragraphs.join('\n');
      const runs = known.get(key) ?? new Set(paragraphs.flatMap((paragraph) => runsOf(bare(paragraph))));
      known.set(key, runs);
      return runs;
    },
  };
}

/** The comparisons with the source, ready to be made one by one. */
export function sourceGatesFor(article: Article, content: Content, source: OpenSource): Gate[] {
  const { facts } = article;
  const paragraphs = source.paragraphsFor(facts);
  return [
    { name: 'the source is the one compared', check: () => checkIdentity(facts, source.sha256, paragraphs) },
    { name: 'quotes stand in the source', check: () => checkQuotes(facts, paragraphs) },
    {
      name: 'the ledger is the one that the source gives',
      check: () => recountFaults(facts, asidesOf(article, content), paragraphs),
    },
    {
      name: 'claims quote their paragraph of the source',
      check: () => checkClaims(article, paragraphs),
    },
    {
      name: 'no sentence of the source is carried',
      check: () => checkBorrowed(source.runsIn(paragraphs), article, content),
    },
  ];
}

/**
 * The paragraphs that facts count from 1. They end as sentences do; title, byline, captions and headings
 * do not, and a heading that did would be known from the facts.
 */
export function bodyParagraphsOf(text: string, { sections }: Pick<Facts, 'sections'>): string[] {
  const headings = new Set(sections.map(({ title }) => fold(title)));
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => /[。！!？?]$/.test(line) && !headings.has(fold(line)));
}

function checkIdentity({ id, source }: Facts, sha256: string, paragraphs: readonly string[]): Fault[] {
  const file = factsFileOf(id);
  return [
    ...(sha256 === source.sha256
      ? []
      : [{ file, path: '/source/sha256', expected: `${sha256}, as of the source`, got: source.sha256 }]),
    ...(paragraphs.length === source.paragraphs
      ? []
      : [
          {
            file,
            path: '/source/paragraphs',
            expected: `${paragraphs.length}, as in the source`,
            got: `${source.paragraphs}`,
          },
        ]),
  ];
}

const asidesOf = ({ facts }: Article, { readings }: Content): readonly Aside[] =>
  readings.get(facts.id)?.asides ?? [];

function checkQuotes({ id, measures }: Facts, paragraphs: readonly string[]): Fault[] {
  const file = factsFileOf(id);
  const stands = (text: string, paragraph: number) =>
    fold(paragraphs[paragraph - 1] ?? '').includes(fold(text));
  return measures.flatMap(({ quote, paragraph }, index) =>
    stands(quote, paragraph)
      ? []
      : [{ file, path: `/measures/${index}/quote`, expected: `words of paragraph ${paragraph}`, got: quote }],
  );
}

/** What a claim puts in quotation marks, the article says: word for word, and there. */
function checkClaims({ facts, words }: Article, paragraphs: readonly string[]): Fault[] {
  const { id, language, claims } = facts;
  return claims.flatMap((claim) =>
    quotedIn(words[language].claims[claim.id] ?? '')
      .filter((quoted) => !fold(paragraphs[claim.paragraph - 1] ?? '').includes(fold(quoted)))
      .map((quoted) => ({
        file: wordsFileOf(language, id),
        path: `/claims/${claim.id}`,
        expected: `words of paragraph ${claim.paragraph} in quotation marks`,
        got: quoted,
      })),
  );
}

/** No words file carries a sentence of the source. */
function checkBorrowed(runs: ReadonlySet<string>, article: Article, content: Content): Fault[] {
  const fill = fillFrom(content);
  return wordsFilesOf(content).flatMap(({ file, language, words }) =>
    stringsIn(words).flatMap(({ path, text }) => {
      const run = runsOf(bare(fill(text, language, article))).find((candidate) => runs.has(candidate));
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

const wordsFilesOf = ({
  articles,
  terms,
  ui,
}: Content): { file: string; language: Language; words: unknown }[] =>
  languages.flatMap((language) => [
    ...articles.map(({ facts, words }) => ({
      file: wordsFileOf(language, facts.id),
      language,
      words: words[language],
    })),
    { file: termWordsFileOf(language), language, words: terms.words[language] },
    ...Object.entries(ui[language]).map(([name, words]) => ({
      file: uiFileOf(language, name),
      language,
      words,
    })),
  ]);

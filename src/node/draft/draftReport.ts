import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Language } from '../../core/language';
import { languages } from '../../core/language';
import { UsageError } from '../commandLine';
import { articleId, factsSchema, type WrittenFacts } from '../content/factsSchema';
import { ContentError, linesOf } from '../content/fault';
import {
  contentFolder,
  factsFileOf,
  readingsFileOf,
  termsFile,
  uiFileOf,
  unitsFile,
  wordsFileOf,
} from '../content/files';
import { readJson } from '../content/json';
import { parseTerms, parseUi, parseUnits, type UiWords } from '../content/parse';
import { asidesIn } from '../content/parseReadings';
import { read } from '../content/schema';
import { jsonAt } from '../content/sheets';
import { isGap, stringsIn } from '../content/strings';
import { hashOf } from '../manuscript/hash';
import { readManuscript } from '../manuscript/readManuscript';
import { asidesOf, entriesOf } from './asides';
import { writeAll } from './files';
import { inOrderOf, jsonOf } from './json';
import { type Lexicon, openLexicon } from './lexicon';
import { type Merged, mergeFacts, type Written } from './mergeFacts';
import { mergeWords } from './mergeWords';
import { partsOf } from './parts';
import { type Proposal, proposeFacts, type Report } from './proposal';
import { proposeWords, type WordGrounds } from './words';

export interface Outcome {
  readonly files: readonly string[];
  /** What the manuscript shows beside the text that was read, such as page numbers and pictures. */
  readonly dropped: readonly string[];
  readonly paragraphs: number;
  readonly cards: number;
  readonly measures: number;
  readonly headline: number;
  readonly names: number;
  readonly asides: number;
  readonly gaps: number;
  /** Whether there was a draft before; then what is new and what no longer stands in the source. */
  readonly isMerged: boolean;
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

/**
 * Drafts the facts and words of a report, or brings those that an editor has begun up to date.
 *
 * @throws {UsageError} if the manuscript or the slug cannot be used
 * @throws {ContentError} if files that are there already cannot be read; nothing is written then
 */
export async function draftReport(root: string, file: string, slug: string): Promise<Outcome> {
  const [fault] = v.safeParse(articleId, slug).issues ?? [];
  if (fault) throw new UsageError(`--slug: expected ${fault.message}, got "${slug}"`);
  const manuscript = await readManuscript(file);
  const parts = partsOf(manuscript.paragraphs);
  const units = parseUnits(unitsFile, jsonAt(root, unitsFile));
  const lexicon = openLexicon(root, parseTerms(termsFile, jsonAt(root, termsFile)));
  const written = writtenAt(root, slug);
  const period = written?.facts.period;
  const report: Report = { slug, parts, period, sha256: hashOf(readFileSync(file), manuscript) };
  const merged = mergedWith(written, proposeFacts(report, lexicon, units), parts.paragraphs);
  const sentences = parseUi(uiFileOf('zh', 'sentences'), jsonAt(root, uiFileOf('zh', 'sentences')));
  const hasSentence = (key: string) => isSentence(sentences, key);
  const grounds: WordGrounds = {
    facts: merged.facts,
    paragraphs: parts.paragraphs,
    lexicon,
    units,
    hasSentence,
  };
  const contents = contentsFor(root, slug, merged, grounds);
  refuseUnreadable(factsFileOf(slug), contents);
  const done = writeAll(new Map(Array.from(contents, ([path, text]) => [join(root, path), text])));
  const files = [...contents.keys()].filter((path) => done.includes(join(root, path)));
  const { dropped } = manuscript;
  return { files, dropped, ...outcomeOf(contents, merged, written !== undefined) };
}

/** A draft that could not be read again would stop every later one. */
function refuseUnreadable(file: string, contents: ReadonlyMap<string, string>): void {
  try {
    read(file, readJson(file, contents.get(file) ?? ''), factsSchema);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    const faults = linesOf(error.faults).join('\n  ');
    throw new UsageError(
      `The draft of this source could not be read again, so nothing was written. Change the source there, or report this:\n  ${faults}`,
    );
  }
}

function writtenAt(root: string, slug: string): Written | undefined {
  const file = factsFileOf(slug);
  if (!existsSync(join(root, file))) return undefined;
  const readings = readingsFileOf(slug);
  const asides = existsSync(join(root, readings)) ? asidesIn(readings, jsonAt(root, readings)) : [];
  return { facts: read(file, jsonAt(root, file), factsSchema), asides: asidesOf(asides) };
}

function mergedWith(
  written: Written | undefined,
  proposal: Proposal,
  paragraphs: WordGrounds['paragraphs'],
): Merged {
  if (written !== undefined) return mergeFacts(written, proposal, paragraphs);
  return { facts: proposal.facts, asides: proposal.asides.map(({ entry }) => entry), added: [], gone: [] };
}

function isSentence(sentences: UiWords, key: string): boolean {
  const [group = '', name = ''] = key.split('.');
  const found = sentences[group];
  return typeof found === 'object' && typeof found[name] === 'string';
}

/** The texts of all files of the draft that are new or change, by their paths. */
function contentsFor(
  root: string,
  slug: string,
  { facts, asides }: Merged,
  grounds: WordGrounds,
): Map<string, string> {
  const before = (file: string) =>
    existsSync(join(root, file)) ? (jsonAt(root, file) as Record<string, unknown>) : {};
  const [factsFile, readings] = [factsFileOf(slug), readingsFileOf(slug)];
  const entries = entriesOf(asides);
  const rules = { ...scopeRules(facts, grounds.lexicon), ...before(readings), asides: entries };
  const hasNew = JSON.stringify({ asides: [], ...before(readings) }) !== JSON.stringify(rules);
  const wordsIn = (language: Language) =>
    mergeWords(before(wordsFileOf(language, slug)), { ...proposeWords(language, grounds) });
  const contents: [string, unknown][] = [
    [factsFile, inOrderOf(before(factsFile), writtenOut(facts))],
    ...(hasNew ? [[readings, rules] as [string, unknown]] : []),
    ...languages.map((language): [string, unknown] => [wordsFileOf(language, slug), wordsIn(language)]),
  ];
  // An editor may break lines otherwise: a file that says the same keeps its own.
  const textOf = (file: string, value: unknown) =>
    JSON.stringify(before(file)) === JSON.stringify(value)
      ? readFileSync(join(root, file), 'utf8')
      : `${jsonOf(value, file.startsWith(contentFolder))}\n`;
  return new Map(contents.map(([file, value]) => [file, textOf(file, value)]));
}

/** By which words the quotes show the scopes that the draft has found by their beginnings. */
function scopeRules({ measures }: WrittenFacts, { scopes }: Lexicon) {
  const found = scopes.filter(
    ({ code, begins }) => begins.length > 0 && measures.some(({ scope }) => scope === code),
  );
  if (found.length === 0) return {};
  return {
    quotedScopes: found.map(({ code, begins }) => ({
      scope: code,
      quotes: begins.map((word) => `${word}…`).join(' | '),
    })),
  };
}

/** Facts as an editor writes them: a measure that does not stand large says nothing of it. */
const writtenOut = ({ measures, ...facts }: WrittenFacts): unknown => ({
  ...facts,
  measures: measures.map(({ id, card, headline, ...rest }) => ({
    id,
    card,
    ...(headline && { headline }),
    ...rest,
  })),
});

function outcomeOf(
  contents: ReadonlyMap<string, string>,
  { facts, asides, added, gone }: Merged,
  isMerged: boolean,
): Omit<Outcome, 'files' | 'dropped'> {
  const { measures, cards, names, source } = facts;
  const words = [...contents].filter(([file]) => !file.startsWith(contentFolder));
  const written = [facts, asides, ...words.map(([, text]) => JSON.parse(text) as unknown)];
  return {
    paragraphs: source.paragraphs,
    cards: cards.length,
    measures: measures.length,
    headline: measures.filter(({ headline }) => headline).length,
    names: names.length,
    asides: asides.length,
    gaps: written.flatMap((value) => stringsIn(value)).filter(({ text }) => isGap(text)).length,
    ...{ isMerged, added, gone },
  };
}

import { createHash } from 'node:crypto';
import { factsFileOf, readingsFileOf, termsFile } from '../files';
import { type Content, wordFilesOf } from '../load';
import type { Unnamed } from '../parseReadings';
import { stringsIn } from '../strings';
import type { Finding } from './view';

/**
 * No text may contain the name of a person whom the product does not name. The repository has only salted
 * hashes of such names, so that the list itself does not name them.
 */
export function namesGate(content: Content): Finding[] {
  const finders = [...content.readings.values()].flatMap(({ unnamed }) =>
    unnamed === undefined ? [] : finderFor(unnamed),
  );
  if (finders.length === 0) return [];
  return sheetsOf(content).flatMap(({ file, value }) =>
    stringsIn(value).flatMap(({ path, text }) =>
      finders.some((finds) => finds(text))
        ? [{ file, path, expected: 'no name of a person whom readings.json lists', got: 'such a name' }]
        : [],
    ),
  );
}

const sheetsOf = (content: Content): { file: string; value: unknown }[] => [
  ...content.articles.map(({ facts }) => ({ file: factsFileOf(facts.id), value: facts })),
  ...Array.from(content.readings, ([id, value]) => ({ file: readingsFileOf(id), value })),
  { file: termsFile, value: content.terms.facts },
  ...wordFilesOf(content).map(({ file, words }) => ({ file, value: words })),
];

type Finder = (text: string) => boolean;

/**
 * Answers are kept, because hashing takes a while and the mutation run asks about
 * the same strings again and again.
 */
const remembered = new Map<string, Map<string, boolean>>();

function finderFor(unnamed: Unnamed): Finder {
  const key = JSON.stringify(unnamed);
  const known = remembered.get(key) ?? new Map<string, boolean>();
  remembered.set(key, known);
  const hashes = new Set([...unnamed.han, ...unnamed.latin].map(({ sha256 }) => sha256));
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = windowsOf(text, unnamed).some((window) => hashes.has(hashOf(unnamed.salt, window)));
    known.set(text, found);
    return found;
  };
}

const hashOf = (salt: string, window: string): string =>
  createHash('sha256').update(`${salt}:${window}`).digest('hex');

/** Every part of a text that is as long as a name. Latin letters lose case, accents, spaces and hyphens first. */
function windowsOf(text: string, { han, latin }: Unnamed): string[] {
  const runs = text.match(/\p{Script=Han}+/gu) ?? [];
  const letters = foldLetters(text);
  const windows = [
    ...han.flatMap(({ length }) => runs.flatMap((run) => slices(run, length))),
    ...latin.flatMap(({ length }) => slices(letters, length)),
  ];
  return [...new Set(windows)];
}

const foldLetters = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

const slices = (run: string, length: number): string[] =>
  Array.from({ length: Math.max(0, run.length - length + 1) }, (_, at) => run.slice(at, at + length));

import { createHash } from 'node:crypto';
import { languages } from '../../../core/language';
import type { Fault } from '../fault';
import { factsFileOf, readingsFileOf, termsFile, termWordsFileOf, uiFileOf, wordsFileOf } from '../files';
import type { Content } from '../load';
import type { Readings, Unnamed } from '../parseReadings';
import { stringsIn } from '../strings';

/**
 * People whom the product does not name. The repository holds only salted hashes of their names, so that
 * the list does not itself do what it forbids.
 */
export function namesGate(content: Content): Fault[] {
  const finders = [...content.readings.values()]
    .filter(({ unnamed }) => unnamed.names.length > 0)
    .map(finderFor);
  if (finders.length === 0) return [];
  return sheetsOf(content).flatMap(({ file, value }) =>
    stringsIn(value).flatMap(({ path, text }) =>
      finders.some((finds) => finds(text))
        ? [{ file, path, expected: 'no name of a person whom readings.json lists', got: 'such a name' }]
        : [],
    ),
  );
}

const sheetsOf = ({ articles, terms, ui, readings }: Content): { file: string; value: unknown }[] => [
  ...articles.flatMap(({ facts, words }) => [
    { file: factsFileOf(facts.id), value: facts },
    ...languages.map((language) => ({ file: wordsFileOf(language, facts.id), value: words[language] })),
  ]),
  ...Array.from(readings, ([id, value]) => ({ file: readingsFileOf(id), value })),
  { file: termsFile, value: terms.facts },
  ...languages.flatMap((language) => [
    { file: termWordsFileOf(language), value: terms.words[language] },
    ...Object.entries(ui[language]).map(([name, value]) => ({ file: uiFileOf(language, name), value })),
  ]),
];

type Finder = (text: string) => boolean;

/** Hashing every window of every string takes a while, and few strings change from one look to the next. */
const remembered = new Map<string, Map<string, boolean>>();

function finderFor({ unnamed }: Readings): Finder {
  const key = JSON.stringify(unnamed);
  const known = remembered.get(key) ?? new Map<string, boolean>();
  remembered.set(key, known);
  const hashes = new Set(unnamed.names.map(({ sha256 }) => sha256));
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = windowsOf(text, unnamed).some((window) => hashes.has(hashOf(unnamed.salt, window)));
    known.set(text, found);
    return found;
  };
}

export const hashOf = (salt: string, window: string): string =>
  createHash('sha256').update(`${salt}:${window}`).digest('hex');

/** Han runs as they are; Latin letters without case, accents, spaces and hyphens, which spellings differ in. */
function windowsOf(text: string, { names }: Unnamed): string[] {
  const han = text.match(/\p{Script=Han}+/gu) ?? [];
  const latin = [foldLetters(text)];
  const runs = { han, latin };
  const sizes = [...new Set(names.map(({ script, length }) => `${script} ${length}`))];
  return [
    ...new Set(
      sizes.flatMap((size) => {
        const [script = 'han', length = '0'] = size.split(' ');
        return (script === 'latin' ? runs.latin : runs.han).flatMap((run) => slices(run, Number(length)));
      }),
    ),
  ];
}

export const foldLetters = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

const slices = (run: string, length: number): string[] =>
  Array.from({ length: Math.max(0, run.length - length + 1) }, (_, at) => run.slice(at, at + length));

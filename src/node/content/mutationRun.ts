import { languages } from '../../core/language';
import { ContentError } from './fault';
import { checkedFileOf, factsFileOf, readingsFileOf, wordsFileOf } from './files';
import type { Finding } from './gates/view';
import { allGatesFor, type Sources } from './index';
import { readJson } from './json';
import { contentOf, publishedIn } from './load';
import { type Edit, type Mutant, mutantsOf } from './mutants';
import { bracesIn, type Sheets } from './sheets';

export interface Tried {
  readonly mutant: Mutant;
  /**
   * The gate that refused the mutant first, or the door (JSON reader and parser); undefined for a survivor.
   */
  readonly caughtBy: string | undefined;
}

export interface MutationRun {
  readonly mutants: readonly Mutant[];
  /** How many faults the content has without any change. They catch no mutant. */
  readonly before: number;
  try(mutant: Mutant): Tried;
}

/** Content as it stands, and what is asked of a changed one. */
interface Ground {
  readonly sheets: Sheets;
  readonly sources: Sources;
  /** The faults, by gate, that it has before any change. They catch no mutant. */
  readonly known: ReadonlyMap<string, ReadonlySet<string>>;
  /** The files whose faults catch a mutant; undefined for all. */
  readonly files?: readonly string[];
}

/**
 * Every mutant is treated as real content: it goes as text through the JSON reader, the parser and the gates,
 * up to the first gate that finds something it did not find before.
 *
 * A mutant of one report is tried on this report alone first, where faults of its own files count, and only if there
 * is none on all reports: otherwise each mutant would have every report checked.
 */
export function openMutationRun(sheets: Sheets, sources: Sources): MutationRun {
  const all = groundOf(sheets, sources);
  const alone = sheets.articles.map((id) => ({
    ...groundOf(aloneIn(sheets, id), sources),
    files: filesOf(id),
  }));
  const groundsOf = ({ edits }: Mutant): Ground[] => [
    ...alone.filter(({ files }) => edits.every(({ file }) => files.includes(file))),
    all,
  ];
  return {
    mutants: mutantsOf(publishedIn(contentOf(sheets))),
    before: [...all.known.values()].reduce((sum, lines) => sum + lines.size, 0),
    try(mutant) {
      for (const ground of groundsOf(mutant)) {
        const caughtBy = catcherOf(mutant, ground);
        if (caughtBy !== undefined) return { mutant, caughtBy };
      }
      return { mutant, caughtBy: undefined };
    },
  };
}

const filesOf = (article: string): string[] => [
  ...[factsFileOf(article), readingsFileOf(article), checkedFileOf(article)],
  ...languages.map((language) => wordsFileOf(language, article)),
];

const aloneIn = (sheets: Sheets, article: string): Sheets => ({
  ...sheets,
  articles: [article],
  worded: { zh: [article], en: [article] },
});

function groundOf(sheets: Sheets, sources: Sources): Ground {
  const gates = allGatesFor(publishedIn(contentOf(sheets)), sources);
  const known = new Map<string, Set<string>>();
  for (const { name, check } of gates)
    known.set(name, new Set([...(known.get(name) ?? []), ...check().map(lineOf)]));
  return { sheets, sources, known };
}

const lineOf = (finding: Finding): string => JSON.stringify(finding);

function catcherOf({ edits }: Mutant, { sheets, sources, known, files }: Ground): string | undefined {
  try {
    const content = publishedIn(contentOf(changed(sheets, edits)));
    return allGatesFor(content, sources).find(({ name, check }) =>
      check().some(
        (finding) =>
          (files?.includes(finding.file) ?? true) && known.get(name)?.has(lineOf(finding)) !== true,
      ),
    )?.name;
  } catch (error) {
    if (error instanceof ContentError) return 'the door';
    throw error;
  }
}

function changed(sheets: Sheets, edits: readonly Edit[]): Sheets {
  const values = new Map(sheets.values);
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const copy: unknown = JSON.parse(JSON.stringify(sheets.values.get(file)));
    for (const edit of edits) if (edit.file === file) apply(copy, edit);
    values.set(file, readJson(file, JSON.stringify(copy), bracesIn(file)));
  }
  return { ...sheets, values };
}

function apply(whole: unknown, { keys, value }: Edit): void {
  let holder = whole as Record<string | number, unknown>;
  for (const key of keys.slice(0, -1)) holder = holder[key] as Record<string | number, unknown>;
  const last = keys.at(-1);
  if (last === undefined) return;
  if (value === undefined) delete holder[last];
  else holder[last] = value;
}

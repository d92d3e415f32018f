import { ContentError } from './fault';
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

interface MutationRun {
  readonly mutants: readonly Mutant[];
  /** How many faults the content has without any change. They catch no mutant. */
  readonly before: number;
  try(mutant: Mutant): Tried;
}

/** The faults, by gate, that the content has before any change. They catch no mutant. */
type Known = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Every mutant is treated as real content: it goes as text through the JSON reader, the parser and the gates,
 * up to the first gate that finds something it did not find before.
 */
export function openMutationRun(sheets: Sheets, sources: Sources): MutationRun {
  const content = publishedIn(contentOf(sheets));
  const known: Known = new Map(
    allGatesFor(content, sources).map(({ name, check }) => [name, new Set(check().map(lineOf))]),
  );
  return {
    mutants: mutantsOf(content),
    before: [...known.values()].reduce((sum, lines) => sum + lines.size, 0),
    try: (mutant) => ({ mutant, caughtBy: catcherOf(mutant, sheets, sources, known) }),
  };
}

const lineOf = (finding: Finding): string => JSON.stringify(finding);

function catcherOf(mutant: Mutant, sheets: Sheets, sources: Sources, known: Known): string | undefined {
  try {
    const content = publishedIn(contentOf(changed(sheets, mutant.edits)));
    return allGatesFor(content, sources).find(({ name, check }) =>
      check().some((finding) => known.get(name)?.has(lineOf(finding)) !== true),
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

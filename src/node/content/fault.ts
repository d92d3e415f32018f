/** What is wrong with a file of content, told so that whoever wrote the file can mend it. */
export interface Fault {
  /** Relative to the project, as a publisher would look for it. */
  readonly file: string;
  /** `measures[clearance-rate].unit`, see `inside`; empty for the file as a whole. */
  readonly path: string;
  readonly expected: string;
  readonly got: string;
  /** What the publisher has to do about it. */
  readonly remedy: string;
  /** The measure that the fault is about, as `<article>/<measure>`, if it is about one. */
  readonly about?: string;
}

/** A fault whose file is known to the caller. */
export type Remark = Omit<Fault, 'file'>;

export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(linesOf(faults).join('\n'));
    this.faults = faults;
  }
}

/** Collects the faults of several readings, so that a publisher sees all of them at once. */
export class FaultList {
  readonly faults: Fault[] = [];

  /** Returns undefined if the reading found faults, which are collected. */
  attempt<Read>(read: () => Read): Read | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      this.faults.push(...error.faults);
      return undefined;
    }
  }

  throwIfAny(): void {
    if (this.faults.length > 0) throw new ContentError(this.faults);
  }
}

/** Two lines for each fault: what is wrong and, indented, what to do. */
export const linesOf = (faults: readonly Fault[]): string[] =>
  faults.flatMap((fault) => [lineOf(fault), `    Remedy: ${visible(fault.remedy)}`]);

export function lineOf({ file, path, expected, got }: Fault): string {
  const place = path === '' ? file : `${file} ${visible(path)}`;
  return `${place}: expected ${expected}, got ${visible(got)}`;
}

/** Writes invisible characters as code points, so that a message never carries the attack it reports. */
const visible = (text: string): string =>
  text.replace(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, codePointOf);

/** Writes a code point as `U+202E`. */
export const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * The path of a value inside its holder: `measures[clearance-rate].unit`. An entry of a list goes by its id
 * if it has one, otherwise by its place, counted from 0.
 */
export function inside(path: string, holder: unknown, key: unknown, value: unknown): string {
  if (Array.isArray(holder)) return `${path}[${idOf(value) ?? key}]`;
  return path === '' ? `${key}` : `${path}.${key}`;
}

const idOf = (value: unknown): string | undefined =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  value.id !== ''
    ? value.id
    : undefined;

/** A value as a message shows it: shortened, and for a list or an object only its type and size. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return `an object with ${Object.keys(value).length} keys`;
  const text = JSON.stringify(value) ?? String(value);
  const { length } = [...String(value)];
  return length > 60 ? `${text.slice(0, 60)}… (${length} characters)` : text;
}

export const remark = (path: string, expected: string, got: string, remedy: string): Remark => ({
  path,
  expected,
  got,
  remedy,
});

/** Returns a remark if a name is not among the known ones; `what` says what it names, such as `card`. */
export const unlessKnown = (path: string, what: string, got: string, known: readonly string[]): Remark[] =>
  known.includes(got)
    ? []
    : [remark(path, `one of the ${what}s ${known.join(', ') || '(none)'}`, show(got), choose(got, known))];

/** Advises the option whose beginning is most like what was written. */
export function choose(got: string, options: readonly string[]): string {
  const likeness = (option: string) => {
    const differs = Array.from(option).findIndex((letter, at) => letter !== got[at]);
    return differs < 0 ? option.length : differs;
  };
  const [best = ''] = options.toSorted((a, b) => likeness(b) - likeness(a));
  return likeness(best) >= 3 ? `Write "${best}", if that was meant.` : 'Write one of these.';
}

/** What is wrong with a file of content: said so that whoever wrote the file can mend it. */
export interface Fault {
  /** Relative to the project, as a publisher would look for it. */
  readonly file: string;
  /** A JSON pointer (RFC 6901); empty for the file as a whole. */
  readonly path: string;
  readonly expected: string;
  readonly got: string;
}

/** More lines than this help nobody; the rest is counted. */
const mostLines = 100;

export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(linesOf(faults).join('\n'));
    this.faults = faults;
  }
}

export function linesOf(faults: readonly Fault[]): string[] {
  const lines = faults.slice(0, mostLines).map(lineOf);
  return faults.length > mostLines ? [...lines, `… and ${faults.length - mostLines} more`] : lines;
}

function lineOf({ file, path, expected, got }: Fault): string {
  const place = path === '' ? file : `${file} ${visible(path)}`;
  return `${place}: expected ${expected}, got ${visible(got)}`;
}

/** A message must not carry the attack it reports: what cannot be seen is written as its code point. */
const visible = (text: string): string =>
  text.replace(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, codePointOf);

/** `U+202E` */
export const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

export const pointerTo = (keys: readonly (string | number)[]): string =>
  keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** A value as a message shows it: short, and with its type where that is the news. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return `an object with ${Object.keys(value).length} keys`;
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}… (${text.length} characters)` : text;
}

/**
 * Characters that make code or text read otherwise than it is, as first and last code point of each run:
 * controls, direction, joins without width, tags, variants, private use.
 *
 * @see https://trojansource.codes
 */
const unseen: readonly (readonly [number, number])[] = [
  ...([
    [0x00, 0x08],
    [0x0b, 0x0c],
    [0x0e, 0x1f],
    [0x7f, 0x9f],
    [0xad, 0xad],
  ] as const),
  ...([
    [0x34f, 0x34f],
    [0x61c, 0x61c],
    [0x115f, 0x1160],
    [0x17b4, 0x17b5],
    [0x180b, 0x180f],
  ] as const),
  ...([
    [0x200b, 0x200f],
    [0x2028, 0x202e],
    [0x2060, 0x206f],
    [0x3164, 0x3164],
  ] as const),
  ...([
    [0xe000, 0xf8ff],
    [0xfe00, 0xfe0f],
    [0xfeff, 0xfeff],
    [0xffa0, 0xffa0],
    [0xfff0, 0xfffb],
  ] as const),
  ...([
    [0xe0000, 0xe0fff],
    [0xf0000, 0x10ffff],
  ] as const),
];

const isUnseen = (code: number) => unseen.some(([first, last]) => first <= code && code <= last);

/** Each of them with its place: `file:line: U+202E`. A mark at the start of a CSV is what spreadsheets ask for. */
export function unseenIn(file: string, text: string): string[] {
  const body = file.endsWith('.csv') ? text.replace(/^\uFEFF/, '') : text;
  return body.split('\n').flatMap((line, at) =>
    Array.from(line, (character) => character.codePointAt(0) ?? 0)
      .filter(isUnseen)
      .map((code) => `${file}:${at + 1}: U+${code.toString(16).toUpperCase().padStart(4, '0')}`),
  );
}

import { ContentError, codePointOf, type Fault, inside } from './fault';
import { type Braces, remarksOn } from './policy';

const mostBytes = 4 * 1024 * 1024;
const mostDepth = 64;
/** Reading stops at this number, because nobody mends a file with more faults. */
const mostFaults = 1000;
const mostMagnitude = 2 ** 53;

/** Keys with which an object could be turned against the program that reads it. */
const refusedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The strict reader for JSON: RFC 8259 with the restrictions of I-JSON, and only text a reader can see.
 * Objects come back without a prototype.
 *
 * JSON.parse cannot be used, because it keeps the last of two equal keys and does not say where things stood.
 *
 * @param file the name that messages carry
 * @throws {ContentError} with every fault up to the first place where reading cannot go on
 */
export function readJson(file: string, input: Uint8Array | string, braces: Braces = 'none'): unknown {
  return new JsonReader(file, textOf(file, input), braces).read();
}

function textOf(file: string, input: Uint8Array | string): string {
  const stop = (expected: string, got: string, remedy: string) =>
    new ContentError([{ file, path: '', expected, got, remedy }]);
  const size = typeof input === 'string' ? Buffer.byteLength(input) : input.byteLength;
  if (size > mostBytes) throw stop(`at most ${mostBytes} bytes`, `${size}`, 'Shorten the file.');
  const text = typeof input === 'string' ? input : decode(input);
  const remedy = 'Save the file as UTF-8 without a byte order mark.';
  if (text === undefined) throw stop('UTF-8', `a byte that is not, ${firstBadByte(input)}`, remedy);
  if (text.startsWith('\uFEFF')) throw stop('UTF-8 without a byte order mark', 'U+FEFF', remedy);
  return text;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function firstBadByte(input: Uint8Array | string): string {
  const bytes = Buffer.from(input);
  const mended = Buffer.from(bytes.toString('utf8'));
  const offset = bytes.findIndex((byte, index) => byte !== mended[index]);
  return `0x${(bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')} at offset ${offset}`;
}

type JsonObject = Record<string, unknown>;

/** An object or list that is being read, and the key of the entry that is being read in it. */
interface Holder {
  readonly value: JsonObject | unknown[];
  key: string | number | undefined;
}

class JsonReader {
  private at = 0;
  /** In order from the outermost inwards. */
  private readonly holders: Holder[] = [];
  private readonly faults: Fault[] = [];
  private readonly file: string;
  private readonly text: string;
  private readonly braces: Braces;

  constructor(file: string, text: string, braces: Braces) {
    this.file = file;
    this.text = text;
    this.braces = braces;
  }

  read(): unknown {
    const value = this.value();
    if (this.at < this.text.length) throw this.stop('the end of the file');
    if (this.faults.length > 0) throw new ContentError(this.faults);
    return value;
  }

  private value(): unknown {
    const next = this.next();
    if (next === '{' || next === '[') return this.nested(next === '[');
    const value = next === '"' ? this.judged(this.string(), this.braces) : this.scalar();
    this.next();
    return value;
  }

  private scalar(): unknown {
    for (const [word, value] of words) if (this.take(word)) return value;
    return this.number();
  }

  private nested(isList: boolean): JsonObject | unknown[] {
    if (this.holders.length === mostDepth) throw this.stop(`at most ${mostDepth} levels`);
    const value: JsonObject | unknown[] = isList ? [] : Object.create(null);
    const close = isList ? ']' : '}';
    this.at += 1;
    this.next();
    if (!this.take(close)) {
      const holder: Holder = { value, key: undefined };
      this.holders.push(holder);
      do {
        this.next();
        if (Array.isArray(value)) this.listEntry(value, holder);
        else this.objectEntry(value, holder);
        holder.key = undefined;
      } while (this.take(','));
      if (!this.take(close)) throw this.stop(`"," or "${close}"`);
      this.holders.pop();
    }
    this.next();
    return value;
  }

  private listEntry(values: unknown[], holder: Holder): void {
    holder.key = values.length;
    values.push(this.value());
  }

  private objectEntry(object: JsonObject, holder: Holder): void {
    if (this.text.charAt(this.at) !== '"') throw this.stop('a key in double quotes');
    const key = this.string();
    holder.key = key;
    this.judged(key, 'none');
    if (refusedKeys.has(key)) this.refuse('another key', `"${key}"`, 'Give the key another name.');
    if (key in object) this.refuse('each key once', 'the same key again', 'Take one of the two out.');
    if (this.next() !== ':') throw this.stop('":" after a key');
    this.at += 1;
    const value = this.value();
    if (!refusedKeys.has(key)) object[key] = value;
  }

  private number(): number {
    numeral.lastIndex = this.at;
    const found = numeral.exec(this.text);
    if (!found) throw this.stop('a value');
    this.at = numeral.lastIndex;
    const value = Number(found[0]);
    if (Math.abs(value) > mostMagnitude) {
      const expected = 'a number between -2^53 and 2^53';
      this.refuse(expected, found[0].slice(0, 40), 'Write a number that the source can have.');
    }
    return value;
  }

  private judged(text: string, braces: Braces): string {
    for (const { expected, got, remedy } of remarksOn(text, braces)) this.refuse(expected, got, remedy);
    return text;
  }

  private string(): string {
    const parts: string[] = [];
    let from = ++this.at;
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code === 0x22) break;
      if (code === 0x5c) {
        parts.push(this.text.slice(from, this.at), this.escape());
        from = this.at;
      } else if (code >= 0x20) this.at += 1;
      else throw this.stop('text up to the closing quote'); // a control character, or the end of the file
    }
    parts.push(this.text.slice(from, this.at++));
    return parts.join('');
  }

  private escape(): string {
    const letter = this.text.charAt(this.at + 1);
    const plain = escapes.get(letter);
    if (plain !== undefined) {
      this.at += 2;
      return plain;
    }
    const digits = this.text.slice(this.at + 2, this.at + 6);
    if (letter !== 'u' || !/^[0-9A-Fa-f]{4}$/.test(digits)) throw this.stop('an escape that JSON knows');
    this.at += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  /** Skips spaces and returns the next character, which is not consumed. */
  private next(): string {
    spaces.lastIndex = this.at;
    spaces.exec(this.text);
    this.at = spaces.lastIndex;
    return this.text.charAt(this.at);
  }

  private take(word: string): boolean {
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  private refuse(expected: string, got: string, remedy: string): void {
    const path = this.holders.reduce(
      (place, { value, key }, depth) =>
        key === undefined ? place : inside(place, value, key, this.holders[depth + 1]?.value),
      '',
    );
    this.faults.push({ file: this.file, path, expected, got, remedy });
    if (this.faults.length === mostFaults) throw new ContentError(this.faults);
  }

  private stop(expected: string): ContentError {
    const character = [...this.text.slice(this.at, this.at + 2)][0];
    const before = this.text.slice(0, this.at).split('\n');
    const place = `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
    const got = character === undefined ? 'the end of the file' : `${nameOf(character)} (${place})`;
    this.refuse(expected, got, 'Correct the JSON at this place; the file is not read beyond it.');
    return new ContentError(this.faults);
  }
}

const nameOf = (character: string): string =>
  /[\p{L}\p{N}\p{P}\p{S}]/u.test(character)
    ? `${character} ${codePointOf(character)}`
    : codePointOf(character);

const words: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

const numeral = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const spaces = /[ \t\n\r]*/y;

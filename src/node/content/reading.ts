/**
 * Small readers from `unknown` to a type. They note a fault and go on with a stand-in, so that one pass
 * finds everything; whoever starts them throws when faults were noted.
 *
 * `undefined` never comes out of JSON: it is a field whose absence has been noted already, and is let pass.
 */

import { ContentError, type Fault, pointerTo, show } from './fault';

/** Where reading stands, and where its faults are collected. */
export interface Spot {
  readonly file: string;
  readonly path: string;
  readonly faults: Fault[];
}

export const inside = (spot: Spot, ...keys: (string | number)[]): Spot => ({
  ...spot,
  path: spot.path + pointerTo(keys),
});

export function refuse({ file, path, faults }: Spot, expected: string, got: string): void {
  faults.push({ file, path, expected, got });
}

/** Runs a reading and throws all of its faults together. */
export function reading<Read>(file: string, read: (spot: Spot) => Read): Read {
  const faults: Fault[] = [];
  const value = read({ file, path: '', faults });
  if (faults.length > 0) throw new ContentError(faults);
  return value;
}

export type Fields<Key extends string> = { readonly [key in Key]: unknown };
type Each<Read> = (spot: Spot, value: unknown) => Read;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of an object whose keys are known: none missing, none besides. */
export function fieldsOf<Key extends string, Optional extends string = never>(
  spot: Spot,
  value: unknown,
  required: readonly Key[],
  optional: readonly Optional[] = [],
): Fields<Key | Optional> {
  const object = objectOf(spot, value);
  const known: readonly string[] = [...required, ...optional];
  const fields = Object.fromEntries(known.map((key) => [key, object?.[key]]));
  if (object === undefined) return fields as Fields<Key | Optional>;
  for (const key of required) if (!(key in object)) refuse(inside(spot, key), 'this key', 'nothing');
  for (const key of Object.keys(object)) {
    if (!known.includes(key)) refuse(inside(spot, key), `one of the keys ${known.join(', ')}`, show(key));
  }
  return fields as Fields<Key | Optional>;
}

export function objectOf(spot: Spot, value: unknown): Record<string, unknown> | undefined {
  if (isObject(value)) return value;
  if (value !== undefined) refuse(spot, 'an object', show(value));
  return undefined;
}

/** An object whose keys are data: without a prototype, so that no key finds what it did not bring. */
export function recordOf<Read>(spot: Spot, value: unknown, each: Each<Read>): Readonly<Record<string, Read>> {
  const record: Record<string, Read> = Object.create(null);
  for (const [key, entry] of Object.entries(objectOf(spot, value) ?? {})) {
    record[key] = each(inside(spot, key), entry);
  }
  return record;
}

/** Far above what a page could show. */
const mostEntries = 1000;

export function listOf<Read>(spot: Spot, value: unknown, each: Each<Read>): Read[] {
  if (Array.isArray(value) && value.length > mostEntries) {
    refuse(spot, `at most ${mostEntries} entries`, `${value.length}`);
    return [];
  }
  if (Array.isArray(value)) return value.map((entry, index) => each(inside(spot, index), entry));
  if (value !== undefined) refuse(spot, 'a list', show(value));
  return [];
}

export function textOf(spot: Spot, value: unknown): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') refuse(spot, 'a string', show(value));
  else if (value.trim() === '') refuse(spot, 'a string that is not empty', show(value));
  else if (value !== value.trim()) refuse(spot, 'a string without space around it', show(value));
  return typeof value === 'string' ? value : '';
}

export const textOrEmpty = (spot: Spot, value: unknown): string => (value === '' ? '' : textOf(spot, value));

export function matching(spot: Spot, value: unknown, pattern: RegExp, expected: string): string {
  if (typeof value === 'string' && pattern.test(value)) return value;
  if (value !== undefined) refuse(spot, expected, show(value));
  return typeof value === 'string' ? value : '';
}

export function oneOf<Option extends string>(
  spot: Spot,
  value: unknown,
  options: readonly [Option, ...Option[]],
): Option {
  const found = options.find((option) => option === value);
  if (found === undefined && value !== undefined) refuse(spot, `one of ${options.join(', ')}`, show(value));
  return found ?? options[0];
}

export function truthOf(spot: Spot, value: unknown): boolean {
  if (typeof value !== 'boolean' && value !== undefined) refuse(spot, 'true or false', show(value));
  return value === true;
}

/** NaN stands in for what was refused: it equals no other number, so that one fault does not cause the next. */
export function wholeOf(spot: Spot, value: unknown, least: number, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  if (value !== undefined) refuse(spot, `a whole number from ${least} to ${most}`, show(value));
  return Number.NaN;
}

/** Refuses each value that stood before, and says where. */
export function once(entries: readonly { readonly spot: Spot; readonly value: string }[]): void {
  const seen = new Map<string, Spot>();
  for (const { spot, value } of entries) {
    const first = seen.get(value);
    if (first === undefined) seen.set(value, spot);
    else refuse(spot, `a value not used before (it stands at ${first.path})`, show(value));
  }
}

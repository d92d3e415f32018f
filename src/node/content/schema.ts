/** Valibot schemas that several files of content share, and valibot's issues turned into faults. */

import * as v from 'valibot';
import { ContentError, choose, type Fault, inside, type Remark, remark, show } from './fault';
import { placeholdersIn } from './strings';

/** The message of a schema is what it expects; see `faultOf`. */
type Schema<Output> = v.GenericSchema<unknown, Output>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with these keys and no others. Unlike `strictObject` it names every key that is too many. */
export function exact<const Entries extends v.ObjectEntries>(
  entries: Entries,
): Schema<v.InferOutput<v.ObjectSchema<Entries, undefined>>> {
  const known = Object.keys(entries);
  const noOtherKeys = v.rawCheck<Record<string, unknown>>(({ dataset, addIssue }) => {
    const input = dataset.value as Record<string, unknown>;
    for (const key of Object.keys(input).filter((each) => !known.includes(each))) {
      addIssue({
        ...{ message: `one of the keys ${known.join(', ')}`, input: key, expected: 'never' },
        path: [{ type: 'object', origin: 'key', input, key, value: input[key] }],
      });
    }
  });
  const object = v.looseObject(entries, 'this key') as unknown as v.GenericSchema<Record<string, unknown>>;
  return v.pipe(v.custom<Record<string, unknown>>(isObject, 'an object'), object, noOtherKeys) as never;
}

/** An object whose keys are data. It has no prototype, so that no key finds what the file does not hold. */
export const record = <Output>(
  schema: Schema<Output>,
  key: v.GenericSchema<string, string> = v.string(),
): Schema<Readonly<Record<string, Output>>> =>
  v.pipe(
    v.custom<Record<string, unknown>>(isObject, 'an object'),
    v.record(key, schema),
    v.transform((entries) => Object.assign(Object.create(null), entries)),
  );

/** Far more than a page could show. */
const mostEntries = 1000;

export const list = <Output>(schema: Schema<Output>) =>
  v.pipe(v.array(schema, 'a list'), v.maxLength(mostEntries, `at most ${mostEntries} entries`));

export const text = v.pipe(
  v.string('a string'),
  v.check((value) => value.trim() !== '', 'a string that is not empty'),
  v.check((value) => value.trim() === '' || value === value.trim(), 'a string without space around it'),
);

/** Names stand where nothing fills placeholders: in titles, labels and lists. */
export const name = v.pipe(
  text,
  v.check((value) => placeholdersIn(value).size === 0, 'a name without placeholders'),
);

export const truth = v.boolean('true or false');

export const oneOf = <const Option extends string>(options: readonly Option[]) =>
  v.picklist(options, `one of ${options.join(', ')}`);

export const matching = (pattern: RegExp, expected: string) =>
  v.pipe(v.string(expected), v.regex(pattern, expected));

export const sha256 = matching(/^[0-9a-f]{64}$/, 'a SHA-256 of 64 lower-case hex digits');

export const whole = (least: number, most: number) => {
  const expected = `a whole number from ${least} to ${most}`;
  return v.custom<number>(
    (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
    expected,
  );
};

/** Ids that the page itself uses, or that a browser's `window` would answer to. */
const pageIds = [
  'top main contents app location body menu search settings content root',
  'name self window document history navigator status parent opener constructor',
];

/** Characters of an id. */
export const longestId = 41;

export const idApartFrom = (reserved: readonly string[]) => {
  const ids = new Set(reserved.flatMap((line) => line.split(' ')));
  const expected = `an id of 2 to ${longestId} characters a-z, 0-9 and - that begins with a letter`;
  return v.pipe(
    matching(new RegExp(`^[a-z][a-z0-9-]{1,${longestId - 1}}$`), expected),
    v.check((id) => !ids.has(id), 'an id that is not reserved'),
  );
};

export const pageId = idApartFrom(pageIds);

/** @throws {ContentError} with every fault of the file */
export function read<Output>(file: string, value: unknown, schema: Schema<Output>): Output {
  const { success, output, issues } = v.safeParse(schema, value);
  if (!success) throw new ContentError(issues.map((issue) => faultOf(file, issue)));
  return output;
}

function faultOf(file: string, { path, message, input, type, expected }: v.BaseIssue<unknown>): Fault {
  const key = String(path?.at(-1)?.key);
  return {
    file,
    path: (path ?? []).reduce((place, item) => inside(place, item.input, item.key, item.value), ''),
    expected: message,
    got: type === 'max_length' ? `${(input as unknown[]).length}` : show(input),
    remedy: remedyFor(key, input, type, expected),
  };
}

function remedyFor(key: string, input: unknown, type: string, expected: string | null): string {
  if (input === undefined) return `Add the key "${key}".`;
  if (expected === 'never') return `Take the key "${key}" out, or correct its spelling.`;
  if (type === 'picklist') return choose(String(input), expected?.match(/(?<=")[^"]+(?=")/g) ?? []);
  return 'Correct this value in the file.';
}

/** @throws {ContentError} with these remarks as faults of the file */
export function refuse(file: string, remarks: readonly Remark[]): void {
  if (remarks.length > 0) throw new ContentError(remarks.map((remark) => ({ file, ...remark })));
}

interface Named {
  readonly path: string;
  readonly value: string | number;
}

/** The entries of a list without ids, with their paths. */
export const entriesAt = <Value>(path: string, values: readonly Value[]) =>
  values.map((value, index) => ({ path: `${path}[${index}]`, value }));

/** Returns a remark on each value that occurred before. */
export function repeated(entries: readonly Named[]): Remark[] {
  const first = new Map<string | number, string>();
  return entries.flatMap(({ path, value }) => {
    const before = first.get(value);
    if (before === undefined) first.set(value, path);
    if (before === undefined) return [];
    const expected = `a value not used before (it stands at ${before})`;
    return [remark(path, expected, show(value), 'Give each its own, or take one out.')];
  });
}

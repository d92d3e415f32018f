import { isId, isItem, savedKey } from './items';
import {
  type KeptPlace,
  lastSequence,
  madeOf,
  placeKey,
  placeOf,
  placesIn,
  type SavedMark,
  savedIn,
  savedOf,
  schema,
  updated,
} from './records';
import { type SettingName, settingNames, settingOf } from './settings';
import { byAge, timeOf } from './stampOrder';
import { isObject } from './stamps';

/**
 * The file that carries what the reader made to another browser. Anybody may have made such a file, so it is
 * taken over as a whole or not at all, and only with the fields that are named here.
 */
const kind = 'yaolan-reader-data';

export const copyLimit = 1_000_000; // bytes; a thousand times what a reader of today has

const deepest = 3; // levels: the file, its places, one place

/** Why a file is not taken over. */
export type Refusal = 'large' | 'unreadable' | 'foreign' | 'newer' | 'unknown' | 'wrong';

export class Refused extends Error {
  override name = 'Refused';
  constructor(
    readonly why: Refusal,
    /** The JSON pointer to what was found wrong. */
    readonly at = '',
  ) {
    super(`the file was refused (${why}) ${at}`);
  }
}

interface KeptSetting {
  readonly value: string;
  readonly at: number;
}

/**
 * Maps and not objects, because their keys come from outside. They may hold what this edition no
 * longer has, or does not have yet. Sequence numbers mean nothing in another database, so what was
 * saved is listed in its order instead.
 */
export interface ReaderData {
  readonly settings: ReadonlyMap<SettingName, KeptSetting>;
  /** By article. */
  readonly places: ReadonlyMap<string, KeptPlace>;
  /** By `<article>/<id>`, the oldest first. */
  readonly saved: ReadonlyMap<string, SavedMark>;
}

export const sizeOf = ({ settings, places, saved }: ReaderData): number =>
  settings.size + places.size + saved.size;

/** The part of the records that goes into a file: what this version understands. */
export function dataIn(records: ReadonlyMap<string, unknown>): ReaderData {
  const times = new Map(Object.entries(updated(records.get('times'), {})));
  const settings = settingNames.flatMap((name): [SettingName, KeptSetting][] => {
    const value = settingOf(name, records.get(name));
    return value ? [[name, { value, at: timeOf({ at: times.get(name) }) }]] : [];
  });
  return {
    settings: new Map(settings),
    places: new Map(
      placesIn(records).map(([article, { card, offset, at }]) => [article, { card, offset, at }]),
    ),
    saved: new Map(savedIn(records).map(([item, { saved, at }]) => [item, { saved, at }])),
  };
}

export function copyOf({ settings, places, saved }: ReaderData): string {
  const [ofSettings, ofPlaces, ofSaved] = [settings, places, saved].map((map) =>
    Object.fromEntries<unknown>(map),
  );
  return `${JSON.stringify({ kind, schema, settings: ofSettings, places: ofPlaces, saved: ofSaved }, null, 1)}\n`;
}

/**
 * Whether a text is nested too deeply. This is checked before it is parsed, because engines
 * differ in how deep they can go.
 */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (isQuoted) {
      if (char === '\\') at++;
      else if (char === '"') isQuoted = false;
    } else if (char === '"') isQuoted = true;
    else if (char === '{' || char === '[') {
      if (++depth > deepest) return true;
    } else if (char === '}' || char === ']') depth--;
  }
  return false;
}

function parsed(text: string): unknown {
  if (text.length > copyLimit) throw new Refused('large');
  if (isTooDeep(text)) throw new Refused('unreadable');
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused('unreadable');
  }
}

function entriesOf(value: unknown, at: string): [key: string, value: unknown][] {
  if (!isObject(value)) throw new Refused('wrong', at);
  return Object.entries(value);
}

/** Returns the fields of an object that has exactly the named ones; refuses any other. */
function exactly(value: unknown, names: readonly string[], at: string): ReadonlyMap<string, unknown> {
  const fields = new Map(entriesOf(value, at));
  for (const name of names) if (!fields.has(name)) throw new Refused('wrong', `${at}/${name}`);
  for (const name of fields.keys()) if (!names.includes(name)) throw new Refused('unknown', `${at}/${name}`);
  return fields;
}

function settingAt(name: string, given: unknown): [SettingName, KeptSetting] {
  const at = `/settings/${name}`;
  const known = settingNames.find((one) => one === name);
  if (!known) throw new Refused('unknown', at);
  const fields = exactly(given, ['value', 'at'], at);
  const value = settingOf(known, fields.get('value'));
  const time = fields.get('at');
  if (!value || (time !== 0 && timeOf({ at: time }) === 0)) throw new Refused('wrong', at);
  return [known, { value, at: timeOf({ at: time }) }];
}

function placeAt(article: string, given: unknown): [string, KeptPlace] {
  const at = `/places/${article}`;
  exactly(given, ['card', 'offset', 'at'], at);
  const place = placeOf(given);
  if (!place || !isId(article)) throw new Refused('wrong', at);
  return [article, place];
}

function savedAt(item: string, given: unknown): [string, SavedMark] {
  const at = `/saved/${item.replaceAll('/', '~1')}`;
  exactly(given, ['saved', 'at'], at);
  const mark = savedOf(given);
  if (!mark || !isItem(item)) throw new Refused('wrong', at);
  return [item, mark];
}

/** The first schema that was ever in a file, the first with saved cards, and the first that lists them by age. */
const firstInFiles = 2;
const firstWithSaved = 3;
const firstInOrder = 4;

/** @throws Refused with the reason, before anything has changed */
export function parseCopy(text: string): ReaderData {
  const file = parsed(text);
  if (!isObject(file) || file.kind !== kind) throw new Refused('foreign');
  const made = file.schema;
  if (typeof made !== 'number' || !Number.isInteger(made) || made < firstInFiles)
    throw new Refused('wrong', '/schema');
  if (made > schema) throw new Refused('newer');
  const names = ['settings', 'places', ...(made >= firstWithSaved ? ['saved'] : [])];
  const whole = exactly(file, ['kind', 'schema', ...names], '');
  const entries = (name: string) => (names.includes(name) ? entriesOf(whole.get(name), `/${name}`) : []);
  const saved = entries('saved').map(([item, mark]) => savedAt(item, mark));
  if (made < firstInOrder) saved.sort(([, one], [, other]) => byAge(one, other));
  return {
    settings: new Map(entries('settings').map(([name, value]) => settingAt(name, value))),
    places: new Map(entries('places').map(([article, place]) => placeAt(article, place))),
    saved: new Map(saved),
  };
}

/** What is to be written, and how many entries of the file are taken over. */
interface Merging {
  readonly changes: ReadonlyMap<string, unknown>;
  readonly taken: number;
}

/**
 * Of each record the one with the later time counts. Records that only one side has stay. What cannot be read
 * is set aside. Records from the file get sequence numbers of this database, in the order of the file, so in
 * the list of what is saved they come after what was there.
 */
export function mergeInto(
  records: ReadonlyMap<string, unknown>,
  { settings, places, saved }: ReaderData,
): Merging {
  const changes = new Map<string, unknown>();
  let sequence = lastSequence(records);
  let taken = 0;
  const change = (key: string, fields: object) =>
    changes.set(key, updated(changes.get(key) ?? records.get(key), fields));
  const times = new Map(Object.entries(updated(records.get('times'), {})));
  for (const [name, { value, at }] of settings) {
    const here = settingOf(name, records.get(name));
    if (here !== undefined && timeOf({ at: times.get(name) }) >= at) continue;
    taken++;
    changes.set(name, value);
    change('times', { [name]: at });
    change('sequences', { [name]: ++sequence });
  }
  const take = (key: string, record: KeptPlace | SavedMark) => {
    const old = records.get(key);
    const here = madeOf(key, old);
    if (here && timeOf(here) >= record.at) return;
    if (old !== undefined && !here) changes.set(`aside:${key}:${++sequence}`, old);
    taken++;
    change(key, { ...record, sequence: ++sequence });
  };
  for (const [article, place] of places) take(placeKey(article), place);
  for (const [item, mark] of saved) take(savedKey(item), mark);
  if (taken > 0) changes.set('sequence', sequence);
  return { changes, taken };
}

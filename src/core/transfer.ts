import {
  isObject,
  type KeptPlace,
  placeKey,
  placeOf,
  placePrefix,
  type SavedMark,
  savedOf,
  schema,
  timeOf,
  updated,
} from './records';
import { savedKey, savedPrefix } from './savedKey';
import { type SettingName, settingNames, settingOf } from './settings';

/**
 * The file that carries what the reader made to another browser. What comes in such a file may have been made
 * by anybody: it is taken over as a whole or not at all, and nothing of it but what is named here.
 */
const kind = 'yaolan-reader-data';

export const copyLimit = 1_000_000; // bytes; a thousand times what a reader of today has

const deepest = 3; // the file, its places, one place

/** Why a file is not taken over. */
export type Refusal = 'large' | 'unreadable' | 'foreign' | 'newer' | 'unknown' | 'wrong';

export class Refused extends Error {
  override name = 'Refused';
  constructor(
    readonly why: Refusal,
    /** The JSON pointer of what was found wrong. */
    readonly at = '',
  ) {
    super(`the file was refused (${why}) ${at}`);
  }
}

interface KeptSetting {
  readonly value: string;
  readonly at: number;
}

/** Maps and not objects: their keys come from outside. */
export interface ReaderData {
  readonly settings: ReadonlyMap<SettingName, KeptSetting>;
  readonly places: ReadonlyMap<string, KeptPlace>;
  /** By `<article>/<id>`. */
  readonly saved: ReadonlyMap<string, SavedMark>;
}

/** Whether this edition has the card or measure. */
export type IsKnown = (article: string, id: string) => boolean;

function isKnownItem(item: string, isKnown: IsKnown): boolean {
  const [article = '', id = '', ...rest] = item.split('/');
  return rest.length === 0 && isKnown(article, id);
}

export const sizeOf = ({ settings, places, saved }: ReaderData): number =>
  settings.size + places.size + saved.size;

/** What of the records goes into a file: what this version understands. */
export function dataIn(records: ReadonlyMap<string, unknown>, isKnown: IsKnown): ReaderData {
  const times = new Map(Object.entries(updated(records.get('times'), {})));
  const settings = settingNames.flatMap((name): [SettingName, KeptSetting][] => {
    const value = settingOf(name, records.get(name));
    return value ? [[name, { value, at: timeOf({ at: times.get(name) }) }]] : [];
  });
  const places = [...records].flatMap(([key, record]): [string, KeptPlace][] => {
    const article = key.slice(placePrefix.length);
    const place = key.startsWith(placePrefix) ? placeOf(record) : undefined;
    return place && isKnown(article, place.card) ? [[article, place]] : [];
  });
  const saved = [...records].flatMap(([key, record]): [string, SavedMark][] => {
    const item = key.slice(savedPrefix.length);
    const mark = key.startsWith(savedPrefix) ? savedOf(record) : undefined;
    return mark && isKnownItem(item, isKnown) ? [[item, mark]] : [];
  });
  return { settings: new Map(settings), places: new Map(places), saved: new Map(saved) };
}

export function copyOf({ settings, places, saved }: ReaderData): string {
  const [ofSettings, ofPlaces, ofSaved] = [settings, places, saved].map((map) =>
    Object.fromEntries<unknown>(map),
  );
  return `${JSON.stringify({ kind, schema, settings: ofSettings, places: ofPlaces, saved: ofSaved }, null, 1)}\n`;
}

/** Before it is parsed: engines differ in how deep they can go. */
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

/** Fields that are all there and no others. */
function exactly(value: unknown, names: readonly string[], at: string): ReadonlyMap<string, unknown> {
  const fields = new Map(entriesOf(value, at));
  for (const name of names) if (!fields.has(name)) throw new Refused('wrong', `${at}/${name}`);
  for (const name of fields.keys()) if (!names.includes(name)) throw new Refused('unknown', `${at}/${name}`);
  return fields;
}

function settingIn(name: string, given: unknown): [SettingName, KeptSetting] {
  const at = `/settings/${name}`;
  const known = settingNames.find((one) => one === name);
  if (!known) throw new Refused('unknown', at);
  const fields = exactly(given, ['value', 'at'], at);
  const value = settingOf(known, fields.get('value'));
  const time = fields.get('at');
  if (!value || (time !== 0 && timeOf({ at: time }) === 0)) throw new Refused('wrong', at);
  return [known, { value, at: timeOf({ at: time }) }];
}

function placeIn(article: string, given: unknown, isKnown: IsKnown): [string, KeptPlace] {
  const at = `/places/${article}`;
  exactly(given, ['card', 'offset', 'at'], at);
  const place = placeOf(given);
  if (!place) throw new Refused('wrong', at);
  if (!isKnown(article, place.card)) throw new Refused('unknown', at);
  return [article, place];
}

function savedIn(item: string, given: unknown, isKnown: IsKnown): [string, SavedMark] {
  const at = `/saved/${item.replaceAll('/', '~1')}`;
  exactly(given, ['saved', 'at'], at);
  const mark = savedOf(given);
  if (!mark) throw new Refused('wrong', at);
  if (!isKnownItem(item, isKnown)) throw new Refused('unknown', at);
  return [item, mark];
}

/** The first schema that was ever in a file, and the first that had saved cards in it. */
const firstInFiles = 2;
const firstWithSaved = 3;

/** @throws Refused with the reason, before anything has changed */
export function parseCopy(text: string, isKnown: IsKnown): ReaderData {
  const file = parsed(text);
  if (!isObject(file) || file.kind !== kind) throw new Refused('foreign');
  const made = file.schema;
  if (typeof made !== 'number' || !Number.isInteger(made) || made < firstInFiles)
    throw new Refused('wrong', '/schema');
  if (made > schema) throw new Refused('newer');
  const hasSaved = made >= firstWithSaved;
  const whole = exactly(file, ['kind', 'schema', 'settings', 'places', ...(hasSaved ? ['saved'] : [])], '');
  return {
    settings: new Map(
      entriesOf(whole.get('settings'), '/settings').map(([name, value]) => settingIn(name, value)),
    ),
    places: new Map(
      entriesOf(whole.get('places'), '/places').map(([id, place]) => placeIn(id, place, isKnown)),
    ),
    saved: new Map(
      (hasSaved ? entriesOf(whole.get('saved'), '/saved') : []).map(([item, mark]) =>
        savedIn(item, mark, isKnown),
      ),
    ),
  };
}

/** What is to be written so that of each record the later one counts; records that only one side has stay. */
export function mergeInto(
  records: ReadonlyMap<string, unknown>,
  { settings, places, saved }: ReaderData,
): ReadonlyMap<string, unknown> {
  const changes = new Map<string, unknown>();
  const times = new Map(Object.entries(updated(records.get('times'), {})));
  for (const [name, { value, at }] of settings) {
    const own = settingOf(name, records.get(name));
    if (own !== undefined && timeOf({ at: times.get(name) }) >= at) continue;
    changes.set(name, value);
    changes.set('times', updated(changes.get('times') ?? records.get('times'), { [name]: at }));
  }
  for (const [article, place] of places) {
    const key = placeKey(article);
    const own = records.get(key);
    if (!placeOf(own) || timeOf(own) < place.at) changes.set(key, updated(own, place));
  }
  for (const [item, mark] of saved) {
    const key = savedKey(item);
    const own = records.get(key);
    if (!savedOf(own) || timeOf(own) < mark.at) changes.set(key, updated(own, mark));
  }
  return changes;
}

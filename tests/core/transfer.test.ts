import { describe, expect, it } from 'vitest';
import { placeOf, savedIn, schema } from '../../src/core/records';
import { copyLimit, copyOf, dataIn, mergeInto, parseCopy, Refused } from '../../src/core/transfer';

const kind = 'yaolan-reader-data';
const place = { card: 'one', offset: 12.5, at: 1_700_000_000_000 };

/** A file as this version writes it, changed in one place. */
const aCopy = (changes: object = {}) =>
  JSON.stringify({
    kind,
    schema,
    settings: { language: { value: 'en', at: 5 } },
    places: { report: place },
    saved: { 'report/two': { saved: true, at: 7 } },
    ...changes,
  });

const records = (entries: Record<string, unknown>) => new Map(Object.entries(entries));

function refusalOf(text: string): string {
  try {
    parseCopy(text);
  } catch (error) {
    if (error instanceof Refused) return error.why;
    throw error;
  }
  return 'taken';
}

describe('a copy', () => {
  const here = records({
    schema,
    language: 'en',
    times: { language: 5, weather: 9 },
    'place:report': { ...place, mood: 'calm', sequence: 3 },
    'saved:report/two': { saved: true, at: 7, shelf: 1, sequence: 2 },
    'saved:no item': { saved: true, at: 7 },
    'aside:language:1': '?',
    weather: 'dusk',
  });

  it('holds what this version understands', () => {
    expect(JSON.parse(copyOf(dataIn(here)))).toEqual(JSON.parse(aCopy()));
  });

  it('read again is what it was', () => {
    const data = dataIn(here);
    expect(parseCopy(copyOf(data))).toEqual(data);
  });

  it('of a reader who has made nothing yet can be taken in', () => {
    expect(refusalOf(copyOf(dataIn(new Map())))).toBe('taken');
  });

  it('of an untimed setting of schema 1 is no less a copy', () => {
    const data = dataIn(records({ language: 'zh', install: 'dismissed' }));
    expect(parseCopy(copyOf(data))).toEqual(data);
  });

  it('made before an update that took cards away can be taken in, and keeps them', () => {
    const text = aCopy({
      places: { gone: place },
      saved: { 'report/gone': { saved: true, at: 7 }, 'gone/card': { saved: true, at: 8 } },
    });
    const { places, saved } = parseCopy(text);
    expect([...places.keys(), ...saved.keys()]).toEqual(['gone', 'report/gone', 'gone/card']);
  });

  const saved = (items: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(items).map(([item, at]) => [item, { saved: true, at }]));

  it('lists what was saved in its order, whatever the clock said', () => {
    const own = records({
      'saved:a/card': { saved: true, at: 900, sequence: 1 },
      'saved:b/card': { saved: true, at: 3, sequence: 2 },
      'saved:c/card': { saved: true, at: 5 },
    });
    const copy = parseCopy(copyOf(dataIn(own)));
    expect([...copy.saved.keys()]).toEqual(['c/card', 'a/card', 'b/card']);
    expect([...parseCopy(aCopy({ saved: saved({ 'z/late': 9, 'a/early': 1 }) })).saved.keys()]).toEqual([
      'z/late',
      'a/early',
    ]);
  });

  it('of schema 3 lists it by time, and one of schema 2 has nothing saved', () => {
    const third = parseCopy(aCopy({ schema: 3, saved: saved({ 'a/late': 9, 'b/early': 1 }) }));
    expect([...third.saved.keys()]).toEqual(['b/early', 'a/late']);
    const second = parseCopy(aCopy({ schema: 2, saved: undefined }));
    expect([second.saved.size, second.places.size]).toEqual([0, 1]);
  });
});

describe('parseCopy refuses', () => {
  const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const hostile: readonly (readonly [what: string, text: string, why: string])[] = [
    ['nothing', '', 'unreadable'],
    ['half a file', aCopy().slice(0, -9), 'unreadable'],
    ['a page', '<!doctype html><title>Please sign in</title>', 'unreadable'],
    ['more than a copy can be', ' '.repeat(copyLimit + 1), 'large'],
    ['what is too deep', nested(100_000), 'unreadable'],
    ['depth inside a field', aCopy({ places: { report: { ...place, card: [[1]] } } }), 'unreadable'],
    ['a list', '[]', 'foreign'],
    ['nothing but null', 'null', 'foreign'],
    ['another program’s file', '{"kind":"bookmarks"}', 'foreign'],
    ['a newer schema', aCopy({ schema: schema + 1, shelf: {} }), 'newer'],
    ['a schema that was never in a file', aCopy({ schema: 1 }), 'wrong'],
    ['a schema that is no number', aCopy({ schema: '2' }), 'wrong'],
    ['a field it does not know', aCopy({ shelf: 1 }), 'unknown'],
    ['a missing field', aCopy({ places: undefined }), 'wrong'],
    ['places that are a list', aCopy({ places: [] }), 'wrong'],
    ['__proto__ as a field', aCopy().replace('"kind"', '"__proto__":{"card":"one"},"kind"'), 'unknown'],
    ['__proto__ as an article', aCopy().replace('"report"', '"__proto__"'), 'wrong'],
    ['__proto__ as a setting', aCopy().replace('"language"', '"__proto__"'), 'unknown'],
    ['toString as a setting', aCopy({ settings: { toString: { value: 'en', at: 1 } } }), 'unknown'],
    ['an article that is no id', aCopy({ places: { 'Else where': place } }), 'wrong'],
    ['a card that is no id', aCopy({ places: { report: { ...place, card: '<b>' } } }), 'wrong'],
    ['a field inside a place', aCopy({ places: { report: { ...place, mood: 1 } } }), 'unknown'],
    ['a language it does not speak', aCopy({ settings: { language: { value: 'fr', at: 1 } } }), 'wrong'],
    ['markup for a language', aCopy({ settings: { language: { value: '<b>', at: 1 } } }), 'wrong'],
    ['a setting without its time', aCopy({ settings: { language: { value: 'en' } } }), 'wrong'],
    ['a time before all times', aCopy({ places: { report: { ...place, at: -1 } } }), 'wrong'],
    ['a time that is not whole', aCopy({ places: { report: { ...place, at: 1.5 } } }), 'wrong'],
    ['a time beyond counting', aCopy().replace('1700000000000', '1e400'), 'wrong'],
    ['a card that is a number', aCopy({ places: { report: { ...place, card: 1 } } }), 'wrong'],
    ['an endless offset', aCopy().replace('12.5', '1e300'), 'wrong'],
    ['a saved card in no article', aCopy({ saved: { one: { saved: true, at: 1 } } }), 'wrong'],
    [
      'a saved card with more behind it',
      aCopy({ saved: { 'report/one/x': { saved: true, at: 1 } } }),
      'wrong',
    ],
    [
      'a sequence number of another database',
      aCopy({ saved: { 'report/one': { saved: true, at: 1, sequence: 2 } } }),
      'unknown',
    ],
    [
      'a saved card that is neither in nor out',
      aCopy({ saved: { 'report/one': { saved: 1, at: 1 } } }),
      'wrong',
    ],
    ['saved cards in a copy from before there were any', aCopy({ schema: 2 }), 'unknown'],
    ['an offset in words', aCopy({ places: { report: { ...place, offset: '0' } } }), 'wrong'],
  ];

  it.each(hostile)('%s', (_what, text, why) => {
    expect(refusalOf(text)).toBe(why);
    expect(({} as Record<string, unknown>).card).toBeUndefined();
  });

  it('and says where it found the fault', () => {
    const text = aCopy({ places: { report: { ...place, at: -1 } } });
    expect(() => parseCopy(text)).toThrow(expect.objectContaining({ at: '/places/report' }));
  });
});

describe('mergeInto', () => {
  const copy = parseCopy(aCopy({ places: { report: place, other: place } }));
  const changesIn = (here: ReadonlyMap<string, unknown>, data = copy) => mergeInto(here, data).changes;

  it('takes all where nothing is', () => {
    expect(changesIn(new Map())).toEqual(
      records({
        language: 'en',
        times: { language: 5 },
        sequences: { language: 1 },
        'place:report': { ...place, sequence: 2 },
        'place:other': { ...place, sequence: 3 },
        'saved:report/two': { saved: true, at: 7, sequence: 4 },
        sequence: 4,
      }),
    );
  });

  it('leaves what is later here, and what only this side has', () => {
    const here = records({
      language: 'zh',
      times: { language: 6 },
      'place:report': { ...place, at: place.at + 1 },
      'place:third': place,
      'saved:report/two': { saved: false, at: 8 },
    });
    const { changes, taken } = mergeInto(here, copy);
    expect([[...changes.keys()], taken]).toEqual([['place:other', 'sequence'], 1]);
  });

  it('keeps the fields of another version in what it replaces', () => {
    const here = records({ times: { weather: 1 }, 'place:report': { ...place, at: 1, mood: 'calm' } });
    const changes = changesIn(here);
    expect(changes.get('place:report')).toMatchObject({ ...place, mood: 'calm' });
    expect(changes.get('times')).toEqual({ weather: 1, language: 5 });
  });

  it('changes nothing when done a second time', () => {
    expect(mergeInto(changesIn(new Map()), copy)).toEqual({ changes: new Map(), taken: 0 });
  });

  it('puts what was saved after what is here, in the order of the copy', () => {
    const saved = { 'z/card': { saved: true, at: 9 }, 'a/card': { saved: true, at: 1 } };
    const here = records({ sequence: 6, 'saved:m/card': { saved: true, at: 5_000, sequence: 4 } });
    const merged = new Map([
      ...here,
      ...changesIn(here, parseCopy(aCopy({ settings: {}, places: {}, saved }))),
    ]);
    expect(savedIn(merged).map(([item]) => item)).toEqual(['m/card', 'z/card', 'a/card']);
    expect(merged.get('sequence')).toBe(8);
  });

  it('does not believe a place here that is none, and puts it aside', () => {
    const broken = { card: 7, at: place.at + 1 };
    const changes = changesIn(records({ 'place:report': broken }));
    expect(placeOf(changes.get('place:report'))).toMatchObject(place);
    expect([...changes].find(([key]) => key.startsWith('aside:place:report:'))?.[1]).toEqual(broken);
  });
});

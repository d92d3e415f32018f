import { describe, expect, it } from 'vitest';
import { placeOf, schema } from '../../src/core/records';
import { copyLimit, copyOf, dataIn, mergeInto, parseCopy, Refused } from '../../src/core/transfer';

const isKnown = (article: string, card: string) =>
  ['report', 'other'].includes(article) && ['one', 'two'].includes(card);

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
    parseCopy(text, isKnown);
  } catch (error) {
    if (error instanceof Refused) return error.why;
    throw error;
  }
  return 'taken';
}

describe('a copy', () => {
  const own = records({
    schema,
    language: 'en',
    times: { language: 5, weather: 9 },
    'place:report': { ...place, mood: 'calm' },
    'place:gone': place,
    'saved:report/two': { saved: true, at: 7, shelf: 1 },
    'saved:report/gone': { saved: true, at: 7 },
    'aside:language:1': '?',
    weather: 'dusk',
  });

  it('holds what this version understands and this edition has', () => {
    expect(JSON.parse(copyOf(dataIn(own, isKnown)))).toEqual(JSON.parse(aCopy()));
  });

  it('read again is what it was', () => {
    const data = dataIn(own, isKnown);
    expect(parseCopy(copyOf(data), isKnown)).toEqual(data);
  });

  it('of a reader who has made nothing yet can be taken in', () => {
    expect(refusalOf(copyOf(dataIn(new Map(), isKnown)))).toBe('taken');
  });

  it('of an untimed setting of schema 1 is no less a copy', () => {
    const data = dataIn(records({ language: 'zh', install: 'dismissed' }), isKnown);
    expect(parseCopy(copyOf(data), isKnown)).toEqual(data);
  });
});

describe('a copy of schema 2', () => {
  it('has no saved cards and is taken in', () => {
    const { saved, places } = parseCopy(aCopy({ schema: 2, saved: undefined }), isKnown);
    expect([saved.size, places.size]).toEqual([0, 1]);
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
    ['__proto__ as an article', aCopy().replace('"report"', '"__proto__"'), 'unknown'],
    ['constructor as an article', aCopy({ places: { constructor: place } }), 'unknown'],
    ['__proto__ as a setting', aCopy().replace('"language"', '"__proto__"'), 'unknown'],
    ['toString as a setting', aCopy({ settings: { toString: { value: 'en', at: 1 } } }), 'unknown'],
    ['an article it does not have', aCopy({ places: { elsewhere: place } }), 'unknown'],
    ['a card it does not have', aCopy({ places: { report: { ...place, card: 'nine' } } }), 'unknown'],
    ['a field inside a place', aCopy({ places: { report: { ...place, mood: 1 } } }), 'unknown'],
    ['a language it does not speak', aCopy({ settings: { language: { value: 'fr', at: 1 } } }), 'wrong'],
    ['markup for a language', aCopy({ settings: { language: { value: '<b>', at: 1 } } }), 'wrong'],
    ['a setting without its time', aCopy({ settings: { language: { value: 'en' } } }), 'wrong'],
    ['a time before all times', aCopy({ places: { report: { ...place, at: -1 } } }), 'wrong'],
    ['a time that is not whole', aCopy({ places: { report: { ...place, at: 1.5 } } }), 'wrong'],
    ['a time beyond counting', aCopy().replace('1700000000000', '1e400'), 'wrong'],
    ['a card that is a number', aCopy({ places: { report: { ...place, card: 1 } } }), 'wrong'],
    ['an endless offset', aCopy().replace('12.5', '1e300'), 'wrong'],
    ['a saved card it does not have', aCopy({ saved: { 'report/nine': { saved: true, at: 1 } } }), 'unknown'],
    ['a saved card in no article', aCopy({ saved: { one: { saved: true, at: 1 } } }), 'unknown'],
    [
      'a saved card with more behind it',
      aCopy({ saved: { 'report/one/x': { saved: true, at: 1 } } }),
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
    expect(() => parseCopy(text, isKnown)).toThrow(expect.objectContaining({ at: '/places/report' }));
  });
});

describe('mergeInto', () => {
  const copy = parseCopy(aCopy({ places: { report: place, other: place } }), isKnown);
  const mark = { saved: true, at: 7 };

  it('takes all where nothing is', () => {
    expect(mergeInto(new Map(), copy)).toEqual(
      records({
        language: 'en',
        times: { language: 5 },
        'place:report': place,
        'place:other': place,
        'saved:report/two': mark,
      }),
    );
  });

  it('leaves what is later here, and what only this side has', () => {
    const own = records({
      language: 'zh',
      times: { language: 6 },
      'place:report': { ...place, at: place.at + 1 },
      'place:third': place,
      'saved:report/two': { saved: false, at: 8 },
    });
    expect([...mergeInto(own, copy).keys()]).toEqual(['place:other']);
  });

  it('keeps the fields of another version in what it replaces', () => {
    const own = records({ times: { weather: 1 }, 'place:report': { ...place, at: 1, mood: 'calm' } });
    const merged = mergeInto(own, copy);
    expect(merged.get('place:report')).toEqual({ ...place, mood: 'calm' });
    expect(merged.get('times')).toEqual({ weather: 1, language: 5 });
  });

  it('changes nothing when done a second time', () => {
    const once = new Map([...mergeInto(new Map(), copy)]);
    expect(mergeInto(once, copy).size).toBe(0);
  });

  it('does not believe a place here that is none', () => {
    const own = records({ 'place:report': { card: 7, at: place.at + 1 } });
    expect(placeOf(mergeInto(own, copy).get('place:report'))).toEqual(place);
  });
});

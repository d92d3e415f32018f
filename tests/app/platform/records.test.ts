import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  changeRecords,
  deleteRecords,
  inTime,
  type Records,
  readRecords,
} from '../../../src/app/platform/records';
import { aDatabase, deniedDatabases } from './aDatabase';

const patience = 2000; // ms, as the reader's records have it

/** What the page is told of leaving and of coming back. */
let page: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What comes of it within the reader's patience: its value, that it was refused, or that it was too late. */
async function outcomeOf<T>(work: Promise<T>, time = patience + 1): Promise<T | 'refused' | 'too late'> {
  let answer: T | 'refused' | 'too late' = 'too late';
  work.then(
    (value) => {
      answer = value;
    },
    () => {
      answer = 'refused';
    },
  );
  await vi.advanceTimersByTimeAsync(time);
  return answer;
}

function use<T>(indexedDB: T): T {
  vi.stubGlobal('indexedDB', indexedDB);
  return indexedDB;
}

const put = (key: string, value: unknown) =>
  inTime(
    changeRecords(async (records) => {
      records.put(key, value);
    }),
  );

const get = (key: string) => readRecords((records) => records.get(key));

describe.each(deniedDatabases)('where indexedDB %s', (_what, indexedDB) => {
  it('nothing is called kept, and nobody waits for long', async () => {
    use(indexedDB);
    expect(await outcomeOf(put('language', 'en'))).toBe('refused');
    expect(await outcomeOf(get('language'))).toBe('refused');
  });
});

describe('records', () => {
  it('are there once the transaction is through, and the database is closed again', async () => {
    const { kept, seen } = use(aDatabase());
    expect(await outcomeOf(put('language', 'en'))).toBeUndefined();
    expect(kept.get('language')).toBe('en');
    expect(await outcomeOf(get('language'))).toBe('en');
    expect(seen).toMatchObject({ closed: 2, strict: 2 });
  });

  it('are as they were where the disk is full at the end', async () => {
    const { kept } = use(aDatabase({ kept: new Map([['language', 'zh']]), ends: 'onabort' }));
    expect(await outcomeOf(put('language', 'en'))).toBe('refused');
    expect(kept).toEqual(new Map([['language', 'zh']]));
  });

  it('are as they were where the work on them fails halfway', async () => {
    const { kept } = use(aDatabase({ kept: new Map([['language', 'zh']]) }));
    const work = changeRecords(async (records) => {
      records.put('language', 'en');
      await records.get('language');
      throw new Error('not so');
    });
    expect(await outcomeOf(work)).toBe('refused');
    expect(kept.get('language')).toBe('zh');
  });

  it('are kept on a new connection where the first one breaks, and refused where that breaks too', async () => {
    const { kept, seen, settings } = use(aDatabase({ breaks: 1 }));
    expect(await outcomeOf(put('language', 'en'))).toBeUndefined();
    expect([kept.get('language'), seen.opened.length]).toEqual(['en', 2]);
    settings.breaks = 2;
    expect(await outcomeOf(put('language', 'zh'))).toBe('refused');
    expect(kept.get('language')).toBe('en');
  });

  it('cannot be read where reading fails', async () => {
    use(aDatabase({ reads: false }));
    expect(await outcomeOf(get('language'))).toBe('refused');
  });

  it('are found in a database of a newer release, whose version stays', async () => {
    const database = use(aDatabase({ version: 7, kept: new Map([['language', 'en']]) }));
    expect(await outcomeOf(get('language'))).toBe('en');
    expect(await outcomeOf(put('language', 'zh'))).toBeUndefined();
    expect([database.version(), database.seen.opened]).toEqual([7, [undefined, undefined]]);
  });

  it('get a store where the database has none', async () => {
    const database = use(aDatabase({ version: 3, stores: ['other'] }));
    expect(await outcomeOf(put('language', 'en'))).toBeUndefined();
    expect([database.version(), database.kept.get('language')]).toEqual([4, 'en']);
  });

  const leave = (persisted: boolean) =>
    page.dispatchEvent(Object.assign(new Event('pagehide'), { persisted }));

  it('let go of the database where the page is kept in memory, and go on when it comes back', async () => {
    const { kept, seen } = use(aDatabase({ kept: new Map([['language', 'zh']]) }));
    const work = vi.fn(async (records: Records) => {
      if (work.mock.calls.length === 1) leave(true);
      await records.get('language');
      records.put('language', 'en');
    });
    const changed = changeRecords(work);
    expect(await outcomeOf(changed, 1)).toBe('too late');
    expect([kept.get('language'), seen.closed]).toEqual(['zh', 1]);
    page.dispatchEvent(new Event('pageshow'));
    expect(await outcomeOf(changed, 1)).toBeUndefined();
    expect([kept.get('language'), seen.closed, work.mock.calls.length]).toEqual(['en', 2, 2]);
  });

  it('go on where the page is left for good', async () => {
    const { kept } = use(aDatabase());
    const changed = changeRecords(async (records) => {
      leave(false);
      records.put('language', 'en');
    });
    expect(await outcomeOf(changed, 1)).toBeUndefined();
    expect(kept.get('language')).toBe('en');
  });

  it('are gone after they were deleted, also where another tab holds the database', async () => {
    const database = aDatabase({ kept: new Map([['language', 'en']]) });
    use({ ...database, deleteDatabase: () => ({}) });
    expect(await outcomeOf(deleteRecords(), patience * 2)).toBeUndefined();
    expect(database.kept.size).toBe(0);
  });
});

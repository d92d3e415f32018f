import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readMirror, readSetting, writeSetting } from '../../../src/app/platform/storage';
import { lastLanguage, noteLanguage } from '../../../src/app/state/settings';

/** Without any timer of the reader's having run out. */
const atOnce = 1; // ms
const patience = 400; // ms, as the reader's storage has it

/** A localStorage that works, as far as it is used. */
function aMirror(entries: Record<string, string> = {}) {
  const kept = new Map(Object.entries(entries));
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

const denied = {
  getItem: () => {
    throw new DOMException('denied', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
};

type Ends = 'oncomplete' | 'onabort' | 'onerror';

interface Request {
  result?: unknown;
  error?: unknown;
  onsuccess?: () => void;
  onerror?: () => void;
  onblocked?: () => void;
  onupgradeneeded?: () => void;
}

/** An indexedDB with one store, which answers a moment later, as real ones do. */
function aDatabase({ kept = new Map<string, unknown>(), ends = 'oncomplete' as Ends, reads = true } = {}) {
  const soon = (act: () => void) => void Promise.resolve().then(act);
  const closed = { times: 0 };
  const close = () => {
    closed.times += 1;
  };
  const answer = (request: Request, ok: boolean) =>
    soon(() => (ok ? request.onsuccess : request.onerror)?.());
  const transaction = (_store: string, mode?: string) => {
    const own: Partial<Record<Ends, () => void>> & { objectStore(): object } = {
      objectStore: () => ({
        get: (key: string) => {
          const request: Request = { result: kept.get(key) };
          answer(request, reads);
          return request;
        },
        put: (value: unknown, key: string) => {
          if (ends === 'oncomplete') kept.set(key, value);
          return {};
        },
      }),
    };
    if (mode === 'readwrite') soon(() => own[ends]?.());
    return own;
  };
  const result = { transaction, createObjectStore: () => ({}), close };
  const open = () => {
    const request: Request = { result };
    soon(() => request.onupgradeneeded?.());
    answer(request, true);
    return request;
  };
  return { kept, closed, open };
}

/** Opens and then does nothing, or fails in one of the ways browsers fail. */
const openingTo = (end: (request: Request) => void) => ({
  open: () => {
    const request: Request = {};
    void Promise.resolve().then(() => end(request));
    return request;
  },
});

const stores: readonly (readonly [string, unknown])[] = [
  ['is missing', undefined],
  ['is null', null],
  [
    'throws when it is opened',
    {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    },
  ],
  ['fails to open', openingTo((request) => request.onerror?.())],
  ['is held open by another tab', openingTo((request) => request.onblocked?.())],
  ['hangs', openingTo(() => undefined)],
  [
    'breaks when a transaction begins',
    openingTo((request) => {
      request.result = {
        close: () => undefined,
        transaction: () => {
          throw new DOMException('closing', 'InvalidStateError');
        },
      };
      request.onsuccess?.();
    }),
  ],
  [
    'hangs inside a transaction',
    openingTo((request) => {
      request.result = {
        close: () => undefined,
        transaction: () => ({ objectStore: () => ({ get: () => ({}), put: () => ({}) }) }),
      };
      request.onsuccess?.();
    }),
  ],
];

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What comes of it within the reader's patience; a promise that is late or rejects fails the test. */
async function inTime<T>(work: Promise<T>, time = patience + 1): Promise<T | 'too late'> {
  let answer: T | 'too late' = 'too late';
  let refusal: unknown;
  work.then(
    (value) => {
      answer = value;
    },
    (error: unknown) => {
      refusal = error ?? new Error('rejected');
    },
  );
  await vi.advanceTimersByTimeAsync(time);
  if (refusal) throw refusal;
  return answer;
}

describe.each(stores)('where indexedDB %s', (_what, indexedDB) => {
  beforeEach(() => {
    vi.stubGlobal('indexedDB', indexedDB);
  });

  it('a setting is unknown and writing it says so', async () => {
    vi.stubGlobal('localStorage', null);
    expect(await inTime(readSetting('language'))).toBeUndefined();
    expect(await inTime(writeSetting('language', 'en'))).toBe(false);
  });

  it('the mirror still answers', async () => {
    const mirror = aMirror();
    vi.stubGlobal('localStorage', mirror);
    expect(await inTime(writeSetting('language', 'en'))).toBe(false);
    expect(await inTime(readSetting('language'))).toBe('en');
    expect(await inTime(lastLanguage())).toBe('en');
  });
});

describe.each([
  ['is missing', undefined],
  ['is null', null],
  ['denies everything', denied],
])('where localStorage %s', (_what, localStorage) => {
  beforeEach(() => {
    vi.stubGlobal('localStorage', localStorage);
  });

  it('nothing is mirrored and nothing breaks', () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(readMirror('language')).toBeNull();
  });

  it('settings are kept in indexedDB', async () => {
    const database = aDatabase();
    vi.stubGlobal('indexedDB', database);
    expect(await inTime(writeSetting('language', 'en'))).toBe(true);
    expect(database.kept.get('language')).toBe('en');
    expect(await inTime(readSetting('language'))).toBe('en');
    expect(database.closed.times).toBe(2);
  });
});

describe('readSetting', () => {
  it('takes the mirror’s word without opening a database', async () => {
    vi.stubGlobal('localStorage', aMirror({ 'yaolan:language': 'zh' }));
    vi.stubGlobal('indexedDB', { open: () => expect.unreachable('the database was opened') });
    expect(await inTime(readSetting('language'))).toBe('zh');
  });

  it('finds in the database what the mirror has lost', async () => {
    vi.stubGlobal('localStorage', aMirror());
    vi.stubGlobal('indexedDB', aDatabase({ kept: new Map([['language', 'en']]) }));
    expect(await inTime(readSetting('language'))).toBe('en');
  });

  it('knows nothing where the database cannot be read', async () => {
    vi.stubGlobal('localStorage', aMirror());
    const database = aDatabase({ reads: false });
    vi.stubGlobal('indexedDB', database);
    expect(await inTime(readSetting('language'))).toBeUndefined();
    expect(database.closed.times).toBe(1);
  });
});

describe('writeSetting', () => {
  it('keeps the value in both places', async () => {
    const mirror = aMirror();
    const database = aDatabase();
    vi.stubGlobal('localStorage', mirror);
    vi.stubGlobal('indexedDB', database);
    expect(await inTime(writeSetting('install', 'dismissed'))).toBe(true);
    expect([mirror.kept.get('yaolan:install'), database.kept.get('install')]).toEqual([
      'dismissed',
      'dismissed',
    ]);
  });

  it.each(['onabort', 'onerror'] as const)('says at once that a full disk kept nothing: %s', async (ends) => {
    vi.stubGlobal('localStorage', denied);
    vi.stubGlobal('indexedDB', aDatabase({ ends }));
    expect(await inTime(writeSetting('language', 'en'), atOnce)).toBe(false);
  });
});

describe('a database that cannot be opened', () => {
  it.each(['onerror', 'onblocked'] as const)('is not waited for: %s', async (end) => {
    vi.stubGlobal('localStorage', null);
    vi.stubGlobal(
      'indexedDB',
      openingTo((request) => request[end]?.()),
    );
    expect(await inTime(writeSetting('language', 'en'), atOnce)).toBe(false);
    expect(await inTime(readSetting('language'), atOnce)).toBeUndefined();
  });
});

describe('the language last used', () => {
  it('is unknown where something else is stored', async () => {
    vi.stubGlobal('localStorage', aMirror({ 'yaolan:language': '<script>' }));
    expect(await inTime(lastLanguage())).toBeUndefined();
  });

  it('is not replaced by a page that was only read', async () => {
    const mirror = aMirror({ 'yaolan:language': 'en' });
    vi.stubGlobal('localStorage', mirror);
    vi.stubGlobal('indexedDB', aDatabase());
    await inTime(noteLanguage('zh'));
    expect(mirror.kept.get('yaolan:language')).toBe('en');
  });

  it('is the language of the first page until there is a choice', async () => {
    const mirror = aMirror();
    vi.stubGlobal('localStorage', mirror);
    vi.stubGlobal('indexedDB', aDatabase());
    await inTime(noteLanguage('zh'));
    expect(mirror.kept.get('yaolan:language')).toBe('zh');
  });
});

/** What of an IndexedDB request the reader uses. */
export interface Request {
  result?: unknown;
  error?: unknown;
  onsuccess?: () => void;
  onerror?: () => void;
  onblocked?: () => void;
  onupgradeneeded?: () => void;
}

const soon = (act: () => void) => void Promise.resolve().then(act);

function answering(result: unknown, ok = true): Request {
  const request: Request = { result, error: ok ? null : new DOMException('broken', 'UnknownError') };
  soon(() => (ok ? request.onsuccess : request.onerror)?.());
  return request;
}

/** How a writing transaction ends: a full disk shows itself at its end. */
export type Ending = 'oncomplete' | 'onabort';

/**
 * An indexedDB with one store, which answers a moment later, as real ones do, and keeps what a transaction
 * wrote only when it is through.
 */
export function aDatabase({
  kept = new Map<string, unknown>(),
  ends = 'oncomplete' as Ending,
  reads = true,
  version = 1,
  stores = ['settings'],
} = {}) {
  const seen = { closed: 0, strict: 0, opened: [] as (number | undefined)[] };
  const names = new Set(stores);
  let current = version;

  const transaction = (_store: string, mode?: string, options?: { durability?: string }) => {
    if (options?.durability === 'strict') seen.strict += 1;
    const written = new Map(kept);
    const own: Partial<Record<Ending, () => void>> & {
      error: unknown;
      objectStore(): object;
      abort(): void;
      commit(): void;
    } = {
      error: null,
      commit: () => soon(() => end(mode === 'readwrite' ? ends : 'oncomplete')),
      abort: () => end('onabort'),
      objectStore: () => ({
        get: (key: string) => later(answering(written.get(key), reads)),
        getAllKeys: () => later(answering([...written.keys()], reads)),
        getAll: () => later(answering([...written.values()], reads)),
        put: (value: unknown, key: string) => later(answering(void written.set(key, value))),
        delete: (key: string) => later(answering(void written.delete(key))),
      }),
    };
    let waiting = 0;
    let isOver = false;
    function end(how: Ending): void {
      if (isOver) return;
      isOver = true;
      if (how === 'onabort') own.error = new DOMException('full', 'QuotaExceededError');
      else if (mode === 'readwrite') {
        kept.clear();
        for (const [key, value] of written) kept.set(key, value);
      }
      own[how]?.();
    }
    /** A transaction is over when nothing more is asked of it for a while. */
    function later(request: Request): Request {
      waiting += 1;
      setTimeout(() => {
        waiting -= 1;
        if (waiting === 0) end(mode === 'readwrite' ? ends : 'oncomplete');
      });
      return request;
    }
    return own;
  };

  const open = (_name: string, wanted?: number) => {
    seen.opened.push(wanted);
    const request: Request = {};
    soon(() => {
      if (wanted !== undefined && wanted < current) {
        request.error = new DOMException('older', 'VersionError');
        request.onerror?.();
        return;
      }
      request.result = {
        get version() {
          return current;
        },
        objectStoreNames: { contains: (name: string) => names.has(name) },
        createObjectStore: (name: string) => names.add(name),
        transaction,
        close: () => {
          seen.closed += 1;
        },
      };
      if (wanted !== undefined && wanted > current) {
        current = wanted;
        request.onupgradeneeded?.();
      }
      request.onsuccess?.();
    });
    return request;
  };
  const deleteDatabase = () => {
    kept.clear();
    return answering(undefined);
  };
  return { kept, seen, open, deleteDatabase, version: () => current };
}

/** Opens and then does nothing, or fails in one of the ways browsers fail. */
const openingTo = (end: (request: Request) => void) => ({
  open: () => {
    const request: Request = {};
    soon(() => end(request));
    return request;
  },
});

const opened = (transaction: () => unknown) =>
  openingTo((request) => {
    request.result = {
      objectStoreNames: { contains: () => true },
      close: () => undefined,
      transaction,
    };
    request.onsuccess?.();
  });

/** Ways in which browsers deny a database, as they were measured or told of. */
export const deniedDatabases: readonly (readonly [string, unknown])[] = [
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
  ['is held by another tab', openingTo((request) => request.onblocked?.())],
  ['hangs', openingTo(() => undefined)],
  [
    'breaks when a transaction begins',
    opened(() => {
      throw new DOMException('closing', 'InvalidStateError');
    }),
  ],
  [
    'hangs inside a transaction',
    opened(() => ({ objectStore: () => ({ get: () => ({}), put: () => ({}) }), abort: () => undefined })),
  ],
];

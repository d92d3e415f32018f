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
 * An indexedDB with one store, which answers a moment later, as real ones do. One transaction begins when the one
 * before has ended, and what it wrote is kept only when it is through.
 */
export function aDatabase({
  kept = new Map<string, unknown>(),
  ends = 'oncomplete' as Ending,
  reads = true,
  version = 1,
  stores = ['settings'],
  /** How many transactions break before one is let through. */
  breaks = 0,
  /** What another reader of the origin has, by the name of its database. */
  beside = {} as Readonly<Record<string, ReadonlyMap<string, unknown>>>,
} = {}) {
  const seen = { closed: 0, strict: 0, opened: [] as (number | undefined)[], begun: 0 };
  const settings = { ends, breaks, answersAfter: Promise.resolve() };
  const names = new Set(stores);
  let current = version;
  let free: Promise<unknown> = Promise.resolve();

  const transactionOn =
    (all: Map<string, unknown>) => (_store: string, mode?: string, options?: { durability?: string }) => {
      seen.begun += 1;
      if (settings.breaks > 0) {
        settings.breaks -= 1;
        throw new DOMException('closing', 'InvalidStateError');
      }
      if (options?.durability === 'strict') seen.strict += 1;
      let written = new Map<string, unknown>();
      let release = () => {};
      const { answersAfter } = settings;
      const begun = free
        .then(() => answersAfter)
        .then(() => {
          written = new Map(all);
        });
      free = begun.then(
        () =>
          new Promise<void>((resolve) => {
            release = resolve;
            if (isOver) resolve();
          }),
      );
      const ending = () => (mode === 'readwrite' ? settings.ends : 'oncomplete');
      const asked = (work: () => unknown) => {
        const request: Request = {};
        waiting += 1;
        void begun.then(() => {
          request.result = work();
          request.error = reads ? null : new DOMException('broken', 'UnknownError');
          soon(() => (reads ? request.onsuccess : request.onerror)?.());
          // A transaction is over when nothing more is asked of it for a while.
          setTimeout(() => {
            waiting -= 1;
            if (waiting === 0) end(ending());
          });
        });
        return request;
      };
      const made: Partial<Record<Ending, () => void>> & {
        error: unknown;
        objectStore(): object;
        abort(): void;
        commit(): void;
      } = {
        error: null,
        commit: () => void begun.then(() => soon(() => end(ending()))),
        abort: () => end('onabort'),
        objectStore: () => ({
          get: (key: string) => asked(() => written.get(key)),
          getAllKeys: () => asked(() => [...written.keys()].sort()),
          getAll: () =>
            asked(() =>
              [...written].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value),
            ),
          put: (value: unknown, key: string) => asked(() => void written.set(key, structuredClone(value))),
          delete: (key: string) => asked(() => void written.delete(key)),
        }),
      };
      let waiting = 0;
      let isOver = false;
      function end(how: Ending): void {
        if (isOver) return;
        isOver = true;
        if (how === 'onabort') made.error = new DOMException('full', 'QuotaExceededError');
        else if (mode === 'readwrite') {
          all.clear();
          for (const [key, value] of written) all.set(key, value);
        }
        made[how]?.();
        release();
      }
      return made;
    };

  const open = (name: string, wanted?: number) => {
    const other = beside[name];
    const isMissing = !other && Object.keys(beside).length > 0 && name === 'yaolan';
    if (!other && !isMissing) seen.opened.push(wanted);
    const request: Request & { transaction?: { abort(): void } } = {};
    soon(() => {
      if (isMissing || (wanted !== undefined && wanted < current)) {
        request.transaction = { abort: () => undefined };
        if (isMissing) request.onupgradeneeded?.();
        request.error = new DOMException('refused', 'VersionError');
        request.onerror?.();
        return;
      }
      request.result = {
        get version() {
          return current;
        },
        objectStoreNames: { contains: (store: string) => names.has(store) },
        createObjectStore: (store: string) => names.add(store),
        transaction: transactionOn(other ? new Map(other) : kept),
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
  /** Resolves once every transaction that has begun is over. */
  async function settled(): Promise<void> {
    for (let last: unknown; last !== free; await last) last = free;
  }
  /** Answers nothing from now on, until the function that it returns is called. */
  function hang(): () => void {
    let answer = () => {};
    settings.answersAfter = new Promise((resolve) => {
      answer = resolve;
    });
    return () => {
      answer();
      settings.answersAfter = Promise.resolve();
    };
  }
  return { kept, seen, settings, settled, hang, open, deleteDatabase, version: () => current };
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

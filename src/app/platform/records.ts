import { readerName } from './storage';
import { inTime as answeredInTime } from './tasks';

/**
 * The database of what the reader made. It is opened without a version number, so that a
 * database of a newer or (after a rollback) an older release is used as it is. The version is
 * raised only if the store is missing.
 */
const store = 'settings';
const patience = 2000; // ms; a database that hangs, or that another tab holds, counts as denied

function open(version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(readerName, version);
    request.onupgradeneeded = () => {
      const db = request.result;
      if (!db.objectStoreNames.contains(store)) db.createObjectStore(store);
    };
    request.onsuccess = () => {
      const db = request.result;
      // Another tab is waiting to upgrade or delete the database.
      db.onversionchange = () => db.close();
      if (db.objectStoreNames.contains(store)) return resolve(db);
      const next = db.version + 1;
      db.close();
      if (version === undefined) open(next).then(resolve, reject);
      else reject(new Error(`the database has no ${store}`));
    };
    request.onerror = () => reject(request.error);
  });
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** The records as one transaction sees them: nobody else writes between its reads and its writes. */
export interface Records {
  get(key: string): Promise<unknown>;
  all(): Promise<ReadonlyMap<string, unknown>>;
  put(key: string, value: unknown): void;
  remove(key: string): void;
}

const recordsIn = (records: IDBObjectStore): Records => ({
  get: (key) => answerOf(records.get(key)),
  async all() {
    const [keys, values] = await Promise.all([
      answerOf(records.getAllKeys()),
      answerOf(records.getAll() as IDBRequest<unknown[]>),
    ]);
    return new Map(keys.map((key, index) => [String(key), values[index]]));
  },
  put: (key, value) => void records.put(value, key),
  remove: (key) => void records.delete(key),
});

/**
 * @param done is called when `work` has finished and only the commit is left, which
 *   needs nothing more of this page
 */
const outcomeOf = <T>(
  transaction: IDBTransaction,
  work: (records: Records) => Promise<T>,
  done: () => void,
): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    transaction.onabort = () => reject(transaction.error);
    const answer = work(recordsIn(transaction.objectStore(store)));
    transaction.oncomplete = () => resolve(answer);
    answer
      .then(
        () => {
          done();
          transaction.commit();
        },
        (error: unknown) => {
          reject(error);
          transaction.abort();
        },
      )
      .catch(() => undefined); // The transaction has ended by itself.
  });

/**
 * Runs `work` once more on a new connection if the first one breaks: browsers close connections of
 * their own accord. It also runs again if the page goes into the bfcache meanwhile and comes back. The
 * transaction is aborted then, because WebKit would keep it open with the page and so block the
 * database for every other page.
 */
const transact: typeof transactOnce = (mode, work) =>
  transactOnce(mode, work).catch(() => transactOnce(mode, work));

async function transactOnce<T>(mode: IDBTransactionMode, work: (records: Records) => Promise<T>): Promise<T> {
  const db = await open();
  const ended = new AbortController();
  let back: Promise<unknown> | undefined;
  try {
    const transaction = db.transaction(store, mode, { durability: 'strict' });
    const leave = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      back = new Promise((shown) => addEventListener('pageshow', shown, { once: true }));
      transaction.abort();
    };
    addEventListener('pagehide', leave, { signal: ended.signal });
    return await outcomeOf(transaction, work, () => ended.abort());
  } catch (error) {
    if (!back) throw error;
  } finally {
    ended.abort();
    db.close();
  }
  await back;
  return transactOnce(mode, work);
}

/**
 * Rejects once a database has not answered for too long; the work goes on, and may still be done later.
 *
 * @param limit ms after which a database that hangs counts as denied
 */
export const inTime = <T>(work: Promise<T>, limit = patience): Promise<T> =>
  answeredInTime(work, limit, 'the database');

/** Rejects where storage is denied, broken, or too slow. */
export const readRecords = <T>(work: (records: Records) => Promise<T>): Promise<T> =>
  inTime(transact('readonly', work));

/** Resolves once everything that `work` put is on the disk, however late; rejects where nothing of it was kept. */
export const changeRecords = <T>(work: (records: Records) => Promise<T>): Promise<T> =>
  transact('readwrite', work);

/** Deletes the database. If another tab holds it open, at least everything in it is deleted. */
export async function deleteRecords(): Promise<void> {
  await inTime(
    changeRecords(async (records) => {
      for (const key of (await records.all()).keys()) records.remove(key);
    }),
  );
  await inTime(answerOf(indexedDB.deleteDatabase(readerName))).catch(() => undefined);
}

/**
 * All records of another reader's database; rejects where it cannot be read. A
 * missing database is not created.
 */
export const recordsOf = (name: string): Promise<ReadonlyMap<string, unknown>> =>
  inTime(
    new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onupgradeneeded = () => {
        request.transaction?.abort();
        resolve(new Map());
      };
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const db = request.result;
        const read = async () =>
          db.objectStoreNames.contains(store)
            ? recordsIn(db.transaction(store).objectStore(store)).all()
            : new Map<string, unknown>();
        read()
          .then(resolve, reject)
          .finally(() => db.close());
      };
    }),
  );

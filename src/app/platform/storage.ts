/**
 * Settings live in IndexedDB, which survives a killed browser; localStorage does not (Chromium
 * writes it up to a minute late), but it answers at once, so it mirrors what is needed before
 * the first paint. Either may be denied, missing or full: then the value is simply not kept.
 */
const database = 'yaolan';
const store = 'settings';
const version = 1;

const patience = 400; // ms; a database that hangs must not hold up the reader

export function readMirror(key: string): string | null {
  try {
    return localStorage.getItem(`${database}:${key}`);
  } catch {
    return null;
  }
}

function writeMirror(key: string, value: string): void {
  try {
    localStorage.setItem(`${database}:${key}`, value);
  } catch {
    // The mirror is disposable.
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, version);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => {
      const db = request.result;
      db.onversionchange = () => db.close();
      resolve(db);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('another tab holds an older database open'));
  });
}

const inTime = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
  Promise.race([work, new Promise<T>((resolve) => setTimeout(resolve, patience, otherwise))]).catch(
    () => otherwise,
  );

export function readSetting(key: string): Promise<unknown> {
  const mirrored = readMirror(key);
  if (mirrored !== null) return Promise.resolve(mirrored);
  const stored = async () => {
    const db = await open();
    return new Promise<unknown>((resolve, reject) => {
      const request = db.transaction(store).objectStore(store).get(key);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    }).finally(() => db.close());
  };
  return inTime(stored(), undefined);
}

/** Resolves to whether the value is on the disk; never rejects. */
export function writeSetting(key: string, value: string): Promise<boolean> {
  writeMirror(key, value);
  const stored = async () => {
    const db = await open();
    return new Promise<boolean>((resolve) => {
      const transaction = db.transaction(store, 'readwrite', { durability: 'strict' });
      transaction.objectStore(store).put(value, key);
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => resolve(false);
      transaction.onerror = () => resolve(false);
    }).finally(() => db.close());
  };
  return inTime(stored(), false);
}

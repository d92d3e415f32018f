import type { Tab } from './support';

/** Everything in the reader's database, as a page of the site sees it: records by key. */
export const recordsOf = (tab: Pick<Tab, 'ask'>): Promise<Record<string, unknown>> =>
  tab.ask(
    () =>
      new Promise<Record<string, unknown>>((resolve, reject) => {
        const request = indexedDB.open('yaolan');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const db = request.result;
          if (!db.objectStoreNames.contains('settings')) {
            db.close();
            resolve({});
            return;
          }
          const records = db.transaction('settings').objectStore('settings');
          const keys = records.getAllKeys();
          const values = records.getAll();
          values.onsuccess = () => {
            db.close();
            resolve(Object.fromEntries(keys.result.map((key, at) => [String(key), values.result[at]])));
          };
        };
      }),
  );

/** A database as some release or accident left it. */
export interface Fixture {
  readonly version: number;
  readonly stores: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Puts a database in place of the reader's own, before the reader opens it. */
export const plant = (tab: Pick<Tab, 'ask'>, fixture: Fixture): Promise<void> =>
  tab.ask(
    ({ version, stores }) =>
      new Promise<void>((resolve, reject) => {
        const gone = indexedDB.deleteDatabase('yaolan');
        gone.onerror = () => reject(gone.error);
        gone.onsuccess = () => {
          const request = indexedDB.open('yaolan', version);
          request.onerror = () => reject(request.error);
          request.onupgradeneeded = () => {
            for (const [name, records] of Object.entries(stores)) {
              const store = request.result.createObjectStore(name);
              for (const [key, value] of Object.entries(records)) store.put(value, key);
            }
          };
          request.onsuccess = () => {
            request.result.close();
            resolve();
          };
        };
      }),
    fixture,
  );

/** The reader says that something is on the disk, or has said so since the last wait; `name` is how it begins. */
export const untilKept = (tab: Pick<Tab, 'waitFor'>, name: string): Promise<void> =>
  tab.waitFor(
    `${name} to be kept`,
    (wanted) => {
      const { calledKept = [] } = window as { calledKept?: string[] };
      const isKept = [document.documentElement.dataset.kept, ...calledKept].some((each) =>
        each?.startsWith(wanted),
      );
      if (isKept) calledKept.length = 0;
      return isKept;
    },
    name,
  );

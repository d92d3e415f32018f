import type { FaultTab } from './drivers';

/** The page's clock is the test's: time passes only by `advance`, and then all at once. */
export const ownClock = `
  (() => {
    const now = Date.now.bind(Date);
    let passed = 0;
    Date.now = () => now() + passed;
    const elapsed = performance.now.bind(performance);
    performance.now = () => elapsed() + passed;
    const repeated = [];
    window.setInterval = (call, every = 0, ...given) => repeated.push({ call, every, given, due: every });
    window.__advance = (seconds) => {
      const end = passed + seconds * 1000;
      for (let next; (next = repeated.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0]); ) {
        passed = Math.max(passed, next.due);
        next.due += Math.max(next.every, 1);
        next.call(...next.given);
      }
      passed = end;
      document.dispatchEvent(new Event('visibilitychange'));
    };
  })();
`;

/** Lets so many seconds pass, minute by minute, in each of which the reader comes back to the page. */
export const advance = (tab: FaultTab, seconds: number): Promise<void> =>
  tab.ask(async (seconds) => {
    const clock = window as unknown as { __advance(seconds: number): void };
    for (let left = seconds; left > 0; left -= 60) {
      clock.__advance(Math.min(60, left));
      // Room for what the page has begun; its requests are on their way after that.
      await new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    }
  }, seconds);

/** What a browser without the right to store anything does, as pages see it in Chromium. */
export const deniedStorage = `
  (() => {
    const denied = () => { throw new DOMException('denied', 'SecurityError'); };
    for (const name of ['localStorage', 'sessionStorage', 'caches'])
      Object.defineProperty(window, name, { configurable: true, get: denied });
    IDBFactory.prototype.open = () => {
      const request = new EventTarget();
      Object.defineProperty(request, 'error', { get: () => new DOMException('denied', 'UnknownError') });
      setTimeout(() => { const event = new Event('error'); request.onerror?.(event); request.dispatchEvent(event); });
      return request;
    };
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('denied', 'NotSupportedError'));
  })();
`;

/**
 * A page translator: it puts an element with other words in the place of each text, as Google's does. Where
 * sessionStorage names one of its ways under `translator`, it is at work from the moment the page has been parsed.
 */
export const translator = `
  (() => {
    const put = {
      replaced: (text, font) => text.replaceWith(font),
      before: (text, font) => { text.before(font); text.remove(); },
      after: (text, font) => {
        const { parentNode, nextSibling } = text;
        text.remove();
        parentNode.insertBefore(font, nextSibling);
      },
      wrapped: (text, font) => { text.before(font); font.append(text); },
    };
    const translate = (root, way) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) {
        const { parentElement: parent } = text;
        if (!text.data.trim() || !parent || parent.closest('font, script, noscript, style')) continue;
        const font = document.createElement('font');
        if (way !== 'wrapped') font.append('«' + text.data + '»');
        put[way](text, font);
      }
    };
    window.__translate = (way, goesOn) => {
      const root = document.getElementById('app');
      translate(root, way);
      const changes = { childList: true, characterData: true, subtree: true };
      if (goesOn) new MutationObserver(() => translate(root, way)).observe(root, changes);
    };
    const way = sessionStorage.getItem('translator');
    const goesOn = sessionStorage.getItem('goesOn');
    if (way) addEventListener('DOMContentLoaded', () => document.getElementById('app') && window.__translate(way, goesOn));
  })();
`;

export const nullLocalStorage = `Object.defineProperty(window, 'localStorage', { get: () => null });`;

export const noServiceWorker = `
  delete Navigator.prototype.serviceWorker;
`;

export const refusedServiceWorker = `
  ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('no', 'SecurityError'));
`;

/** What translators and ad blockers do to a page before its own scripts run, and go on doing. */
export const meddlingExtension = `
  addEventListener('DOMContentLoaded', () => {
    document.documentElement.setAttribute('data-extension', 'here');
    document.body.setAttribute('cz-shortcut-listen', 'true');
    const note = document.createElement('div');
    note.id = 'extension-note';
    document.body.prepend(note);
    for (const paragraph of document.querySelectorAll('main p, main h2')) {
      const [text] = [...paragraph.childNodes].filter(({ nodeType }) => nodeType === 3);
      if (!text) continue;
      const font = document.createElement('font');
      text.replaceWith(font);
      font.append(text);
    }
    for (const card of document.querySelectorAll('[data-card]')) {
      const mark = document.createElement('span');
      mark.className = 'extension-mark';
      card.prepend(mark);
    }
    document.querySelector('footer')?.removeAttribute('class');
  });
`;

/** Firefox without a window asks the reader whether to keep data, and nobody answers. */
export const deafPersist = `
  window.asked = 0;
  if (navigator.storage) navigator.storage.persist = () => { window.asked++; return new Promise(() => undefined); };
`;

/** Moves the clock by as many years as the tab was told; the worker's by ten. */
export const shiftedClock = `
  {
    const now = Date.now.bind(Date);
    const years = () => (typeof sessionStorage === 'object' ? Number(sessionStorage.getItem('years') ?? 0) : 10);
    Date.now = () => now() + years() * 365.25 * 864e5;
  }
`;

export const noClipboard = `delete Navigator.prototype.clipboard; delete Navigator.prototype.share;`;

/** What older engines lack of what newer code likes to use. */
export const oldEngine = `
  for (const name of ['ResizeObserver', 'IntersectionObserver', 'requestIdleCallback', 'BroadcastChannel'])
    delete window[name];
  for (const name of ['ListFormat', 'RelativeTimeFormat', 'DisplayNames', 'Segmenter']) delete Intl[name];
`;

/** The browser inside a messenger, by the name it gives itself. */
export const inAppBrowser = `
  Object.defineProperty(Navigator.prototype, 'userAgent', {
    get: () => 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126 Mobile MicroMessenger/8.0.50',
  });
  window.open = () => null;
  addEventListener('beforeinstallprompt', (event) => event.stopImmediatePropagation());
  delete Navigator.prototype.serviceWorker;
`;

/** A part of the engine that views need breaks under them. */
export const brokenIntl = `
  Intl.NumberFormat = function () { throw new RangeError('broken'); };
`;

/** Writing to the database fails in the way that the tab was told, and is counted. */
export const failingWrites = `
  (() => {
    const how = sessionStorage.getItem('fail');
    window.writes = 0;
    if (!how) return;
    const { put } = IDBObjectStore.prototype;
    const { transaction } = IDBDatabase.prototype;
    const refuse = () => { window.writes++; throw new DOMException('no', how); };
    if (how === 'InvalidStateError')
      IDBDatabase.prototype.transaction = function (...given) {
        return given[1] === 'readwrite' ? refuse() : transaction.apply(this, given);
      };
    else if (how === 'abort')
      IDBObjectStore.prototype.put = function (...given) {
        window.writes++;
        const request = put.apply(this, given);
        this.transaction.abort();
        return request;
      };
    else IDBObjectStore.prototype.put = refuse;
  })();
`;

/** In a tab that was told so, bringing the records up to date never ends: each answer asks again, nothing is final. */
export const endlessMigration = `
  if (sessionStorage.getItem('stall')) {
    IDBTransaction.prototype.commit = () => undefined;
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value, key) {
      const request = put.call(this, value, key);
      if (key !== 'schema') return request;
      const again = () => { window.migrating = true; this.get('schema').onsuccess = again; };
      again();
      return request;
    };
  }
`;

/** The next writing transaction breaks at its beginning, when the page is told so by `breakNext()`. */
export const breakingConnection = `
  (() => {
    const { transaction } = IDBDatabase.prototype;
    let left = 0;
    window.breakNext = () => void (left = 1);
    IDBDatabase.prototype.transaction = function (...given) {
      if (given[1] !== 'readwrite' || left === 0) return transaction.apply(this, given);
      left -= 1;
      throw new DOMException('closing', 'InvalidStateError');
    };
  })();
`;

/** Nothing more fits into localStorage. */
export const fullLocalStorage = `
  (() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (...given) {
      if (this === window.localStorage) throw new DOMException('full', 'QuotaExceededError');
      return setItem.apply(this, given);
    };
  })();
`;

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readMirror, writeMirror } from '../../../src/app/platform/storage';
import { findKeeper, type Keeper } from '../../../src/app/state/keeper';
import { chooseLanguage, endInstall, lastLanguage, noteLanguage } from '../../../src/app/state/settings';

const patience = 400; // ms, as the root has it

/** A localStorage that works, as far as it is used. */
function aMirror(entries: Record<string, string> = {}) {
  const kept = new Map(Object.entries(entries));
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

function use(mirror: Record<string, string>) {
  const localStorage = aMirror(mirror);
  vi.stubGlobal('localStorage', localStorage);
  return localStorage.kept;
}

const denied = {
  getItem: () => {
    throw new DOMException('denied', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
};

/** Stands in for the lazy script; it says what it was asked to keep. */
function aKeeper(language?: string) {
  const asked: string[] = [];
  const keeper = {
    settingKept: async (name: string) => {
      asked.push(`${name}?`);
      return name === 'language' ? language : undefined;
    },
    keepSetting: async (name: string, value: string) => {
      asked.push(`${name}=${value}`);
      return true;
    },
  };
  findKeeper(async () => keeper as unknown as Keeper);
  return asked;
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const soon = () => vi.advanceTimersByTimeAsync(1);

describe.each([
  ['is missing', undefined],
  ['is null', null],
  ['denies everything', denied],
])('where localStorage %s', (_what, localStorage) => {
  beforeEach(() => {
    vi.stubGlobal('localStorage', localStorage);
  });

  it('nothing is mirrored and nothing breaks', () => {
    expect([readMirror('language'), writeMirror('language', 'en')]).toEqual([null, false]);
  });

  it('a choice is still kept', async () => {
    const asked = aKeeper();
    chooseLanguage('en');
    await soon();
    expect(asked).toEqual(['language=en']);
  });
});

describe('a choice', () => {
  it('is in the mirror at once and is handed to the keeper', async () => {
    const kept = use({});
    const asked = aKeeper();
    endInstall('dismissed');
    expect(kept.get('yaolan:install')).toBe('dismissed');
    await soon();
    expect(asked).toEqual(['install=dismissed']);
  });

  it('outlives a keeper that cannot be fetched; the next choice tries again', async () => {
    const kept = use({});
    findKeeper(() => Promise.reject(new Error('offline')));
    chooseLanguage('en');
    await soon();
    expect(kept.get('yaolan:language')).toBe('en');
    const asked = aKeeper();
    chooseLanguage('zh');
    await soon();
    expect(asked).toEqual(['language=zh']);
  });
});

describe('the language last used', () => {
  it('is the mirror’s, without asking any further', async () => {
    use({ 'yaolan:language': 'zh', 'yaolan:read': 'en' });
    const asked = aKeeper('en');
    expect([await lastLanguage(true), asked]).toEqual(['zh', []]);
  });

  it('is found by the keeper when the mirror has lost it', async () => {
    use({ 'yaolan:read': 'zh' });
    aKeeper('en');
    expect(await lastLanguage(true)).toBe('en');
  });

  it('is not asked of the keeper on a first visit', async () => {
    use({});
    const asked = aKeeper('en');
    expect([await lastLanguage(false), asked]).toEqual([undefined, []]);
  });

  it('is not waited for when the keeper does not come', async () => {
    use({ 'yaolan:read': 'en' });
    findKeeper(() => new Promise(() => undefined));
    const language = lastLanguage(true);
    await vi.advanceTimersByTimeAsync(patience);
    expect(await language).toBe('en');
  });

  it('is unknown where something else is stored', async () => {
    use({ 'yaolan:language': '<script>' });
    expect(await lastLanguage(false)).toBeUndefined();
  });

  it('is not replaced by a page that was only read', async () => {
    use({ 'yaolan:language': 'en' });
    noteLanguage('zh');
    expect(await lastLanguage(false)).toBe('en');
  });

  it('is that of the page read last until there is a choice', async () => {
    use({});
    noteLanguage('en');
    noteLanguage('zh');
    expect(await lastLanguage(false)).toBe('zh');
  });
});

import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aStorage } from './aBrowser';

const patience = 2000; // ms, as the root has it

/** Stands in for the lazy script; undefined where it cannot be fetched. */
const lazy = vi.hoisted(() => ({ keeper: undefined as unknown }));

vi.mock('../../../src/app/state/keeper', () => ({
  withKeeper: async (use: (keeper: unknown) => unknown) => (lazy.keeper ? use(await lazy.keeper) : undefined),
}));

// Another file in this worker may have imported it with the keeper itself, or may do so later.
vi.resetModules();
afterAll(() => void vi.resetModules());
const { chooseLanguage, endInstall, lastLanguage, noteLanguage } = await import(
  '../../../src/app/state/settings'
);

/** A keeper that says what it was asked to keep. */
function aKeeper(language?: string) {
  const asked: string[] = [];
  lazy.keeper = {
    settingKept: async (name: string) => {
      asked.push(`${name}?`);
      return name === 'language' ? language : undefined;
    },
    keepSetting: async (name: string, value: string) => {
      asked.push(`${name}=${value}`);
      return true;
    },
  };
  return asked;
}

const use = (mirror: Readonly<Record<string, string>>) => {
  const local = aStorage(mirror);
  vi.stubGlobal('localStorage', local);
  return local;
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', {});
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  lazy.keeper = undefined;
});

const soon = () => vi.advanceTimersByTimeAsync(1);

describe('a choice', () => {
  it('is in the mirror at once and is handed to the keeper', async () => {
    const local = use({});
    const asked = aKeeper();
    endInstall('dismissed');
    expect(local['yaolan:install']).toBe('dismissed');
    await soon();
    expect(asked).toEqual(['install=dismissed']);
  });

  it('is kept where there is no mirror', async () => {
    vi.stubGlobal('localStorage', null);
    const asked = aKeeper();
    chooseLanguage('en');
    await soon();
    expect(asked).toEqual(['language=en']);
  });

  it('is jotted down for the next page where the keeper cannot be fetched', async () => {
    const local = use({ 'yaolan:sequence': '7' });
    chooseLanguage('en');
    await soon();
    expect(local['yaolan:language']).toBe('en');
    expect(JSON.parse(local['yaolan:setting:language'] ?? '')).toMatchObject({ value: 'en', sequence: 7 });
  });
});

describe('the language last used', () => {
  it('is the mirror’s, without asking any further', async () => {
    use({ 'yaolan:language': 'zh', 'yaolan:read': 'en' });
    const asked = aKeeper('en');
    expect([await lastLanguage(), asked]).toEqual(['zh', []]);
  });

  it('is found by the keeper when the mirror has lost it', async () => {
    use({ 'yaolan:read': 'zh', 'yaolan:sequence': '3' });
    aKeeper('en');
    expect(await lastLanguage()).toBe('en');
  });

  it('is not asked of the keeper on a first visit', async () => {
    use({});
    const asked = aKeeper('en');
    expect([await lastLanguage(), asked]).toEqual([undefined, []]);
  });

  it('is not waited for when the keeper does not come', async () => {
    use({ 'yaolan:read': 'en', 'yaolan:sequence': '3' });
    lazy.keeper = new Promise(() => undefined);
    const language = lastLanguage();
    await vi.advanceTimersByTimeAsync(patience);
    expect(await language).toBe('en');
  });

  it('is unknown where something else is stored', async () => {
    use({ 'yaolan:language': '<script>' });
    expect(await lastLanguage()).toBeUndefined();
  });

  it('is not replaced by a page that was only read', async () => {
    use({ 'yaolan:language': 'en' });
    noteLanguage('zh');
    expect(await lastLanguage()).toBe('en');
  });

  it('is that of the page read last until there is a choice', async () => {
    use({});
    noteLanguage('en');
    noteLanguage('zh');
    expect(await lastLanguage()).toBe('zh');
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { readMirror, removeMirror, writeMirror } from '../../../src/app/platform/storage';
import { aStorage } from '../state/aBrowser';

afterEach(() => {
  vi.unstubAllGlobals();
});

const denied = {
  getItem: () => {
    throw new DOMException('denied', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
};

const use = (local: unknown, session: unknown) => {
  vi.stubGlobal('localStorage', local);
  vi.stubGlobal('sessionStorage', session);
};

describe('the mirror', () => {
  it.each([
    ['is missing', undefined],
    ['is null', null],
    ['denies everything', denied],
  ])('is none, and nothing breaks, where storage %s', (_what, storage) => {
    use(storage, storage);
    expect([readMirror('language'), writeMirror('language', 'en')]).toEqual([null, false]);
    removeMirror('language');
  });

  it('is localStorage, under the name of the reader', () => {
    const [local, session] = [aStorage(), aStorage()];
    use(local, session);
    expect(writeMirror('language', 'en')).toBe(true);
    expect([{ ...local }, { ...session }, readMirror('language')]).toEqual([
      { 'yaolan:language': 'en' },
      {},
      'en',
    ]);
  });

  it('is sessionStorage where that is full, and the old value is not believed', () => {
    const local = aStorage({ 'yaolan:size': '2' }, () => true);
    use(local, aStorage());
    expect(writeMirror('size', '5')).toBe(true);
    expect([readMirror('size'), readMirror('size', 'localStorage')]).toEqual(['5', null]);
    removeMirror('size');
    expect(readMirror('size')).toBeNull();
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const modules = import.meta.glob('../../../src/app/{platform,state}/*.ts');

const capabilities = [
  ...['document', 'window', 'navigator', 'location', 'history', 'localStorage', 'indexedDB', 'caches'],
  ...['matchMedia', 'addEventListener', 'requestAnimationFrame', 'trustedTypes', 'speechSynthesis'],
];

const before = new Map<string, PropertyDescriptor | undefined>();
let asked: string[] = [];

beforeEach(() => {
  // What another file has imported would not be opened again.
  vi.resetModules();
  asked = [];
  for (const name of capabilities) {
    before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get: () => {
        asked.push(name);
        return undefined;
      },
    });
  }
});

afterEach(() => {
  for (const [name, descriptor] of before) {
    if (descriptor) Object.defineProperty(globalThis, name, descriptor);
    else delete (globalThis as Record<string, unknown>)[name];
  }
});

describe('what the app needs of a browser', () => {
  it('is in files of its own', () => {
    expect(Object.keys(modules).length).toBeGreaterThan(8);
  });

  it.each(Object.entries(modules))('is opened by a call, not when %s is imported', async (_file, load) => {
    await load();
    expect(asked).toEqual([]);
  });
});

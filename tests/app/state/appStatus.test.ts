import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aStorage } from './aBrowser';

const why = 'https://example.org/en/ 503';
const failed = { type: 'FAILED', why, isFull: false } as const;

/** A page of a tab in which a version could not be stored; modules of its own over the same storage. */
async function aPage() {
  vi.resetModules();
  return import('../../../src/app/state/appStatus');
}

beforeEach(() => {
  vi.stubGlobal('sessionStorage', aStorage());
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
});
afterEach(() => vi.unstubAllGlobals());

describe('why a version could not be stored', () => {
  it('is said on the next pages of the tab too', async () => {
    (await aPage()).reportFailure(failed);
    expect((await aPage()).lastFailure()).toBe(why);
  });

  it('is no longer said once a version is stored', async () => {
    const page = await aPage();
    page.reportFailure(failed);
    page.forgetFailure();
    expect([page.lastFailure(), (await aPage()).lastFailure()]).toEqual([null, null]);
  });
});

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

  it('is no longer said once the version is stored', async () => {
    (await aPage()).reportFailure(failed);
    const next = await aPage();
    next.reportStatus({ kind: 'saving' });
    next.reportStatus({ kind: 'saved', bytes: 1 });
    expect([next.lastFailure(), (await aPage()).lastFailure()]).toEqual([null, null]);
  });

  it('is no longer said once an update is ready', async () => {
    const page = await aPage();
    page.reportFailure(failed);
    page.offerUpdate(() => undefined);
    expect([page.lastFailure(), (await aPage()).lastFailure()]).toEqual([null, null]);
  });

  it('stays where an update failed and the stored version is whole', async () => {
    const page = await aPage();
    page.reportFailure(failed);
    page.reportStatus({ kind: 'saved', bytes: 1 });
    expect(page.lastFailure()).toBe(why);
  });
});

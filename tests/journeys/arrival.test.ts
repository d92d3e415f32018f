import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildSite, serve, type TestSite } from '../support/site';
import {
  article,
  readTo,
  type Tab,
  tabEngines,
  topOf,
  twoFrames,
  untilHydrated,
  untilOffline,
} from './support';

let site: TestSite;

beforeAll(async () => {
  site = await serve(await buildSite());
});

afterAll(() => site.stop());

describe.each(tabEngines)('in $name', ({ open }) => {
  let tab: Tab;

  afterEach(async () => {
    site.interpose(undefined);
    await tab.close();
  });

  it('the parts that a script fills in later do not move the card under the eyes', async () => {
    let release = () => {};
    const readerHasBegun = new Promise<void>((done) => {
      release = done;
    });
    site.interpose(async ({ url = '' }) => {
      if (url.includes('/assets/app-')) await readerHasBegun;
      return false;
    });
    tab = await open();
    await tab.goto(`${site.url}zh/${article}/`);
    await untilHydrated(tab);
    await readTo(tab, 'digital', 90);
    const before = await topOf(tab, 'digital');
    release();
    await untilOffline(tab);
    await twoFrames(tab);
    expect(Math.abs((await topOf(tab, 'digital')) - before)).toBeLessThan(24);
  });
});

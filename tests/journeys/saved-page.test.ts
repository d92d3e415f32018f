import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openChromium } from '../support/browsers';
import { freshFolder } from '../support/run-folder';
import { servedSite } from '../support/served';
import { article, tabOver, untilOffline } from './support';

const site = await servedSite();

/** A page as a reader saves it once its scripts have filled it: by the browser, and as plain HTML. */
describe.each(['mhtml', 'html'])('a page that is saved as %s', (kind) => {
  it('has its text, no dead controls, and claims nothing of the device it is opened on', async () => {
    const { page, context, close } = await openChromium();
    const tab = tabOver(page, close);
    await tab.goto(`${site.url}zh/${article}/`);
    await untilOffline(tab);
    await page.locator('#crime > [data-tools] [data-tool=share]').click();
    await page.locator('[data-panel] button').first().waitFor();
    const session = await context.newCDPSession(page);
    const { data } =
      kind === 'mhtml' ? await session.send('Page.captureSnapshot') : { data: await page.content() };
    const file = join(freshFolder('saved'), `page.${kind}`);
    writeFileSync(file, data);
    await page.goto(pathToFileURL(file).href);
    expect(await page.locator('#crime h3').innerText()).toContain('打击犯罪');
    expect(await page.locator(':is(button, input, select):visible').count()).toBe(0);
    expect(await page.locator('main').innerText()).not.toContain('可离线阅读');
    await close();
  });
});

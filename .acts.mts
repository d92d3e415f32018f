// usage: tsx .acts.mts PATH W H js [png] [dist] [opts]
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { openSite } from './src/node/server';
const [path = 'zh/', w = '390', h = '844', js = '1', png = '', dist = 'dist', opts = '{}'] = process.argv.slice(2);
const site = await openSite(dist, '/');
const server = createServer((q, s) => site.handle(q, s)).listen(0);
await new Promise((r) => server.once('listening', r));
const url = `http://127.0.0.1:${(server.address() as any).port}/`;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: +w, height: +h }, ...JSON.parse(opts) });
page.on('console', (m) => console.log('console', m.text()));
page.on('pageerror', (e) => console.log('pageerror', e.message));
await page.goto(url + path);
if (!opts.includes('"javaScriptEnabled":false')) await page.waitForSelector('html[data-hydrated]', { timeout: 60000 }).catch(() => console.log('not hydrated'));
console.log(JSON.stringify(await page.evaluate(`(async () => { const wait = (ms) => new Promise((r) => setTimeout(r, ms)); ${js.includes('return') ? js : 'return ' + js} })()`), null, 1));
if (png) await page.screenshot({ path: png, fullPage: png.includes('full') });
await browser.close();
server.close();

import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { openSite } from './src/node/server';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const site = await openSite('dist', '/');
const server = createServer((q, s) => site.handle(q, s)).listen(0);
await new Promise((r) => server.once('listening', r));
const url = `http://127.0.0.1:${(server.address() as any).port}/`;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const path of process.argv.slice(2)) {
  const page = await browser.newPage({ viewport: { width: 360, height: 780 } });
  page.on('console', (m) => console.log('console', m.text()));
  page.on('pageerror', (e) => console.log('pageerror', e.message));
  await page.goto(url + path);
  await page.waitForSelector('html[data-hydrated]');
  await page.evaluate(axe);
  const { violations } = (await page.evaluate("axe.run({runOnly:['wcag2a','wcag2aa','wcag2aaa','wcag21a','wcag21aa','wcag22aa','best-practice']})")) as any;
  console.log(path, violations.map((v: any) => [v.id, v.help, v.nodes.slice(0, 3).map((n: any) => n.html.slice(0, 200) + ' ' + n.failureSummary.slice(0, 300))]));
  await page.close();
}
await browser.close(); server.close();

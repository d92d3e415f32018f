import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import sharp from 'sharp';
import { type Language, languages, tagOf } from '../core/language';
import { hrefOf } from '../core/routes';
import { screenshotSizes } from '../core/screenshots';
import { loadContent, projectRoot } from './content';
import { openSite } from './server';
import { buildSettings } from './settings';

/**
 * `npm run build && npm run screenshots`: takes the pictures that a phone's install dialog shows,
 * from the built site. They are committed; take them again when the look has changed.
 */
const folder = join(projectRoot, 'public/screenshots');

const browsers = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'];

interface Shot {
  readonly browser: Browser;
  readonly address: string;
  readonly language: Language;
  readonly shape: keyof typeof screenshotSizes;
}

async function take({ browser, address, language, shape }: Shot): Promise<string> {
  const { width, height, scale } = screenshotSizes[shape];
  const page = await browser.newPage({
    viewport: { width: width / scale, height: height / scale },
    deviceScaleFactor: scale,
    locale: tagOf[language],
    colorScheme: 'light',
  });
  await page.goto(address);
  await page.waitForSelector('html[data-offline=saved]');
  const path = join(folder, `${language}-${shape}.png`);
  // The pages have few colours; a palette takes a third of the bytes.
  await sharp(await page.screenshot())
    .png({ palette: true, colours: 64, compressionLevel: 9 })
    .toFile(path);
  await page.close();
  return path;
}

async function main(): Promise<void> {
  const executablePath = browsers.find((path) => path !== undefined && existsSync(path));
  if (!executablePath) throw new Error('screenshots need Chromium; set CHROME_PATH to where it is');
  const { base, outDir, origin } = buildSettings();
  const article = loadContent().articles[0]?.facts.id ?? '';
  const { handle } = await openSite(outDir, base);
  const server = createServer(handle).listen(0);
  const { port } = server.address() as AddressInfo;
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    for (const language of languages) {
      for (const shape of ['narrow', 'wide'] as const) {
        const path = hrefOf({ base, origin }, { page: 'article', language, article });
        console.log(await take({ browser, address: `http://localhost:${port}${path}`, language, shape }));
      }
    }
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

await main();

import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import sharp from 'sharp';
import { type Language, languages, tagOf } from '../core/language';
import { hrefOf } from '../core/routes';
import { commandLine, fail, UsageError } from './commandLine';
import { projectRoot } from './content';
import { articleInPictures, recordFile, recordOf } from './screenshotRecord';
import { screenshotSizes } from './screenshotSizes';
import { openSite } from './server';
import { buildSettings } from './settings';

commandLine(`npm run build && npm run screenshots

Takes the pictures of the built site: those of the install dialog, in public/screenshots, and the one of the README.
They are committed, with a record of what they show, which names the report; a test says when the page has changed. CHROME_PATH names the
browser where it is not found.`);

const folder = join(projectRoot, 'public/screenshots');

/** The picture of the README. It stands outside of `public/`, whose files are served to readers. */
const readmePicture = join(projectRoot, '.readme/phone.png');

const browsers = [
  ...[process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'],
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

interface Shot {
  readonly browser: Browser;
  readonly address: string;
  readonly language: Language;
  readonly shape: keyof typeof screenshotSizes;
}

async function take({ browser, address, language, shape }: Shot): Promise<Buffer> {
  const { width, height, scale } = screenshotSizes[shape];
  const page = await browser.newPage({
    viewport: { width: width / scale, height: height / scale },
    deviceScaleFactor: scale,
    locale: tagOf[language],
    colorScheme: 'light',
  });
  await page.goto(address);
  await page.waitForSelector('html[data-offline=saved]');
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

/** The pages have few colours; a palette takes a third of the bytes. */
const palette = { palette: true, colours: 64, compressionLevel: 9 } as const;

/** Sets the phone's pictures side by side, at half their size. */
async function sideBySide(pictures: readonly Buffer[]): Promise<Buffer> {
  const width = screenshotSizes.narrow.width / 2;
  const height = screenshotSizes.narrow.height / 2;
  const gap = 60;
  const composed = sharp({
    create: {
      width: pictures.length * (width + gap) - gap,
      height,
      channels: 4,
      background: { r: 0, g: 0, b: 0, alpha: 0 },
    },
  }).composite(
    await Promise.all(
      pictures.map(async (picture, at) => ({
        input: await sharp(picture).resize(width).toBuffer(),
        left: at * (width + gap),
        top: 0,
      })),
    ),
  );
  return composed.png(palette).toBuffer();
}

async function main(): Promise<void> {
  const executablePath = browsers.find((path) => path !== undefined && existsSync(path));
  if (!executablePath) throw new UsageError('No Chromium was found; CHROME_PATH may name it.');
  const { base, outDir, origin } = buildSettings();
  const article = articleInPictures();
  const pageOf = (language: Language) => join(outDir, language, article, 'index.html');
  if (!existsSync(pageOf('zh'))) throw new UsageError(`${pageOf('zh')} is missing; run npm run build first.`);
  const { handle } = await openSite(outDir, base);
  const server = createServer(handle).listen(0);
  const { port } = server.address() as AddressInfo;
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const onPhone: Buffer[] = [];
  try {
    for (const language of languages) {
      for (const shape of ['narrow', 'wide'] as const) {
        const path = hrefOf({ base, origin }, { page: 'article', language, article });
        const address = `http://localhost:${port}${path}`;
        const picture = await take({ browser, address, language, shape });
        if (shape === 'narrow') onPhone.push(picture);
        const file = join(folder, `${language}-${shape}.png`);
        await sharp(picture).png(palette).toFile(file);
        console.log(file);
      }
    }
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
  await mkdir(dirname(readmePicture), { recursive: true });
  await writeFile(readmePicture, await sideBySide(onPhone));
  const textOf = (language: Language) => readFileSync(pageOf(language), 'utf8');
  const record = recordOf(article, { zh: textOf('zh'), en: textOf('en') });
  await writeFile(recordFile, `${JSON.stringify(record, null, 2)}\n`);
  console.log(readmePicture);
}

await main().catch(fail);

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { commandLine, fail, UsageError } from './commandLine';
import { projectRoot } from './content';

commandLine(`npm run icons

Draws every icon from public/icons/icon.svg. The results are committed; run it again after the SVG has changed.`);

const folder = join(projectRoot, 'public/icons');

const ground = /<path fill="#a8281b"[^>]*\/>/;
/**
 * Fills the square to its edges, because the system cuts a shape of its own out of it. The
 * mark stays in the safe inner 80 %.
 */
const fullGround = '<path fill="#a8281b" d="M0 0h24v24H0z"/>';
const vectorSize = 24;

const draw = (svg: string, size: number): Promise<Buffer> =>
  sharp(Buffer.from(svg), { density: (72 * size) / vectorSize })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();

/** An .ico file that holds one PNG: a header of 6 bytes and one directory entry of 16. */
function icoOf(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // an icon
  head.writeUInt16LE(1, 4); // with one image
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10); // colour planes
  head.writeUInt16LE(32, 12); // bits per pixel
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

async function main(): Promise<void> {
  const svg = await readFile(join(folder, 'icon.svg'), 'utf8');
  if (!ground.test(svg)) throw new UsageError('icon.svg: expected a ground path filled #a8281b, got none');
  const full = svg.replace(ground, fullGround);
  const monochrome = svg.replace(ground, '').replace('#fbf7ee', '#000');
  const files: Record<string, Buffer> = {
    'pwa-192x192.png': await draw(svg, 192),
    'pwa-512x512.png': await draw(svg, 512),
    'maskable-icon-512x512.png': await draw(full, 512),
    'monochrome-512x512.png': await draw(monochrome, 512),
    'apple-touch-icon-180x180.png': await draw(full, 180),
    'favicon.ico': icoOf(await draw(svg, 32), 32),
  };
  for (const [name, bytes] of Object.entries(files)) {
    await writeFile(join(folder, name), bytes);
    console.log(`${name}: ${bytes.length} bytes`);
  }
}

await main().catch(fail);

import jsqr from 'jsqr';
import { expect, it } from 'vitest';
import { qrOf, quietZone } from '../../src/core/qr';

/** As a camera sees it: four pixels for a module, with the light frame. */
function decoded(text: string): string | undefined {
  const { size, isDark } = qrOf(text);
  const side = (size + 2 * quietZone) * 4;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (isDark(Math.floor(x / 4) - quietZone, Math.floor(y / 4) - quietZone))
        pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  return jsqr(pixels, side, side)?.data;
}

it.each(['https://example.org/#a', `https://example.org/${'reader/'.repeat(30)}en/suizhou-2024/#crime`])(
  'a code reads back what it was made of: %s',
  (text) => {
    expect(decoded(text)).toBe(text);
  },
);

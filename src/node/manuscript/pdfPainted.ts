import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Painted {
  /** Whether anything is painted at all, be it text, a picture or a line. */
  readonly isAnything: boolean;
  /**
   * Glyphs that their fonts give no character for. pdf.js takes the code of such a glyph for its character, which
   * looks like text and is none.
   */
  readonly lostGlyphs: number;
}

/** The parts of pdf.js' fonts and glyphs that are read here; its types leave them open. */
interface Font {
  readonly toUnicode?: { readonly _map?: readonly (string | null | undefined)[] };
}
interface Glyph {
  readonly originalCharCode: number;
}

const painting = new Set(
  Object.entries(OPS).flatMap(([name, operator]) =>
    /^(?:paint|showText|constructPath|shadingFill)/.test(name) ? [operator] : [],
  ),
);

export async function paintedOn(page: PDFPageProxy): Promise<Painted> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const saved: string[] = [];
  let font = '';
  let lostGlyphs = 0;
  for (const [index, operator] of fnArray.entries()) {
    // The font belongs to the state that is saved and restored.
    if (operator === OPS.save) saved.push(font);
    else if (operator === OPS.restore) font = saved.pop() ?? font;
    else if (operator === OPS.setFont) font = argsArray[index][0];
    else if (operator === OPS.showText) lostGlyphs += lostIn(argsArray[index][0], page.commonObjs.get(font));
  }
  return { isAnything: fnArray.some((operator) => painting.has(operator)), lostGlyphs };
}

function lostIn(glyphs: readonly (Glyph | number | null)[], { toUnicode }: Font): number {
  const known = toUnicode?._map;
  // Numbers are distances between glyphs.
  return glyphs.filter(
    (glyph) => typeof glyph === 'object' && glyph !== null && !known?.[glyph.originalCharCode],
  ).length;
}

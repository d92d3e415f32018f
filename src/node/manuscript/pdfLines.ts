import { inSmallDigits } from './raised';

/** A run of characters as pdf.js gives it. */
export interface Piece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Lengths are in points, from the left and the bottom of the page. */
export interface PageLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
  /** Whether a gap as wide as in tables or between columns is in it. */
  readonly isApart: boolean;
}

/** Watermarks and stamps stand at an angle. */
export const isTurned = ({ transform: [, b = 0, c = 0] }: Piece): boolean => Math.abs(b) + Math.abs(c) > 0.01;

/** The lines of a page from top to bottom; pieces on about the same height are one line. */
export function linesOfPage(pieces: readonly Piece[]): PageLine[] {
  const level = pieces.filter((piece) => piece.str.trim() !== '' && !isTurned(piece));
  const rows: Piece[][] = [];
  for (const piece of level.toSorted((a, b) => baseOf(b) - baseOf(a))) {
    const row = rows.at(-1);
    const isSame = row?.[0] && baseOf(row[0]) - baseOf(piece) < Math.max(row[0].height, piece.height) / 2;
    if (isSame) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map(lineOf);
}

const leftOf = ({ transform }: Piece): number => transform[4] ?? 0;
const baseOf = ({ transform }: Piece): number => transform[5] ?? 0;

function lineOf(row: readonly Piece[]): PageLine {
  const pieces = row.toSorted((a, b) => leftOf(a) - leftOf(b));
  const large = row.toSorted((a, b) => b.height - a.height)[0] ?? row[0];
  const size = large?.height ?? 0;
  const base = large ? baseOf(large) : 0;
  const gaps = pieces.map((piece, at) => leftOf(piece) - rightOf(pieces[at - 1] ?? piece));
  return {
    // A gap that is wider than a quarter of a character stands for a space.
    text: pieces
      .map((piece, at) => ((gaps[at] ?? 0) > size / 4 ? ' ' : '') + textOf(piece, size, base))
      .join('')
      .trim(),
    left: Math.min(...pieces.map(leftOf)),
    right: Math.max(...pieces.map(rightOf)),
    base,
    size,
    isApart: gaps.some((gap) => gap > size * 1.5),
  };
}

const rightOf = (piece: Piece): number => leftOf(piece) + piece.width;

/** Small digits above or below the line are powers, notes or parts of formulas. */
function textOf(piece: Piece, size: number, base: number): string {
  const rise = baseOf(piece) - base;
  if (piece.height > size * 0.8 || Math.abs(rise) < size * 0.1) return piece.str;
  return inSmallDigits(piece.str.trim(), rise > 0 ? 'raised' : 'lowered');
}

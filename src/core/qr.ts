import { correction, generate } from 'lean-qr/nano';

export interface Code {
  /** Modules on each side, without the quiet zone. */
  readonly size: number;
  isDark(column: number, row: number): boolean;
}

/** The light frame that readers need around a code, in modules. */
export const quietZone = 4;

/** A QR code, of which a seventh may be unreadable. */
export function qrOf(text: string): Code {
  const { size, get } = generate(text, { minCorrectionLevel: correction.M });
  return { size, isDark: (column, row) => Boolean(get(column, row)) };
}

/** A number as it is printed in a folded text, its scale and per cent sign included. */
export interface PrintedNumber {
  /** Without separators and blanks: `12.45万`, `124500`, `27.7%`. */
  readonly plain: string;
  readonly value: number;
  /** The value written out: `124500`. */
  readonly digits: string;
}

export interface PlacedNumber extends PrintedNumber {
  readonly start: number;
  readonly end: number;
}

export const numberPattern = /\d+(?:,\d{3}(?!\d))*(?:\.\d+)?(?: ?(?:[万亿]|[mb]illion\b))*(?: ?%)?/g;

const zerosOf: Readonly<Record<string, number>> = { 万: 4, 亿: 8, m: 6, b: 9 };

export function numbersIn(folded: string): PlacedNumber[] {
  return Array.from(folded.matchAll(numberPattern), ({ 0: text, index }) => {
    const plain = text.replace(/[ ,]/g, '');
    const zeros = [...plain].reduce((sum, char) => sum + (zerosOf[char] ?? 0), 0);
    // The point is moved in the text, because a product might be rounded.
    const value = Number(`${Number.parseFloat(plain)}e${zeros}`);
    return { plain, value, digits: String(value), start: index, end: index + text.length };
  });
}

/**
 * The number that a query is. It may have blanks and commas in any place and a point at its end, because they
 * are typed before what comes after them.
 */
export function numberIn(query: string): PrintedNumber | undefined {
  const bare = query.replace(/[ ,]|\.$/g, '');
  const [number] = numbersIn(bare);
  return number?.end === bare.length && number.start === 0 ? number : undefined;
}

const isShare = ({ plain }: PrintedNumber) => plain.endsWith('%');

/**
 * 2 if both are the same number; 1 if the other begins with the query, as printed or written out: 124 and
 * 12.4 both lead to 12.45万. Only the beginning counts, so that 7.7 does not lead to 27.7.
 */
export function likeness(query: PrintedNumber, other: PrintedNumber): 0 | 1 | 2 {
  if (query.value === other.value && (isShare(other) || !isShare(query))) return 2;
  return other.plain.startsWith(query.plain) || other.digits.startsWith(query.plain) ? 1 : 0;
}

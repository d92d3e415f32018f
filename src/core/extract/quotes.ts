/** Stretches of a line between quotation marks or book-title marks, in which numerals belong to names. */
export interface Enclosure {
  /** Where the text between the marks begins. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'quote' | 'title';
}

const closers = new Map(
  Object.entries({
    '“': '”',
    '‘': '’',
    '「': '」',
    '『': '』',
    '"': '"',
    '《': '》',
    '〈': '〉',
  }),
);

/** The titles of documents are shorter than this. A mark whose partner is not so near encloses nothing. */
const longestTitle = 80;
const longestQuote = 40;

/** The enclosure that a mark at this place opens; of marks within it only the outer pair counts. */
export function enclosureAt(text: string, at: number): Enclosure | undefined {
  const opener = text.charAt(at);
  const closer = closers.get(opener);
  if (!closer) return undefined;
  const kind = opener === '《' || opener === '〈' ? 'title' : 'quote';
  const end = closerOf(text, at, opener, closer, at + (kind === 'title' ? longestTitle : longestQuote));
  return end < 0 ? undefined : { start: at + 1, end, kind };
}

function closerOf(text: string, at: number, opener: string, closer: string, limit: number): number {
  if (nextOf(text, closer, at + 1) > limit) return -1;
  let depth = 1;
  for (let index = at + 1; index <= limit && index < text.length; index += 1) {
    const unit = text.charAt(index);
    if (unit === closer) depth -= 1;
    else if (unit === opener) depth += 1;
    if (depth === 0) return index;
  }
  return -1;
}

/** The last answer is kept, because in a row of marks without partners each mark asks for the same. */
let known = { text: '', mark: '', from: 0, place: 0 };

function nextOf(text: string, mark: string, from: number): number {
  const isKnown = known.mark === mark && known.from <= from && from <= known.place && known.text === text;
  if (!isKnown) {
    const place = text.indexOf(mark, from);
    known = { text, mark, from, place: place < 0 ? Number.POSITIVE_INFINITY : place };
  }
  return known.place;
}

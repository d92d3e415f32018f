/** A run of text on a page: its left end and its base line in points from the left and the bottom. */
export interface Piece {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  /** In degrees. */
  readonly turn?: number;
}

const descriptor =
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 ' +
  '/Descent -120 /CapHeight 800 /StemV 80 >>';

/** A font that is not in the file; `encoding` names one of Adobe's tables, `ordering` the order of its glyphs. */
const fontOf = (encoding: string, ordering: string, table: string) =>
  `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} ${table} /DescendantFonts [<< /Type /Font ` +
  `/Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) ` +
  `/Supplement 4 >> /DW 1000 /FontDescriptor ${descriptor} >>] >>`;

const utf16 = (text: string) =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');

function shown({ x, y, text, size = 16, turn = 0 }: Piece, encode: (text: string) => string): string {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)].map((each) =>
    (each ?? 0).toFixed(4),
  );
  return `/F ${size} Tf ${cos} ${sin} -${sin} ${cos} ${x} ${y} Tm <${encode(text)}> Tj`.replace('--', '');
}

interface Options {
  readonly encoding?: string;
  readonly ordering?: string;
  /** Writes a text as the hexadecimal digits of the font's codes. */
  readonly encode?: (text: string) => string;
  /** The font's own table to Unicode: characters by their codes in hexadecimal digits. */
  readonly toUnicode?: Readonly<Record<string, string>>;
  readonly encrypted?: boolean;
}

/** A PDF of A4 pages, written as text. Its font holds Chinese characters and has no table of its own to Unicode. */
export function aPdf(
  pages: readonly (readonly Piece[])[],
  { encoding = 'UniGB-UCS2-H', ordering = 'GB1', encode = utf16, toUnicode, encrypted = false }: Options = {},
): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    fontOf(encoding, ordering, toUnicode ? `/ToUnicode ${4 + 2 * pages.length} 0 R` : ''),
    ...pages.flatMap((pieces, at) => {
      const stream = `BT ${pieces.map((piece) => shown(piece, encode)).join('\n')} ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${5 + 2 * at} 0 R >>`,
        streamOf(stream),
      ];
    }),
    ...(toUnicode ? [streamOf(tableOf(toUnicode))] : []),
  ];
  const encrypt = `/Encrypt ${objects.length + 1} 0 R /ID [<00><00>]`;
  if (encrypted)
    objects.push(`<< /Filter /Standard /V 1 /R 2 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> /P -4 >>`);
  return fileOf(objects, encrypted ? encrypt : '');
}

const streamOf = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;

const tableOf = (characters: Readonly<Record<string, string>>) =>
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def ' +
  `1 begincodespacerange <0000> <FFFF> endcodespacerange ${Object.keys(characters).length} beginbfchar ` +
  Object.entries(characters)
    .map(([code, character]) => `<${code}> <${utf16(character)}>`)
    .join(' ') +
  ' endbfchar endcmap end end';

function fileOf(objects: readonly string[], trailer: string): string {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  return (
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}` +
    `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`
  );
}

/**
 * Sets paragraphs on pages as reports are: 20 characters to a line of 16 points, the first line moved in by two, 10
 * lines to a page, and the page's number in the middle below.
 */
export function setOnPages(paragraphs: readonly string[]): Piece[][] {
  const lines = paragraphs.flatMap((paragraph) => {
    const rest = [...paragraph.slice(18)];
    const more = Array.from({ length: Math.ceil(rest.length / 20) }, (_, at) =>
      rest.slice(at * 20, at * 20 + 20).join(''),
    );
    return [{ x: 104, text: paragraph.slice(0, 18) }, ...more.map((text) => ({ x: 72, text }))];
  });
  return Array.from({ length: Math.ceil(lines.length / 10) }, (_, page) => [
    ...lines.slice(page * 10, page * 10 + 10).map((line, at) => ({ ...line, y: 760 - at * 28 })),
    { x: 224, y: 60, text: `— ${page + 1} —`, size: 14 },
  ]);
}

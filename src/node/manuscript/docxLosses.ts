import type { Refusal } from './refusal';

/** The XML of those parts of a document that say what its text is. */
export interface Parts {
  readonly document: string;
  readonly styles: string;
  readonly numbering: string;
  /** Headers and footers. */
  readonly margins: readonly string[];
}

type Loss = Omit<Refusal, 'file'>;

/**
 * What stands in a document and would be lost without a word, or is not settled: mammoth accepts tracked changes
 * silently, and leaves out numbers that Word itself counts.
 */
export function lossesIn(parts: Parts): Loss[] {
  const { document } = parts;
  const looks = document + usedStyles(parts);
  return [
    ...lossOf(count(document, /<w:(?:ins|del|moveFrom|moveTo)[\s>/]/g), {
      expected: 'a text without tracked changes',
      what: 'tracked changes',
      remedy: 'accept or reject them in Word, and save',
    }),
    ...lossOf(count(document, /<w:(?:commentReference|commentRangeStart)[\s>/]/g), {
      expected: 'a text without comments',
      what: 'marks of comments',
      remedy: 'delete the comments in Word, and save',
    }),
    ...lossOf(count(document, /<w:(?:footnote|endnote)Reference[\s>/]/g), {
      expected: 'a text without notes',
      what: 'footnotes or endnotes',
      remedy: 'put them into the text or delete them',
    }),
    ...lossOf(count(looks, isOn('vanish')), {
      expected: 'a text that all can see',
      what: 'pieces of hidden text',
      remedy: 'show or delete the hidden text',
    }),
    ...lossOf(count(looks, isOn('d?strike')), {
      expected: 'a text that holds as it stands',
      what: 'pieces of text that are struck through',
      remedy: 'delete them or take the line away',
    }),
    ...lossOf(countedParagraphs(parts), {
      expected: 'numbers that are typed',
      what: 'paragraphs that Word numbers by itself',
      remedy: 'turn the numbering into text, or copy the whole text into a .txt file',
    }),
  ];
}

function lossOf(found: number, { what, ...rest }: Omit<Loss, 'got'> & { what: string }): Loss[] {
  return found > 0 ? [{ ...rest, got: `${found} ${what}` }] : [];
}

/** A property of a run is on unless its value says that it is not. */
const isOn = (name: string): RegExp =>
  new RegExp(`<w:${name}(?:\\s*/>|\\s+w:val="(?:1|true|on)"\\s*/>)`, 'g');

const count = (xml: string, pattern: RegExp): number => xml.match(pattern)?.length ?? 0;

/** The styles of the text itself. Word defines more, some of them hidden. */
const usedStyles = ({ document, styles }: Parts): string =>
  elements(styles, 'style')
    .filter((style) => document.includes(`Style w:val="${styleId(style)}"`))
    .join('');

const styleId = (style: string): string => /w:styleId="([^"]*)"/.exec(style)?.[1] ?? '';

/** Bullets are left out of this count: nothing is lost with them that a reader would quote. */
function countedParagraphs({ document, styles, numbering }: Parts): number {
  const bullets = bulletsIn(numbering);
  const isCounted = (xml: string): boolean => {
    const id = attribute(xml, 'numId');
    return id !== undefined && id !== '0' && !bullets.has(id);
  };
  const byStyle = new Map(elements(styles, 'style').map((style) => [styleId(style), isCounted(style)]));
  return elements(document, 'pPr').filter((properties) => {
    const style = attribute(properties, 'pStyle');
    return attribute(properties, 'numId') === undefined
      ? style !== undefined && byStyle.get(style) === true
      : isCounted(properties);
  }).length;
}

/** The ids of numberings whose every level is a bullet or nothing. */
function bulletsIn(numbering: string): ReadonlySet<string> {
  const areBullets = new Map(
    elements(numbering, 'abstractNum').map((definition) => [
      /w:abstractNumId="([^"]*)"/.exec(definition)?.[1],
      Array.from(definition.matchAll(/<w:numFmt\s[^>]*w:val="([^"]*)"/g)).every(
        ([, format]) => format === 'bullet' || format === 'none',
      ),
    ]),
  );
  return new Set(
    elements(numbering, 'num')
      .filter((number) => areBullets.get(attribute(number, 'abstractNumId')) === true)
      .map((number) => /w:numId="([^"]*)"/.exec(number)?.[1] ?? ''),
  );
}

/** Elements of one name, which do not stand inside each other. */
const elements = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<w:${name}(?:\\s[^>]*)?(?<!/)>.*?</w:${name}>`, 'gs')) ?? [];

/** The value of the first element of this name. */
const attribute = (xml: string, name: string): string | undefined =>
  new RegExp(`<w:${name}\\s[^>]*w:val="([^"]*)"`).exec(xml)?.[1];

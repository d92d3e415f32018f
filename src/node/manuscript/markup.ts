import { parseHTML } from 'linkedom';
import { inSmallDigits } from './raised';

/** What is asked of a node; linkedom's own types need those of a browser. */
export interface MarkupNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<MarkupNode>;
}

/** linkedom adds no elements that a page leaves out, so a piece of HTML is wrapped. */
export const bodyOf = (html: string): MarkupNode =>
  parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;

const elementType = 1;
const textType = 3;

const unseen = new Set(['HEAD', 'SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TITLE']);

const blocks = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 ' +
    'HEADER HR HTML LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

export const isElement = ({ nodeType }: MarkupNode): boolean => nodeType === elementType;

export const isBlock = (node: MarkupNode): boolean =>
  isElement(node) && blocks.has(node.nodeName.toUpperCase());

export const isUnseen = (node: MarkupNode): boolean => unseen.has(node.nodeName.toUpperCase());

/**
 * The lines of what an element shows: each block and each line break begins a new one.
 *
 * @param isPrinted whether white space stands as it is, as in a document for print, or runs together as in HTML
 */
export function linesIn(element: MarkupNode, isPrinted = false): string[] {
  const text = [...element.childNodes].map((node) => shown(node, isPrinted)).join('');
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function shown(node: MarkupNode, isPrinted: boolean): string {
  if (node.nodeType === textType) {
    // U+3000 and U+00A0 are characters of their own, which HTML does not run together.
    return (node.textContent ?? '').replace(isPrinted ? /[\r\n]/g : /[ \t\r\n\f]+/g, ' ');
  }
  if (!isElement(node) || isUnseen(node)) return '';
  const inner = [...node.childNodes].map((child) => shown(child, isPrinted)).join('');
  if (isBlock(node)) return `\n${inner}\n`;
  const name = node.nodeName.toUpperCase();
  if (name === 'SUP') return inSmallDigits(inner, 'raised');
  return name === 'SUB' ? inSmallDigits(inner, 'lowered') : inner;
}

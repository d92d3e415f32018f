import type { SpokenSentence } from '../../core/speech/cardTexts';

/** The elements of a card that can show a block of its text. */
const blocks = 'h1, h2, h3, p, dt, dd, li > a';

/**
 * The text of an element as a screen reader would say it, its text nodes, and where
 * in the text each of them begins.
 */
interface ShownText {
  readonly element: HTMLElement;
  readonly text: string;
  readonly nodes: readonly { readonly node: Text; readonly start: number }[];
}

/** The page holds number and unit together with a no-break space; spoken text has a plain space. */
const withPlainSpaces = (text: string) => text.replace(/\u00A0/g, ' ');

function shownTextOf(element: HTMLElement): ShownText {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('[aria-hidden]') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.parentElement?.closest('[aria-hidden]')) continue;
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  return { element, text: withPlainSpaces(text), nodes };
}

/**
 * Finds the element of a card that shows a block. An `h3` is compared by its end, because it
 * begins with the number of the card.
 */
const findShown = (card: Element, text: string): ShownText | undefined =>
  [...card.querySelectorAll<HTMLElement>(blocks)]
    .filter((element) => !element.closest('[data-other]'))
    .map(shownTextOf)
    .find(
      ({ element, text: shown }) => shown === text || (element.matches('h2, h3') && shown.endsWith(text)),
    );

function rangeIn({ nodes }: ShownText, start: number, end: number): Range {
  const range = document.createRange();
  const placeOf = (at: number) => nodes.findLast((part) => part.start <= at) ?? nodes[0];
  const first = placeOf(start);
  const last = placeOf(end - 1);
  if (first) range.setStart(first.node, start - first.start);
  if (last) range.setEnd(last.node, end - last.start);
  return range;
}

const name = 'spoken';

/**
 * Marks the sentence that is being said. CSS highlights do it without a change to the document; in a browser
 * without them the whole block is marked.
 *
 * @returns the element; undefined where the page does not show the sentence as it is said, for example
 *   after a translator has changed it
 */
export function markSpoken(sentence?: SpokenSentence): HTMLElement | undefined {
  const highlights = window.CSS?.highlights as HighlightRegistry | undefined;
  for (const before of document.querySelectorAll<HTMLElement>(`[data-${name}]`)) delete before.dataset[name];
  highlights?.delete(name);
  const card = sentence && document.getElementById(sentence.card);
  const shown = card && findShown(card, sentence.text);
  if (!shown) return undefined;
  const offset = shown.text.length - sentence.text.length;
  if (highlights)
    highlights.set(name, new Highlight(rangeIn(shown, sentence.start + offset, sentence.end + offset)));
  else shown.element.dataset[name] = '';
  return shown.element;
}

/** Whether part of an element is in the window, above the bar at the bottom, which is `below` CSS px tall. */
export function isInSight(element: Element, below: number): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight - below;
}

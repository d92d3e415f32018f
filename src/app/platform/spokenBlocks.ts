/** What is read aloud in one piece, a heading or a paragraph, and where its letters stand. */
export interface SpokenBlock {
  readonly element: HTMLElement;
  readonly text: string;
  /** In the order of the text, each with the place of its first letter in it. */
  readonly nodes: readonly { readonly node: Text; readonly start: number }[];
}

/** @param silent a selector of what is written in a block and not said */
function blockOf(element: HTMLElement, silent: string): SpokenBlock {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.parentElement?.closest(silent)) continue;
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  return { element, text, nodes };
}

/**
 * @param blocks a selector of what is read
 * @param silent a selector of what is not, in blocks or around them
 */
export const spokenBlocks = (part: Element, blocks: string, silent: string): SpokenBlock[] =>
  [...part.querySelectorAll<HTMLElement>(blocks)]
    .filter((element) => !element.closest(silent))
    .map((element) => blockOf(element, silent))
    .filter(({ text }) => text.trim());

/** Where some of a block's letters stand in the document. */
export function rangeIn({ nodes }: SpokenBlock, start: number, end: number): Range {
  const range = document.createRange();
  const placeOf = (at: number) => nodes.findLast((part) => part.start <= at) ?? nodes[0];
  const first = placeOf(start);
  const last = placeOf(end - 1);
  if (first) range.setStart(first.node, start - first.start);
  if (last) range.setEnd(last.node, end - last.start);
  return range;
}

const name = 'spoken';

/** Marks what is being said, without a change to the document where the browser can; else the block it is in. */
export function markSpoken(block?: SpokenBlock, start = 0, end = 0): void {
  const highlights = window.CSS?.highlights as HighlightRegistry | undefined;
  for (const before of document.querySelectorAll<HTMLElement>(`[data-${name}]`)) delete before.dataset[name];
  highlights?.delete(name);
  if (!block) return;
  if (highlights) highlights.set(name, new Highlight(rangeIn(block, start, end)));
  else block.element.dataset[name] = '';
}

/** Whether the reader has what is being said before their eyes, between the bars above and below. */
export function isInSight(element: Element, below: number): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight - below;
}

import { within } from './within';

/**
 * A block is what a reader takes in at once; what stands inside one comes with it. The rows of an evidence come
 * together: a translation of the phrase stands in one language only.
 */
const blocks = 'h1, h2, h3, p, dl:has(> dt), div > dt, div > dd, li > a, summary';

const blocksOf = (part: Element) =>
  within<HTMLElement>(part, blocks).filter(
    (block) =>
      !block.parentElement?.closest(blocks) &&
      !block.closest('[data-island], [data-tools], [data-panel], [data-note]'),
  );

/**
 * Sets under each block of a part the same block of its other version, marked `data-other` and with its own
 * language. Both versions are printed from one structure, so the blocks belong together one by one.
 *
 * @returns takes them out again
 */
export function interleave(part: Element, twin: Element, lang: string): () => void {
  const theirs = blocksOf(twin);
  const own = blocksOf(part);
  if (own.length !== theirs.length)
    throw new Error(`#${part.id}: expected ${own.length} blocks in the other language, got ${theirs.length}`);
  const added = own.map((block, at) => {
    const other = theirs[at] as HTMLElement;
    // A heading or a control said twice would be two headings, two controls.
    const isInside = block.matches('summary, li > a');
    const isHeading = /^h\d$/.test(block.localName);
    const copy =
      isInside || isHeading
        ? document.createElement(isInside ? 'span' : 'p')
        : document.importNode(other, block.localName === 'dl');
    if (block.localName !== 'dl')
      copy.append(...[...other.childNodes].map((node) => document.importNode(node, true)));
    // Its position need not be said twice either.
    const first = copy.querySelector('span');
    if (/^\d+$/.test(first?.textContent ?? '')) first?.remove();
    copy.lang = lang;
    copy.dataset.other = '';
    // Links in it would be the same places once more; ids must not come twice.
    for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes);
    for (const inner of copy.querySelectorAll('[id]')) inner.removeAttribute('id');
    if (isInside) block.append(copy);
    else block.after(copy);
    return copy;
  });
  return () => {
    for (const copy of added) copy.remove();
  };
}

/**
 * The element that a translator has put in the place of a text node: in the same step, or before or after that with
 * the same neighbours. Undefined where nothing was put there.
 */
function standInFor(
  text: Node,
  removal: MutationRecord,
  records: readonly MutationRecord[],
): Element | undefined {
  const isAtItsPlace = ({ target, previousSibling, nextSibling }: MutationRecord) =>
    target === removal.target &&
    (nextSibling === text ||
      (previousSibling === removal.previousSibling && nextSibling === removal.nextSibling));
  const added = [removal, ...records.filter(isAtItsPlace)].flatMap(({ addedNodes }) => [...addedNodes]);
  return added.find((node): node is Element => node instanceof Element && node.isConnected);
}

/**
 * Keeps the page's words changing while a page translator is at work. Translators put an element in the place of each
 * text node, and Preact, which knows only the node, would go on changing one that is no longer shown. So a text node
 * that changes after it was replaced takes its place again; the translator then translates it anew.
 */
export function followTranslator(root: HTMLElement): void {
  const standIns = new WeakMap<Node, Element>();
  const changes = new MutationObserver((records) => {
    for (const { target } of records) {
      standIns.get(target)?.replaceWith(target);
      standIns.delete(target);
    }
  });
  const removals = new MutationObserver((records) => {
    for (const removal of records)
      for (const text of removal.removedNodes) {
        const standIn = text instanceof Text && standInFor(text, removal, records);
        if (!standIn) continue;
        // Preact cannot put anything beside a node that was wrapped. So the translator keeps a copy of it.
        if (standIn.contains(text)) text.replaceWith(text.cloneNode());
        // Preact has moved it.
        if (text.isConnected) continue;
        standIns.set(text, standIn);
        changes.observe(text, { characterData: true });
      }
  });
  removals.observe(root, { childList: true, subtree: true });
}

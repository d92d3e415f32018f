export interface Toggletips {
  /** Makes buttons of the links inside; to be called again when they were rendered anew. */
  arm(inside: ParentNode): void;
  /** Closes all notes inside for as long as it is rendered anew; the answer opens them again. */
  suspend(inside: Element): () => void;
}

type Link = HTMLAnchorElement;

/**
 * Links inside the page's cards that open a note under their paragraph instead of leaving the page: never
 * over the text. To assistive technology each is a button that says whether it is open; the note is a live
 * region, so that it is read when it comes.
 *
 * @param links a selector of the links; each keeps its address, for new tabs and for readers without script
 * @param fill writes the note for an address's fragment, such as `#term-fengqiao`
 */
export function openToggletips(
  links: string,
  fill: (note: HTMLElement, fragment: string) => void,
): Toggletips {
  const notes = new Map<Link, HTMLElement>();
  const linkAt = (target: EventTarget | null) => (target as Element | null)?.closest?.<Link>(links);
  const expand = (link: Link, isOpen: boolean) => link.setAttribute('aria-expanded', `${isOpen}`);

  function open(link: Link): void {
    const block = link.closest('p, dd');
    const note = document.createElement('div');
    note.role = 'status';
    if (block?.matches('p')) block.after(note);
    else block?.append(note);
    notes.set(link, note);
    expand(link, true);
    // A live region speaks of what changes in it, so it has to stand there first.
    requestAnimationFrame(() => fill(note, link.hash));
  }

  function close(link: Link): void {
    notes.get(link)?.remove();
    notes.delete(link);
    expand(link, false);
  }

  const toggle = (link: Link) => (notes.has(link) ? close(link) : open(link));
  /** The open note that the focus is in or on. */
  const focused = () =>
    [...notes].find(([link, note]) =>
      [link, note].some((part) => part.contains(document.activeElement)),
    )?.[0];

  addEventListener('click', (event) => {
    const link = linkAt(event.target);
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    toggle(link);
  });
  addEventListener('keydown', (event) => {
    const link = event.key === ' ' ? linkAt(event.target) : undefined;
    if (link) {
      event.preventDefault();
      toggle(link);
    } else if (event.key === 'Escape') {
      const own = focused();
      const closing = own ?? [...notes.keys()].at(-1);
      if (closing) close(closing);
      own?.focus();
    }
  });

  return {
    arm(inside) {
      for (const link of inside.querySelectorAll<Link>(links)) {
        link.role = 'button';
        expand(link, notes.has(link));
      }
    },
    suspend(inside) {
      const active = focused() ?? linkAt(document.activeElement);
      const focus = active && inside.contains(active) && active.hash;
      const opened = [...notes.keys()].filter((link) => inside.contains(link));
      for (const link of opened) close(link);
      const find = (fragment: string) =>
        [...inside.querySelectorAll<Link>(links)].find(({ hash }) => hash === fragment);
      return () => {
        for (const { hash } of opened) {
          const link = find(hash);
          if (link) open(link);
        }
        if (focus) find(focus)?.focus({ preventScroll: true });
      };
    },
  };
}

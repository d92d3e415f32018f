import { leaveFor } from './anchor';
import type { OpenNotes } from './toggletip';

/**
 * Notes under the paragraphs that hold their links, never over the text. Each is a live region, so that it is
 * read when it comes; Escape closes it, and the focus is on its link again.
 *
 * @param fill writes the note of a link; where it cannot, the link leads where it always led
 */
export function openNotes(
  links: string,
  fill: (note: HTMLElement, link: HTMLAnchorElement) => Promise<void>,
): OpenNotes {
  const notes = new Map<HTMLAnchorElement, HTMLElement>();

  function open(link: HTMLAnchorElement): void {
    const block = link.closest('p, dd');
    const note = document.createElement('div');
    note.role = 'status';
    note.dataset.note = '';
    if (block?.matches('p')) block.after(note);
    else block?.append(note);
    notes.set(link, note);
    link.ariaExpanded = 'true';
    // A live region speaks of what changes in it, so it has to stand there first.
    requestAnimationFrame(() =>
      fill(note, link).catch(() => {
        close(link);
        return leaveFor(link.href);
      }),
    );
  }

  function close(link: HTMLAnchorElement): void {
    notes.get(link)?.remove();
    notes.delete(link);
    link.ariaExpanded = 'false';
  }

  /** The link of the open note that the focus is in or on. */
  const focused = () =>
    [...notes].find(([link, note]) =>
      [link, note].some((part) => part.contains(document.activeElement)),
    )?.[0];

  addEventListener('keydown', ({ key }) => {
    const own = focused();
    const closing = own ?? [...notes.keys()].at(-1);
    if (key !== 'Escape' || !closing) return;
    close(closing);
    own?.focus();
  });

  return {
    toggle: (link) => (notes.has(link) ? close(link) : open(link)),
    suspend(inside) {
      const active = focused() ?? document.activeElement?.closest<HTMLAnchorElement>(links);
      const focus = active && inside.contains(active) && active.hash;
      const opened = [...notes.keys()].filter((link) => inside.contains(link));
      for (const link of opened) close(link);
      return (now) => {
        const find = (fragment: string) =>
          [...now.querySelectorAll<HTMLAnchorElement>(links)].find(({ hash }) => hash === fragment);
        for (const { hash } of opened) {
          const link = find(hash);
          if (link) open(link);
        }
        if (focus) find(focus)?.focus({ preventScroll: true });
      };
    },
  };
}

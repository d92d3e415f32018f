import { leaveFor } from './anchor';

export interface Toggletips {
  /** Makes buttons of the links inside; to be called again for a part that has come since. */
  arm(inside: ParentNode): void;
  /** Closes all notes inside a part that another takes the place of; the answer opens them in that. */
  suspend(inside: Element): ((now: Element) => void) | undefined;
}

type Link = HTMLAnchorElement;

/** The notes themselves, whose script comes when the first is asked for. */
export interface OpenNotes {
  toggle(link: Link): void;
  /** See `Toggletips`. */
  suspend(inside: Element): (now: Element) => void;
}

/**
 * Links inside the page's cards that open a note under their paragraph instead of leaving the page. To
 * assistive technology each is a button that says whether it is open. Where the notes' script does not come,
 * the link leads where it always led.
 *
 * @param links a selector of the links; each keeps its address, for new tabs and for readers without script
 */
export function hearToggletips(links: string, load: () => Promise<OpenNotes>): Toggletips {
  let notes: OpenNotes | undefined;
  const hear = (event: MouseEvent | KeyboardEvent) => {
    const isMeant = 'button' in event ? event.button === 0 : event.key === ' ';
    if (!isMeant || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = (event.target as Element | null)?.closest?.<Link>(links);
    if (!link) return;
    event.preventDefault();
    load().then(
      (loaded) => {
        notes = loaded;
        loaded.toggle(link);
      },
      () => leaveFor(link.href),
    );
  };
  addEventListener('click', hear);
  addEventListener('keydown', hear);
  return {
    arm(inside) {
      for (const link of inside.querySelectorAll<Link>(links)) {
        link.role = 'button';
        link.ariaExpanded = 'false';
      }
    },
    suspend: (inside) => notes?.suspend(inside),
  };
}

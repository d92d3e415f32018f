import type { Language } from '../../core/language';
import type { Words } from '../../core/page';
import { measurePlace, type Place, returnTo } from '../platform/place';
import { nextPaint, nextTask } from '../platform/tasks';
import type { MountedPart, PageParts } from '../ui/Part';

export interface SwitchingParts extends PageParts {
  /**
   * Shows the parts in sight in a language at once, and the others in later tasks; the card under the reader's
   * eyes stays where it is.
   *
   * @param shown is called when the parts in sight are in the language, before they are painted
   * @returns resolves when all are; a later call ends an earlier one
   */
  show(language: Language, shown: () => void): Promise<void>;
}

interface PlacedPart {
  readonly part: MountedPart;
  /** CSS px between the part and the window; 0 where the reader sees it. */
  readonly distance: number;
}

/** Nearest to the reader's eyes first; at the same distance what is below, since what is above moves the rest. */
function bySight(parts: Iterable<MountedPart>): PlacedPart[] {
  const placed = [...parts].map((part) => {
    const box = part.root.current?.getBoundingClientRect();
    if (!box) return { part, distance: Number.POSITIVE_INFINITY };
    return { part, distance: Math.max(box.top - innerHeight, -box.bottom, 0) };
  });
  return placed.sort((one, other) => one.distance - other.distance);
}

/** Where there is no card to hold on to. */
const topOfPage: Place = { card: '', position: 0, total: 0, cards: [], top: 0 };

/** @param written the language that the page came in */
export function openParts(words: Readonly<Record<Language, Words>>, written: Language): SwitchingParts {
  const parts = new Set<MountedPart>();
  let language = written;
  let latest = 0;

  /** Preact renders in a microtask; the text is held before anything is painted. */
  async function change(some: readonly PlacedPart[], here: Place | undefined): Promise<void> {
    for (const { part } of some) part.show(words[language]);
    await Promise.resolve();
    if (here) returnTo(here);
  }

  return {
    get words() {
      return words[language];
    },
    follow(part) {
      parts.add(part);
      return () => parts.delete(part);
    },
    async show(asked, shown) {
      language = asked;
      const mine = ++latest;
      const here = measurePlace();
      const placed = bySight(parts);
      // Else browsers that hold the text themselves would do it a second time.
      document.body.style.overflowAnchor = 'none';
      await change(
        placed.filter(({ distance }) => distance === 0),
        here,
      );
      shown();
      if (here) returnTo(here);
      await nextPaint();
      for (const part of placed.filter(({ distance }) => distance > 0)) {
        await nextTask();
        if (mine !== latest) return;
        await change([part], measurePlace() ?? topOfPage);
      }
      document.body.style.overflowAnchor = '';
    },
  };
}

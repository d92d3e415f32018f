import type { Language } from '../../core/language';
import type { Words } from '../../core/page';
import { holdPlace, measurePlace, returnTo, setScrollAnchoring } from '../platform/place';
import { nextPaint, nextTask } from '../platform/tasks';
import type { MountedPart, PageParts } from '../ui/Part';

export interface SwitchingParts extends PageParts {
  /**
   * Shows the parts in sight in a language at once, and the others in later tasks. The card
   * the reader is at does not move.
   *
   * @param shown is called when the parts in sight are painted in the language, unless a later call has come
   * @returns resolves when all parts are in the language; a later call ends an earlier one
   */
  show(language: Language, shown: () => void): Promise<void>;
  /** Hydrates one part per task; resolves when all have had their turn. */
  hydrate(): Promise<void>;
}

/** How far a part is outside the window, in CSS px; 0 if some of it is in sight. */
function distanceOf({ root }: MountedPart): number {
  const box = root.current?.getBoundingClientRect();
  return box ? Math.max(0, box.top - innerHeight, -box.bottom) : Number.POSITIVE_INFINITY;
}

/** Measures all parts at once, because a part that changes before the next is measured would cost a layout. */
const nearestFirst = (parts: Iterable<MountedPart>) =>
  [...parts]
    .map((part) => ({ part, distance: distanceOf(part) }))
    .sort((one, other) => one.distance - other.distance);

const slice = 8; // ms of work per task; with layout and paint this is no long task even on a slow phone

/** @param written the language that the page came in */
export function openParts(words: Readonly<Record<Language, Words>>, written: Language): SwitchingParts {
  const parts = new Set<MountedPart>();
  const pendingHydrations: (() => Promise<void>)[] = [];
  let language = written;
  let latest = 0;

  /** Preact renders in a microtask, so nothing is painted before this resolves. */
  async function render(part: MountedPart): Promise<void> {
    part.show(words[language]);
    await Promise.resolve();
  }

  /**
   * Renders a few parts in each task, so that the reader's next input is handled in between. A reader who
   * scrolls meanwhile gets the parts at the new place next, and that place does not move either.
   */
  async function renderInSlices(some: readonly MountedPart[], isWanted: () => boolean): Promise<void> {
    const rest = new Set(some);
    while (rest.size > 0) {
      await nextTask();
      if (!isWanted()) return;
      const here = measurePlace();
      const end = performance.now() + slice;
      for (const { part } of nearestFirst(rest)) {
        rest.delete(part);
        await render(part);
        if (performance.now() >= end) break;
      }
      if (here) returnTo(here);
    }
  }

  return {
    get words() {
      return words[language];
    },
    follow(part) {
      parts.add(part);
      return () => parts.delete(part);
    },
    nextTurn() {
      const turn = { hasCome: false, coming: Promise.resolve(), taken: (): void => undefined };
      turn.coming = new Promise((come) => {
        pendingHydrations.push(() => {
          turn.hasCome = true;
          come();
          return new Promise((taken) => {
            turn.taken = taken;
          });
        });
      });
      return turn;
    },
    async hydrate() {
      setScrollAnchoring(document.body, false);
      for (let turn = pendingHydrations.shift(); turn; turn = pendingHydrations.shift()) {
        await nextTask();
        // A part that fails must not keep the others waiting.
        await holdPlace(() => Promise.race([turn?.(), nextTask()]));
      }
      setScrollAnchoring(document.body, true);
    },
    async show(asked, shown) {
      language = asked;
      const mine = ++latest;
      const isWanted = () => mine === latest;
      const here = measurePlace();
      const nearest = nearestFirst(parts);
      setScrollAnchoring(document.body, false);
      for (const { part, distance } of nearest) if (distance === 0) await render(part);
      if (here) returnTo(here);
      await nextPaint();
      if (!isWanted()) return;
      shown();
      const rest = nearest.filter(({ distance }) => distance > 0).map(({ part }) => part);
      await renderInSlices(rest, isWanted);
      if (isWanted()) setScrollAnchoring(document.body, true);
    },
  };
}

import type { Language } from '../../core/language';
import type { Words } from '../../core/page';
import { holdPlace, measurePlace, returnTo } from '../platform/place';
import { nextPaint, nextTask } from '../platform/tasks';
import type { MountedPart, PageParts } from '../ui/Part';

export interface SwitchingParts extends PageParts {
  /**
   * Shows the parts in sight in a language at once, and the others in later tasks. The card
   * the reader is at does not move.
   *
   * @param shown is called when the parts in sight are in the language, before they are painted
   * @returns resolves when all parts are in the language; a later call ends an earlier one
   */
  show(language: Language, shown: () => void): Promise<void>;
  /** Hydrates the parts a few at a time; resolves when all are hydrated. */
  hydrate(): Promise<void>;
}

/** Groups the parts into those in the window, below it and above it, in each group the nearest first. */
function bySight(parts: Iterable<MountedPart>) {
  const placed = [...parts].map((part) => ({ part, box: part.root.current?.getBoundingClientRect() }));
  const isAbove = (box?: DOMRect) => box !== undefined && box.bottom < 0;
  const isBelow = (box?: DOMRect) => box === undefined || box.top > innerHeight;
  const partsOf = (some: typeof placed) => some.map(({ part }) => part);
  return {
    inSight: partsOf(placed.filter(({ box }) => !isAbove(box) && !isBelow(box))),
    below: partsOf(placed.filter(({ box }) => isBelow(box))),
    above: partsOf(placed.filter(({ box }) => isAbove(box)).reverse()),
  };
}

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

  /** Renders a few parts in each task, so that the reader's next input is handled in between. */
  async function renderInSlices(some: readonly MountedPart[], isWanted: () => boolean, isHeld: boolean) {
    const rest = [...some];
    while (rest.length > 0) {
      await nextTask();
      if (!isWanted()) return;
      const here = isHeld && measurePlace();
      const end = performance.now() + slice;
      for (let part = rest.shift(); part; part = performance.now() < end ? rest.shift() : undefined)
        await render(part);
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
      // Scroll anchoring is off meanwhile: the browser would correct the scroll position a second time.
      document.body.style.overflowAnchor = 'none';
      for (let turn = pendingHydrations.shift(); turn; turn = pendingHydrations.shift()) {
        await nextTask();
        // A part that fails must not keep the others waiting.
        await holdPlace(() => Promise.race([turn?.(), nextTask()]));
      }
      document.body.style.overflowAnchor = '';
    },
    async show(asked, shown) {
      language = asked;
      const mine = ++latest;
      const isWanted = () => mine === latest;
      const here = measurePlace();
      const { inSight, below, above } = bySight(parts);
      // Scroll anchoring is off meanwhile: the browser would correct the scroll position a second time.
      document.body.style.overflowAnchor = 'none';
      for (const part of inSight) await render(part);
      shown();
      if (here) returnTo(here);
      await nextPaint();
      await renderInSlices(below, isWanted, false);
      // Only parts above the window move what the reader sees.
      await renderInSlices(above, isWanted, true);
      if (!isWanted()) return;
      document.body.style.overflowAnchor = '';
    },
  };
}

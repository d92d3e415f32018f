import type { Language } from '../../core/language';
import type { Words } from '../../core/page';
import { holdPlace, measurePlace, type Place, returnTo } from '../platform/place';
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
  /** Hydrates the parts a few at a time; resolves when all are. */
  hydrate(): Promise<void>;
}

/** The parts by where they stand: before the reader's eyes, below the window, above it; the nearest first. */
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

const slice = 8; // ms of work at a time: with layout and paint still no long task on a slow phone

/** `Promise.withResolvers`, which browsers have since 2024. */
function promiseWithResolve() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** Where there is no card to hold on to. */
const topOfPage: Place = { card: '', position: 0, total: 0, cards: [], top: 0 };

/** @param written the language that the page came in */
export function openParts(words: Readonly<Record<Language, Words>>, written: Language): SwitchingParts {
  const parts = new Set<MountedPart>();
  const turns: (() => Promise<void>)[] = [];
  let language = written;
  let latest = 0;

  /** Preact renders in a microtask, so nothing is painted before this resolves. */
  async function render(part: MountedPart): Promise<void> {
    part.show(words[language]);
    await Promise.resolve();
  }

  /** A few parts in each task, so that the reader's next move comes between. */
  async function renderInSlices(some: readonly MountedPart[], isWanted: () => boolean, isHeld: boolean) {
    const rest = [...some];
    while (rest.length > 0) {
      await nextTask();
      if (!isWanted()) return;
      const here = isHeld ? (measurePlace() ?? topOfPage) : undefined;
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
      const coming = promiseWithResolve();
      const taken = promiseWithResolve();
      const turn = { hasCome: false, coming: coming.promise, taken: taken.resolve };
      turns.push(() => {
        turn.hasCome = true;
        coming.resolve();
        return taken.promise;
      });
      return turn;
    },
    async hydrate() {
      // Else browsers that hold the text themselves would do it a second time.
      document.body.style.overflowAnchor = 'none';
      for (let turn = turns.shift(); turn; turn = turns.shift()) {
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
      // Else browsers that hold the text themselves would do it a second time.
      document.body.style.overflowAnchor = 'none';
      for (const part of inSight) await render(part);
      shown();
      if (here) returnTo(here);
      await nextPaint();
      await renderInSlices(below, isWanted, false);
      // Only what is above moves what the reader sees.
      await renderInSlices(above, isWanted, true);
      if (!isWanted()) return;
      document.body.style.overflowAnchor = '';
    },
  };
}

import { measurePlace, returnTo } from '../platform/place';
import { signal } from './signal';

/**
 * The id of the card above which the list of keys is shown, or `main` on a page without cards;
 * undefined while the list is closed.
 */
const [helpPlace, setHelpPlace] = signal<string | undefined>(undefined);

export { helpPlace };

let giveBack: () => void = () => undefined;

/** Closes the list. The focus and the scroll position are then as they were before it was opened. */
export async function closeHelp(): Promise<void> {
  setHelpPlace(undefined);
  // Preact renders in a microtask, which has to come first.
  await Promise.resolve();
  giveBack();
}

/** Opens the list of keys above the card that is being read, or closes it. */
export function toggleHelp(): void {
  if (helpPlace.value) return void closeHelp();
  const focused = document.activeElement as HTMLElement | null;
  const here = measurePlace();
  const top = scrollY;
  giveBack = () => {
    focused?.focus({ preventScroll: true });
    if (here) returnTo(here);
    else scrollTo({ top, behavior: 'instant' });
  };
  setHelpPlace(here?.card ?? 'main');
}

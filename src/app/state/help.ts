import { measurePlace, returnTo } from '../platform/place';
import { signal } from './signal';

/** Before which card the list of keys stands, or `main` on a page without cards; undefined while it is closed. */
const [helpPlace, setHelpPlace] = signal<string | undefined>(undefined);

export { helpPlace };

let giveBack: () => void = () => undefined;

/** The focus and the page are then where they were before the list was opened. */
export async function closeHelp(): Promise<void> {
  setHelpPlace(undefined);
  // Preact renders in a microtask.
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

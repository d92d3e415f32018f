import { holdPlace, measurePlace } from '../platform/place';
import { signal } from './signal';

/** Before which card the list of keys stands, or `main` on a page without cards; undefined while it is closed. */
const [helpPlace, setHelpPlace] = signal<string | undefined>(undefined);

export { helpPlace };

let focusBefore: HTMLElement | null = null;

/** Closing gives the focus back, and the card under the reader's eyes stays where it is. */
export async function closeHelp(): Promise<void> {
  await holdPlace(() => setHelpPlace(undefined));
  focusBefore?.focus({ preventScroll: true });
}

/** Opens the list of keys above the card that is being read, or closes it. */
export function toggleHelp(): void {
  if (helpPlace.value) return void closeHelp();
  focusBefore = document.activeElement as HTMLElement | null;
  setHelpPlace(measurePlace()?.card ?? 'main');
}

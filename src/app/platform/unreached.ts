import { sleep } from './tasks';

/**
 * The event for something the reader asked for that could not be fetched. The app announces it,
 * because only the app has the words.
 */
export const unreached = 'unreached';

const patience = 10_000; // ms: a network that accepts and never answers counts as none

/** Where there is no app to say it: shows a line of the page itself, until the reader does something else. */
function showStay(): void {
  const line = document.querySelector<HTMLElement>('[data-stay]');
  if (!line) return;
  line.hidden = false;
  addEventListener('pointerdown', () => line.toggleAttribute('hidden', true), { once: true });
}

/** Goes to another page if it can be fetched. Otherwise the reader stays, and is told that it could not be. */
export async function leaveFor(address: string): Promise<void> {
  const isThere = await Promise.race([
    fetch(address).then(
      ({ ok }) => ok,
      () => false,
    ),
    sleep(patience),
  ]);
  if (isThere) return location.assign(address);
  dispatchEvent(new Event(unreached));
  showStay();
}

/** Where components stand that a script was to fill: says that what fills them could not be had. */
export function showUnreached(): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-unreached]')) line.hidden = false;
}

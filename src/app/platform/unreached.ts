import { sleep } from './tasks';

/**
 * The event for something the reader asked for that could not be fetched. The app announces it,
 * because only the app has the words.
 */
export const unreached = 'unreached';

export const announceUnreached = (): void => void dispatchEvent(new Event(unreached));

const patience = 10_000; // ms: a network that accepts and never answers counts as none

/** Goes to another page if it can be fetched. Otherwise the reader stays, and is told that it could not be. */
export async function leaveFor(address: string, go = () => location.assign(address)): Promise<void> {
  const isThere = await Promise.race([
    fetch(address).then(
      ({ ok }) => ok,
      () => false,
    ),
    sleep(patience),
  ]);
  if (isThere) return go();
  announceUnreached();
  // Where there is no app to say it, a line of the page itself does, until the reader does something else.
  const line = document.querySelector('[data-stay]');
  line?.toggleAttribute('hidden', false);
  addEventListener('pointerdown', () => line?.toggleAttribute('hidden', true), { once: true });
}

/** Where components stand that a script was to fill: says that what fills them could not be had. */
export function showUnreached(): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-unreached]')) line.hidden = false;
}

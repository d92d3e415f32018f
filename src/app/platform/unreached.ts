/**
 * The event for something the reader asked for that could not be fetched. The app announces it,
 * because only the app has the words.
 */
export const unreached = 'unreached';

/** Goes to another page if it can be fetched. Otherwise the reader stays, and the app says that it could not be. */
export const leaveFor = (address: string): Promise<void> =>
  fetch(address)
    .then(
      ({ ok }) => ok,
      () => false,
    )
    .then((isThere) => {
      if (isThere) location.assign(address);
      else dispatchEvent(new Event(unreached));
    });

/** Where components stand that a script was to fill: says that what fills them could not be had. */
export function showUnreached(): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-unreached]')) line.hidden = false;
}

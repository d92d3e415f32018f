/** Where components stand that a script was to fill: says that what fills them could not be had. */
export function showUnreached(): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-unreached]')) line.hidden = false;
}

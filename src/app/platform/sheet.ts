import { fetchReleased } from './released';

/**
 * Applies all of the site's styles to the screen. A page carries those that its text needs; the whole sheet is
 * linked for print only, so that no text waits for it.
 */
export async function applyWholeSheet(): Promise<void> {
  const link = document.querySelector<HTMLLinkElement>('link[rel=stylesheet][media=print]');
  if (!link) return;
  link.media = 'all';
  if (link.sheet) return;
  // It is still on its way, or was refused because it was altered. Without it, what scripts add looks plain, and works.
  await fetchReleased({ src: link.href, integrity: link.integrity }).then(
    () => renew(link),
    () => undefined,
  );
}

/** Puts the same link in its place, because a browser does not ask again for a sheet that it has refused. */
const renew = (link: HTMLLinkElement): Promise<unknown> =>
  new Promise((resolve) => {
    const renewed = link.cloneNode() as HTMLLinkElement;
    renewed.onload = renewed.onerror = resolve;
    link.replaceWith(renewed);
  });

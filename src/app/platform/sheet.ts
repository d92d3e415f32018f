/**
 * Applies the whole stylesheet of the site to the screen. A page carries inline the styles that its text
 * needs, and links the whole sheet for print only, so that no text waits for it.
 */
export async function applyWholeSheet(): Promise<void> {
  const link = document.querySelector<HTMLLinkElement>('link[rel=stylesheet][media=print]');
  if (!link) return;
  link.media = 'all';
  if (link.sheet) return;
  // If the sheet cannot be fetched, what scripts add looks plain but works.
  await new Promise((resolve) => {
    link.onload = link.onerror = resolve;
  });
}

/**
 * The script of the reset page, which stands alone: it takes the worker and all that it stored away, when the
 * reader says so. The words are in the page already; this shows those that have come true.
 */
import { removeEdition } from '../platform/edition';

const show = (selector: string, isShown: boolean) => {
  for (const element of document.querySelectorAll<HTMLElement>(selector)) element.hidden = !isShown;
};

async function reset(): Promise<void> {
  const isGone = await removeEdition(new URL('../', location.href).pathname);
  show('[data-done]', isGone);
  show('[data-failed]', !isGone);
}

for (const button of document.querySelectorAll('[data-reset]')) {
  button.addEventListener('click', () => void reset());
}
show('[data-reset]', true);

/**
 * The script of the reset page, which needs nothing of the app: at the press of a button it removes
 * the worker and all that this stored. The page already holds the words for both outcomes; the
 * script shows those that apply.
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

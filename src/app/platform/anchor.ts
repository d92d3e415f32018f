import { idIn } from '../../core/pastedAddress';
import { nameEntry } from './historyEntry';

/** Whether an element stands under the bar, where a browser puts it that knows the bar by its usual height. */
const isCovered = (element: Element): boolean => {
  const top = element.getBoundingClientRect().top;
  return top >= 0 && top < (document.querySelector('header')?.getBoundingClientRect().bottom ?? 0);
};

/** Brings what the address names under the reader's eyes: a link to a measure means its evidence, which it opens. */
function openTarget(): void {
  const id = idIn(location.hash);
  const target = id ? document.getElementById(id) : null;
  if (!target) return;
  const isExact = location.hash === `#${id}`;
  if (!isExact) history.replaceState(history.state, '', `#${id}`);
  const evidence = target.closest('li[data-measure]')?.querySelector('details');
  const isOpen = evidence?.open ?? true;
  if (evidence) evidence.open = true;
  if (!isExact || !isOpen || isCovered(target)) target.scrollIntoView({ behavior: 'instant' });
}

/** Follows links inside the page too. What has been opened once is not opened again when the page is loaded again. */
export function followTargets(): void {
  if (!nameEntry()) openTarget();
  addEventListener('hashchange', () => {
    nameEntry();
    openTarget();
  });
  addEventListener('click', ({ target }) => {
    const link = (target as Element | null)?.closest?.<HTMLAnchorElement>('a[href]');
    // The address stays the same, so that there is no change to hear of.
    if (link?.hash && link.href === location.href) openTarget();
  });
}

/** The event for what the reader asked for and could not be fetched; the app, which has the words, says so. */
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

import { idIn } from '../../core/pastedAddress';
import { nameEntry } from './historyEntry';

/**
 * Whether the bar covers the top of an element. That happens when the browser has scrolled to it with the
 * default height of the bar, before the bar was measured.
 */
const isCovered = (element: Element): boolean => {
  const top = element.getBoundingClientRect().top;
  return top >= 0 && top < (document.querySelector('header')?.getBoundingClientRect().bottom ?? 0);
};

/**
 * Scrolls to the element that the address names. If that belongs to a measure, opens the measure's evidence.
 */
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

/**
 * Opens the target of the address when the page is loaded and whenever the address changes. It does not do so
 * again when the reader comes back to a history entry.
 */
export function followTargets(): void {
  if (!nameEntry()) openTarget();
  addEventListener('hashchange', () => {
    nameEntry();
    openTarget();
  });
  addEventListener('click', ({ target }) => {
    const link = (target as Element | null)?.closest?.<HTMLAnchorElement>('a[href]');
    // A link to the current address causes no `hashchange`.
    if (link?.hash && link.href === location.href) openTarget();
  });
}

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

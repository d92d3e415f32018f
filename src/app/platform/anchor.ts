import { idIn } from '../../core/fragments';
import { nameEntry } from './historyEntry';

/**
 * Whether the bar covers the top of an element. That happens when the browser has scrolled to it with the
 * default height of the bar, before the bar was measured.
 */
const isCovered = (element: Element): boolean => {
  const top = element.getBoundingClientRect().top;
  return top >= 0 && top < (document.querySelector('header')?.getBoundingClientRect().bottom ?? 0);
};

const targetOf = (id: string): HTMLElement | null => (id ? document.getElementById(id) : null);

/** Whether the address names something that the page does not have. */
export function isTargetMissing(): boolean {
  const id = idIn(location.hash);
  return id !== '' && !targetOf(id);
}

/** Ids are shorter; what is longer was never one of ours. */
const longestId = 200;

/**
 * Scrolls to the element that the address names. If that belongs to a measure, opens the measure's evidence. A
 * fragment that is no id is taken out of the address.
 */
function openTarget(): void {
  const id = idIn(location.hash);
  const target = targetOf(id);
  if (!target) {
    const isId = id !== '' && location.hash.length <= longestId;
    if (location.hash && !isId) history.replaceState(history.state, '', location.pathname + location.search);
    return;
  }
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
    if (!nameEntry()) openTarget();
  });
  addEventListener('click', ({ target }) => {
    const link = (target as Element | null)?.closest?.<HTMLAnchorElement>('a[href]');
    if (!link?.hash) return;
    // A change of language leaves the entry `manual` (see `shell/entry`). On the way Back from this link the
    // browser is to scroll.
    history.scrollRestoration = 'auto';
    // A link to the current address causes no `hashchange`.
    if (link.href === location.href) openTarget();
  });
}

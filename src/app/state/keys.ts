import { goToCard } from '../platform/cardKeys';
import { hearKeys } from '../platform/keys';
import { toggleHelp } from './help';

/** @param searchAddress the address of the search in the language that is shown */
export function followKeys(hasCards: boolean, searchAddress: () => string): void {
  const next = () => goToCard(1);
  const previous = () => goToCard(-1);
  const search = () => {
    const field = document.querySelector<HTMLElement>('input[type=search]');
    if (field) field.focus();
    else location.assign(searchAddress());
  };
  hearKeys({
    '/': search,
    l: () => document.querySelector<HTMLElement>('[data-switch]')?.click(),
    '?': toggleHelp,
    // On pages without cards the arrow keys move a wide table.
    ...(hasCards && { j: next, ArrowRight: next, k: previous, ArrowLeft: previous }),
  });
}

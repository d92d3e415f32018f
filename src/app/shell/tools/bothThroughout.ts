import { measurePlace, returnTo } from '../../platform/place';
import { within } from '../../platform/within';
import { bilingual } from '../../state/bilingual';
import { closeTools } from '../../state/cardTools';
import type { Scene } from '../app';
import { showBoth } from './both';

const ends = new Map<Element, () => void>();

/** Takes the other language out of a card, if it stands there. */
export function endBoth(card: Element): void {
  ends.get(card)?.();
  ends.delete(card);
}

/** Sets the other language into the cards of a part; only while that is wanted. */
export async function bothIn(part: Element, scene: Scene): Promise<void> {
  for (const card of within(part, '[data-card]')) {
    if (!bilingual.value || ends.has(card) || !card.isConnected) continue;
    const end = await showBoth(card, scene);
    if (bilingual.value && card.isConnected) ends.set(card, end);
    else end();
  }
}

/** Every card in both languages, or none; the card under the reader's eyes stays where it is. */
export async function followBilingual(scene: Scene): Promise<void> {
  const here = measurePlace();
  if (bilingual.value) {
    closeTools();
    await bothIn(document.body, scene);
  } else for (const card of [...ends.keys()]) endBoth(card);
  if (here) returnTo(here);
}

import { otherThan, tagOf } from '../../../core/language';
import css from '../../features/both/both.module.css?inline';
import { interleave } from '../../platform/interleave';
import { measurePlace, returnTo } from '../../platform/place';
import { addStyles } from '../../platform/styles';
import { within } from '../../platform/within';
import { bilingual } from '../../state/bilingual';
import { closeTools } from '../../state/cardTools';
import type { Scene } from '../app';
import type { OpenTool } from './tool';

let isStyled = false;

/** Under each block of a card the same block in the other language; numbers stand under their numbers. */
async function showBoth(card: Element, { other, speech }: Scene): Promise<() => void> {
  const twin = await other(`#${card.id}`);
  if (!twin) throw new Error(`${card.id}: expected this part in the other language, got none`);
  if (!isStyled) addStyles(css);
  isStyled = true;
  // Where the whole page stands in both languages, so does this card.
  if (card.querySelector('[data-other]')) return () => undefined;
  return interleave(card, twin, tagOf[otherThan(speech.language)]);
}

const ends = new Map<Element, () => void>();

/** Those that stand in both languages by themselves. */
const single = new Map<Element, () => void>();

export const openTool: OpenTool = async ({ card, ...scene }) => {
  single.set(card, await showBoth(card, scene));
  return () => endIn(single, card);
};

function endIn(some: Map<Element, () => void>, card: Element): void {
  some.get(card)?.();
  some.delete(card);
}

/** Takes the other language out of all in a part that it stands in. */
export function endBoth(part: Element): void {
  for (const card of ends.keys()) if (part.contains(card)) endIn(ends, card);
}

/** Sets the other language into the contents, headings and cards of a part; only while that is wanted. */
export async function bothIn(part: Element, scene: Scene): Promise<void> {
  for (const card of within(part, '[data-card], #contents, section h2')) {
    if (!bilingual.value || ends.has(card) || !card.isConnected) continue;
    endIn(single, card);
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
  } else endBoth(document.body);
  if (here) returnTo(here);
}

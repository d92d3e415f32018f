import { otherThan, tagOf } from '../../../core/language';
import css from '../../features/both/both.module.css?inline';
import { interleave } from '../../platform/interleave';
import { addStyles } from '../../platform/styles';
import type { Scene } from '../app';
import type { OpenTool } from './tool';

let isStyled = false;

/** Under each block of a card the same block in the other language; numbers stand under their numbers. */
export async function showBoth(card: Element, { other, speech }: Scene): Promise<() => void> {
  const twin = await other(`#${card.id}`);
  if (!twin) throw new Error(`${card.id}: expected the card in the other language, got none`);
  if (!isStyled) addStyles(css);
  isStyled = true;
  // Where the whole page stands in both languages, so does this card.
  if (card.querySelector('[data-other]')) return () => undefined;
  return interleave(card, twin, tagOf[otherThan(speech.language)]);
}

export const openTool: OpenTool = ({ card, ...scene }) => showBoth(card, scene);

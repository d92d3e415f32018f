import type { ComponentChildren } from 'preact';
import { bilingual } from '../../state/bilingual';
import { opened } from '../../state/cardTools';
import { BothContext } from '../../ui/Both';
import { useHydrated } from '../../ui/Part';
import { useSignal } from '../../ui/useSignal';

interface Props {
  /**
   * A card that the reader may want in both languages by itself; without it, only the whole article counts.
   */
  readonly card?: string;
  readonly children: ComponentChildren;
}

/**
 * Shows its content in both languages if the reader has asked for that, for the
 * whole article or for this card.
 */
export function BothHere({ card, children }: Props) {
  const isAll = useSignal(bilingual);
  const now = useSignal(opened);
  const isHydrated = useHydrated();
  const isOne = card !== undefined && now?.tool === 'both' && now.card === card;
  return <BothContext.Provider value={isHydrated && (isAll || isOne)}>{children}</BothContext.Provider>;
}

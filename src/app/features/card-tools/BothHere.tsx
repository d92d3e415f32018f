import type { ComponentChildren } from 'preact';
import { bilingual } from '../../state/bilingual';
import { opened } from '../../state/cardTools';
import { BothContext } from '../../ui/Both';
import { useHydrated } from '../../ui/Part';
import { useSignal } from '../../ui/useSignal';

interface Props {
  /** A card that the reader may want in both languages by itself. */
  readonly card?: string;
  readonly children: ComponentChildren;
}

/** What stands in both languages where the reader has asked for that: the whole article, or one card of it. */
export function BothHere({ card, children }: Props) {
  const isAll = useSignal(bilingual);
  const now = useSignal(opened);
  const isHydrated = useHydrated();
  const isOne = card !== undefined && now?.tool === 'both' && now.card === card;
  return <BothContext.Provider value={isHydrated && (isAll || isOne)}>{children}</BothContext.Provider>;
}

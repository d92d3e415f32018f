import { helpPlace } from '../../state/help';
import { loadLate } from '../../state/late';
import { Late } from '../../ui/Late';
import { useSignal } from '../../ui/useSignal';

const loadHelp = () => loadLate(() => import('./Help')).then(({ Help }) => Help);

/**
 * The list of what each key does, if the reader has opened it at this place. It stands above
 * the text and does not cover it.
 */
export function HelpBefore({ place }: { readonly place: string }) {
  return useSignal(helpPlace) === place ? <Late load={loadHelp} props={{}} failed={null} /> : null;
}

import { closeHelp, helpPlace } from '../../state/help';
import { announceUnreached, loadLate } from '../../state/late';
import { Late } from '../../ui/Late';
import { useSignal } from '../../ui/useSignal';

async function loadHelp() {
  try {
    return (await loadLate(() => import('./Help'))).Help;
  } catch (error) {
    announceUnreached();
    void closeHelp();
    throw error;
  }
}

/**
 * The list of what each key does, if the reader has opened it at this place. It stands above
 * the text and does not cover it.
 */
export function HelpBefore({ place }: { readonly place: string }) {
  return useSignal(helpPlace) === place ? <Late load={loadHelp} props={{}} failed={null} /> : null;
}

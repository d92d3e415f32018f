import { replaced } from '../../state/appStatus';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';

/** Says that what the reader asked for could not be fetched, and why, if that is known. */
export function Unreached() {
  const { t } = useWords();
  return <p role="status">{t(useSignal(replaced) ? 'status:outdated' : 'status:failed')}</p>;
}

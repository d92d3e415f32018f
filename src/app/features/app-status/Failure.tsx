import { failure, lastFailure } from '../../state/appStatus';
import { useHydrated } from '../../ui/Part';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';

/**
 * Names the cause when a version could not be stored, for readers who look for it: a
 * file, or what the browser said.
 */
export function Failure() {
  const { t } = useWords();
  useSignal(failure);
  const why = useHydrated() && lastFailure();
  return why ? <p data-failure>{t('my-data:failed', { why })}</p> : null;
}

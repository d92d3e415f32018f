import { failure, lastFailure } from '../../state/appStatus';
import { useHydrated } from '../../ui/Part';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';

/** For who looks for the cause: which file, or what the browser said, when a version could not be stored. */
export function Failure() {
  const { t } = useWords();
  useSignal(failure);
  const why = useHydrated() && lastFailure();
  return why ? <p data-failure>{t('my-data:failed', { why })}</p> : null;
}

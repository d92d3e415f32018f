import { failure, lastFailure } from '../../state/appStatus';
import { Watch } from '../../ui/Watch';
import { speaking } from '../../ui/words';

/** For who looks for the cause: which file, or what the browser said, when a version could not be stored. */
export function Failure() {
  return (
    <Watch these={[failure]}>
      {() => {
        const why = lastFailure();
        return why && <p data-failure>{speaking().t('my-data:failed', { why })}</p>;
      }}
    </Watch>
  );
}

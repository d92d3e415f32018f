import { useState } from 'preact/hooks';
import { saved, toggleSaved } from '../../state/saved';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';
import { Unreached } from './Unreached';

interface Props {
  /** `<article>/<id>` */
  readonly item: string;
  readonly kind: 'card' | 'measure';
}

/** Saves a card or a measure, or takes it out again. */
export function SaveButton({ item, kind }: Props) {
  const { t } = useWords();
  const isSaved = useSignal(saved).includes(item);
  const [hasFailed, setFailed] = useState(false);
  const save = async () => setFailed(!(await toggleSaved(item)));
  return (
    <>
      <button type="button" data-save aria-pressed={isSaved} onClick={() => void save()}>
        {t(isSaved ? 'tools:saved' : `tools:save-${kind}`)}
      </button>
      {hasFailed && <Unreached />}
    </>
  );
}

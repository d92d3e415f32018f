import type { Words } from '../../../core/page';
import {
  askToDelete,
  deleteData,
  keepData,
  myData,
  type MyData as State,
  saveCopy,
  takeCopy,
} from '../../state/myData';
import { useHydrated } from '../../ui/Part';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';
import styles from './MyData.module.css';

function sentenceOf(answer: State, { t }: Words): string {
  switch (answer.kind) {
    case 'idle':
    case 'asking':
      return '';
    case 'copied':
      return t('my-data:copied', { count: answer.count });
    case 'merged':
      return t('my-data:merged', { count: answer.count, taken: answer.taken });
    case 'refused':
      return t(`my-data:refused.${answer.why}`);
    case 'deleted':
    case 'undeleted':
    case 'unkept':
      return t(`my-data:${answer.kind}`);
  }
}

/** The reader's own data: saves a copy of it as a file, takes a copy in, and deletes all of it. */
export function MyData() {
  const { t } = useWords();
  const take = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return;
    await takeCopy(file);
    // Emptied, so that the same file can be chosen again.
    input.value = '';
  };
  if (!useHydrated()) return <div id="data" data-live="data" />;
  return (
    <div id="data" data-live="data" class={styles.data}>
      <h2>{t('my-data:heading')}</h2>
      <p>{t('my-data:text')}</p>
      <p class={styles.actions}>
        <button type="button" data-copy onClick={() => void saveCopy()}>
          {t('my-data:copy')}
        </button>
      </p>
      <p>
        <label class={styles.file}>
          <span>{t('my-data:take')}</span>
          <input
            type="file"
            accept=".json,application/json"
            onChange={({ currentTarget }) => void take(currentTarget)}
          />
        </label>
      </p>
      <p class={styles.actions}>
        <button type="button" data-delete onClick={askToDelete}>
          {t('my-data:delete')}
        </button>
      </p>
      <Answer />
    </div>
  );
}

function Answer() {
  const words = useWords();
  const { t, site } = words;
  const answer = useSignal(myData);
  return (
    <div role="status">
      {answer.kind === 'asking' ? (
        <>
          <p>{t('my-data:ask')}</p>
          <p class={styles.actions}>
            <button type="button" data-delete-all onClick={() => void deleteData(site.base)}>
              {t('my-data:yes')}
            </button>
            <button type="button" onClick={keepData}>
              {t('my-data:no')}
            </button>
          </p>
        </>
      ) : (
        <p>{sentenceOf(answer, words)}</p>
      )}
    </div>
  );
}

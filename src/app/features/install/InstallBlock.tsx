import { askInstall, type InstallState, install, refuseInstall } from '../../state/install';
import { Watch } from '../../ui/Watch';
import { speaking } from '../../ui/words';
import * as styles from './InstallBlock.module.css';
import { InstallSteps } from './InstallSteps';

/** How to keep the reader on the home screen; gone once it is there or the reader has had enough of it. */
export function InstallBlock() {
  return <Watch these={[install]}>{() => <Block state={install.value} />}</Watch>;
}

function Block({ state }: { readonly state: InstallState }) {
  const { t } = speaking();
  switch (state.kind) {
    case 'installed':
    case 'dismissed':
      return null;
    case 'prompt':
      return (
        <div class={styles.install}>
          <h2>{t('install:heading')}</h2>
          <p>{t('install:text')}</p>
          <p class={styles.actions}>
            <button type="button" onClick={() => void askInstall()}>
              {t('install:button')}
            </button>
            <Dismiss />
          </p>
        </div>
      );
    case 'unknown':
    case 'any':
    case 'ios':
    case 'in-app':
      return (
        <div class={styles.install}>
          <InstallSteps kind={state.kind === 'unknown' ? 'any' : state.kind} />
          <p class={styles.actions}>
            <Dismiss />
          </p>
        </div>
      );
  }
}

function Dismiss() {
  const { t } = speaking();
  return (
    <button type="button" class={styles.quiet} onClick={refuseInstall}>
      {t('install:dismiss')}
    </button>
  );
}

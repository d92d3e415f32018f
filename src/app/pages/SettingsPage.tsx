import { printing } from '../ui/print';
import { Island } from './Island';
import * as own from './others.module.css';

/** How the page looks. */
export function SettingsPage() {
  const { t } = printing();
  return (
    <>
      <h1>{t('settings:heading')}</h1>
      <p class={own.intro}>{t('settings:intro')}</p>
      <Island name="settings" class={own.filled}>
        <noscript>{t('settings:no-script')}</noscript>
      </Island>
    </>
  );
}

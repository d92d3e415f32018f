import { printing } from '../ui/print';
import { Island } from './Island';
import * as own from './others.module.css';

/** What the reader has saved, which only the browser knows. */
export function SavedPage() {
  const { t } = printing();
  return (
    <>
      <h1>{t('saved:heading')}</h1>
      <p class={own.intro}>{t('saved:intro')}</p>
      <Island name="saved" class={own.filled}>
        <noscript>{t('saved:no-script')}</noscript>
      </Island>
    </>
  );
}

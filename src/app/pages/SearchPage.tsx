import { printing } from '../ui/print';
import { Island } from './Island';
import * as own from './others.module.css';

/** The search, which a script fills: its address may carry a query, `?q=`. */
export function SearchPage() {
  const { t } = printing();
  return (
    <>
      <h1>{t('search:heading')}</h1>
      <Island name="search" class={own.filled}>
        <noscript>{t('search:no-script')}</noscript>
      </Island>
    </>
  );
}

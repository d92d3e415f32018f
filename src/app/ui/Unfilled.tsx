import { useWords } from './words';

/**
 * Stands where a script is to fill the page: why there is nothing without scripts, and for the first script to show
 * that what fills the page could not be had.
 */
export function Unfilled({ withoutScript }: { readonly withoutScript: string }) {
  const { t } = useWords();
  return (
    <>
      <noscript>{withoutScript}</noscript>
      <p role="status" hidden data-unreached>
        {t('status:failed')}
      </p>
    </>
  );
}

import { useWords } from './words';

/**
 * Stands in for content that a script will fill in. It says why the page is empty without scripts. Its second
 * line is shown by the first script if that content could not be fetched.
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

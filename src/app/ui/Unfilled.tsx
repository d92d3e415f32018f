import { useWords } from './words';

interface Props {
  readonly withoutScript: string;
  /** What is said if the script could not be fetched. */
  readonly unreached?: string;
}

/**
 * Stands in for what a script adds. It says what is missing without scripts. Its second line is shown by the first
 * script, or by the one before the first paint, if the script could not be fetched.
 */
export function Unfilled({ withoutScript, unreached }: Props) {
  const { t } = useWords();
  return (
    <>
      <noscript>{withoutScript}</noscript>
      <p role="status" hidden data-unreached>
        {unreached ?? t('status:failed')}
      </p>
    </>
  );
}

import { Both } from './Both';
import styles from './CheckLine.module.css';
import { useWords } from './words';

/** How many figures match the source text, and when that was last compared. */
export const CheckLine = ({ article }: { readonly article: string }) =>
  useWords().imprint(article).check && (
    <Both as="p" class={styles.check}>
      {({ imprint }) => imprint(article).check}
    </Both>
  );

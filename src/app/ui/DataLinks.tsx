import * as styles from './DataLinks.module.css';
import { speaking } from './words';

/** The open figures as files. */
export function DataLinks({ article }: { readonly article: string }) {
  const { site } = speaking();
  const files = [`${article}.json`, `${article}.csv`, 'datapackage.json'];
  return (
    <ul class={styles.links}>
      {files.map((file) => (
        <li key={file}>
          <a href={`${site.base}data/${file}`}>{file}</a>
        </li>
      ))}
    </ul>
  );
}

import { useWords } from './words';

interface Props {
  readonly article: string;
  /** Names of style classes: it has no look of its own. */
  readonly look: string;
}

/** The open figures as files. */
export function DataLinks({ article, look }: Props) {
  const { site } = useWords();
  const files = [`${article}.json`, `${article}.csv`, 'datapackage.json'];
  return (
    <ul class={look}>
      {files.map((file) => (
        <li key={file}>
          <a href={`${site.base}data/${file}`}>{file}</a>
        </li>
      ))}
    </ul>
  );
}

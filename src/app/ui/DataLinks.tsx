import { useWords } from './words';

interface Props {
  readonly articles: readonly string[];
  /** Names of style classes; the component has no look of its own. */
  readonly look: string;
}

/** Links to the files with the open data. */
export function DataLinks({ articles, look }: Props) {
  const { site } = useWords();
  const files = [...articles.flatMap((id) => [`${id}.json`, `${id}.csv`]), 'datapackage.json'];
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

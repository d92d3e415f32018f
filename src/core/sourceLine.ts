import type { Words } from './page';

/** The line that names the paragraphs of a report from which something is drawn. */
export const sourceLine = ({ t, article }: Words, id: string, paragraphs: readonly number[]): string =>
  t('reader:sources', {
    context: article(id).facts.source.kind,
    count: paragraphs.length,
    list: paragraphs.join(t('reader:list-comma')),
  });

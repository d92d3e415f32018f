import type { Translate } from './i18n';
import type { Facts } from './model';

/** The line that names the paragraphs of a report from which something is drawn. */
export const sourceLine = (t: Translate, { source }: Facts, paragraphs: readonly number[]): string =>
  t('reader:sources', {
    context: source.kind,
    count: paragraphs.length,
    list: paragraphs.join(t('reader:list-comma')),
  });

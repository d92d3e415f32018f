import type { Language } from '../../core/language';
import { hrefOf, type Site } from '../../core/routes';
import { readPage } from '../platform/readPage';
import { refreshSaved, saved } from './saved';
import { signal } from './signal';

/** A saved card or measure as its page shows it. */
export interface SavedEntry {
  readonly item: string;
  /** Empty where the article has it no more. */
  readonly title: string;
  /** A measure's figure with its qualifier and unit. */
  readonly figure: string;
  readonly address: string;
}

interface SavedList {
  readonly language: Language;
  readonly entries: readonly SavedEntry[];
}

const [savedList, setSavedList] = signal<SavedList | 'failed' | undefined>(undefined);

export { savedList };

const textOf = (element: Element | null | undefined) =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** What is saved, the latest first, in the words of the article's page. */
export async function listSaved(site: Site, language: Language): Promise<void> {
  try {
    await refreshSaved();
    const items = [...saved.value].reverse();
    const articles = [...new Set(items.map((item) => item.split('/')[0] ?? ''))];
    const pages = new Map(
      await Promise.all(
        articles.map(async (article) => {
          const address = hrefOf(site, { page: 'article', language, article });
          return [article, { address, page: await readPage(address) }] as const;
        }),
      ),
    );
    const entries = items.map((item): SavedEntry => {
      const [article = '', id = ''] = item.split('/');
      const { address = '', page } = pages.get(article) ?? {};
      const element = page?.getElementById(id);
      const isMeasure = element?.matches('[data-measure]');
      const title = element?.querySelector(isMeasure ? 'p' : 'h1, h3');
      return {
        item,
        title: textOf(title),
        figure: isMeasure ? textOf(title?.nextElementSibling) : '',
        address: `${address}#${id}`,
      };
    });
    setSavedList({ language, entries });
  } catch {
    setSavedList('failed');
  }
}

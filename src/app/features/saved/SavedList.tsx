import { useEffect } from 'preact/hooks';
import { figureText } from '../../../core/figureText';
import type { Words } from '../../../core/page';
import { plain } from '../../../core/prose';
import { hrefOf } from '../../../core/routes';
import { announceUnreached } from '../../state/late';
import { refreshSaved, saved, toggleSaved } from '../../state/saved';
import { useHydrated } from '../../ui/Part';
import { Unfilled } from '../../ui/Unfilled';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';
import styles from './SavedList.module.css';

/** A saved card or measure as it is listed. */
interface Entry {
  readonly title: string;
  /** A measure's figure with its qualifier, unit and hedges. */
  readonly figure: string;
  /** The short name of its report. */
  readonly report: string;
  readonly address: string;
}

/** @returns undefined if the article no longer has the item */
function entryOf(words: Words, item: string): Entry | undefined {
  const { articles, site, language } = words;
  const [articleId = '', id = ''] = item.split('/');
  const article = articles.find(({ facts }) => facts.id === articleId);
  if (!article) return undefined;
  const address = `${hrefOf(site, { page: 'article', language, article: articleId })}#${id}`;
  const { cards, measures } = article.facts;
  const report = article.text('kicker');
  const measure = measures.find((measure) => measure.id === id);
  if (measure) {
    return {
      title: plain(article.words(measure).label),
      figure: figureText(article, measure),
      report,
      address,
    };
  }
  const at = cards.findIndex((card) => card.id === id);
  if (at < 0) return undefined;
  const title = at === 0 ? article.text('title') : article.card(id).title;
  return { title: plain(title), figure: '', report, address };
}

/**
 * Takes an item out. The focus moves to the next entry, or to the heading, because
 * the focused button disappears.
 */
async function remove(item: string, button: HTMLElement): Promise<void> {
  const entry = button.closest('li');
  const next = (entry?.nextElementSibling ?? entry?.previousElementSibling)?.querySelector('button');
  const heading = document.querySelector('h1');
  if (!(await toggleSaved(item))) return announceUnreached();
  heading?.setAttribute('tabindex', '-1');
  (next ?? heading)?.focus();
}

/** What the reader has saved, the latest first. */
export function SavedList() {
  const words = useWords();
  const { t } = words;
  const items = useSignal(saved);
  const isHydrated = useHydrated();
  useEffect(() => void refreshSaved(), []);
  if (!isHydrated)
    return (
      <div data-live="saved">
        <Unfilled withoutScript={t('saved:no-script')} />
      </div>
    );
  return (
    <div data-live="saved">
      <p role="status" class={styles.count}>
        {items.length > 0 ? t('saved:count', { count: items.length }) : t('saved:none')}
      </p>
      <ol class={styles.list}>
        {[...items].reverse().map((item) => {
          const entry = entryOf(words, item);
          return (
            <li key={item}>
              {entry ? (
                <a id={item} href={entry.address}>
                  {entry.title} {entry.figure && <b>{entry.figure}</b>} <small>{entry.report}</small>
                </a>
              ) : (
                <p id={item}>{t('saved:gone')}</p>
              )}
              <button
                type="button"
                aria-describedby={item}
                onClick={({ currentTarget }) => void remove(item, currentTarget)}
              >
                {t('saved:remove')}
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

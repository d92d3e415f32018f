import { Component } from 'preact';
import { saved, toggleSaved } from '../../state/saved';
import { listSaved, type SavedEntry, savedList } from '../../state/savedList';
import { Watch } from '../../ui/Watch';
import { speaking } from '../../ui/words';
import * as styles from './SavedList.module.css';

/** The focus goes on to the next entry, or back to the heading, instead of being lost with what it was on. */
async function remove(item: string, button: HTMLElement): Promise<void> {
  const entry = button.closest('li');
  const next = (entry?.nextElementSibling ?? entry?.previousElementSibling)?.querySelector('button');
  const heading = document.querySelector('h1');
  await toggleSaved(item);
  heading?.setAttribute('tabindex', '-1');
  (next ?? heading)?.focus();
}

function Entry({ item, title, figure, address }: SavedEntry) {
  const { t } = speaking();
  return (
    <li>
      {title ? (
        <a id={item} href={address}>
          {title} {figure && <b>{figure}</b>}
        </a>
      ) : (
        <p>{t('saved:gone')}</p>
      )}
      <button
        type="button"
        aria-describedby={title && item}
        onClick={({ currentTarget }) => void remove(item, currentTarget)}
      >
        {t('saved:remove')}
      </button>
    </li>
  );
}

/** What the reader has saved, the latest first. */
export class SavedList extends Component {
  override componentDidMount(): void {
    const { site, language } = speaking();
    void listSaved(site, language);
  }

  override render() {
    const { t } = speaking();
    const list = () => {
      const now = savedList.value;
      if (now === 'failed') return <p role="status">{t('status:failed')}</p>;
      if (!now) return null;
      const entries = now.entries.filter(({ item }) => saved.value.includes(item));
      return (
        <>
          <p role="status" class={styles.count}>
            {entries.length > 0 ? t('saved:count', { count: entries.length }) : t('saved:none')}
          </p>
          <ol class={styles.list}>
            {entries.map((entry) => (
              <Entry key={entry.item} {...entry} />
            ))}
          </ol>
        </>
      );
    };
    return <Watch these={[saved, savedList]}>{list}</Watch>;
  }
}

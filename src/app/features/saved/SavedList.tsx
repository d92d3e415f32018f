import { Component } from 'preact';
import { saved, toggleSaved } from '../../state/saved';
import { listSaved, type SavedEntry, savedList } from '../../state/savedList';
import { Watch } from '../../ui/Watch';
import { speaking } from '../../ui/words';
import * as styles from './SavedList.module.css';

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
      <button type="button" aria-describedby={title && item} onClick={() => toggleSaved(item)}>
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

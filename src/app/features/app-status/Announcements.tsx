import { useEffect } from 'preact/hooks';
import { tagOf } from '../../../core/language';
import { announcement, clearAnnouncement } from '../../state/announcement';
import { useHydrated } from '../../ui/Part';
import { useSignal } from '../../ui/useSignal';
import { useWords } from '../../ui/words';
import styles from './Announcements.module.css';

/**
 * A live region out of sight: screen readers say its changes when they have finished what they are saying. It
 * must be in the document before its text. A text that is to be seen as well is shown at the foot of the
 * window until the reader does something else.
 */
export function Announcements() {
  const { t } = useWords();
  const { text, language, isSeen } = useSignal(announcement);
  useEffect(() => {
    if (!isSeen) return;
    // Scrolling does not count, because it may still be going on.
    const signs = ['pointerdown', 'keydown'];
    for (const sign of signs) addEventListener(sign, clearAnnouncement);
    return () => {
      for (const sign of signs) removeEventListener(sign, clearAnnouncement);
    };
  }, [isSeen]);
  // The first script shows this line where it cannot have the app and the other language neither.
  if (!useHydrated())
    return (
      <p role="status" class={styles.seen} hidden data-stay>
        {t('check:unreached')}
      </p>
    );
  return (
    <p
      role="status"
      lang={tagOf[language]}
      class={isSeen ? styles.seen : styles.heard}
      data-said={isSeen ? 'seen' : ''}
    >
      {text}
    </p>
  );
}

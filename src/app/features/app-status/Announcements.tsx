import { useEffect } from 'preact/hooks';
import { tagOf } from '../../../core/language';
import { announcement, clearAnnouncement } from '../../state/announcement';
import { useHydrated } from '../../ui/Part';
import { useSignal } from '../../ui/useSignal';
import styles from './Announcements.module.css';

/**
 * A place out of sight whose changes screen readers say when they have said what they are at. It must stand there
 * before its words come. What is to be seen as well stands at the foot of the window until the reader does
 * something else.
 */
export function Announcements() {
  const { text, language, isSeen } = useSignal(announcement);
  useEffect(() => {
    if (!isSeen) return;
    // Not scrolling, which may be still going on.
    const signs = ['pointerdown', 'keydown'];
    for (const sign of signs) addEventListener(sign, clearAnnouncement);
    return () => {
      for (const sign of signs) removeEventListener(sign, clearAnnouncement);
    };
  }, [isSeen]);
  if (!useHydrated()) return null;
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

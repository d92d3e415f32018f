import type { Language } from '../../core/language';
import { signal } from './signal';

export interface Announcement {
  readonly text: string;
  readonly language: Language;
  /** Whether it is visible too, and not only for screen readers. */
  readonly isSeen: boolean;
}

const none: Announcement = { text: '', language: 'zh', isSeen: false };

/** The current announcement. Screen readers say it; it is visible as well if `isSeen`. */
const [announcement, announce] = signal<Announcement>(none);

export { announce, announcement };

export const clearAnnouncement = (): void => announce(none);

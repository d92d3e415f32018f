import type { Language } from '../../core/language';
import { signal } from './signal';

export interface Announcement {
  readonly text: string;
  readonly language: Language;
  /** Whether it is to be seen as well as heard. */
  readonly isSeen: boolean;
}

const none: Announcement = { text: '', language: 'zh', isSeen: false };

/** What is said to the reader just now, by screen readers and, if need be, in sight. */
const [announcement, announce] = signal<Announcement>(none);

export { announce, announcement };

export const clearAnnouncement = (): void => announce(none);

import { type Language, languages } from '../../core/language';
import { hearVoices, voicesOf } from '../platform/speakable';
import { signal } from './signal';

/** The languages that a voice of this device speaks now. */
const [speakable, setSpeakable] = signal<readonly Language[]>([]);

export { speakable };

/**
 * Looks for the languages that have a voice. To be called when the reader reaches for the tools, because some
 * browsers get their voices late and report it by no event.
 */
export function lookForVoices(): void {
  const found = languages.filter((language) => voicesOf(language).length > 0);
  if (found.join() !== speakable.value.join()) setSpeakable(found);
}

export function followVoices(): void {
  lookForVoices();
  hearVoices(lookForVoices);
}

import { type Language, languages } from '../../core/language';
import { hearVoices, voicesOf } from '../platform/speakable';
import { signal } from './signal';

/** The languages that a voice of this device speaks now. */
const [speakable, setSpeakable] = signal<readonly Language[]>([]);

export { speakable };

/** Some browsers have their voices late and say so by no event: to be called when a reader reaches for the tools. */
export function lookForVoices(): void {
  const found = languages.filter((language) => voicesOf(language).length > 0);
  if (found.join() !== speakable.value.join()) setSpeakable(found);
}

export function followVoices(): void {
  lookForVoices();
  hearVoices(lookForVoices);
}

import { type Language, tagOf } from '../../core/language';
import { hearVoices, speechSynthesisHere, voicesOf } from './speakable';

/** The events of one utterance. None comes after it was cancelled or replaced by another. */
export interface SpeechEvents {
  onstart?(): void;
  onend(): void;
  onerror(): void;
}

export interface Speech {
  /**
   * Whether there is a voice for a language at this moment. Voices can be installed while the page is open.
   */
  speaks(language: Language): boolean;
  /** Says this now and stops what was being said before. */
  speak(
    utterance: { readonly language: Language; readonly spoken: string },
    options: { readonly rate: number },
    events: SpeechEvents,
  ): void;
  /** Also the way to pause: on Android `pause()` cancels and `resume()` does nothing (https://github.com/mdn/browser-compat-data/issues/4500). */
  cancel(): void;
  /**
   * Calls back when the reader leaves the page, to stop the speech: Chromium would go on speaking
   * (https://github.com/mdn/dom-examples/pull/307).
   */
  whenLeft(listener: () => void): void;
}

// Android writes `zh_CN` with an underscore.
const tag = ({ lang }: SpeechSynthesisVoice) => lang.toLowerCase().replace(/_/g, '-');

const usual: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:zh|cmn)(?:-#?hans)?(?:-cn)?(?:-#?hans)?$/,
  en: /^en(?:-gb|-us)?$/,
};
const cantonese = /yue|-hk|-mo/;

// Apple lists voices by name, novelty voices (Albert, Bad News) first. These are plain ones.
const plain = /^(?:Tingting|婷婷|Daniel|Samantha)/;

/** How far a voice is from the one wanted: first by language, then by how it sounds. */
function distance(voice: SpeechSynthesisVoice, language: Language): number {
  const of = tag(voice);
  const dialect = usual[language].test(of) ? 0 : cantonese.test(of) ? 2 : 1;
  return dialect * 4 + +!plain.test(voice.name) * 2 + +!voice.default;
}

/** The voices of a language, the best first. */
export const voicesFor = (
  language: Language,
  voices: readonly SpeechSynthesisVoice[],
): SpeechSynthesisVoice[] =>
  voicesOf(language, voices).sort((one, other) => distance(one, language) - distance(other, language));

const patience = 2000; // ms; where there are no voices at all, `voiceschanged` never comes
/**
 * ms per character after which an utterance counts as lost: some voices of Chrome never report
 * their end, others stay silent.
 */
const longest: Readonly<Record<Language, number>> = { zh: 500, en: 150 };
const startUp = 5000; // ms
const settling = 50; // ms; Chromium on Linux drops what is spoken directly after `cancel()`

/**
 * Resolves when the browser has read its list of voices; to undefined where there is no speech
 * synthesis (WebKitGTK, WeChat).
 */
export async function openSpeech(): Promise<Speech | undefined> {
  const synthesis = speechSynthesisHere();
  if (!synthesis) return undefined;
  if (!synthesis.getVoices().length) {
    await new Promise<void>((resolve) => {
      hearVoices(resolve);
      setTimeout(resolve, patience);
    });
  }

  // Kept here until it ends: an utterance that only the browser holds may be
  // garbage-collected before its events.
  let current: SpeechSynthesisUtterance | undefined;
  let lost: ReturnType<typeof setTimeout> | undefined;

  const best = (language: Language) => voicesFor(language, synthesis.getVoices())[0];

  const cancel = () => {
    clearTimeout(lost);
    // If nothing is being said there is nothing to cancel, and a `cancel()`
    // would make the next utterance wait.
    const isBusy = current !== undefined || synthesis.speaking;
    current = undefined;
    if (isBusy) synthesis.cancel();
  };

  return {
    speaks: (language) => best(language) !== undefined,
    cancel,
    speak({ language, spoken }, { rate }, { onstart, onend, onerror }) {
      const interrupts = current !== undefined || synthesis.speaking;
      if (interrupts) cancel();
      const utterance = new SpeechSynthesisUtterance(spoken);
      const voice = best(language);
      if (voice) utterance.voice = voice;
      // Without it Android speaks with its own default voice (https://github.com/mdn/web-speech-api/pull/44).
      utterance.lang = voice?.lang ?? tagOf[language];
      utterance.rate = rate;
      // Safari reports the end of a cancelled utterance, other browsers report an error.
      const over = (tell: () => void) => () => {
        if (current !== utterance) return;
        clearTimeout(lost);
        current = undefined;
        tell();
      };
      utterance.onstart = () => current === utterance && onstart?.();
      utterance.onend = over(onend);
      utterance.onerror = over(onerror);
      current = utterance;
      lost = setTimeout(
        () => {
          cancel();
          onerror();
        },
        startUp + (spoken.length * longest[language]) / rate,
      );
      // Speak in the same task if nothing was interrupted: iOS wants the first
      // utterance within the reader's tap.
      if (!interrupts) synthesis.speak(utterance);
      else setTimeout(() => current === utterance && synthesis.speak(utterance), settling);
    },
    whenLeft: (listener) => addEventListener('pagehide', listener),
  };
}

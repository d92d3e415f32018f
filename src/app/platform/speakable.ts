import type { Language } from '../../core/language';

// Android writes `zh_CN` with an underscore.
const ofLanguage: Readonly<Record<Language, RegExp>> = {
  zh: /^(zh|cmn|yue)(?![a-z])/i,
  en: /^en(?![a-z])/i,
};

/** Undefined where there is no speech synthesis (WebKitGTK, WeChat). */
export const speechSynthesisHere = () => window.speechSynthesis as SpeechSynthesis | undefined;

/** The voices of a language; those that send what they read to a server are left out. */
export const voicesOf = (
  language: Language,
  voices: readonly SpeechSynthesisVoice[] = speechSynthesisHere()?.getVoices() ?? [],
): SpeechSynthesisVoice[] =>
  voices.filter(({ lang, localService }) => ofLanguage[language].test(lang) && localService);

/**
 * Calls back when the browser has read its list of voices, or when one was installed. In Safari before 16
 * `speechSynthesis` is no event target, but has its voices at once.
 */
export const hearVoices = (listener: () => void): void =>
  speechSynthesisHere()?.addEventListener?.('voiceschanged', listener);

import { type Language, otherThan } from '../language';
import { runsOf } from '../prose';
import { sentencesOf } from '../sentences';
import { spokenChinese } from './chinese';
import { spokenEnglish } from './english';

/** What a voice says in one breath: one language, and never more than one sentence. */
export interface Utterance {
  readonly language: Language;
  /** The text with every figure in words. */
  readonly spoken: string;
  /** The index of the sentence (`sentencesOf`) that it is, or is a part of. */
  readonly sentence: number;
}

const say: Readonly<Record<Language, (text: string) => string>> = { zh: spokenChinese, en: spokenEnglish };

/**
 * Chrome breaks off an utterance that a network voice has not finished within 15
 * seconds (https://crbug.com/335907). This many characters take about 14 seconds at
 * three quarters of the usual speed.
 */
const breath: Readonly<Record<Language, number>> = { zh: 45, en: 150 };

/**
 * Breaks a text after commas where it can, otherwise between words. The parts have similar
 * lengths, so that no word is left over.
 */
function breathsOf(text: string, language: Language): string[] {
  const most = breath[language];
  const even = Math.ceil(text.length / Math.ceil(text.length / most));
  const long = `.{1,${Math.min(most, even + most / 5)}}`;
  return text.match(new RegExp(`${long}(?:[，；：、。！？]|[,;:] |$)|${long}(?: |$)|${long}`, 'g')) ?? [];
}

const isSpeakable = (text: string) => /\p{L}/u.test(text);

export function utterancesOf(text: string, language: Language): Utterance[] {
  return sentencesOf(text, language).flatMap(({ start, end }, sentence) =>
    [...runsOf(text.slice(start, end), language)].flatMap((run) => {
      const spokenIn = run.foreign ? otherThan(language) : language;
      const parts = breathsOf(say[spokenIn](run.text), spokenIn);
      return parts
        .map((part) => ({ language: spokenIn, spoken: part.trim(), sentence }))
        .filter(({ spoken }) => isSpeakable(spoken));
    }),
  );
}

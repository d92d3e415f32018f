import type { Language } from '../../core/language';
import { Prose } from './Prose';
import { speaking } from './words';

/**
 * Where a Chinese heading may break: between words, not inside them. Browsers break Chinese
 * anywhere, and balance lines without asking what a word is.
 */
function wordsOf(text: string, language: Language): string[] {
  if (language !== 'zh' || !('Segmenter' in Intl)) return [text];
  const segments = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)];
  return segments.reduce<string[]>((words, { segment, isWordLike }) => {
    // Punctuation and digits stay with the word before them.
    if (words.length > 0 && (!isWordLike || /^\d/.test(segment))) words.push(`${words.pop()}${segment}`);
    else words.push(segment);
    return words;
  }, []);
}

/** The text of a heading. */
export function HeadingText({ text }: { readonly text: string }) {
  const { language } = speaking();
  // A run of the other language must keep its `lang`, which is worth more than a good break.
  if (language !== 'zh' || /[A-Za-z]/.test(text)) return <Prose text={text} />;
  return <>{wordsOf(text, language).flatMap((word, at) => (at > 0 ? [<wbr key={word} />, word] : [word]))}</>;
}

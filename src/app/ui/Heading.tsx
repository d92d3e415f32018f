import type { Language } from '../../core/language';
import { Prose } from './Prose';
import { useWords } from './words';

/**
 * Where a Chinese heading may break: between words, not inside them. Browsers break Chinese
 * anywhere, and balance lines without asking what a word is. What the segmenter does not know comes as single
 * characters, which stay with what is around them (破案率, 电诈发案), as punctuation and digits do with what is
 * before them; a line may begin with a conjunction.
 */
function wordsOf(text: string, language: Language): string[] {
  if (language !== 'zh' || !('Segmenter' in Intl)) return [text];
  const words: string[] = [];
  let before = '';
  for (const { segment, isWordLike } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    const isPart =
      segment.length === 1 ? before && !/[与和及]/.test(segment) : before.length === 1 || /^\d/.test(segment);
    if (words.length > 0 && (!isWordLike || isPart)) words.push(`${words.pop()}${segment}`);
    else words.push(segment);
    before = isWordLike ? segment : '';
  }
  return words;
}

/** The text of a heading. */
export function HeadingText({ text }: { readonly text: string }) {
  const { language } = useWords();
  // A run of the other language must keep its `lang`, which is worth more than a good break.
  if (language !== 'zh' || /[A-Za-z]/.test(text)) return <Prose text={text} />;
  return <>{wordsOf(text, language).flatMap((word, at) => (at > 0 ? [<wbr key={word} />, word] : [word]))}</>;
}

import { useMemo } from 'preact/hooks';
import styles from './Heading.module.css';
import { Prose } from './Prose';
import { useWords } from './words';

/**
 * Splits a Chinese heading where a line may break: between words, not inside them. Browsers break Chinese
 * anywhere, and balance lines without regard to words. The segmenter returns words it does not know as single
 * characters. Those stay with their neighbours (破案率, 电诈发案); punctuation and digits stay with what precedes
 * them. A line may begin with a conjunction, and after a year.
 */
function wordsOf(text: string): string[] {
  if (!('Segmenter' in Intl)) return [text];
  const words: string[] = [];
  let before = '';
  for (const { segment, isWordLike } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    const isPart =
      segment.length === 1
        ? before && !/[与和及]/.test(segment)
        : (before.length === 1 && !/年/.test(before)) || /^\d/.test(segment);
    if (words.length > 0 && (!isWordLike || isPart)) words.push(`${words.pop()}${segment}`);
    else words.push(segment);
    before = isWordLike ? segment : '';
  }
  return words;
}

function Phrase({ text }: { readonly text: string }) {
  // The contents are rendered anew with every card that the reader comes to.
  const words = useMemo(() => wordsOf(text), [text]);
  return <>{words.flatMap((word, at) => (at > 0 ? [<wbr key={word} />, word] : [word]))}</>;
}

/** The text of a heading, with the places where a Chinese line may break: after its colon sooner than elsewhere. */
export function HeadingText({ text }: { readonly text: string }) {
  const { language } = useWords();
  // Text in the other language must keep its `lang`, which is worth more than a good break.
  if (language !== 'zh' || /[A-Za-z]/.test(text)) return <Prose text={text} />;
  const phrases = text.split(/(?<=：)(?!$)/);
  if (phrases.length === 1) return <Phrase text={text} />;
  return (
    <>
      {phrases.map((phrase) => (
        <span key={phrase} class={styles.phrase}>
          <Phrase text={phrase} />
        </span>
      ))}
    </>
  );
}

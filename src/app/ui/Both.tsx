import { type ComponentChildren, createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { tagOf } from '../../core/language';
import type { Words } from '../../core/page';
import './both.css';
import { useWords, WordsContext } from './words';

/** Whether text is shown here in both languages, block by block. */
export const BothContext = createContext(false);

interface Props {
  /** The element of the block; without it the text stands directly in the element around it. */
  readonly as?: 'div' | 'p' | 'h1' | 'h2' | 'h3' | 'dt' | 'dd';
  readonly class?: string | undefined;
  readonly id?: string;
  readonly children: (words: Words, isSecond: boolean) => ComponentChildren;
}

/** The tag of the second text. A repeated heading would be a second heading, so it becomes a paragraph. */
const secondOf = (tag: NonNullable<Props['as']>) => (/^h\d$/.test(tag) ? 'p' : tag);

/** A block of text. If the reader wants both languages, the same block in the other one follows it. */
export function Both({ as: Tag, children, ...attributes }: Props) {
  const words = useWords();
  const isBoth = useContext(BothContext);
  const first = children(words, false);
  if (!isBoth) return Tag ? <Tag {...attributes}>{first}</Tag> : first;
  const { other } = words;
  const Second = (Tag ? secondOf(Tag) : 'span') as keyof JSX.IntrinsicElements & 'p';
  const second = (
    <WordsContext.Provider value={other}>
      <BothContext.Provider value={false}>
        <Second class={attributes.class} lang={tagOf[other.language]} data-other>
          {children(other, true)}
        </Second>
      </BothContext.Provider>
    </WordsContext.Provider>
  );
  return (
    <>
      {Tag ? <Tag {...attributes}>{first}</Tag> : first}
      {second}
    </>
  );
}

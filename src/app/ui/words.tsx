import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ArticleReader } from '../../core/articleWords';
import type { Words } from '../../core/page';

/** The words in the language that is shown here; `Part` provides them. */
export const WordsContext = createContext<Words | undefined>(undefined);

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('a component that speaks was rendered outside of a Part');
  return words;
}

/** An article in the language that is shown here. */
export const useArticle = (id: string): ArticleReader => useWords().article(id);

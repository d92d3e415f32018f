import { type ComponentChildren, createContext, type RefObject } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ErrorBoundary } from 'preact-iso/lazy';
import { tagOf } from '../../core/language';
import type { Facts } from '../../core/model';
import type { Words } from '../../core/page';
import { useWords, WordsContext } from './words';

/** A part of the page that stands in the document. */
export interface MountedPart {
  readonly root: RefObject<HTMLElement | null>;
  readonly show: (words: Words) => void;
}

/** What the parts of a page have in common. */
export interface PageParts {
  /** The words that a part is first rendered with. */
  readonly words: Words;
  /** Calls `show` when the language changes, until the function that it returns is called. */
  follow(part: MountedPart): () => void;
  /** Only while a page is being hydrated: gives a part its turn. */
  readonly nextTurn?: () => Turn;
}

/**
 * The turn of a part to be hydrated. Hydrating a whole page at once would block the reader's
 * input, so the parts take turns.
 */
interface Turn {
  readonly hasCome: boolean;
  readonly coming: Promise<void>;
  /** To be called when the part is hydrated and shows what needs a script. */
  readonly taken: () => void;
}

export const PartsContext = createContext<PageParts | undefined>(undefined);

function useParts(): PageParts {
  const parts = useContext(PartsContext);
  if (!parts) throw new Error('a page was rendered outside of the View');
  return parts;
}

/** The facts of an article, which are the same in every language, for a page that arranges its parts. */
export const useFacts = (article: string): Facts => useParts().words.article(article).facts;

/** The article that the page is about. */
export const usePageArticle = (): string => useParts().words.page.article ?? '';

const HydratedContext = createContext(false);

/**
 * Whether the browser has taken over this part. Until then every component renders what the prerendered page
 * holds. What belongs to this reader, and controls that need a script, are added afterwards.
 */
export const useHydrated = (): boolean => useContext(HydratedContext);

const RootContext = createContext<RefObject<HTMLElement | null> | undefined>(undefined);

/**
 * What the root element of a part takes: a ref, because its position tells whether the part is in sight, and the
 * language. With the language on each root, a change of the document's own lays out no part a second time.
 */
export function usePartRoot<Root extends HTMLElement>() {
  return { ref: useContext(RootContext) as RefObject<Root>, lang: tagOf[useWords().language] };
}

interface HydratingProps {
  readonly turn: Turn | undefined;
  readonly hydrated: () => void;
  readonly children: ComponentChildren;
}

/** Preact leaves the prerendered elements alone until the promise that is thrown here resolves. */
function Hydrating({ turn, hydrated, children }: HydratingProps) {
  if (turn && !turn.hasCome) throw turn.coming;
  useLayoutEffect(hydrated, []);
  return <>{children}</>;
}

/**
 * A piece of the page that changes language by itself, so that the pieces in sight can change first. Only
 * components that use the words render again; elements, open details and the focus stay. The root element
 * takes what `usePartRoot` gives.
 */
export function Part({ children }: { readonly children: ComponentChildren }) {
  const parts = useParts();
  const root = useRef<HTMLElement>(null);
  const [turn] = useState(() => parts.nextTurn?.());
  const [words, show] = useState(parts.words);
  const [isHydrated, setHydrated] = useState(false);
  useLayoutEffect(() => {
    if (isHydrated) turn?.taken();
  }, [isHydrated]);
  const hydrated = () => {
    setHydrated(true);
    return parts.follow({ root, show });
  };
  return (
    <RootContext.Provider value={root}>
      <HydratedContext.Provider value={isHydrated}>
        <WordsContext.Provider value={words}>
          <ErrorBoundary>
            <Hydrating turn={turn} hydrated={hydrated}>
              {children}
            </Hydrating>
          </ErrorBoundary>
        </WordsContext.Provider>
      </HydratedContext.Provider>
    </RootContext.Provider>
  );
}

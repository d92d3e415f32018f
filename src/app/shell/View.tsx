import type { ComponentChildren } from 'preact';
import { OpenTerms } from '../ui/OpenTerms';
import { type PageParts, PartsContext } from '../ui/Part';
import { Frame } from './Frame';

interface Props {
  readonly parts: PageParts;
  /** The page inside the frame. */
  readonly children: ComponentChildren;
}

/** Everything inside `<div id="app">`, at build and in the browser. */
export function View({ parts, children }: Props) {
  return (
    <PartsContext.Provider value={parts}>
      <OpenTerms>
        <Frame>{children}</Frame>
      </OpenTerms>
    </PartsContext.Provider>
  );
}

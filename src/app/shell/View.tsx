import type { ComponentChildren } from 'preact';
import { loadLate } from '../state/late';
import { OpenTerms } from '../ui/OpenTerms';
import { type PageParts, PartsContext } from '../ui/Part';
import { Frame } from './Frame';

interface Props {
  readonly parts: PageParts;
  /** The page inside the frame. */
  readonly children: ComponentChildren;
}

const loadNote = () => loadLate(() => import('../ui/TermNote')).then(({ TermNote }) => TermNote);

/** Everything inside `<div id="app">`, at build and in the browser. */
export function View({ parts, children }: Props) {
  return (
    <PartsContext.Provider value={parts}>
      <OpenTerms load={loadNote}>
        <Frame>{children}</Frame>
      </OpenTerms>
    </PartsContext.Provider>
  );
}

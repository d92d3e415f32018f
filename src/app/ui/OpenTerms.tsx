import { type ComponentChildren, createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Load } from './Late';

interface TermNotes {
  /** The ids of the terms whose notes are open, in the order in which they were opened. */
  readonly open: readonly string[];
  readonly toggle: (term: string) => void;
  /** Fetches what shows a note. */
  readonly load: Load<{ readonly term: string }>;
}

const NotesContext = createContext<TermNotes>({
  open: [],
  toggle: () => undefined,
  load: () => Promise.reject(),
});

export const useTermNotes = (): TermNotes => useContext(NotesContext);

interface Props extends Pick<TermNotes, 'load'> {
  readonly children: ComponentChildren;
}

/** Holds which terms of a page are being explained. They stay open when the language changes. */
export function OpenTerms({ load, children }: Props) {
  const [open, setOpen] = useState<readonly string[]>([]);
  const toggle = (term: string) =>
    setOpen((terms) => (terms.includes(term) ? terms.filter((each) => each !== term) : [...terms, term]));
  return <NotesContext.Provider value={{ open, toggle, load }}>{children}</NotesContext.Provider>;
}

import { type ComponentChildren, createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';

interface TermNotes {
  /** The ids of the terms whose notes are open, in the order in which they were opened. */
  readonly open: readonly string[];
  readonly toggle: (term: string) => void;
}

const NotesContext = createContext<TermNotes>({ open: [], toggle: () => undefined });

export const useTermNotes = (): TermNotes => useContext(NotesContext);

/** Holds which terms of a page are being explained. They stay open when the language changes. */
export function OpenTerms({ children }: { readonly children: ComponentChildren }) {
  const [open, setOpen] = useState<readonly string[]>([]);
  const toggle = (term: string) =>
    setOpen((terms) => (terms.includes(term) ? terms.filter((each) => each !== term) : [...terms, term]));
  return <NotesContext.Provider value={{ open, toggle }}>{children}</NotesContext.Provider>;
}

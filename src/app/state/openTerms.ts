import { signal } from './signal';

/** The terms whose notes are open, by id, the last opened last. */
const [openTerms, setOpenTerms] = signal<readonly string[]>([]);

export { openTerms };

export function toggleTerm(term: string): void {
  const rest = openTerms.value.filter((open) => open !== term);
  setOpenTerms(rest.length < openTerms.value.length ? rest : [...rest, term]);
}

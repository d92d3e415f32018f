/** The search query in the address (`?q=`); empty where there is none. */
export const queryInAddress = (): string => new URLSearchParams(location.search).get('q') ?? '';

/** Writes the query into the address of the current history entry, without adding an entry. */
export function noteQuery(query: string): void {
  if (query === queryInAddress()) return;
  const address = new URL(location.href);
  if (query) address.searchParams.set('q', query);
  else address.searchParams.delete('q');
  history.replaceState(history.state, '', address);
}

/** Whether the address asks for the page in both languages (`?both`). */
export const isBothInAddress = (): boolean => new URLSearchParams(location.search).has('both');

/**
 * Takes the query out of the address, so that the page stays in one language when it is loaded again. No page in both
 * languages has another query that means anything.
 */
export const takeBothFromAddress = (): void =>
  history.replaceState(history.state, '', location.pathname + location.hash);

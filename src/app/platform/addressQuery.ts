/** What the address asks for: `?q=`. */
export const queryInAddress = (): string => new URLSearchParams(location.search).get('q') ?? '';

/** Puts it into the address, in place of what stood there. */
export function noteQuery(query: string): void {
  if (query === queryInAddress()) return;
  const address = new URL(location.href);
  if (query) address.searchParams.set('q', query);
  else address.searchParams.delete('q');
  history.replaceState(history.state, '', address);
}

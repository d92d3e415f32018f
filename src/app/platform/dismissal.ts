/** Calls back when the reader next clicks anywhere or presses Escape, until the returned function is called. */
export function onDismissal(dismiss: () => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  // In the next task, so that the click which opens something does not close it.
  setTimeout(() => addEventListener('click', dismiss, { signal }));
  addEventListener('keydown', ({ key }) => key === 'Escape' && dismiss(), { signal });
  return () => listening.abort();
}

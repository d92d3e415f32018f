/** A link to a measure means its evidence: opens it and brings it under the reader's eyes. */
function openTarget(): void {
  // Ids are plain ASCII; anything that would need decoding is not one of ours.
  const id = location.hash.slice(1);
  const target = id ? document.getElementById(id) : null;
  if (!target?.matches('[data-measure]')) return;
  const evidence = target.querySelector('details');
  if (!evidence || evidence.open) return;
  evidence.open = true;
  target.scrollIntoView({ behavior: 'instant' });
}

/** Follows links to measures inside the page too. */
export function followTargets(): void {
  openTarget();
  addEventListener('hashchange', openTarget);
}

/** Heard by who has words for it: what the reader asked for could not be had. */
export const unreached = 'unreached';

/** Goes to another page, unless it cannot be had: a page that says no more than that is no answer. */
export const leaveFor = (address: string): Promise<void> =>
  fetch(address)
    .then(
      ({ ok }) => ok,
      () => false,
    )
    .then((isThere) => {
      if (isThere) location.assign(address);
      else dispatchEvent(new Event(unreached));
    });

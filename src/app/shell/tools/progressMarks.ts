import { measurePlace, returnTo } from '../../platform/place';
import { progress } from '../../state/progress';
import type { Scene } from '../app';

/** A line of its own in an element of the page, made when it is first needed. */
function lineIn(element: Element, text: string): void {
  const line = element.querySelector('[data-progress]') ?? document.createElement('small');
  line.setAttribute('data-progress', '');
  line.textContent = text;
  element.append(line);
}

/** Beside each section in the contents how much of it has been read, and at the end that all has. */
export function mark({ speech: { t } }: Scene): void {
  // A line more above the text must not move it.
  const here = scrollY > 0 ? measurePlace() : undefined;
  const read = new Set(progress.value);
  for (const section of document.querySelectorAll('#contents h3')) {
    const links = [...(section.parentElement?.querySelectorAll('a') ?? [])];
    const count = links.filter(({ hash }) => read.has(hash.slice(1))).length;
    if (count > 0) lineIn(section, t('place:read', { read: count, total: links.length }));
  }
  const cards = [...document.querySelectorAll('[data-card]')];
  const end = document.getElementById('end');
  if (end && cards.length > 0 && cards.every(({ id }) => read.has(id)))
    lineIn(end, t('place:all-read', { total: cards.length }));
  if (here) returnTo(here);
}

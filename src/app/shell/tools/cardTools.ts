import type { Language } from '../../../core/language';
import { showTools, toolRow } from '../../features/card-tools/toolRow';
import { unreached } from '../../platform/anchor';
import { hearVoices, voicesOf } from '../../platform/speakable';
import { within } from '../../platform/within';
import { bilingual, readBilingual, toggleBilingual } from '../../state/bilingual';
import { opened, type ToolName, toggleTool } from '../../state/cardTools';
import { readSaved, saved, toggleSaved } from '../../state/saved';
import type { Scene } from '../app';

/** The page as it is shown now. */
let scene: Scene;

/** What the controls around an element are about: a measure, or the card. */
const ownerOf = (inside: Element) => inside.closest('[data-measure][id], [data-card]');

const rows = (part: Element) => part.querySelectorAll('[data-tools]');
const panels = (part: Element) => part.querySelectorAll('[data-panel]');
const cardsIn = (part: Element) => within(part, '[data-card]');

const clearFailed = () => {
  for (const failed of document.querySelectorAll('p[data-panel]')) failed.remove();
};

/** Where a script could not be fetched, a sentence stays under the row until something is asked for again. */
function tellFailed(row: Element | null | undefined): void {
  clearFailed();
  const sentence = document.createElement('p');
  sentence.dataset.panel = '';
  sentence.role = 'status';
  row?.after(sentence);
  sentence.textContent = scene.speech.t('status:failed');
}

/** Opens under its card what is asked for. */
async function follow(): Promise<void> {
  clearFailed();
  try {
    const script = await import('./openPanel');
    await script.openPanel(scene);
  } catch {
    tellFailed(document.querySelector('[aria-expanded=true]')?.parentElement);
  }
}

/** The script of the whole page in both languages, once it was asked for. */
let onEnd: ((part: Element) => void) | undefined;

async function setBoth(part?: Element): Promise<void> {
  try {
    const both = await import('./both');
    onEnd = both.endBoth;
    await (part ? both.bothIn(part, scene) : both.followBilingual(scene));
  } catch {
    // The text stands in one language as before.
    dispatchEvent(new Event(unreached));
  }
}

/** The controls as they are before anything is chosen, in each language. */
const made: Partial<Record<Language, HTMLElement>> = {};

/** A row of controls; the first card's are also the page's, a measure can be saved only. */
function addRow(owner: Element, dropped: string, { speech } = scene): Element {
  made[speech.language] ??= toolRow(speech);
  const row = made[speech.language]?.cloneNode(true) as HTMLElement;
  for (const button of row.querySelectorAll(dropped)) button.remove();
  owner.append(row);
  return row;
}

/** Shows in rows what has been chosen. */
function refresh(some: Iterable<Element> = rows(document.body)): void {
  const { page, speech } = scene;
  const isSpeakable = voicesOf(speech.language).length > 0;
  for (const row of some) {
    const id = ownerOf(row)?.id;
    const open = opened.value?.card === id ? opened.value?.tool : undefined;
    const isSaved = saved.value.includes(`${page.article}/${id}`);
    showTools(row, { isSaved, isBilingual: bilingual.value, open, isSpeakable }, speech);
  }
}

/** In an evidence that the reader has opened, a control that saves its measure alone. */
function offerMeasure({ target }: Event): void {
  const details = target as HTMLDetailsElement;
  const measure = details.closest('[data-card] [data-measure]');
  if (!measure || !details.open || rows(details).length > 0) return;
  const row = addRow(details, 'button:not([data-save])');
  row.ariaLabel = measure.querySelector('p')?.textContent ?? '';
  refresh([row]);
}

function act({ target }: Event): void {
  const button = (target as Element).closest<HTMLElement>('[data-tools] button');
  const id = button && ownerOf(button)?.id;
  if (!id) return;
  const { all, tool } = button.dataset;
  if (tool) toggleTool({ card: id, tool: tool as ToolName });
  else if (all === '') toggleBilingual();
  else void save(`${scene.page.article}/${id}`, button.parentElement);
}

async function save(item: string, row: Element | null): Promise<void> {
  clearFailed();
  if (!(await toggleSaved(item))) tellFailed(row);
}

function begin(): void {
  readSaved();
  readBilingual();
  document.addEventListener('toggle', offerMeasure, true);
  document.addEventListener('click', act);
  const refreshAll = () => refresh();
  for (const changing of [saved, opened, bilingual]) changing.watch(refreshAll);
  opened.watch(follow);
  bilingual.watch(() => setBoth());
  hearVoices(refreshAll);
}

/** Puts the controls under each card of a part. */
export function addTools(part: Element, itsScene: Scene): void {
  const first = document.querySelector('[data-card]')?.id;
  for (const card of cardsIn(part)) addRow(card, card.id === first ? ':not(*)' : '[data-all]', itsScene);
}

/** Makes a part that is shown from now on say what has been chosen. */
export function arrangeTools(part: Element, shown: Scene): void {
  const isFirst = !scene;
  scene = shown;
  if (isFirst) begin();
  refresh(rows(part));
  // On a page that has just come all of it at once, with the text held that the reader may be at.
  if (bilingual.value) void setBoth(isFirst ? undefined : part);
  // What was open under the card stays open in the other language.
  if (opened.value && within(part, `#${opened.value.card}`).length > 0) void follow();
}

/** Before a part goes: what its controls have opened goes first. */
export function clearTools(part: Element): void {
  onEnd?.(part);
  for (const panel of panels(part)) panel.remove();
}

import { render } from 'preact';
import { CardTools } from '../../features/card-tools/CardTools';
import { within } from '../../platform/within';
import { bilingual } from '../../state/bilingual';
import { opened, type ToolName, toolNames } from '../../state/cardTools';
import { readSaved } from '../../state/saved';
import { Speaking } from '../../ui/words';
import type { Scene } from '../app';
import type { OpenTool } from './tool';

const scripts: Readonly<Record<ToolName, () => Promise<{ readonly openTool: OpenTool }>>> = {
  both: () => import('./both'),
  share: () => import('./share'),
};

let close: (() => void) | undefined;
let turn = 0;

/** Opens what is asked for under the card that is in the document; what was open goes. */
async function follow(scene: Scene): Promise<void> {
  const own = ++turn;
  close?.();
  close = undefined;
  const now = opened.value;
  const card = now && document.getElementById(now.card);
  const row = card?.querySelector(':scope > [data-tools]');
  if (!now || !card || !row) return;
  const panel = document.createElement('div');
  panel.dataset.panel = now.tool;
  row.after(panel);
  close = () => panel.remove();
  try {
    const { openTool } = await scripts[now.tool]();
    if (own !== turn) return;
    const end = await openTool({ ...scene, card, panel });
    const empty = () => {
      end();
      panel.remove();
    };
    if (own === turn) close = empty;
    else empty();
  } catch {
    // It could not be fetched: the sentence stays until the reader asks again.
    const sentence = document.createElement('p');
    sentence.role = 'status';
    panel.replaceChildren(sentence);
    sentence.textContent = scene.speech.t('tools:failed');
  }
}

const cardsIn = (part: Element) => within(part, '[data-card]');

/** The script of the whole page in both languages, once it was asked for. */
let onEnd: ((card: Element) => void) | undefined;
const all = async () => {
  const script = await import('./bothThroughout');
  onEnd = script.endBoth;
  return script;
};

let stops: (() => void)[] = [];

/** In an evidence that the reader has opened, a control that saves its measure alone. */
function offerMeasure(scene: Scene): (event: Event) => void {
  return ({ target }) => {
    const details = target as HTMLDetailsElement;
    const measure = details.closest('[data-card] [data-measure]');
    if (!measure || !details.open || details.querySelector('[data-tools]')) return;
    const row = document.createElement('div');
    row.setAttribute('data-tools', '');
    details.append(row);
    render(
      <Speaking speech={scene.speech}>
        <CardTools item={`${scene.page.article}/${measure.id}`} card="" tools={[]} isFirst={false} />
      </Speaking>,
      row,
    );
  };
}

/** Puts the controls under each card of a part. */
export function arrangeTools(part: Element, scene: Scene): void {
  if (stops.length === 0) readSaved();
  for (const card of cardsIn(part)) {
    const row = card.querySelector(':scope > [data-tools]') ?? document.createElement('div');
    row.setAttribute('data-tools', '');
    card.append(row);
    render(
      <Speaking speech={scene.speech}>
        <CardTools
          item={`${scene.page.article}/${card.id}`}
          card={card.id}
          tools={toolNames}
          isFirst={card.id === document.querySelector('[data-card]')?.id}
        />
      </Speaking>,
      row,
    );
  }
  for (const stop of stops) stop();
  const offer = offerMeasure(scene);
  document.addEventListener('toggle', offer, true);
  stops = [
    () => document.removeEventListener('toggle', offer, true),
    opened.watch(() => void follow(scene)),
    bilingual.watch(
      () =>
        void all().then(
          ({ followBilingual }) => followBilingual(scene),
          () => undefined,
        ),
    ),
  ];
  if (bilingual.value)
    void all()
      .then(({ bothIn }) => bothIn(part, scene))
      .catch(() => undefined);
  // What was open under the card stays open in the other language.
  if (opened.value && within(part, `#${opened.value.card}`).length > 0) void follow(scene);
}

/** Before a part goes: its controls, and what they have opened, go first. */
export function clearTools(part: Element): void {
  for (const card of cardsIn(part)) onEnd?.(card);
  for (const row of part.querySelectorAll('[data-tools]')) {
    render(null, row);
    row.remove();
  }
  for (const panel of part.querySelectorAll('[data-panel]')) panel.remove();
}

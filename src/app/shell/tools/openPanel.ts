import { opened, type ToolName } from '../../state/cardTools';
import type { Scene } from '../app';
import type { OpenTool } from './tool';

const scripts: Readonly<Record<ToolName, () => Promise<{ readonly openTool: OpenTool }>>> = {
  both: () => import('./both'),
  // Blockers drop files that are called `share`.
  share: () => import('./passOn'),
  listen: () => import('./listen'),
};

let close: (() => void) | undefined;
let turn = 0;

/**
 * Opens what is asked for under the card that is in the document; what was open goes.
 *
 * @throws where its script could not be fetched
 */
export async function openPanel(scene: Scene): Promise<void> {
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
  } catch (error) {
    panel.remove();
    if (own === turn) throw error;
  }
}

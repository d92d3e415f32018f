import { type ToolName, toolNames } from '../../state/cardTools';
import type { Speech } from '../../ui/words';
import * as styles from './CardTools.module.css';

/** What the controls under a card, or in the evidence of a measure, show. */
export interface ToolRowState {
  readonly isSaved: boolean;
  /** Whether the whole page stands in both languages. */
  readonly isBilingual: boolean;
  readonly open: ToolName | undefined;
  /** Whether there is a voice for the language that is shown. */
  readonly isSpeakable: boolean;
}

/**
 * What a reader can do with a card, under its text: nothing is hidden behind a gesture or a menu. One row is
 * made and copied for each card: to render each with Preact was a third of the page's calls until rest.
 */
export function toolRow({ t }: Speech): HTMLElement {
  const row = document.createElement('div');
  row.setAttribute('data-tools', '');
  row.setAttribute('role', 'group');
  row.className = styles.tools;
  row.setAttribute('aria-label', t('tools:label'));
  const add = (text: string, name: string, value = '') => {
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute(`data-${name}`, value);
    button.textContent = text;
    row.append(button);
  };
  add(t('tools:save'), 'save');
  add(t('tools:all'), 'all');
  for (const tool of toolNames) add(t(`tools:${tool}`), 'tool', tool);
  return row;
}

/** Shows in a row what has changed. */
export function showTools(row: Element, state: ToolRowState, { t }: Speech): void {
  for (const button of row.querySelectorAll('button')) {
    const { save, all, tool } = button.dataset;
    if (tool) button.ariaExpanded = `${tool === state.open}`;
    if (tool === 'listen') button.hidden = !state.isSpeakable;
    if (tool === 'both') button.hidden = state.isBilingual;
    if (all === '') button.ariaPressed = `${state.isBilingual}`;
    if (save === '' && button.ariaPressed !== `${state.isSaved}`) {
      button.ariaPressed = `${state.isSaved}`;
      button.textContent = t(state.isSaved ? 'tools:saved' : 'tools:save');
    }
  }
}

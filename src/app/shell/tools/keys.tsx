import { render } from 'preact';
import helpEn from '../../../../locales/en/help.json';
import helpZh from '../../../../locales/zh/help.json';
import { hrefOf } from '../../../core/routes';
import { Help } from '../../features/help/Help';
import css from '../../features/help/Help.module.css?inline';
import { goToCard } from '../../platform/cardKeys';
import { addStyles } from '../../platform/styles';
import { Speaking } from '../../ui/words';
import type { Scene } from '../app';

let isReady = false;
let place: HTMLElement | undefined;
let before: Element | null = null;

/** Opens the list of keys above the text, and with the same key closes it; the focus goes there and back. */
function toggleHelp({ speech, addWords }: Scene): void {
  if (!isReady) {
    addStyles(css);
    addWords({ zh: { help: helpZh }, en: { help: helpEn } });
    isReady = true;
  }
  const close = () => {
    if (!place) return;
    render(null, place);
    place.remove();
    place = undefined;
    (before as HTMLElement | null)?.focus?.();
  };
  if (place) {
    close();
    return;
  }
  before = document.activeElement;
  place = document.createElement('div');
  document.getElementById('main')?.before(place);
  render(
    <Speaking speech={speech}>
      <Help close={close} />
    </Speaking>,
    place,
  );
  place.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  place.querySelector('h2')?.focus();
  place.scrollIntoView({ block: 'nearest' });
}

/** What a single key does. */
export function act(key: string, scene: Scene): void {
  if (key === '?') toggleHelp(scene);
  else if (key === 'l') document.querySelector<HTMLElement>('[data-switch]')?.click();
  else if (key === '/') {
    const field = document.querySelector<HTMLElement>('input[type=search]');
    const { page, speech } = scene;
    if (field) field.focus();
    else location.assign(hrefOf(page.site, { page: 'search', language: speech.language }));
  } else goToCard(key === 'j' || key === 'ArrowRight' ? 1 : -1);
}

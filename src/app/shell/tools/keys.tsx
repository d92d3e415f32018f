import { render } from 'preact';
import helpEn from '../../../../locales/en/help.json';
import helpZh from '../../../../locales/zh/help.json';
import { hrefOf } from '../../../core/routes';
import { Help } from '../../features/help/Help';
import css from '../../features/help/Help.module.css?inline';
import { goToCard } from '../../platform/cardKeys';
import { measurePlace, returnTo } from '../../platform/place';
import { addStyles } from '../../platform/styles';
import { Speaking } from '../../ui/words';
import type { Scene } from '../app';

let isReady = false;
let close: (() => void) | undefined;

/** Opens the list of keys above the card being read, and with the same key closes it; the focus goes there and back. */
function toggleHelp({ speech, addWords }: Scene): void {
  if (!isReady) {
    addStyles(css);
    addWords({ zh: { help: helpZh }, en: { help: helpEn } });
    isReady = true;
  }
  if (close) {
    close();
    return;
  }
  const before = document.activeElement as HTMLElement | null;
  const here = measurePlace();
  const top = scrollY;
  const place = document.createElement('div');
  const end = () => {
    removeEventListener('click', endWithLanguage, true);
    close = undefined;
    render(null, place);
    place.remove();
    before?.focus({ preventScroll: true });
    if (here) returnTo(here);
    else scrollTo({ top, behavior: 'instant' });
  };
  const endWithLanguage = ({ target }: Event) => (target as Element).closest('[data-switch]') && end();
  close = end;
  const card = here && document.getElementById(here.card);
  if (card) card.before(place);
  else document.getElementById('main')?.prepend(place);
  render(
    <Speaking speech={speech}>
      <Help close={end} />
    </Speaking>,
    place,
  );
  place.addEventListener('keydown', ({ key }) => key === 'Escape' && end());
  addEventListener('click', endWithLanguage, true);
  place.firstElementChild?.scrollIntoView({ block: 'nearest' });
  place.querySelector('h2')?.focus({ preventScroll: true });
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

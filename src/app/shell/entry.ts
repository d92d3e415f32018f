/**
 * The first script on every page: small, so that the page answers at once. It hears the language
 * switch and finds the language at the root; everything else is in `app`, fetched when idle or at
 * the reader's first move towards the switch.
 */
import { isLanguage, type Language, preferredLanguage } from '../../core/language';
import { type PageCard, routeOfCard } from '../../core/page';
import { addressInLanguage, languageOfPath } from '../../core/routes';
import { followTargets, leaveFor } from '../platform/anchor';
import { idle } from '../platform/idle';
import { readCard } from '../platform/pageCard';
import { type Place, returnTo } from '../platform/place';
import { hasWorker } from '../platform/storage';
import { followInstall } from '../state/install';
import { withKeeper } from '../state/keeper';
import { followPlace, place } from '../state/place';
import { chooseLanguage, lastLanguage, noteLanguage } from '../state/settings';
import type { App, OpenApp } from './app';

/** The root has no text of its own: it sends the reader on in the language last used. */
async function leaveRoot({ site }: PageCard): Promise<void> {
  const language = preferredLanguage(await lastLanguage(hasWorker()), navigator.languages);
  location.replace(`${site.base}${language}/${location.search}${location.hash}`);
}

/** After an update's reload, back to the card that was being read. */
function resume(): void {
  const { resume: here, ...rest } = history.state ?? {};
  if (!here) return;
  history.replaceState(rest, '');
  returnTo(here);
  // Some browsers scroll to the top once more when a reloaded page has loaded.
  void idle().then(() => {
    returnTo(here);
    history.scrollRestoration = 'auto';
  });
}

/** From the first scroll on; before that the reader has no place. */
function recordPlace(article: string): void {
  addEventListener('scroll', () => void withKeeper(({ followReader }) => followReader(article)), {
    once: true,
    passive: true,
  });
}

function startReading(card: PageCard, written: Language): void {
  const { base } = card.site;
  let opening: Promise<App> | undefined;
  const openApp = () => {
    opening ??= (import(/* @vite-ignore */ card.app) as Promise<{ openApp: OpenApp }>).then(({ openApp }) =>
      openApp(card, written),
    );
    // A failed load may be tried again.
    opening.catch(() => {
      opening = undefined;
    });
    return opening;
  };

  // Only the last of several fast switches counts.
  let wanted = written;
  const show = async (language: Language, otherwise: () => void, here?: Place, address?: string) => {
    wanted = language;
    try {
      const app = await openApp();
      await app.load(language);
      if (wanted !== language) return;
      app.show(language, here);
      // To change the address and to remember the choice takes the time of a paint; the words come first.
      const follow = () => {
        if (!address || wanted !== language) return;
        chooseLanguage(language);
        if (languageOfPath(base, location.pathname) !== language)
          history.pushState(history.state, '', address);
      };
      requestAnimationFrame(() => setTimeout(follow));
    } catch {
      if (wanted !== language) return;
      if (address) chooseLanguage(language);
      otherwise();
    }
  };

  const switchOf = (event: Event) =>
    (event.target as Element | null)?.closest?.<HTMLAnchorElement>('a[data-switch]') ?? null;

  addEventListener('click', (event) => {
    const link = switchOf(event);
    const language = link?.dataset.switch;
    // A click that asks for a new tab or window is the browser's own.
    if (!link || !isLanguage(language) || event.button || event.metaKey || event.ctrlKey || event.shiftKey)
      return;
    event.preventDefault();
    const address = addressInLanguage(base, new URL(location.href), language);
    void show(language, () => void leaveFor(address), undefined, address);
  });
  addEventListener('popstate', () => {
    const language = languageOfPath(base, location.pathname);
    // The browser may have scrolled by now; the place it left is the one that was last seen.
    if (language && language !== wanted) void show(language, () => location.reload(), place.value);
  });
  for (const sign of ['pointerover', 'focusin', 'touchstart']) {
    addEventListener(sign, (event) => switchOf(event) && void openApp().catch(() => undefined), {
      passive: true,
    });
  }

  followTargets();
  resume();
  followPlace();
  followInstall();
  noteLanguage(written);
  if (card.page === 'article' && card.article) recordPlace(card.article);
  document.documentElement.dataset.hydrated = '';
  void idle()
    .then(openApp)
    .then((app) => app.settle())
    .catch(() => undefined);
}

const card = readCard(document);
const written = languageOfPath(card.site.base, location.pathname);
if (card.page === 'root') void leaveRoot(card);
else if (routeOfCard(card, 'zh'))
  startReading(card, written ?? (document.documentElement.lang === 'en' ? 'en' : 'zh'));

/**
 * The first script on every page, small so that the page responds at once. It handles the language switch,
 * restores the reader's place and, at the root, finds the language. The app, which takes over the page, is
 * loaded when the page is idle or at the reader's first move.
 */
// Imported first, because it declares the order of the cascade layers for all other styles.
import '../ui/tokens.css';
import '../ui/print.css';
import { isLanguage, type Language, preferredLanguage } from '../../core/language';
import type { ArticleFile, PageInfo, SiteFile } from '../../core/page';
import { isPlainClick } from '../../core/plainClick';
import { addressInLanguage, languageOfPath } from '../../core/routes';
import { followTargets } from '../platform/anchor';
import { followBar } from '../platform/bar';
import { idle } from '../platform/idle';
import { showMirroredLook } from '../platform/mirroredLook';
import { fetchFile, readPageInfo } from '../platform/pageInfo';
import { notePlaceLeft, returnToPlaceLeft } from '../platform/placeLeft';
import { sleep } from '../platform/tasks';
import { leaveFor, showUnreached } from '../platform/unreached';
import { followInstall } from '../state/install';
import { followPlace } from '../state/place';
import { recordPlace } from '../state/progress';
import { chooseLanguage, lastLanguage, noteLanguage } from '../state/settings';
import type { App } from './app';

/** The root has no text of its own, so it sends the reader on in the language last used. */
async function leaveRoot({ site }: PageInfo): Promise<void> {
  const language = preferredLanguage(await lastLanguage(), navigator.languages);
  location.replace(`${site.base}${language}/${location.search}${location.hash}`);
}

async function loadApp(info: PageInfo, written: Language): Promise<App> {
  const { site, articles } = info.files;
  const [{ openApp }, siteFile, ...articleFiles] = await Promise.all([
    import('./app'),
    fetchFile<SiteFile>(site),
    ...Object.values(articles).map((file) => fetchFile<ArticleFile>(file)),
  ]);
  return openApp({ info, site: siteFile, articles: articleFiles, written });
}

/** ms that a reader waits for the app after asking for the other language; then the link is followed. */
const patience = 5000;

function startReading(info: PageInfo, written: Language): void {
  const { base } = info.site;
  const whenIdle = idle();
  let opening: Promise<App> | undefined;
  const openApp = () => {
    opening ??= loadApp(info, written).then(
      (app) => {
        // Whatever opened the app, the edition is stored when the page is idle.
        void whenIdle.then(app.storeEdition);
        return app;
      },
      (error: unknown) => {
        // A later call tries again.
        opening = undefined;
        showUnreached();
        throw error;
      },
    );
    return opening;
  };
  const openSoon = () => void openApp().catch(() => undefined);

  // Only the last of several fast switches counts.
  let wanted = written;
  const show = async (language: Language, otherwise: () => void) => {
    wanted = language;
    const app = await Promise.race([openApp().catch(() => undefined), sleep(patience)]);
    if (wanted !== language) return false;
    if (app) await app.show(language);
    else otherwise();
    return app !== undefined;
  };

  const switchOf = (event: Event) =>
    (event.target as Element | null)?.closest?.<HTMLAnchorElement>('a[data-switch]') ?? null;

  addEventListener('click', async (event) => {
    const link = switchOf(event);
    const language = link?.dataset.switch;
    if (!link || !isLanguage(language) || !isPlainClick(event)) return;
    event.preventDefault();
    const address = () => addressInLanguage(base, new URL(location.href), language);
    const isShown = await show(language, () => void leaveFor(address()));
    if (wanted !== language) return;
    chooseLanguage(language);
    if (!isShown || languageOfPath(base, location.pathname) === language) return;
    // Set before `pushState`, so that it holds for both entries: on the way Back the browser would scroll to
    // where the page was in the other language.
    history.scrollRestoration = 'manual';
    history.pushState(history.state, '', address());
  });
  addEventListener('popstate', () => {
    const language = languageOfPath(base, location.pathname);
    if (!language || language === wanted) return;
    void show(language, () => void leaveFor(location.href, () => location.reload()));
  });
  for (const move of ['pointerover', 'focusin', 'touchstart'])
    addEventListener(move, openSoon, { passive: true, once: true });
  // If the app could not be loaded, these events try once more.
  for (const move of ['pointerdown', 'keydown', 'online'])
    addEventListener(move, openSoon, { passive: true });

  // The styles hide what only a page with a script may show, as long as this element is undefined.
  customElements.define('live-page', class extends HTMLElement {});
  followBar();
  followTargets();
  const complete = returnToPlaceLeft();
  notePlaceLeft();
  followPlace();
  followInstall();
  noteLanguage(written);
  if (info.article && info.page === 'article') recordPlace(info.article);
  void whenIdle
    .then(openApp)
    .then(({ recalled }) => recalled)
    .catch(() => undefined)
    .finally(complete);
}

/** An address that names no page may have been pasted together with the text that followed it. */
async function leaveForMeant({ site, articles }: PageInfo): Promise<void> {
  const { meantAddress } = await import('../../core/pastedAddress');
  const meant = meantAddress(site, articles, location.pathname);
  if (meant) location.replace(meant);
}

showMirroredLook('sessionStorage');
const info = readPageInfo();
if (info.page === 'missing' || info.page === 'unknown') void leaveForMeant(info).catch(() => undefined);
if (info.page === 'root') void leaveRoot(info);
else if (info.page !== 'unknown')
  startReading(info, languageOfPath(info.site.base, location.pathname) ?? 'zh');

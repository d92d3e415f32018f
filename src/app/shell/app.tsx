// First, because it says in which order the layers of all other styles count.
import '../ui/tokens.css';

import { render, type VNode } from 'preact';
import { addWords, hasWords, openI18n, type Resources } from '../../core/i18n';
import { type Language, languages } from '../../core/language';
import type { PageCard, PageData } from '../../core/page';
import { routeOfCard } from '../../core/page';
import { addressOf, type Route } from '../../core/routes';
import { headingOf } from '../pages/heading';
import { type Islands, islands } from '../pages/Island';
import { readFile } from '../platform/files';
import { showHead } from '../platform/head';
import { measurePlace, type Place, returnTo } from '../platform/place';
import type { Toggletips } from '../platform/toggletip';
import { openWorker } from '../platform/worker';
import { offerUpdate, reportStatus, withdrawUpdate } from '../state/appStatus';
import { refreshPlace } from '../state/place';
import { Speaking, type Speech, speechIn } from '../ui/words';
import { View } from './View';

export interface App {
  /** Fetches what a language needs; quick when it is there already. */
  load(language: Language): Promise<void>;
  /**
   * Shows the page in a language that has been loaded.
   *
   * @param here the place to keep, where the browser may have scrolled already; else it is measured
   */
  show(language: Language, here?: Place): void;
  /** For an idle page: fetches the other language and stores the edition for reading offline. */
  settle(): Promise<void>;
}

const root = () => document.getElementById('app') as HTMLElement;

/** Fills the script-only parts; the text around them stays the HTML that came. */
function fillIslands(speech: Speech, own: Islands): () => void {
  const filled: Element[] = [];
  for (const container of root().querySelectorAll<HTMLElement>('[data-island],[data-table]')) {
    const { island = 'table', table } = container.dataset;
    const Part = own[island] ?? islands[island];
    if (!Part) continue;
    filled.push(container);
    // Preact leaves what it did not render at the top of a root, here what readers without script see. The
    // table's elements it takes over: a focused link in them keeps the focus.
    if (!table) container.replaceChildren();
    render(
      <Speaking speech={speech}>
        <Part article={table} />
      </Speaking>,
      container,
    );
  }
  return () => {
    for (const container of filled) render(null, container);
  };
}

/** The same in both languages, one by one; terms are not, and look after themselves. */
const controls = 'a:not([role]), button, summary';

/** Words change everywhere; what the reader has opened, focused and has under the eyes does not. */
function keepingState(here: Place | undefined, change: () => void): void {
  const open = [...document.querySelectorAll('details')].map((details) => details.open);
  const focused = document.activeElement;
  const focusable = [...document.querySelectorAll(controls)];
  const focusedAt = focused ? focusable.indexOf(focused) : -1;
  change();
  document.querySelectorAll('details').forEach((details, at) => {
    details.open = open[at] ?? false;
  });
  if (focusedAt >= 0 && document.activeElement !== focused) {
    document.querySelectorAll<HTMLElement>(controls)[focusedAt]?.focus({ preventScroll: true });
  }
  if (!here) return;
  returnTo(here);
  refreshPlace();
  // After Back and Forward some browsers restore a scroll position of the other language a moment later.
  requestAnimationFrame(() => returnTo(here));
}

export type OpenApp = (card: PageCard, written: Language) => Promise<App>;

/** What one kind of page brings besides its text. */
export interface Extras {
  /** Parts that only a script can fill, and that stand on this page only. */
  readonly islands?: Islands;
  /** Notes that open in the text, if it has any. */
  readonly notes?: (speech: () => Speech) => Toggletips;
}

/** The script of a page once it is idle; each kind of page brings only its own components. */
export const appFor =
  (pageAt: (route: Route) => VNode | null, extras: Extras = {}): OpenApp =>
  (card, written) =>
    openApp(card, written, pageAt, extras);

async function openApp(
  card: PageCard,
  written: Language,
  pageAt: (route: Route) => VNode | null,
  { islands: own = {}, notes: openNotes }: Extras,
): Promise<App> {
  const instance = openI18n(written);
  const loading = new Map<Language, Promise<void>>();
  const load = (language: Language) => {
    const started = loading.get(language) ?? fetchWords(language);
    loading.set(language, started);
    started.catch(() => loading.delete(language));
    return started;
  };
  const fetchWords = async (language: Language) => {
    const files = await Promise.all(card.words[language].map(readFile));
    // Files are named by their content and proved by the build; see `prerender/files`.
    for (const words of files) addWords(instance, language, words as Resources);
  };
  const [data] = await Promise.all([readFile(card.data) as Promise<PageData>, load(written)]);

  let showing = written;
  const here = scrollY > 0 ? measurePlace() : undefined;
  let emptyIslands: (() => void) | undefined = fillIslands(speechOf(written), own);
  const notes = openNotes?.(() => speechOf(showing));
  notes?.arm();
  // Not every browser holds the text still when something above it grows or goes.
  if (here) returnTo(here);

  function speechOf(language: Language): Speech {
    return speechIn(instance, language, card.site, data, true);
  }

  function show(language: Language, here = measurePlace()): void {
    const route = routeOfCard(card, language);
    if (!route || language === showing || !hasWords(instance, language)) return;
    showing = language;
    const speech = speechOf(language);
    const resumeNotes = notes?.suspend();
    keepingState(here, () => {
      // From the first change on, one tree renders the whole page and the islands are part of it.
      emptyIslands?.();
      emptyIslands = undefined;
      render(
        <View route={route} speech={speech}>
          {pageAt(route)}
        </View>,
        root(),
      );
      showHead({
        language,
        ...headingOf(route, speech),
        canonical: addressOf(card.site, route),
        manifest: `${card.site.base}${language}.webmanifest`,
      });
      notes?.arm();
      resumeNotes?.();
    });
  }

  async function settle(): Promise<void> {
    await Promise.all(languages.map(load));
    await openWorker(card.site.base, {
      saving: () => reportStatus({ kind: 'saving' }),
      unavailable: () => reportStatus({ kind: 'unavailable' }),
      audited: ({ complete, bytes }) =>
        reportStatus(complete ? { kind: 'saved', bytes } : { kind: 'unavailable' }),
      waiting: (accept) => offerUpdate(() => accept(reloadHere)),
      settled: withdrawUpdate,
    });
  }

  return { load, show, settle };
}

let isReloading = false;

/** One reload into the new version, back to the same card (see `resume` in the entry). */
function reloadHere(): void {
  if (isReloading) return;
  isReloading = true;
  history.scrollRestoration = 'manual';
  history.replaceState({ ...history.state, resume: measurePlace() }, '');
  location.reload();
}

// First, because it says in which order the layers of all other styles count.
import '../ui/tokens.css';

import { render } from 'preact';
import { addWords, hasWords, openI18n, type Resources } from '../../core/i18n';
import { type Language, languages, tagOf } from '../../core/language';
import type { PageCard, PageData } from '../../core/page';
import { routeOfCard } from '../../core/page';
import { addressOf, type Route } from '../../core/routes';
import type { HeadingAt } from '../pages/heading';
import { type Islands, islands } from '../pages/Island';
import type { Part } from '../pages/parts';
import { readFile } from '../platform/files';
import { showHead } from '../platform/head';
import { savesData } from '../platform/network';
import { measurePlace, type Place, returnTo } from '../platform/place';
import { hearToggletips, type OpenNotes } from '../platform/toggletip';
import { nextPaint, nextTask } from '../platform/turns';
import { openWorker } from '../platform/worker';
import { offerUpdate, reportStatus, withdrawUpdate } from '../state/appStatus';
import { refreshPlace } from '../state/place';
import { Speaking, type Speech, speechIn } from '../ui/words';
import { frameParts } from './Frame';

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

/** Fills the script-only parts; the text around them stays the HTML that came. The answer empties those in a frame. */
function fillIslands(speech: Speech, own: Islands): (frame: Element) => (() => void)[] {
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
  return (frame) =>
    filled.splice(0).flatMap((container) => {
      if (frame.contains(container)) return [() => render(null, container)];
      filled.push(container);
      return [];
    });
}

/** The same in both languages, one by one; terms are not, and look after themselves. */
const controls = 'a:not([role]), button, summary';

interface PlacedPart extends Part {
  readonly frame: HTMLElement;
  /** When it may change: 0 where the reader sees it, then what is below, then what is above and moves the rest. */
  readonly turn: number;
}

const above = 1e6; // more than any page is tall, in CSS px

/** The parts in the order in which they change, each time the nearest to the reader's eyes first. */
function bySight(parts: readonly Part[]): PlacedPart[] {
  return parts
    .flatMap((part) => {
      const frame = document.querySelector<HTMLElement>(part.at);
      if (!frame) return [];
      const { top, bottom } = frame.getBoundingClientRect();
      return [{ ...part, frame, turn: bottom < 0 ? above - bottom : Math.max(top - innerHeight, 0) }];
    })
    .sort((one, other) => one.turn - other.turn);
}

/** Where there is no card to hold on to. */
const topOfPage: Place = { card: '', position: 0, total: 0, top: 0 };

const slice = 24; // ms of work at a time: with layout and paint still no long task

/** Words change; what the reader has opened and focused does not. */
function keepingState(inside: Element, change: () => void): void {
  const open = [...inside.querySelectorAll('details')].map((details) => details.open);
  const focused = document.activeElement;
  const focusedAt = focused ? [...inside.querySelectorAll(controls)].indexOf(focused) : -1;
  change();
  inside.querySelectorAll('details').forEach((details, at) => {
    details.open = open[at] ?? false;
  });
  if (focusedAt >= 0 && document.activeElement !== focused) {
    inside.querySelectorAll<HTMLElement>(controls)[focusedAt]?.focus({ preventScroll: true });
  }
}

export type OpenApp = (card: PageCard, written: Language) => Promise<App>;

export type OpenNotesWith = (links: string, speech: () => Speech) => OpenNotes;

export type Rehearse = (stageIn: Element, speech: Speech, parts: readonly Part[]) => Promise<void>;

/** What the article's page can do without at first. */
interface LaterScript {
  readonly openTermNotes: OpenNotesWith;
  readonly rehearse: Rehearse;
}

/** The parts of the page itself; those of the frame around it are the same for all. */
export type PartsAt = (route: Route, speech: Speech) => readonly Part[];

/** What one kind of page brings besides its text. */
export interface Extras {
  /** Parts that only a script can fill, and that stand on this page only. */
  readonly islands?: Islands;
  /** A selector of the links that open notes in the text, if it has any. */
  readonly notes?: string;
}

/** The script of a page once it is idle; each kind of page brings only its own components. */
export const appFor =
  (headingAt: HeadingAt, partsAt: PartsAt, extras: Extras = {}): OpenApp =>
  (card, written) =>
    openApp(card, written, headingAt, partsAt, extras);

async function openApp(
  card: PageCard,
  written: Language,
  headingAt: HeadingAt,
  partsAt: PartsAt,
  { islands: own = {}, notes: links }: Extras,
): Promise<App> {
  const instance = openI18n(written);
  const read = (name: string) => readFile(`${card.site.base}assets/${name}.json`);
  const loading = new Map<Language, Promise<void>>();
  const load = (language: Language) => {
    const started = loading.get(language) ?? fetchWords(language);
    loading.set(language, started);
    started.catch(() => loading.delete(language));
    return started;
  };
  const fetchWords = async (language: Language) => {
    const files = await Promise.all(card.words[language].map(read));
    // Files are named by their content and proved by the build; see `prerender/files`.
    for (const words of files) addWords(instance, language, words as Resources);
  };
  const speeches = new Map<Language, Speech>();
  const [data] = await Promise.all([read(card.data) as Promise<PageData>, load(written)]);

  let showing = written;
  let turn = 0;
  const here = scrollY > 0 ? measurePlace() : undefined;
  const islandsIn = fillIslands(speechOf(written), own);
  const script = () => import(/* @vite-ignore */ card.notes ?? '') as Promise<LaterScript>;
  let opening: Promise<OpenNotes> | undefined;
  const notes =
    links === undefined
      ? undefined
      : hearToggletips(links, () => {
          opening ??= script().then(({ openTermNotes }) => openTermNotes(links, () => speechOf(showing)));
          opening.catch(() => {
            opening = undefined;
          });
          return opening;
        });
  notes?.arm(document);
  // Not every browser holds the text still when something above it grows or goes.
  if (here) returnTo(here);

  function speechOf(language: Language): Speech {
    const speech = speeches.get(language) ?? speechIn(instance, language, card.site, data, true);
    speeches.set(language, speech);
    return speech;
  }

  function show(language: Language, here = measurePlace()): void {
    const route = routeOfCard(card, language);
    if (!route || language === showing || !hasWords(instance, language)) return;
    const before = showing;
    showing = language;
    const speech = speechOf(language);
    const parts = bySight([...frameParts(route), ...partsAt(route, speech)]);
    const rest = [...parts];
    const own = ++turn;
    const isWanted = () => turn === own;
    const change = ({ frame, body }: PlacedPart) => {
      const resumeNotes = notes?.suspend(frame);
      keepingState(frame, () => {
        // From its first change on, one tree renders the whole part and the islands are part of it.
        for (const empty of islandsIn(frame)) empty();
        render(<Speaking speech={speech}>{body}</Speaking>, frame);
        notes?.arm(frame);
        resumeNotes?.();
      });
      frame.lang = tagOf[language];
    };
    /** The document is in the new language as soon as what is seen of it is; parts that are not yet say so. */
    const announce = () => {
      for (const { frame } of rest) frame.lang ||= tagOf[before];
      showHead({
        language,
        ...headingAt(route, speech),
        canonical: addressOf(card.site, route),
        manifest: `${card.site.base}${language}.webmanifest`,
      });
    };
    /** A little at a time; what the reader sees always at once, and what is above only with the text held. */
    const changeSome = (held: Place | undefined) => {
      const end = performance.now() + slice;
      for (let part = rest[0]; part; part = rest[0]) {
        if (part.turn > 0 && performance.now() >= end) break;
        if (part.turn > above && !held) break;
        rest.shift();
        change(part);
      }
      if (held) returnTo(held);
      if (rest.length > 0) return;
      refreshPlace();
      root().style.overflowAnchor = '';
    };
    root().style.overflowAnchor = 'none';
    changeSome(here);
    void nextPaint().then(async () => {
      if (isWanted()) announce();
      // After Back and Forward some browsers restore a scroll position of the other language a moment later.
      if (here && isWanted()) returnTo(here);
      for (let [part] = rest; part && isWanted(); [part] = rest) {
        // To measure is to lay out; only what is above can move what the reader sees.
        changeSome(part.turn > above ? (measurePlace() ?? topOfPage) : undefined);
        await nextTask();
      }
    });
  }

  /** Readies what the first switch will render; what is done for the first time takes four times as long. */
  const prepare = async (): Promise<void> => {
    const speech = speechOf(showing === 'zh' ? 'en' : 'zh');
    const route = routeOfCard(card, speech.language);
    if (!route) return;
    const parts = bySight(partsAt(route, speech)).filter(({ turn }) => turn === 0);
    await (await script()).rehearse(root(), speech, parts);
  };

  async function settle(): Promise<void> {
    // A page under a worker is stored already.
    if (!savesData() || navigator.serviceWorker?.controller) return store();
    reportStatus({ kind: 'offered', accept: () => void store() });
  }

  async function store(): Promise<void> {
    await Promise.all(languages.map(load));
    // What a switch needs to speak, so that the reader's tap does not wait for it.
    languages.forEach(speechOf);
    for (const sign of notes ? ['scroll', 'pointerover'] : [])
      addEventListener(sign, () => void prepare().catch(() => undefined), { passive: true, once: true });
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

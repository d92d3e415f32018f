import { render } from 'preact';
import { addWords, openI18n, translateIn, type Words } from '../../core/i18n';
import { type Language, languages, otherThan, tagOf } from '../../core/language';
import { type PageCard, routeOfCard } from '../../core/page';
import { hrefOf } from '../../core/routes';
import { islandStyles } from '../pages/islandStyles';
import { type Islands, islands } from '../pages/islands';
import { unreached } from '../platform/anchor';
import { openAnnouncer } from '../platform/announcer';
import { hearKeys } from '../platform/keys';
import { savesData } from '../platform/network';
import { readCard } from '../platform/pageCard';
import { measurePlace, type Place, returnTo, watchPauses } from '../platform/place';
import { readPage } from '../platform/readPage';
import { readMirror, writeMirror } from '../platform/storage';
import { addPrintStyles, addStyles } from '../platform/styles';
import { hearToggletips, type OpenNotes } from '../platform/toggletip';
import { nextTask } from '../platform/turns';
import { within } from '../platform/within';
import { openWorker } from '../platform/worker';
import {
  offerUpdate,
  replaced,
  reportFailure,
  reportReplaced,
  reportStatus,
  withdrawUpdate,
} from '../state/appStatus';
import { hearEdition, showEdition } from '../state/look';
import { refreshPlace } from '../state/place';
import { Speaking, type Speech } from '../ui/words';
import { liveWords } from './liveWords';
import { openVersions } from './versions';

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

export type OpenApp = (card: PageCard, written: Language) => Promise<App>;

export type OpenNotesWith = (
  links: string,
  speech: () => Speech,
  /** The glossary in the language that is shown. */
  glossary: () => Promise<Document>,
) => OpenNotes;

/** What the article's page can do without at first. */
interface LaterScript {
  readonly openTermNotes: OpenNotesWith;
}

/** The page that a part is arranged for. */
export interface Scene {
  readonly page: PageCard;
  readonly speech: Speech;
  /** The words that a script brings in addition, to be spoken from then on. */
  addWords(words: Words): void;
  /** A part of the page in its other language, by a selector; not in the document. */
  other(selector: string): Promise<HTMLElement | undefined>;
}

/** What one kind of page brings besides its text. */
export interface Extras {
  /** Parts that only a script can fill, and that stand on this page only. */
  readonly islands?: Islands;
  /** How they look. */
  readonly styles?: string;
  /** The address of the styles of paper. */
  readonly print?: string;
  /** What their components say. */
  readonly words?: Words;
  /** A selector of the links that open notes in the text, if it has any, and the script of the notes. */
  readonly notes?: { readonly links: string; readonly load: () => Promise<LaterScript> };
  /** Puts into a part, once, what depends on nothing but its language. */
  readonly prepare?: (part: Element, scene: Scene) => void;
  /** Gets a part that has come ready, as the reader has asked for. */
  readonly arrange?: (part: Element, scene: Scene) => void;
  /** Before a part goes: undoes what `arrange` has put into it. */
  readonly clear?: (part: Element) => void;
}

/** The script of a page once it is idle; each kind of page brings only its own components. */
export const appFor =
  (extras: Extras = {}): OpenApp =>
  (card, written) =>
    openApp(card, written, extras);

async function openApp(
  card: PageCard,
  written: Language,
  {
    islands: own = {},
    words = { zh: {}, en: {} },
    styles = '',
    print,
    notes: noted,
    prepare,
    arrange,
    clear,
  }: Extras,
): Promise<App> {
  const { site } = card;
  const instance = openI18n(written);
  const speechIn = (language: Language): Speech => {
    addWords(instance, language, { ...liveWords[language], ...words[language] });
    return { language, site, t: translateIn(instance, language) };
  };
  const speeches = { zh: speechIn('zh'), en: speechIn('en') };
  let showing = written;
  // To open i18next and to fill the islands is a long task if it is one.
  await nextTask();

  /** Fills the script-only parts inside; the text around them stays the HTML that came. */
  const fillIslands = (inside: Element, language: Language) => {
    for (const container of within(inside, '[data-island]')) {
      const { island = '' } = container.dataset;
      const Part = ({ ...islands, ...own } as Islands)[island];
      if (!Part) continue;
      // Preact leaves what it did not render at the top of a root, here what readers without script see.
      container.replaceChildren();
      render(
        <Speaking speech={speeches[language]}>
          <Part card={card} />
        </Speaking>,
        container,
      );
    }
  };
  const emptyIslands = (inside: Element) => {
    for (const container of within(inside, '[data-island]')) render(null, container);
  };

  const glossaries = new Map<Language, Promise<Document>>();
  const glossary = () => {
    const language = showing;
    const reading = glossaries.get(language) ?? readPage(hrefOf(site, { page: 'terms', language }));
    glossaries.set(language, reading);
    reading.catch(() => glossaries.delete(language));
    return reading;
  };
  let opening: Promise<OpenNotes> | undefined;
  const openNotes = async ({ links, load }: NonNullable<Extras['notes']>) => {
    const [{ openTermNotes }] = await Promise.all([load(), glossary()]);
    return openTermNotes(links, () => speeches[showing], glossary);
  };
  const notes =
    noted &&
    hearToggletips(noted.links, () => {
      opening ??= openNotes(noted);
      opening.catch(() => {
        opening = undefined;
      });
      return opening;
    });
  const app = document.getElementById('app') as HTMLElement;
  const here = scrollY > 0 ? (placeLeft() ?? measurePlace()) : undefined;
  addStyles(islandStyles + styles);
  if (print) addPrintStyles(print);
  fillIslands(app, written);

  const sceneIn = (language: Language): Scene => ({
    page: card,
    speech: speeches[language],
    addWords: (more) => {
      for (const each of languages) addWords(instance, each, more[each]);
    },
    async other(selector) {
      const wanted = otherThan(language);
      await load(wanted);
      return versions.find(wanted, selector);
    },
  });

  const say = openAnnouncer();
  addEventListener(unreached, () => {
    const why = replaced.value ? 'status:outdated' : 'status:failed';
    say(speeches[showing].t(why), tagOf[showing], true);
  });
  const versions = openVersions(written, {
    prepare: (part, language) => {
      prepare?.(part, sceneIn(language));
      notes?.arm(part);
    },
    leave: (part) => {
      const resume = notes?.suspend(part);
      clear?.(part);
      emptyIslands(part);
      return resume;
    },
    arrive: (part, language) => {
      fillIslands(part, language);
      arrange?.(part, sceneIn(language));
    },
    settled: () => {
      refreshPlace();
      showEdition();
    },
    say,
  });

  const loadOther = async (language: Language): Promise<void> => {
    const route = routeOfCard(card, language);
    if (!route) return;
    const address = hrefOf(site, route);
    const other = await readPage(address);
    if (readCard(other).pair !== card.pair)
      throw new Error(`${address}: expected the other version of this page, got one of another build`);
    versions.add(language, other);
  };
  let loading: Promise<void> | undefined;
  const load = async (language: Language): Promise<void> => {
    if (versions.has(language)) return;
    loading ??= loadOther(language).finally(() => {
      loading = undefined;
    });
    return loading;
  };

  arrange?.(app, sceneIn(written));
  // Where there are no cards the arrows move a wide table.
  hearKeys(
    ['/', 'l', '?', ...(card.page === 'article' ? ['j', 'k', 'ArrowRight', 'ArrowLeft'] : [])],
    (key) =>
      import('./tools/keys').then(
        (script) => script.act(key, sceneIn(showing)),
        () => undefined,
      ),
  );
  watchPauses(() => void versions.rehearse());
  hearEdition(() => import('./tools/large'));
  // Not every browser holds the text still when something above it grows or goes.
  if (here) returnTo(here);
  addEventListener('pagehide', notePlaceLeft);

  async function settle(): Promise<void> {
    // A page under a worker is stored already.
    if (!savesData() || navigator.serviceWorker?.controller) return store();
    reportStatus({ kind: 'offered', accept: () => void store() });
  }

  async function store(): Promise<void> {
    const other = otherThan(written);
    await load(other)
      .then(() => versions.prepare(other))
      .then(versions.rehearse)
      .catch(() => undefined);
    await openWorker(site.base, {
      saving: () => reportStatus({ kind: 'saving' }),
      unavailable: () => reportStatus({ kind: 'unavailable' }),
      failed: reportFailure,
      audited: ({ complete, bytes }) =>
        reportStatus(complete ? { kind: 'saved', bytes } : { kind: 'unavailable' }),
      waiting: (accept) => offerUpdate(() => accept(reloadHere)),
      settled: withdrawUpdate,
      replaced: () => reportReplaced(reloadHere),
    });
  }

  return {
    load,
    show: (language, here) => {
      showing = language;
      versions.show(language, here);
    },
    settle,
  };
}

/** Where the reader was when the page went, with the distance from the top, which is what the browser remembers. */
function notePlaceLeft(): void {
  const left = [location.pathname, scrollY, measurePlace()];
  writeMirror('left', JSON.stringify(left), 'sessionStorage');
}

/**
 * Where the reader was, on a page that has been loaded again: the browser has brought back the same distance, but the
 * tools under the cards above are only now put in. A reader who has gone on stands somewhere else.
 */
function placeLeft(): Place | undefined {
  try {
    const [path, top, left] = JSON.parse(readMirror('left', 'sessionStorage') ?? '');
    return path === location.pathname && Math.abs(scrollY - top) < 1 ? left : undefined;
  } catch {
    return undefined;
  }
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

import { hydrate } from 'preact';
import { namespaceOf } from '../../core/articleWords';
import { openI18n } from '../../core/i18n';
import type { Language } from '../../core/language';
import { type ArticleFile, openWords, type PageInfo, routeOf, type SiteFile } from '../../core/page';
import { addressOf, hrefOf } from '../../core/routes';
import * as articlePage from '../pages/ArticlePage';
import type { PageModule } from '../pages/pageModule';
import { isTargetMissing } from '../platform/anchor';
import { showHead } from '../platform/head';
import { savesData } from '../platform/network';
import { reloadHere } from '../platform/placeLeft';
import { applyWholeSheet } from '../platform/sheet';
import { hasWorker } from '../platform/storage';
import { nextTask } from '../platform/tasks';
import { followTranslator } from '../platform/translator';
import { unreached } from '../platform/unreached';
import { openWorker } from '../platform/worker';
import { announce } from '../state/announcement';
import {
  forgetFailure,
  offerUpdate,
  replaced,
  reportFailure,
  reportReplaced,
  reportStatus,
  withdrawUpdate,
} from '../state/appStatus';
import { followBilingual } from '../state/bilingual';
import { followKeys } from '../state/keys';
import { followLook } from '../state/look';
import { refreshPlace } from '../state/place';
import { recallLastPlace, recallProgress } from '../state/progress';
import { readSaved } from '../state/saved';
import { recallSettings } from '../state/settings';
import { followTabs } from '../state/tabs';
import { followVoices } from '../state/voices';
import { openParts } from './openParts';
import { View } from './View';

export interface App {
  /** Changes the language of the page; resolves once everything in sight is in it. */
  show(language: Language): Promise<void>;
  /** Stores the edition for reading offline. To be called when the page is idle. */
  storeEdition(): Promise<void>;
  /** Resolves once what was kept is shown; from then on the page does not change its height by itself. */
  readonly recalled: Promise<unknown>;
}

interface Loaded {
  readonly info: PageInfo;
  readonly site: SiteFile;
  readonly articles: readonly ArticleFile[];
  /** The language of the prerendered page. */
  readonly written: Language;
}

/** The article page is part of the app's script; the components of all other pages are one more script. */
const pageModuleOf = async ({ page }: PageInfo): Promise<PageModule> =>
  page === 'article' || page === 'root' || page === 'unknown'
    ? articlePage
    : (await import('../pages')).pageModules[page];

/** Whether all ids of the page are there from the beginning, and not only once a script has filled it. */
const isWhole = ({ page }: PageInfo): boolean =>
  page === 'article' || page === 'measures' || page === 'terms';

/** Takes over the page: hydrates the prerendered elements, and changes their language from then on. */
export async function openApp({ info, site, articles, written }: Loaded): Promise<App> {
  const namespaces = (language: Language) => ({
    ...site.words[language],
    ...Object.fromEntries(articles.map(({ facts, words }) => [namespaceOf(facts.id), words[language]])),
  });
  const i18n = openI18n(written, { zh: namespaces('zh'), en: namespaces('en') });
  const words = openWords(i18n, info, { articles, terms: site.terms });
  const parts = openParts(words, written);
  const { Page, headingOf } = await pageModuleOf(info);
  let shown = written;
  const { base } = info.site;

  function showHeadIn(language: Language): void {
    const heading = headingOf(words[language]);
    showHead(language, {
      ...heading,
      canonical: addressOf(info.site, routeOf(info, language)),
      manifest: `${base}${language}.webmanifest`,
    });
    announce({ text: heading.title, language, isSeen: false });
  }

  await applyWholeSheet();
  // Opening i18next and hydrating are separate tasks, so that the reader's first input is handled in between.
  await nextTask();
  readSaved();
  followBilingual();
  followLook();
  followVoices();
  // A part that is hydrated early may ask at once for a script that cannot be had.
  addEventListener(unreached, () => {
    const why = replaced.value ? 'status:outdated' : 'status:failed';
    announce({ text: words[shown].t(why), language: shown, isSeen: true });
  });
  const app = document.getElementById('app') as HTMLElement;
  followTranslator(app);
  hydrate(
    <View parts={parts}>
      <Page />
    </View>,
    app,
  );
  // What another tab changes while the database is asked must be heard.
  followTabs();
  // The database answers meanwhile.
  const recalling = [
    recallSettings(),
    info.page === 'article' && info.article ? recallProgress(info.article) : undefined,
    info.page === 'home' ? recallLastPlace(info.articles) : undefined,
  ];
  await parts.hydrate();
  document.documentElement.dataset.hydrated = '';

  if (isWhole(info) && isTargetMissing())
    announce({ text: words[shown].t('status:gone'), language: shown, isSeen: true });
  followKeys(info.page === 'article', () => hrefOf(info.site, { page: 'search', language: shown }));

  const store = () =>
    openWorker(base, {
      saving: () => reportStatus({ kind: 'saving' }),
      unavailable: () => reportStatus({ kind: 'unavailable' }),
      failed: reportFailure,
      stored: forgetFailure,
      audited: ({ complete, bytes }) =>
        reportStatus(complete ? { kind: 'saved', bytes } : { kind: 'unavailable' }),
      waiting: (accept) => offerUpdate(() => accept(reloadHere)),
      noneWaiting: withdrawUpdate,
      replaced: () => reportReplaced(reloadHere),
    });
  // The offer goes at once, so that it cannot be accepted a second time.
  const storeNow = () => {
    reportStatus({ kind: 'saving' });
    void store();
  };

  return {
    recalled: Promise.allSettled(recalling).then(nextTask),
    async show(language) {
      if (language === shown) return;
      shown = language;
      await i18n.changeLanguage(language);
      await new Promise<void>((resolve) => {
        const inSight = () => {
          // The document's language costs a style of every element, which the words in sight do not wait for.
          showHeadIn(language);
          resolve();
        };
        void parts.show(language, inSight).then(refreshPlace).then(resolve);
      });
    },
    async storeEdition() {
      // If the reader saves data, storing is only offered. If a worker controls the page,
      // the edition is stored already.
      if (!savesData() || hasWorker()) await store();
      else reportStatus({ kind: 'offered', accept: storeNow });
    },
  };
}

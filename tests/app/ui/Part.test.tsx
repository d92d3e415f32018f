import { renderToString } from 'preact-render-to-string';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { pageModules } from '../../../src/app/pages';
import { View } from '../../../src/app/shell/View';
import { announce } from '../../../src/app/state/announcement';
import { offerUpdate, reportStatus } from '../../../src/app/state/appStatus';
import { followBilingual } from '../../../src/app/state/bilingual';
import { toggleTool } from '../../../src/app/state/cardTools';
import { followInstall } from '../../../src/app/state/install';
import {
  reportPlace,
  reportProgress,
  reportSaved,
  reportSettings,
  reportUnkept,
} from '../../../src/app/state/kept';
import { followLook } from '../../../src/app/state/look';
import { lookForVoices } from '../../../src/app/state/voices';
import { routesOf } from '../../../src/core/allRoutes';
import { pathOf, type Route } from '../../../src/core/routes';
import { aPageInfo, theArticle, theWords } from '../../core/aSpeaker';
import { aStorage } from '../state/aBrowser';

const { id: article, cards } = theArticle().facts;
const routes = routesOf([article]).map((route) => [pathOf(route), route] as const);

/** The page's tags and texts, so that a difference is seen at its place. */
function render(route: Route): string[] {
  const info = aPageInfo({ page: route.page, article: 'article' in route ? route.article : null });
  const words = theWords(info)[route.language];
  const nextTurn = () => ({ hasCome: true, coming: Promise.resolve(), taken: () => undefined });
  const { Page } = pageModules[route.page];
  return renderToString(
    <View parts={{ words, follow: () => () => undefined, nextTurn }}>
      <Page />
    </View>,
  ).split(/(?=<)/);
}

/** What the build writes, where nothing is known of a reader. */
const prerendered = new Map(routes.map(([path, route]) => [path, render(route)]));

/** All that may be known of a reader before a page is hydrated. */
beforeAll(() => {
  const dataset = { edition: 'large', theme: 'dark' };
  vi.stubGlobal('document', { documentElement: { dataset } });
  vi.stubGlobal('scrollY', 0);
  vi.stubGlobal('location', { search: '?both' });
  vi.stubGlobal('localStorage', aStorage({ 'yaolan:install': 'dismissed' }));
  vi.stubGlobal('addEventListener', () => undefined);
  const voices = [
    { lang: 'zh-CN', localService: true },
    { lang: 'en-GB', localService: true },
  ];
  vi.stubGlobal('window', { speechSynthesis: { getVoices: () => voices } });
  const ids = cards.map(({ id }) => id);
  reportProgress(ids);
  reportPlace({ card: ids[3] ?? '', offset: 0, at: 1 });
  reportSaved(ids.map((id) => `${article}/${id}`));
  reportSettings({ both: 'on' });
  reportUnkept(true);
  reportStatus({ kind: 'saved', bytes: 1000 });
  offerUpdate(() => undefined);
  followInstall();
  announce({ text: 'said', language: 'en', isSeen: true });
  toggleTool({ card: ids[1] ?? '', tool: 'share' });
  followBilingual();
  followLook();
  lookForVoices();
  return () => {
    vi.unstubAllGlobals();
    // The next file in this worker is to know nothing of this reader.
    vi.resetModules();
  };
});

describe('the first render in the browser', () => {
  it.each(routes)('says what the page says already, whatever the reader has made: %s', (path, route) => {
    expect(render(route)).toEqual(prerendered.get(path));
  });
});

import { buildSite, type TestSite } from '../support/site';
import { article, type Tab, untilOffline } from './support';

/** The second version knows its address, so each of its pages differs from the first one's. */
const nextOrigin = 'https://next.example';

export const buildNewer = (): Promise<string> => buildSite({ siteUrl: `${nextOrigin}/` });

/** The first visit is not served by its worker; the second one is. */
export async function visitTwice(tab: Tab, site: TestSite): Promise<void> {
  for (const _visit of ['first', 'second']) {
    await tab.goto(`${site.url}zh/${article}/`);
    await untilOffline(tab);
  }
}

/** Puts the new version on the server, has the browser look for it and waits for the offer. */
export async function deploy(tab: Tab, site: TestSite, newer: string): Promise<void> {
  await site.swap(newer);
  await tab.ask(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  await tab.waitFor('the offer of the new version', () => document.querySelector('[data-update]'));
}

/** Counts from now on how often another worker takes the page over. */
export const noteTakeovers = (tab: Pick<Tab, 'ask'>): Promise<void> =>
  tab.ask(() => {
    const noted = window as unknown as { takeovers: number };
    noted.takeovers = 0;
    navigator.serviceWorker.addEventListener('controllerchange', () => noted.takeovers++);
  });

export const takeovers = (tab: Pick<Tab, 'ask'>): Promise<number> =>
  tab.ask(() => (window as unknown as { takeovers: number }).takeovers);

/** Runs in the page: whether it is of the second version. */
function isNewerInPage(origin: string): boolean {
  return document.querySelector('link[rel=canonical]')?.getAttribute('href')?.startsWith(origin) ?? false;
}

export const isNewer = (tab: Tab): Promise<boolean> => tab.ask(isNewerInPage, nextOrigin);

export const untilNewer = (tab: Tab): Promise<void> =>
  tab.waitFor('the new version', isNewerInPage, nextOrigin);

/** How many lines offer a new version. */
export const offers = (tab: Tab): Promise<number> =>
  tab.ask(() => document.querySelectorAll('[data-update]').length);

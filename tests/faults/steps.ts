import { article, untilHydrated, untilOffline } from '../journeys/support';
import { siteUrls, type Version } from './builds';
import type { FaultTab } from './drivers';
import type { Fault, Where } from './faultd';
import type { Rig } from './scenario';

/** What scenarios do again and again, in words of the table. */

export const zhArticle = `zh/${article}/`;
export const enArticle = `en/${article}/`;

/** The first visit, until everything is stored. */
export async function install(rig: Rig, path = zhArticle): Promise<void> {
  await rig.goto(path);
  await untilOffline(rig.tab);
  await rig.remember();
}

/** The second visit, which the worker answers. */
export async function installAndReturn(rig: Rig, path = zhArticle): Promise<void> {
  await install(rig, path);
  await rig.goto(path);
  await untilOffline(rig.tab);
}

/** A fault that begins when the worker does: the page before it has come whole. */
export function faultAtInstall(rig: Rig, where: Where, fault: Fault, limit?: { times: number }): void {
  const { site } = rig;
  const hasBegun = () => site.requests.some(({ path }) => path === '/sw.js');
  site.when(
    (request) => {
      if (!hasBegun()) return false;
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      return typeof where === 'string'
        ? path === where
        : where instanceof RegExp
          ? where.test(path)
          : where(request);
    },
    fault,
    limit,
  );
}

/** Opens a page and waits until its text is to be seen; what never answers would keep it waiting for ever. */
export async function reads(rig: Rig, path: string): Promise<void> {
  await rig.goto(path);
  await rig.tab.waitFor('text', () => document.querySelector('h1')?.getBoundingClientRect().height);
}

/**
 * Has the browser look for a newer worker; the answer is what it says about the worker's script. It looks twice: a
 * look of the page's own that is under way answers the first, and may have begun before the server changed.
 */
export const lookForUpdate = (tab: FaultTab): Promise<'found' | 'unchanged' | 'refused'> =>
  tab.ask(async () => {
    const registration = await navigator.serviceWorker.ready;
    const isFound = () => Boolean(registration.installing || registration.waiting);
    await registration.update().catch(() => undefined);
    if (isFound()) return 'found';
    try {
      await registration.update();
      return isFound() ? 'found' : 'unchanged';
    } catch {
      return 'refused';
    }
  });

/** What has become of the worker: which versions there are, and whether one is being installed still. */
export const workerStates = (tab: FaultTab) =>
  tab.ask(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return {
      installing: registration?.installing?.state ?? 'none',
      waiting: registration?.waiting?.state ?? 'none',
      active: registration?.active?.state ?? 'none',
    };
  });

/** Until no version is being installed, whatever has come of it. */
export const untilInstallEnds = (tab: FaultTab): Promise<void> =>
  tab.waitFor('the installation to end', async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    // A first installation that failed leaves no registration behind.
    return !registration?.installing;
  });

export const offers = (tab: FaultTab): Promise<number> =>
  tab.ask(() => document.querySelectorAll('[data-update]').length);

export const untilOffered = (tab: FaultTab): Promise<void> =>
  tab.waitFor('the offer of the new version', () => document.querySelector('[data-update]'));

/** Saves a card, until its control says so; after `remember` no scenario may lose it. */
export async function saveCard(tab: FaultTab, card = 'crime'): Promise<void> {
  const control = `#${card} > [data-tools] [data-save]`;
  await tab.waitFor('the controls', (control) => document.querySelector(control), control);
  await tab.ask((control) => {
    document.querySelector(control)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, control);
  await tab.click(control);
  await tab.waitFor(
    'the control to say so',
    (control) => document.querySelector(control)?.ariaPressed === 'true',
    control,
  );
}

/** Presses the control of a card: whether it then says that the card is saved, or the page that it cannot keep it. */
export async function saveOrBeTold(tab: FaultTab, card = 'crime'): Promise<boolean> {
  const control = `#${card} > [data-tools] [data-save]`;
  await tab.waitFor('the controls', (control) => document.querySelector(control), control);
  await tab.ask((control) => document.querySelector<HTMLElement>(control)?.click(), control);
  const said = (control: string) => {
    if (/本机无法保存/.test(document.querySelector('[data-live=status]')?.textContent ?? '')) return 'told';
    return document.querySelector(control)?.ariaPressed === 'true' ? 'saved' : undefined;
  };
  await tab.waitFor('an answer', said, control);
  return (await tab.ask(said, control)) === 'saved';
}

/** Which version the page on the screen is of, by the address it gives itself. */
export const versionShown = (tab: FaultTab): Promise<Version> =>
  tab.ask((versions) => {
    const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
    return (
      (Object.keys(versions) as (keyof typeof versions)[]).find((version) =>
        canonical.startsWith(versions[version]),
      ) ?? 'first'
    );
  }, siteUrls);

/** Opens the first term's note, the one part of the article that is fetched when it is asked for. */
export async function openNote(tab: FaultTab): Promise<void> {
  const term = '[data-card] a[role=button]';
  await tab.waitFor('a term', (term) => document.querySelector(term), term);
  await tab.ask((term) => {
    document.querySelector(term)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, term);
  await tab.click(term);
}

/** Asks for a part of the page that has a script of its own. */
export const pressShare = (tab: FaultTab): Promise<void> =>
  tab.ask(() => document.querySelector<HTMLElement>('#crime > [data-tools] [data-tool=share]')?.click());

export const untilNote = (tab: FaultTab): Promise<void> =>
  tab.waitFor('the note', () => document.querySelector('[data-note]'));

export { untilHydrated, untilOffline };

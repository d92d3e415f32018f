import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { type Tab, tabOver, webKitTabOver } from '../journeys/support';
import {
  type EngineName,
  installedBrowsers,
  type OpenBrowser,
  type OpenChromiumOptions,
  type OpenFirefoxOptions,
  openChromium,
  openFirefox,
} from '../support/browsers';
import { freshFolder, removeFolder } from '../support/run-folder';
import { until } from '../support/until';
import { openWebKit } from '../support/webkit';

export const isInstalled = (engine: EngineName): boolean => Boolean(installedBrowsers()[engine]);

/** A tab that counts the loads nobody asked for. */
export interface FaultTab extends Tab {
  reload(): Promise<void>;
  back(): Promise<void>;
  /** Follows a link or presses a control that leads to another page, and waits until that has loaded. */
  follow(selector: string): Promise<void>;
  /** Loads that the driver did not ask for: reloads and redirects by a script. */
  unaskedLoads(): Promise<number>;
  /** Errors and violations of the policy, all pages of this tab together. */
  troubles(): Promise<readonly string[]>;
  resize(width: number, height: number): Promise<void>;
}

/** One browser with one profile. What only some engines can do is absent in the others. */
export interface Driver {
  readonly engine: EngineName;
  readonly tab: FaultTab;
  /**
   * Ends the browser as a reader does and starts it with the same profile; WebKit goes on in its session.
   *
   * @param between what happens to the profile meanwhile
   */
  restart(between?: (closed: { profile: string }) => void): Promise<void>;
  /** A second tab; absent in WebKit. */
  readonly newTab?: () => Promise<FaultTab>;
  /** SIGKILL to all its processes, then the same profile again. */
  readonly killAndRestart?: (options?: LaunchOptions) => Promise<void>;
  readonly page?: () => Page;
  readonly context?: () => BrowserContext;
  /** Chromium's own protocol. */
  readonly cdp?: () => Promise<CDPSession>;
  close(): Promise<void>;
}

export type LaunchOptions = OpenChromiumOptions & OpenFirefoxOptions;

export const openDriver = (engine: EngineName, options: LaunchOptions = {}): Promise<Driver> =>
  engine === 'webkit' ? openWebKitDriver() : openPlaywrightDriver(engine, options);

async function openPlaywrightDriver(engine: 'chromium' | 'firefox', options: LaunchOptions): Promise<Driver> {
  const profile = options.profile ?? freshFolder('profile');
  const open = engine === 'chromium' ? openChromium : openFirefox;
  let browser: OpenBrowser;
  let tab: FaultTab;
  const launch = async (more: LaunchOptions = {}) => {
    browser = await open({ ...options, ...more, profile });
    await browser.context.addInitScript(recorder);
    tab = faultTabOver(browser.page, browser.close);
  };
  await launch();
  return {
    engine,
    get tab() {
      return tab;
    },
    page: () => browser.page,
    context: () => browser.context,
    newTab: async () => {
      const page = await browser.context.newPage();
      return faultTabOver(page, () => page.close());
    },
    async restart(between) {
      await browser.close();
      between?.({ profile });
      await launch();
    },
    async killAndRestart(more) {
      await browser.kill();
      await launch(more);
    },
    ...(engine === 'chromium' && { cdp: () => browser.context.newCDPSession(browser.page) }),
    async close() {
      await browser.close();
      if (options.profile === undefined) await removeFolder(profile);
    },
  };
}

const violation = 'policy violation:';

/** What Firefox itself says of files that did not come is told in the same way as errors of the page. */
const ofTheBrowser = /^(Error: )?(Failed to (load|register)|Loading (module|failed)|None of the “sha256”)/;

/**
 * Runs before everything else in each page. `__name` is what tsx calls inside functions that are sent to the
 * page as text.
 */
const recorder = `
  globalThis.__name ??= (fn) => fn;
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    console.error('${violation} ' + violatedDirective + ' ' + blockedURI));
`;

function faultTabOver(page: Page, close: () => Promise<void>): FaultTab {
  let asked = 0;
  let loads = 0;
  const troubles: string[] = [];
  // Where a connection breaks off Chromium shows a page of its own, which is no load of ours.
  page.on('load', () => {
    if (!page.url().startsWith('chrome-error:')) loads++;
  });
  page.on('pageerror', (error) => {
    if (!ofTheBrowser.test(String(error))) troubles.push(String(error));
  });
  page.on('console', (message) => {
    if (message.text().startsWith(violation)) troubles.push(message.text());
  });
  const tab = tabOver(page, close);
  const navigate = async (work: () => Promise<unknown>) => {
    await work();
    asked++;
  };
  return {
    ...tab,
    goto: (url) => navigate(() => page.goto(url)),
    reload: () => navigate(() => page.reload()),
    // A page that comes back from memory loads nothing; Firefox's driver would wait for that in vain.
    // Once the driver has its answer, which a page that is going would not give any more.
    back: () => page.evaluate(() => void setTimeout(() => history.back())),
    follow: (selector) =>
      navigate(async () => {
        const loaded = page.waitForEvent('load');
        await tab.click(selector);
        await loaded;
      }),
    unaskedLoads: async () => loads - asked,
    troubles: async () => troubles,
    resize: (width, height) => page.setViewportSize({ width, height }),
  };
}

/** What stands in for the recorder in WebKit, whose driver runs nothing before a page: builds carry it. */
export const webKitRecorder = `
  (() => {
    const noted = (window.__noted = []);
    addEventListener('error', ({ message }) => message && noted.push(message));
    addEventListener('unhandledrejection', ({ reason }) => noted.push(String(reason)));
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      noted.push('${violation} ' + violatedDirective + ' ' + blockedURI));
  })();
`;

/** ms by which WebKit, which reckons the origin of a page's time anew each time, may differ from itself. */
const drift = 50;

async function openWebKitDriver(): Promise<Driver> {
  const webKit = await openWebKit();
  const { driver, evaluate } = webKit;
  const plain = webKitTabOver(webKit);
  const troubles: string[] = [];
  let begun: number | undefined;
  let asked = 0;
  let loads = 0;
  /** Reads what the page has noted before it goes. */
  const note = async () => {
    const seen = await evaluate(() => {
      const { __noted: noted } = window as unknown as { __noted?: string[] };
      return { noted: noted?.splice(0) ?? [], origin: performance.timeOrigin };
    }).catch(() => undefined);
    if (!seen) return;
    troubles.push(...seen.noted);
    if (begun === undefined || seen.origin > begun + drift) loads++;
    begun = seen.origin;
  };
  const navigate = async (work: () => Promise<unknown>) => {
    await note();
    await work();
    await note();
    asked++;
  };
  await note();
  asked = loads;
  const tab: FaultTab = {
    ...plain,
    goto: (url) => navigate(() => plain.goto(url)),
    reload: () => navigate(() => driver.navigate().refresh()),
    back: () => navigate(() => driver.navigate().back()),
    follow: (selector) =>
      navigate(async () => {
        const before = await evaluate(() => performance.timeOrigin);
        await plain.click(selector);
        const hasLoaded = (earliest: number) =>
          performance.timeOrigin > earliest && document.readyState === 'complete';
        await until(() => evaluate(hasLoaded, before + drift), {
          what: `the page behind ${selector}`,
        });
      }),
    unaskedLoads: async () => {
      await note();
      return loads - asked;
    },
    troubles: async () => {
      await note();
      return troubles;
    },
    resize: async (width, height) => void (await driver.manage().window().setRect({ width, height })),
  };
  return {
    engine: 'webkit',
    tab,
    restart: () => navigate(() => driver.get('about:blank')),
    close: plain.close,
  };
}

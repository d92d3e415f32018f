import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, firefox, type Page } from 'playwright-core';
import { endGroup, forget, isAlive, launchWatched } from './processes';
import { installOnDebian, isProgram, which } from './programs';
import { freshFolder, removeFolder } from './run-folder';
import { hang, until } from './until';

export interface WebKitPrograms {
  driver: string;
  miniBrowser: string;
  /** The display server: WebKitGTK has no mode without a display. */
  xvfb: string;
}

export const engineNames = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof engineNames)[number];

/** Full paths of the programs; nothing for an engine that this run does not drive. */
export interface Browsers {
  chromium: string | undefined;
  firefox: string | undefined;
  webkit: WebKitPrograms | undefined;
}

/** `ENGINES=chromium,webkit` has a run drive these only; without it each engine that is installed is driven. */
const chosenEngines = (): readonly string[] => process.env.ENGINES?.split(',') ?? engineNames;

/** The browsers of this machine, as far as this run drives them. */
export function installedBrowsers(chosen = chosenEngines()): Browsers {
  const find = <T>(name: EngineName, search: () => T): T | undefined =>
    chosen.includes(name) ? search() : undefined;
  return {
    chromium: find('chromium', findChromium),
    firefox: find(
      'firefox',
      () => which('firefox-esr') ?? which('firefox') ?? applicationOnMac('Firefox', 'firefox'),
    ),
    webkit: find('webkit', findWebKit),
  };
}

const packagesOf: Readonly<Record<EngineName, readonly string[]>> = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

/** On Debian, as root, installs what these engines lack. */
export function installBrowsers(engines: readonly EngineName[]): Browsers {
  const here = installedBrowsers(engines);
  const lacking = engines.filter((name) => !here[name]).flatMap((name) => packagesOf[name]);
  installOnDebian([...lacking, ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])]);
  return installedBrowsers(engines);
}

function findChromium(): string | undefined {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return isProgram(chosen) ? chosen : which(chosen);
  return (
    which('chromium') ??
    which('chromium-browser') ??
    which('google-chrome') ??
    which('google-chrome-stable') ??
    applicationOnMac('Google Chrome', 'Google Chrome') ??
    applicationOnMac('Chromium', 'Chromium')
  );
}

function findWebKit(): WebKitPrograms | undefined {
  const driver = which('WebKitWebDriver');
  const xvfb = which('Xvfb');
  const miniBrowser = findMiniBrowser();
  return driver && xvfb && miniBrowser ? { driver, xvfb, miniBrowser } : undefined;
}

/** MiniBrowser is on no PATH: Debian keeps it under the machine's architecture, Fedora in libexec. */
function findMiniBrowser(): string | undefined {
  const architectures = foldersIn('/usr/lib').map((name) => join('/usr/lib', name));
  return ['/usr/libexec', '/usr/lib', ...architectures]
    .flatMap((parent) => [join(parent, 'webkit2gtk-4.1'), join(parent, 'webkitgtk-6.0')])
    .map((folder) => join(folder, 'MiniBrowser'))
    .find(isProgram);
}

/** Without a Chinese font every Han character is the same empty box, and widths prove nothing. */
const hasChineseFont = (): boolean => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');

function applicationOnMac(application: string, program: string): string | undefined {
  const path = `/Applications/${application}.app/Contents/MacOS/${program}`;
  return process.platform === 'darwin' && isProgram(path) ? path : undefined;
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}

type PersistentOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

interface OpenOptions {
  /** The folder that survives a restart. Without one, a fresh folder that is removed by `close`. */
  profile?: string;
  /** Further command line arguments. */
  args?: readonly string[];
  /** A BCP 47 tag: what the page, the worker and the server take as the reader's language. */
  locale?: string;
  /** A phone, 390 × 844, when not given. */
  viewport?: { width: number; height: number };
  env?: Record<string, string>;
  /** Anything else Playwright's `launchPersistentContext` takes. */
  context?: Omit<PersistentOptions, 'args' | 'locale' | 'viewport' | 'env' | 'executablePath'>;
}

export interface OpenChromiumOptions extends OpenOptions {
  /**
   * Leaves the back/forward cache on, which drivers switch off. Then go back with
   * `goBack({ waitUntil: 'commit' })`, since a restored page fires no load event. A page that was claimed by
   * a worker after it loaded is not kept by Chromium: wait for the worker first, then load the page again.
   */
  bfcache?: boolean;
}

export interface OpenFirefoxOptions extends OpenOptions {
  /** Preferences of about:config. They are written into the profile, so they stay for its next opening. */
  prefs?: Record<string, string | number | boolean>;
}

/** A running browser: one process, one profile. Open the same profile again for a true restart. */
export interface OpenBrowser {
  context: BrowserContext;
  page: Page;
  pid: number;
  /** Ends the browser as a reader does, so that everything is written to the profile. */
  close(): Promise<void>;
  /** Ends the browser as a flat battery does: SIGKILL to all its processes at once. */
  kill(): Promise<void>;
}

const phone = { width: 390, height: 844 };

const chromiumArgs = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium refuses to sandbox for root, which is who runs in a container. */
const rootArgs = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/** How Chromium is started so that it asks for nothing but what it is told to. */
export const quietChromium = (): string[] => [...chromiumArgs, ...rootArgs()];

export function openChromium(options: OpenChromiumOptions = {}): Promise<OpenBrowser> {
  const { args = [], bfcache = false, context } = options;
  return open(options, (profile) =>
    chromium.launchPersistentContext(profile, {
      ...sharedOptions(options),
      executablePath: pathOf('chromium'),
      args: [...quietChromium(), ...args],
      ...(bfcache && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
      ...context,
    }),
  );
}

/** What Playwright's own preferences leave on: calls to Mozilla's servers and pages shown at first start. */
const quietFirefox = {
  'app.update.auto': false,
  'browser.aboutwelcome.enabled': false,
  'browser.region.network.url': '',
  'browser.topsites.contile.enabled': false,
  'dom.push.connection.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'messaging-system.rsexperimentloader.enabled': false,
  'network.captive-portal-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.enabled': false,
};

/**
 * Stock Firefox over WebDriver BiDi. The channel is what makes Playwright speak BiDi; without it only
 * Playwright's own patched build starts. With it `launchPersistentContext` keeps the profile, service
 * workers and caches included (measured: Firefox ESR 153, playwright-core 1.64.1).
 */
export function openFirefox(options: OpenFirefoxOptions = {}): Promise<OpenBrowser> {
  const { args = [], prefs = {}, locale, context } = options;
  return open(options, (profile) =>
    firefox.launchPersistentContext(profile, {
      ...sharedOptions(options),
      executablePath: pathOf('firefox'),
      channel: 'moz-firefox',
      args: [...args],
      // Playwright's locale reaches pages only; the preference reaches the worker and its requests too.
      firefoxUserPrefs: { ...quietFirefox, ...(locale && { 'intl.accept_languages': locale }), ...prefs },
      ...context,
    }),
  );
}

/** @throws where it is not installed */
export function pathOf(engine: 'chromium' | 'firefox'): string {
  const path = installedBrowsers([engine])[engine];
  if (path) return path;
  throw new Error(`${engine} is not installed here. A Chrome elsewhere can be named in CHROME_PATH.`);
}

function sharedOptions({ locale, viewport = phone, env }: OpenOptions): PersistentOptions {
  return {
    headless: true,
    timeout: hang,
    viewport,
    ...(locale && { locale }),
    ...(env && { env: { ...definedOnly(process.env), ...env } }),
  };
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

async function open(
  { profile }: OpenOptions,
  launch: (profile: string) => Promise<BrowserContext>,
): Promise<OpenBrowser> {
  const folder = profile ?? freshFolder('profile');
  const { launched: context, pid } = await launchWatched(folder, () => launch(folder));
  context.setDefaultTimeout(hang);
  const end = async (how: () => Promise<void>): Promise<void> => {
    await how();
    if (profile === undefined) await removeFolder(folder);
  };
  return {
    context,
    page: context.pages()[0] ?? (await context.newPage()),
    pid,
    close: () => end(() => closeContext(context, pid)),
    kill: () => end(() => killContext(context, pid)),
  };
}

/** The next process may only open the profile when this one is gone, so closing waits for that. */
async function closeContext(context: BrowserContext, pid: number): Promise<void> {
  await context.close().catch(() => undefined);
  await until(() => !isAlive(pid), { what: `browser ${pid} to close` }).catch(() => endGroup(pid));
  forget(pid);
}

async function killContext(context: BrowserContext, pid: number): Promise<void> {
  const closed = new Promise((resolve) => context.once('close', resolve));
  await endGroup(pid);
  await closed;
}

import { once } from 'node:events';
import { pathOf, quietChromium } from '../support/browsers';
import { endGroup, forget, startGroup } from '../support/processes';
import { freshFolder } from '../support/run-folder';
import type { Readings } from './figures';
import type { Place } from './visits';

/** Not a dependency: a hundred packages for a figure that few ask for. npm fetches it when asked. */
const lighthouse = 'lighthouse@13.5.0';
const patience = 180_000; // ms; the first call also downloads it

interface Report {
  readonly audits: Record<string, { readonly numericValue?: number }>;
  readonly categories: Record<string, { readonly score: number | null }>;
}

/** What the browser's owner prefers; the numbers are Blink's own. */
export const themes = { dark: 0, light: 1 } as const;
export type Theme = keyof typeof themes;

type Visited = Pick<Place, 'url' | 'fingerprint'>;

async function reportOf({ url, fingerprint }: Visited, theme: Theme): Promise<Report> {
  const folder = freshFolder('lighthouse');
  const flags = [
    '--headless=new',
    ...quietChromium(),
    `--ignore-certificate-errors-spki-list=${fingerprint}`,
    `--blink-settings=preferredColorScheme=${themes[theme]}`,
  ];
  const args = [
    ...['exec', '--yes', `--package=${lighthouse}`, '--', 'lighthouse', url],
    ...['--output=json', '--quiet', '--no-enable-error-reporting', `--chrome-flags=${flags.join(' ')}`],
    '--only-categories=performance,accessibility,best-practices,seo',
  ];
  const { child, pid } = await startGroup('npm', args, {
    cwd: folder,
    env: { ...process.env, CHROME_PATH: pathOf('chromium') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const timer = setTimeout(() => void endGroup(pid), patience);
  let out = '';
  let complaint = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    complaint += chunk;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  forget(pid);
  if (code !== 0) throw new Error(`Lighthouse was not run (${code}):\n${complaint}`);
  return JSON.parse(out) as Report;
}

const timings = {
  'lighthouse fcp': 'first-contentful-paint',
  'lighthouse lcp': 'largest-contentful-paint',
  'lighthouse tbt': 'total-blocking-time',
} as const;

/** Lighthouse's own phone, line and reckoning; the absolute figures are not comparable with the others. */
export async function lighthouseVisit(place: Visited, theme: Theme = 'light'): Promise<Readings> {
  // On a busy machine it now and then loses its own trace; a second time it has it.
  const { audits, categories } = await reportOf(place, theme).catch(() => reportOf(place, theme));
  return {
    ...Object.fromEntries(
      Object.entries(timings).map(([key, audit]) => [key, audits[audit]?.numericValue ?? Number.NaN]),
    ),
    ...Object.fromEntries(
      Object.entries(categories).map(([name, { score }]) => [`lighthouse ${name}`, 100 - (score ?? 0) * 100]),
    ),
  };
}

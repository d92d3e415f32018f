import type { Certificate } from '../support/certificate';
import { addressesOf } from '../support/pages';
import { buildSite } from '../support/site';
import { medianOf, type Readings } from './figures';
import { lighthouseVisit, type Theme, themes } from './lighthouse';
import { serveSecurely } from './secureSite';
import { columns } from './table';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Milliseconds, by Lighthouse's reckoning. */
const times = ['fcp', 'lcp', 'tbt'] as const;

interface Measured {
  readonly text: string;
  readonly isReached: boolean;
}

/**
 * Lighthouse on every page in both languages and both themes: the points of each category, of a hundred, and the
 * times behind the first. The root and the way out are left out: the one sends the reader on, the other is no page
 * to be found.
 */
export async function measurePages(
  built: string,
  certificate: Certificate,
  rounds: number,
  say: (line: string) => void,
): Promise<Measured> {
  const site = await serveSecurely(built, certificate);
  const rows = [['', '', ...categories, ...times.map((time) => `${time}, ms`)]];
  const failures: string[] = [];
  let isReached = true;
  try {
    await site.swap(await buildSite({ siteUrl: site.url }));
    const addresses = addressesOf(built).filter((address) => /^\/(zh|en)\//.test(address));
    for (const address of addresses) {
      for (const theme of Object.keys(themes) as Theme[]) {
        say(`${address} · ${theme}`);
        const visits: Readings[] = [];
        const place = { url: new URL(address, site.url).href, fingerprint: certificate.fingerprint };
        for (let round = 0; round < rounds; round++) {
          // One visit that fails must not cost the others; the table says that it is missing.
          await lighthouseVisit(place, theme).then(
            (readings) => visits.push(readings),
            (error: unknown) => failures.push(`Failed: ${address} · ${theme}: ${String(error)}`),
          );
        }
        const of = (key: string) =>
          medianOf(visits.map((visit) => visit[`lighthouse ${key}`] ?? Number.NaN)) ?? Number.NaN;
        const points = categories.map((category) => Math.round(100 - of(category)));
        isReached &&= points.every((each) => each === 100);
        say(`  ${points.join(' ')}`);
        rows.push([address, theme, ...points.map(String), ...times.map((time) => of(time).toFixed(0))]);
      }
    }
  } finally {
    await site.stop();
  }
  return { text: [columns(rows), ...failures].join('\n'), isReached };
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { otherThan, tagOf } from '../../src/core/language';
import { type OpenBrowser, openChromium } from '../support/browsers';
import { servedSite } from '../support/served';
import { buildSite, type Fault } from '../support/site';
import { until } from '../support/until';
import { addresses, article, engines, inOther, languageOf } from './support';

/** Each figure as the source states it, with its qualifier: in Chinese and in English. */
const figures: readonly (readonly [measure: string, zh: RegExp, en: RegExp])[] = [
  ['study-classes', /16期/, /(?<![\d,])16 classes/],
  ['study-discussions', /196次/, /(?<![\d,])196 discussions/],
  ['party-lectures', /47次/, /(?<![\d,])47 .*lectures/],
  ['plenum-study-coverage', /全覆盖/, /full coverage/],
  ['studied-entities', /16家/, /(?<![\d,])16 entities/],
  ['entity-problems', /7条/, /(?<![\d,])7 problems/],
  ['matters-to-report', /59类/, /(?<![\d,])59 categories/],
  ['matters-for-instruction', /24类/, /(?<![\d,])24 categories/],
  ['officials-moved', /36名/, /(?<![\d,])36 officials/],
  ['promotions', /340余人次/, /more than 340 promotions/],
  ['clearance-rate', /上升27\.7%/, /up 27\.7% year on year/],
  ['theft-robbery-fraud-clearance', /上升125%/, /up 125% year on year/],
  ['telecom-fraud-cases', /下降45%/, /down 45% year on year/],
  ['major-traffic-accidents', /未发生/, /none, the article says/],
  ['hazards-rectified', /630余处/, /more than 630 hazards/],
  ['hazards-cleared', /零/, /zero/],
  ['three-field-accidents', /未发生/, /none, the article says/],
  ['police-posts', /9个/, /(?<![\d,])9 police posts/],
  ['rapid-response-points', /28个/, /(?<![\d,])28 points/],
  ['risk-kinds', /十个方面/, /ten categories/],
  ['mediation-organisations', /1273个/, /(?<![\d,])1,273 organisations/],
  ['mediators', /4323名/, /(?<![\d,])4,323 mediators/],
  ['mediated-share', /90%/, /(?<![\d,])90%/],
  ['governance-centre-tiers', /四级/, /all four tiers/],
  ['outreach-batches', /8个批次/, /(?<![\d,])8 batches/],
  ['drug-user-incidents', /未发生/, /none, the article says/],
  ['video-points', /累计12\.45万个/, /cumulative 124,500 video points|124,500 video points in total to date/],
  ['key-site-coverage', /全覆盖/, /full coverage/],
  ['rural-theft', /普遍下降40%以上/, /generally down 40% or more/],
  ['legal-opinions', /37次/, /(?<![\d,])37 occasions/],
  ['risk-recommendations', /12次/, /(?<![\d,])12 occasions/],
  ['key-tasks', /62项/, /(?<![\d,])62 tasks/],
  ['legal-service-coverage', /全覆盖/, /full coverage/],
];

const root = await buildSite();
const site = await servedSite();
/** All styles of the site, of which each page carries those that its text needs. */
const sheet = readdirSync(join(root, 'assets')).find((name) => name.endsWith('.css')) ?? '';

describe.each(engines)('in $name with scripts off', ({ name, open }) => {
  let browser: OpenBrowser;

  beforeAll(async () => {
    // Stock Firefox has no such switch for its driver, so there no script ever arrives.
    browser = await open({ context: { javaScriptEnabled: false } });
    if (name === 'Firefox') site.interpose(withholdScripts);
  });

  afterAll(async () => {
    site.interpose(undefined);
    await browser.close();
  });

  it.each(addresses)('the page at %s is complete, and leads to the other language', async (address) => {
    const { page } = browser;
    await page.goto(site.url + address);
    const found = await page.evaluate(lookAtPage);
    expect(found).toMatchObject({ lang: tagOf[languageOf(address)], headings: 1, isInteractive: false });
    expect(found.heading).not.toBe('');
    expect(found.title).not.toBe('');
    expect(found.description.length).toBeGreaterThan(10);
    expect(found.canonical).toBe(`/${address}`);
    expect(found.alternates).toEqual({
      'zh-Hans': `/${address.replace(/^en/, 'zh')}`,
      en: `/${address.replace(/^zh/, 'en')}`,
      'x-default': `/${address.replace(/^en/, 'zh')}`,
    });
    expect(found.deadButtons, 'controls that only a script can serve').toEqual([]);
    // Where scripts are held back and not off, a page adds meanwhile that they have not come.
    if (name === 'Chromium') {
      const before = await page.evaluate(lookAtPlaces);
      await page.evaluate(addSheet, `/assets/${sheet}`);
      await until(() => page.evaluate(hasSheet, sheet), { what: 'all styles' });
      expect(await page.evaluate(lookAtPlaces), 'as it stands with all styles').toEqual(before);
    }
    const other = otherThan(languageOf(address));
    await page.getByRole('link', { name: { zh: '中文', en: 'English' }[other], exact: true }).click();
    await page.waitForURL(site.url + inOther(address));
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(tagOf[other]);
  });

  it.each(['zh', 'en'] as const)('evidence in %s opens and closes with a click', async (language) => {
    const { page } = browser;
    await page.goto(`${site.url}${language}/${article}/`);
    for (const measure of ['clearance-rate', 'legal-opinions']) {
      const quote = page.locator(`#${measure} q`);
      expect(await quote.isVisible()).toBe(false);
      await page.click(`#${measure} summary`);
      expect(await quote.isVisible()).toBe(true);
      await page.click(`#${measure} summary`);
      expect(await quote.isVisible()).toBe(false);
    }
  });

  it.each(['zh', 'en'] as const)(
    'the table in %s holds all measures, each with its way to its card',
    async (language) => {
      const { page } = browser;
      await page.goto(`${site.url}${language}/${article}/measures/`);
      const rows = page.locator('table tbody tr[data-measure]');
      expect(await rows.count()).toBe(33);
      const row = await page.locator('tr[data-measure=video-points]').innerText();
      expect(row).toMatch(
        { zh: /累计\s*12\.45万\s*个/, en: /124,500 video\s+points\s+in total to date/ }[language],
      );
      await page.click('tr[data-measure=mediators] a');
      await page.waitForURL(`${site.url}${language}/${article}/#mediators`);
      expect(await page.locator('#mediators').isVisible()).toBe(true);
    },
  );

  it.each(['zh', 'en'] as const)(
    'the article in %s states all 33 measures with their qualifiers',
    async (language) => {
      const { page } = browser;
      await page.goto(`${site.url}${language}/${article}/`);
      const shown = await page.evaluate(textOfMeasures);
      expect(Object.keys(shown).sort()).toEqual(figures.map(([measure]) => measure).sort());
      for (const [measure, zh, en] of figures) expect(shown[measure]).toMatch({ zh, en }[language]);
    },
  );
});

it.each(['zh', 'en'])(
  'the reader view of a browser keeps all 33 measures of the article (%s)',
  (language) => {
    const html = readFileSync(join(root, language, article, 'index.html'), 'utf8');
    const view = new Readability(parseHTML(html).document).parse();
    const { document } = parseHTML(`<main>${view?.content}</main>`);
    const text = document.querySelector('main')?.textContent?.replace(/\s+/g, ' ') ?? '';
    const lost = figures.filter(([, zh, en]) => !{ zh, en }[language as 'zh' | 'en'].test(text));
    expect(lost).toEqual([]);
    expect(document.querySelectorAll('q').length, 'quoted phrases').toBe(figures.length);
  },
);

describe('the links of all pages', () => {
  let browser: OpenBrowser;
  /** Every address a page names in `href` or `src`, with the page that names it. */
  const links = new Map<string, string>();
  const idsAt = new Map<string, readonly string[]>();

  beforeAll(async () => {
    browser = await openChromium({ context: { javaScriptEnabled: false } });
    for (const address of ['', 'zh/404.html', 'en/404.html', ...addresses]) {
      await browser.page.goto(site.url + address);
      const { named, ids } = await browser.page.evaluate(() => ({
        named: [...document.querySelectorAll<HTMLElement>('[href], [src]')].map(
          (element) =>
            new URL(element.getAttribute('href') ?? element.getAttribute('src') ?? '', location.href).href,
        ),
        ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      }));
      for (const link of named) links.set(link, address);
      idsAt.set(site.url + address, ids);
    }
  });

  afterAll(() => browser.close());

  it('lead nowhere but to this site', () => {
    expect([...links.keys()].filter((link) => !link.startsWith(site.url))).toEqual([]);
  });

  it('are all answered, without a detour', async () => {
    const targets = [...new Map([...links].map(([link, page]) => [link.replace(/#.*/, ''), page]))];
    const answers = targets.map(async ([target, page]) => {
      const { status } = await fetch(target, { redirect: 'manual' });
      return status === 200 ? [] : [`${target} on /${page}: ${status}`];
    });
    expect((await Promise.all(answers)).flat()).toEqual([]);
  });

  it('with a fragment land on an element that is there', () => {
    const fragments = [...links.keys()].filter((link) => link.includes('#'));
    const lost = fragments.filter((link) => {
      const [target = '', id = ''] = link.split('#');
      return !idsAt.get(target)?.includes(decodeURIComponent(id));
    });
    expect(fragments.length).toBeGreaterThan(100);
    expect(lost).toEqual([]);
  });
});

const withholdScripts: Fault = (request, response) => {
  if (!request.url?.endsWith('.js')) return false;
  response.writeHead(404).end();
  return true;
};

function addSheet(href: string): void {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
}

const hasSheet = (name: string): boolean =>
  [...document.styleSheets].some(({ href, media }) => href?.endsWith(name) && media.length === 0);

/** Where each element of the text stands, and how its letters look. */
function lookAtPlaces(): string[] {
  return [...document.querySelectorAll('body *')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { color, fontFamily, fontWeight } = getComputedStyle(element);
    return [element.localName, x, y, width, height, color, fontFamily, fontWeight].join(' ');
  });
}

function lookAtPage() {
  const attribute = (selector: string, name: string) =>
    document.querySelector(selector)?.getAttribute(name) ?? '';
  const alternates = [...document.querySelectorAll('link[rel=alternate]')].map((link) => [
    link.getAttribute('hreflang') ?? '',
    link.getAttribute('href') ?? '',
  ]);
  return {
    lang: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    heading: document.querySelector('h1')?.textContent ?? '',
    description: attribute('meta[name=description]', 'content'),
    canonical: attribute('link[rel=canonical]', 'href'),
    alternates: Object.fromEntries(alternates) as Record<string, string>,
    isInteractive: 'hydrated' in document.documentElement.dataset,
    deadButtons: [...document.querySelectorAll('button, input, select')].map(({ outerHTML }) => outerHTML),
  };
}

/** What a reader sees of each measure on its card, its closed evidence left out. */
function textOfMeasures(): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const element of document.querySelectorAll<HTMLElement>('[data-measure]')) {
    const { measure = '' } = element.dataset;
    // The essentials show some a second time.
    if (document.getElementById(measure)?.closest('[data-measure]') !== element) continue;
    const copy = element.cloneNode(true) as HTMLElement;
    for (const details of copy.querySelectorAll('details')) details.remove();
    shown[measure] = (copy.textContent ?? '').replace(/\s+/g, ' ');
  }
  return shown;
}

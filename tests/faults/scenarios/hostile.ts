import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addresses, choose, ownAddresses, pathOf, twoFrames, untilLanguage } from '../../journeys/support';
import { until } from '../../support/until';
import { endless, endlessCard, markup, template } from '../builds';
import type { FaultTab } from '../drivers';
import type { Rig, Scenario } from '../scenario';
import { install, openNote, reads, untilHydrated, untilNote, untilOffline, zhArticle } from '../steps';

/** Whether any of the markup in the words has become part of the page. */
const becomeOf = (tab: FaultTab) =>
  tab.ask(() => ({
    hit: (window as unknown as { hit?: number }).hit ?? 0,
    pictures: document.querySelectorAll('img[src=x]').length,
    scripts: [...document.scripts].filter(({ text }) => text.startsWith('window.hit')).length,
    comments: [...document.body.childNodes].filter(({ nodeType }) => nodeType === 8).length,
  }));

const nothing = { hit: 0, pictures: 0, scripts: 0, comments: 0 };

/** An address that would lead somewhere else if the reader followed what stands in it. */
const leads =
  '?next=//evil.example/&url=javascript:window.hit=3&redirect=https://evil.example/&lang=//evil.example#//evil.example';

/** What a stranger's words would do if they became more than words. Each runs in the page, where its policy holds. */
const probes: Readonly<Record<string, () => void>> = {
  'an inline script': () => {
    const script = document.createElement('script');
    script.append('window.hit = 4');
    document.head.append(script);
  },
  'an inline handler': () => {
    document.querySelector('h1')?.setAttribute('onclick', 'window.hit = 4');
    document.querySelector('h1')?.click();
  },
  'a script out of a string': () => {
    setTimeout(() => Reflect.get(window, 'eval')('window.hit = 4'));
  },
  'another base': () => {
    const base = document.createElement('base');
    base.href = 'https://evil.example/';
    document.head.append(base);
  },
  'a form': () => {
    const form = document.createElement('form');
    form.action = 'https://evil.example/';
    document.body.append(form);
    form.submit();
  },
  'a sheet of styles': () => {
    const style = document.createElement('style');
    style.append('h1 { color: rgb(1, 2, 3) }');
    document.head.append(style);
  },
  'a style in an attribute': () => {
    document.querySelector('h1')?.setAttribute('style', 'color: rgb(1, 2, 3)');
  },
  'a foreign script': () => {
    const script = document.createElement('script');
    script.src = 'https://evil.example/x.js';
    document.head.append(script);
  },
  'markup out of a string': () => {
    const mark = document.createElement('p');
    mark.innerHTML = '<img src=x onerror="window.hit=4">';
    document.body.append(mark);
  },
  'a foreign picture': () => {
    new Image().src = 'https://evil.example/x.png';
  },
  'a foreign answer': () => {
    fetch('https://evil.example/').catch(() => undefined);
  },
  'a frame': () => {
    const frame = document.createElement('iframe');
    frame.src = 'https://evil.example/';
    document.body.append(frame);
  },
};

async function tryProbes(rig: Rig, when: string): Promise<void> {
  await rig.tab.ask(() => {
    const noted = window as unknown as { violations: number };
    noted.violations = 0;
    document.addEventListener('securitypolicyviolation', () => noted.violations++);
  });
  const violations = () => rig.tab.ask(() => (window as unknown as { violations: number }).violations);
  for (const [what, probe] of Object.entries(probes)) {
    const before = await violations();
    // Trusted Types refuse some on the spot.
    await rig.tab.ask(probe).catch(() => undefined);
    await until(async () => (await violations()) > before, { what: `a violation for ${what}, ${when}` });
  }
  const seen = await rig.tab.ask(() => ({
    hit: (window as unknown as { hit?: number }).hit ?? 0,
    colour: getComputedStyle(document.querySelector('h1') as Element).color,
    base: document.baseURI,
    address: location.href,
  }));
  assert.equal(seen.hit, 0, when);
  assert.notEqual(seen.colour, 'rgb(1, 2, 3)', when);
  assert.equal(seen.base, seen.address, when);
}

export const hostileScenarios: readonly Scenario[] = [
  {
    id: 'X01',
    title: 'markup in any sentence is shown as it is written, and runs nothing',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      await rig.deploy('hostile');
      await install(rig);
      for (const network of ['online', 'offline']) {
        if (network === 'offline') await rig.site.stop();
        for (const address of [...addresses, ...ownAddresses]) {
          await rig.goto(address);
          await untilOffline(rig.tab);
          const shown = await rig.tab.ask(() => ({
            title: document.title,
            heading: document.querySelector('h1')?.textContent ?? '',
            description: document.querySelector<HTMLMetaElement>('meta[name=description]')?.content ?? '',
            status: document.querySelector('[data-live=status]')?.textContent ?? '',
          }));
          for (const [where, text] of Object.entries(shown)) {
            // The pages without a status line of their own say it on the article and the about page.
            if (where === 'status' && text === '') continue;
            assert.ok(text.includes(markup), `${network}, /${address}: the ${where} says “${text}”`);
          }
          assert.deepEqual(await becomeOf(rig.tab), nothing, `${network}, /${address}`);
          await rig.check();
        }
      }
      await rig.goto(zhArticle);
      await untilOffline(rig.tab);
      await openNote(rig.tab);
      await untilNote(rig.tab);
      await choose(rig.tab, '[data-switch=en]');
      await untilLanguage(rig.tab, 'en');
      assert.ok(await rig.tab.ask((markup) => document.title.includes(markup), markup));
      assert.deepEqual(await becomeOf(rig.tab), nothing, 'after the language has changed');
      await rig.remember();
    },
  },
  {
    id: 'X07',
    title: 'a word that is as long as any sentence may be breaks into lines and is there once',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      await rig.deploy('endless');
      await install(rig);
      const look = async (when: string) => {
        const seen = await rig.tab.ask(
          ({ card, endless }) => ({
            sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            cards: document.querySelectorAll(`#${card}`).length,
            times: (document.getElementById('main')?.textContent ?? '').split(endless).length - 1,
          }),
          { card: endlessCard, endless },
        );
        assert.deepEqual(seen, { sideways: 0, cards: 1, times: 1 }, when);
      };
      await look('as it came');
      await rig.tab.click('[data-switch]');
      await untilLanguage(rig.tab, 'en');
      await look('in the other language');
      await rig.tab.click('[data-switch]');
      await untilLanguage(rig.tab, 'zh');
      await look('back again');
      await rig.remember();
    },
  },
  {
    id: 'X08',
    title: 'what looks like a template is shown, whether an article says it or the reader types it',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      await rig.variant('in an article', async () => {
        await rig.deploy('hostile');
        await install(rig);
        const said = await rig.tab.ask(
          (template) => (document.getElementById('main')?.textContent ?? '').split(template).length - 1,
          template,
        );
        assert.ok(said > 50, `“${template}” is shown ${said} times`);
      });
      await rig.variant('in the search', async () => {
        await install(rig);
        const typed = `{{query}} {{- count}} $t(status:saved) ${markup} $1 __proto__`;
        await rig.goto(`en/search/?q=${encodeURIComponent(typed)}`);
        await rig.tab.waitFor(
          'the answer to repeat it',
          (typed) => document.querySelector('main [role=status]')?.textContent?.includes(`“${typed}”`),
          typed,
        );
        assert.deepEqual(await becomeOf(rig.tab), nothing);
      });
    },
  },
  {
    id: 'X11',
    title: 'nothing in an address leads anywhere else, and a shared link carries none of it',
    level: 'must',
    engines: 'CFW',
    // The start leads on to a language.
    reloads: 1,
    async run(rig) {
      await install(rig);
      const { origin } = new URL(rig.site.url);
      for (const address of [...addresses, ...ownAddresses, '', 'reset/', 'en/nope']) {
        await rig.goto(address + leads);
        if (address === '')
          await rig.tab.waitFor('the start to lead on', () => /^\/(zh|en)\/$/.test(location.pathname));
        await untilTextIsThere(rig);
        const seen = await rig.tab.ask(() => ({
          origin: location.origin,
          hit: (window as unknown as { hit?: number }).hit ?? 0,
          strays: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
            .map(({ href }) => href)
            .filter((href) => !href.startsWith(location.origin)),
        }));
        assert.deepEqual(seen, { origin, hit: 0, strays: [] }, `/${address}`);
      }
      await rig.goto(zhArticle + leads);
      await untilOffline(rig.tab);
      const share = '#crime [data-tool=share]';
      await rig.tab.waitFor('the controls', (share) => document.querySelector(share), share);
      await rig.tab.ask((share) => {
        const writeText = async (text: string) => void Object.assign(window, { copied: text });
        Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
        document.querySelector<HTMLElement>(share)?.click();
      }, share);
      await rig.tab.waitFor('the panel', () => document.querySelector('[data-copy-link]'));
      await rig.tab.ask(() => document.querySelector<HTMLElement>('[data-copy-link]')?.click());
      await rig.tab.waitFor('the link', () => 'copied' in window);
      const link = await rig.tab.ask(() => (window as unknown as { copied: string }).copied);
      assert.equal(link, `${origin}/${zhArticle}#crime`);
    },
  },
  {
    id: 'X12',
    title: 'whatever a stranger’s words would do on a page, its policy stops, with a network and without',
    level: 'must',
    engines: 'CFW',
    // Each violation is what was wanted.
    except: ['quiet'],
    async run(rig) {
      await install(rig);
      await rig.goto('zh/about/');
      await untilHydrated(rig.tab);
      await tryProbes(rig, 'with a network');
      await rig.site.stop();
      for (const address of [zhArticle, 'en/search/']) {
        await rig.goto(address);
        await untilOffline(rig.tab);
        await tryProbes(rig, `without a network, /${address}`);
      }
      await reads(rig, 'en/terms/');
    },
  },
  {
    id: 'H04',
    title: 'no page of others can put the reader into a frame, or keep a hand on a window of it',
    level: 'must',
    engines: 'CFW',
    // The page of others is no page of ours.
    except: ['quiet'],
    async run(rig) {
      const others = createServer((_request, response) =>
        response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>others</title>'),
      ).listen(0, '127.0.0.1');
      await once(others, 'listening');
      try {
        // Another name of this machine is another site.
        await rig.tab.goto(`http://localhost:${(others.address() as AddressInfo).port}/`);
        const asked = rig.site.asked(`/${zhArticle}`);
        await rig.tab.ask((address) => {
          const frame = document.createElement('iframe');
          frame.src = address;
          document.body.append(frame);
        }, rig.site.url + zhArticle);
        await asked;
        // What is shown would ask for its script; a frame of their own is there long after that.
        await rig.tab.ask(
          () =>
            new Promise<void>((resolve) => {
              const own = document.createElement('iframe');
              own.src = '/own';
              own.onload = () => resolve();
              document.body.append(own);
            }),
        );
        await twoFrames(rig.tab);
        const assets = rig.site.paths().filter((path) => path.startsWith('/assets/'));
        assert.deepEqual(assets, [], 'the page was shown in the frame');
        const context = rig.driver.context?.();
        if (context) {
          const opening = context.waitForEvent('page');
          await rig.tab.ask((address) => void window.open(address), rig.site.url + zhArticle);
          const opened = await opening;
          await opened.waitForSelector('[data-card]');
          assert.equal(await opened.evaluate(() => window.opener), null);
          await opened.close();
        }
      } finally {
        others.close();
        others.closeAllConnections();
      }
      await rig.goto(zhArticle);
      assert.equal(await pathOf(rig.tab), `/${zhArticle}`);
    },
  },
];

const untilTextIsThere = (rig: Rig): Promise<void> =>
  rig.tab.waitFor('text', () => document.querySelector('h1')?.getBoundingClientRect().height);

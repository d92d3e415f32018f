import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { untilKept } from '../../journeys/kept';
import { addresses, article, langOf, untilLanguage } from '../../journeys/support';
import { type Fault, hdr, mutate, reset, status } from '../faultd';
import { inAppBrowser, noClipboard, noServiceWorker, oldEngine, refusedServiceWorker } from '../preludes';
import type { Rig, Scenario } from '../scenario';
import { enArticle, install, reads, untilHydrated, untilOffline, zhArticle } from '../steps';

/**
 * Reads on in both languages, with no word of being offline and without asking in a loop. Whoever comes back is
 * offered the place they left.
 */
async function readsOnline(rig: Rig): Promise<void> {
  await rig.goto(zhArticle);
  await untilHydrated(rig.tab);
  await rig.tab.ask(() => document.getElementById('crime')?.scrollIntoView({ behavior: 'instant' }));
  await untilKept(rig.tab, `place:${article}=crime`);
  await rig.goto('zh/terms/');
  await rig.goto(zhArticle);
  await rig.tab.waitFor('the offer to go on', () => document.querySelector('[data-continue]') !== null);
  for (const address of [zhArticle, enArticle, 'zh/terms/']) {
    await reads(rig, address);
    await untilOffline(rig.tab, 'unavailable');
    await rig.check();
  }
  const workers = rig.site.paths().filter((path) => path === '/sw.js').length;
  assert.ok(workers <= 6, `the worker was asked for ${workers} times`);
}

export const brokenScenarios: readonly Scenario[] = [
  {
    id: 'B01',
    title: 'without service workers everything is read online, and nothing is promised',
    level: 'must',
    engines: 'CFW',
    smoke: 'CW',
    launch: (engine) => (engine === 'firefox' ? { prefs: { 'dom.serviceWorkers.enabled': false } } : {}),
    prelude: (engine) => (engine === 'firefox' ? {} : { page: noServiceWorker }),
    run: readsOnline,
  },
  {
    id: 'B02',
    title: 'a service worker that is refused is as none',
    level: 'must',
    engines: 'CFW',
    prelude: () => ({ page: refusedServiceWorker }),
    run: readsOnline,
  },
  {
    id: 'B03',
    title: 'with scripts off every page is complete, its links work, and no control is dead',
    level: 'must',
    engines: 'CFW',
    // The policy that forbids scripts says so.
    except: ['quiet'],
    async run(rig) {
      rig.site.when(/(\/|\.html)$/, hdr({ 'Content-Security-Policy': "script-src 'none'" }));
      for (const address of addresses) {
        await reads(rig, address);
        await rig.check();
        const { isLive, dead } = await rig.tab.ask(() => ({
          isLive: 'hydrated' in document.documentElement.dataset,
          dead: [...document.querySelectorAll('button, input, select, [role=button]')].map(
            ({ outerHTML }) => outerHTML,
          ),
        }));
        assert.ok(!isLive, 'the script ran after all');
        assert.deepEqual(dead, [], address);
        await rig.tab.follow('[data-switch]');
        assert.notEqual(await rig.tab.ask(() => document.documentElement.lang), langOf(address));
      }
    },
  },
  {
    id: 'B04',
    title: 'whatever becomes of a script, the page is there, and links do what scripts would',
    level: 'must',
    engines: 'CFW',
    // Firefox asks for a script that it was refused only after the page has been loaded again: once in each part.
    reloads: 8,
    async run(rig) {
      const faults: Record<string, Fault> = {
        'status 404': status(404),
        'a broken connection': reset,
        'another hash': mutate((script) => `${script}\n;`),
        'a syntax error': mutate((script) => `${script}\n)(`),
      };
      const scripts = {
        'the first script': /\/assets\/entry-/,
        'all others': /\/assets\/(?!entry-)[^/]*\.js$/,
      };
      for (const [script, where] of Object.entries(scripts))
        for (const [what, fault] of Object.entries(faults))
          await rig.variant(`${script}: ${what}`, async () => {
            rig.site.when(where, fault);
            await reads(rig, zhArticle);
            await rig.check();
            await rig.tab.follow('[data-switch]');
            assert.equal(await rig.tab.ask(() => location.pathname), `/${enArticle}`);
            await rig.check();
            rig.site.calm();
            await install(rig, 'zh/about/');
          });
    },
  },
  {
    id: 'B06',
    title: 'without a clipboard the text is selected, and the page says so',
    level: 'should',
    engines: 'CFW',
    prelude: () => ({ page: noClipboard }),
    async run(rig) {
      await install(rig, 'en/about/');
      const button = '[data-live] button + [role=status]';
      await rig.tab.waitFor('the way to copy', (button) => document.querySelector(button), button);
      await rig.tab.ask((button) => {
        document.querySelector(button)?.parentElement?.querySelector('button')?.click();
      }, button);
      await rig.tab.waitFor(
        'the answer',
        (button) => /blocked/.test(document.querySelector(button)?.textContent ?? ''),
        button,
      );
      assert.ok(await rig.tab.ask(() => (getSelection()?.toString().length ?? 0) > 20));
    },
  },
  {
    id: 'B07',
    title: 'forced colours, dark, less motion and more contrast keep the text, and the focus is seen',
    level: 'should',
    engines: 'CF',
    async run(rig) {
      const media = [
        { colorScheme: 'dark' },
        { forcedColors: 'active' },
        { reducedMotion: 'reduce' },
        { contrast: 'more' },
      ] as const;
      for (const wish of media) {
        await rig.driver.page?.().emulateMedia(wish);
        await reads(rig, zhArticle);
        await rig.check();
        const focus = await rig.tab.ask(() => {
          const link = document.querySelector<HTMLElement>('[data-switch]');
          link?.focus({ focusVisible: true } as FocusOptions);
          const { outlineStyle, outlineWidth } = getComputedStyle(link as HTMLElement);
          return { outlineStyle, width: Number.parseFloat(outlineWidth) };
        });
        assert.notEqual(focus.outlineStyle, 'none', JSON.stringify(wish));
        assert.ok(focus.width >= 1);
      }
    },
  },
  {
    id: 'B08',
    title: 'on paper stand the whole text with its evidence and its address, and no controls',
    level: 'should',
    engines: 'CF',
    async run(rig) {
      for (const address of [zhArticle, enArticle]) {
        await rig.goto(address);
        await untilOffline(rig.tab);
        const page = rig.driver.page?.();
        assert.ok(page);
        const pdf = openedPdf(await page.pdf({ format: 'A4' }));
        const sheets = pdf.match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0;
        assert.ok(
          sheets > 1 && sheets <= 8,
          `${sheets} sheets; the article and its evidence take eight at most`,
        );
        assert.match(pdf, /\/(FontFile|Type3)/, 'no letters come with the file');
        // Firefox shows the styles of paper to its printer alone.
        if (rig.engine === 'firefox') continue;
        await page.emulateMedia({ media: 'print' });
        const seen = await rig.tab.ask(() => {
          const isShown = (element: Element | null) => (element?.getClientRects().length ?? 0) > 0;
          const texts = [...document.querySelectorAll('[data-card] p, [data-card] dd')];
          const isOwn = (text: Element) =>
            !text.closest('[data-panel], [data-tools], [data-live], :has(> [rel])');
          return {
            isPaper: matchMedia('print').matches,
            missing: texts.filter((text) => isOwn(text) && !isShown(text)).length,
            // The map of the report's paragraphs is a picture on paper.
            controls: [
              ...document.querySelectorAll('button, summary, header, nav:not(:has([data-figures]))'),
            ].filter(isShown).length,
            address: getComputedStyle(document.getElementById('end') as Element, '::after').content,
          };
        });
        assert.deepEqual(seen, {
          isPaper: true,
          missing: 0,
          controls: 0,
          // That of the article, and that of the terms, which links in the text lead to.
          address: `"${rig.site.url}${address}\\a ${rig.site.url}${address.slice(0, 3)}terms/"`,
        });
        await page.emulateMedia({ media: null });
      }
    },
  },
  {
    id: 'B09',
    title: 'without pictures and fonts the text stands where it stood',
    level: 'should',
    engines: 'CF',
    async run(rig) {
      rig.site.when(/\.(png|ico|svg|woff2?)$/, status(403));
      await reads(rig, zhArticle);
      await untilOffline(rig.tab, 'unavailable');
      assert.ok(await rig.tab.ask(() => document.documentElement.scrollWidth <= innerWidth));
    },
  },
  {
    id: 'B10',
    title: 'without newer parts of the engine the page is read, switched and stored',
    level: 'should',
    engines: 'CFW',
    prelude: () => ({ page: oldEngine }),
    async run(rig) {
      await install(rig);
      await rig.tab.click('[data-switch]');
      await untilLanguage(rig.tab, 'en');
      await untilKept(rig.tab, 'language=en');
      await rig.remember();
    },
  },
  {
    id: 'B11',
    title: 'inside a messenger everything is read, with a hint how to open it where it can be kept',
    level: 'should',
    engines: 'CFW',
    prelude: () => ({ page: inAppBrowser }),
    async run(rig) {
      await rig.goto('en/');
      await untilOffline(rig.tab, 'unavailable');
      const hint = await rig.tab.ask(() => document.querySelector('[data-live=install]')?.textContent ?? '');
      const words = JSON.parse(readFileSync('locales/en/install.json', 'utf8')) as Record<string, string>;
      assert.ok(hint.includes(words['in-app'] ?? '?'), hint);
      await reads(rig, zhArticle);
    },
  },
];

/** A printed file with its compressed parts opened: Firefox packs the list of its sheets. */
function openedPdf(file: Buffer): string {
  const packed = file.toString('latin1');
  const opened = [...packed.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, part = '']) => {
    try {
      return inflateSync(Buffer.from(part, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [packed, ...opened].join('\n');
}

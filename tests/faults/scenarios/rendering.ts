import assert from 'node:assert/strict';
import {
  addresses,
  choose,
  isMarked,
  markWindow,
  readTo,
  topOf,
  twoFrames,
  untilLanguage,
} from '../../journeys/support';
import { changeFile, copyProject } from '../../support/project';
import { buildSite } from '../../support/site';
import type { FaultTab } from '../drivers';
import { checkText } from '../oracles';
import { brokenIntl, meddlingExtension } from '../preludes';
import type { Scenario } from '../scenario';
import {
  enArticle,
  installAndReturn,
  lookForUpdate,
  untilHydrated,
  untilOffered,
  untilOffline,
  zhArticle,
} from '../steps';

/** The text of each card, without what an extension has put in. */
const cardTexts = (tab: FaultTab): Promise<Record<string, string>> =>
  tab.ask(() => {
    const texts: Record<string, string> = {};
    for (const card of document.querySelectorAll('[data-card]')) {
      if (card.id in texts) throw new Error(`the card ${card.id} is there twice`);
      texts[card.id] = (card.textContent ?? '').replace(/\s+/g, ' ').trim();
    }
    return texts;
  });

export const renderingScenarios: readonly Scenario[] = [
  {
    id: 'R02',
    title: 'an extension that adds, wraps and removes costs no text and doubles none',
    level: 'must',
    engines: 'CFW',
    prelude: () => ({ page: meddlingExtension }),
    async run(rig) {
      const clean = async (path: string) => {
        await rig.goto(path);
        await untilOffline(rig.tab);
        return cardTexts(rig.tab);
      };
      const zh = await clean(zhArticle);
      const en = await clean(enArticle);
      assert.equal(Object.keys(zh).length, 14);
      await rig.tab.click('[data-switch]');
      await untilLanguage(rig.tab, 'zh');
      await twoFrames(rig.tab);
      assert.deepEqual(await cardTexts(rig.tab), zh);
      await rig.tab.click('[data-switch]');
      await untilLanguage(rig.tab, 'en');
      await twoFrames(rig.tab);
      assert.deepEqual(await cardTexts(rig.tab), en);
    },
  },
  {
    id: 'R04',
    title: 'at 320 pixels, with text twice as large and wide spacing, nothing is cut off or goes sideways',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      await installAndReturn(rig);
      await rig.deploy('second');
      await lookForUpdate(rig.tab);
      await untilOffered(rig.tab);
      // WebKit's window becomes no narrower than about 450 pixels.
      await rig.tab.resize(320, 256);
      for (const path of addresses) {
        await rig.goto(path);
        await untilOffered(rig.tab);
        await spaceText(rig.tab);
        await twoFrames(rig.tab);
        const { sideways, cut, offer } = await rig.tab.ask(lookAtEdges);
        assert.equal(sideways, 0, `/${path} goes sideways`);
        assert.deepEqual(cut, [], `/${path} cuts text off`);
        assert.ok(offer, `/${path}: the offer of the new version is out of reach`);
      }
    },
  },
  {
    id: 'R05',
    title: 'a page that comes back from the browser’s memory is whole and works, whichever version it is of',
    level: 'must',
    engines: 'CF',
    launch: () => ({ bfcache: true }),
    reloads: 2,
    async run(rig) {
      await installAndReturn(rig);
      await rig.goto('zh/terms/');
      await untilOffline(rig.tab);
      const other = await rig.driver.newTab?.();
      assert.ok(other);
      await other.goto(rig.site.url + enArticle);
      await untilOffline(other);
      await rig.deploy('second');
      await lookForUpdate(other);
      await untilOffered(other);
      await other.click('[data-update]');
      const isNew = () =>
        document.querySelector('link[rel=canonical]')?.getAttribute('href')?.startsWith('https://next.');
      await other.waitFor('the new version', isNew);
      await untilOffline(other);
      await rig.remember();
      await rig.tab.back();
      await rig.tab.waitFor('the article', () => document.querySelector('[data-card]'));
      // Chromium forgets the pages of a worker that has been replaced; Firefox shows the page as it was left.
      if (rig.engine === 'chromium') await rig.tab.waitFor('the new version', isNew);
      await untilHydrated(rig.tab);
      await rig.tab.click('[data-switch]');
      await untilLanguage(rig.tab, 'en');
      await rig.remember();
      await other.close();
    },
  },
  {
    id: 'R06',
    title: 'frozen, short of memory or crashed, the page stands where it stood',
    level: 'must',
    engines: 'C',
    reloads: 1,
    async run(rig) {
      await installAndReturn(rig);
      // In both languages the page grows once its scripts are there, so that the browser alone would miss the card.
      await choose(rig.tab, '[data-all]');
      await readTo(rig.tab, 'digital', 90);
      await markWindow(rig.tab);
      const cdp = await rig.driver.cdp?.();
      assert.ok(cdp);
      await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
      await cdp.send('Page.setWebLifecycleState', { state: 'active' });
      await cdp.send('Memory.simulatePressureNotification', { level: 'critical' });
      await twoFrames(rig.tab);
      assert.ok(await isMarked(rig.tab));
      assert.ok(Math.abs((await topOf(rig.tab, 'digital')) - 90) < 24);
      await rig.tab.reload();
      await untilOffline(rig.tab);
      await twoFrames(rig.tab);
      const top = await topOf(rig.tab, 'digital');
      assert.ok(Math.abs(top - 90) < 24, `after loading again the card stands at ${top} and not at 90`);
    },
  },
  {
    id: 'R09',
    title: 'a key, a plural form or a parameter that one language lacks stops the build',
    level: 'must',
    engines: 'N',
    async run() {
      const faults: Record<string, (words: Record<string, string>) => void> = {
        'a key': (words) => delete words.saving,
        'a parameter': (words) => {
          words.saved = 'Saved: both languages, checked today';
        },
      };
      for (const [what, change] of Object.entries(faults)) {
        const project = copyProject();
        changeFile(project, 'locales/en/status.json', (text) => {
          const words = JSON.parse(text) as Record<string, string>;
          change(words);
          return JSON.stringify(words, null, 2);
        });
        await assert.rejects(buildSite({ project }), /locales\/(en|zh)\/status\.json/, what);
      }
    },
  },
  {
    id: 'R10',
    title: 'on a processor twenty times slower a tap before the page is ready is not lost',
    level: 'should',
    engines: 'C',
    reloads: 1,
    async run(rig) {
      await (await rig.driver.cdp?.())?.send('Emulation.setCPUThrottlingRate', { rate: 20 });
      await rig.goto(zhArticle);
      await rig.tab.click('[data-switch]');
      await untilLanguage(rig.tab, 'en');
      assert.equal(await rig.tab.ask(() => location.pathname), `/${enArticle}`);
    },
  },
  {
    id: 'R11',
    title: 'turning the phone keeps the paragraph under the reader’s eyes',
    level: 'should',
    engines: 'C',
    async run(rig) {
      await installAndReturn(rig);
      await readTo(rig.tab, 'business', 90);
      for (const [width, height] of [
        [844, 390],
        [390, 844],
        [390, 400],
      ] as const) {
        await rig.tab.resize(width, height);
        await twoFrames(rig.tab);
        const top = await topOf(rig.tab, 'business');
        assert.ok(top > -height && top < height, `at ${width} × ${height} the card stands at ${top}`);
      }
    },
  },
  {
    id: 'R12',
    title: 'a change of language leaves the focus on the switch',
    level: 'should',
    engines: 'CFW',
    async run(rig) {
      await installAndReturn(rig);
      for (const language of ['en', 'zh'] as const) {
        await rig.tab.pressEnter('[data-switch]');
        await untilLanguage(rig.tab, language);
        await rig.tab.waitFor(
          'the focus on the language that was chosen',
          (language) => document.activeElement?.getAttribute('hreflang')?.startsWith(language),
          language,
        );
      }
    },
  },
  {
    id: 'R13',
    title: 'a word that no line holds, and words of another direction, push nothing out of the window',
    level: 'should',
    engines: 'CFW',
    async run(rig) {
      await rig.tab.resize(320, 640);
      for (const path of [zhArticle, enArticle, 'zh/terms/', 'en/measures/']) {
        await rig.goto(path);
        await untilOffline(rig.tab);
        const { sideways, moved } = await rig.tab.ask(() => {
          const texts = [...document.querySelectorAll('main h1, main h2, main h3, main p, main li, main dd')];
          const before = texts.map((text) => getComputedStyle(text).direction);
          for (const text of texts) text.append(` ${'Donaudampfschifffahrt'.repeat(8)} “שלום 12.45 עולם”`);
          return {
            sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            moved: texts.filter((text, at) => getComputedStyle(text).direction !== before[at]).length,
          };
        });
        assert.equal(sideways, 0, `/${path} goes sideways`);
        assert.equal(moved, 0);
      }
    },
  },
  {
    id: 'R14',
    title: 'an error in the middle of a view costs no text',
    level: 'should',
    engines: 'CFW',
    // The error is the fault.
    except: ['quiet'],
    reloads: 1,
    prelude: () => ({ page: brokenIntl }),
    async run(rig) {
      await rig.goto(zhArticle);
      await untilHydrated(rig.tab);
      await checkText(rig.tab);
      await rig.tab.click('[data-switch]');
      await untilLanguage(rig.tab, 'en');
      await checkText(rig.tab);
    },
  },
];

/** WCAG 1.4.12 and text twice as large, set through the object model, which no policy forbids. */
const spaceText = (tab: FaultTab): Promise<void> =>
  tab.ask(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }
    `);
    // Beside what the reader's own scripts have brought.
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    document.documentElement.style.fontSize = '200%';
  });

function lookAtEdges() {
  scrollTo({ top: 0, left: 1000, behavior: 'instant' });
  const sideways = scrollX;
  const boxes = [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')];
  // A table may be moved sideways in a frame of its own; what is hidden on purpose is a pixel large.
  const cut = boxes
    .filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const isHidden = element.clientWidth <= 1 || element.clientHeight <= 1;
      const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      return (
        !isHidden &&
        // The browser's own control shortens the name of a file by itself.
        !element.matches('[type=file]') &&
        ((clips(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (clips(overflowY) && element.scrollHeight > element.clientHeight + 1))
      );
    })
    .map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`);
  const offer = document.querySelector('[data-update]')?.getBoundingClientRect();
  return { sideways, cut, offer: offer && offer.right <= innerWidth && offer.left >= 0 && offer.width > 0 };
}

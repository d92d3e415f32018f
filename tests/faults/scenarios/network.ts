import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import { untilKept } from '../../journeys/kept';
import { addresses, isMarked, markWindow, pathOf, titleIn, untilLanguage } from '../../journeys/support';
import { type Certificate, makeCertificate } from '../../support/certificate';
import { until } from '../../support/until';
import { type Answer, both, delay, type Fault, hang, hdr, mutate, rate, status } from '../faultd';
import { noLossyLine, openLossyLine, trustingFarEnd } from '../lossy';
import { checkText } from '../oracles';
import { advance, ownClock } from '../preludes';
import type { Scenario } from '../scenario';
import {
  enArticle,
  faultAtInstall,
  install,
  installAndReturn,
  lookForUpdate,
  openNote,
  reads,
  untilInstallEnds,
  untilNote,
  untilOffline,
  zhArticle,
} from '../steps';

export const networkScenarios: readonly Scenario[] = [
  {
    id: 'N01',
    title: 'a server that dies and returns is noticed by nobody who reads',
    level: 'must',
    engines: 'CFW',
    smoke: 'C',
    async run(rig) {
      await installAndReturn(rig);
      await markWindow(rig.tab);
      await rig.site.stop();
      await rig.tab.click('[data-switch]');
      await untilLanguage(rig.tab, 'en');
      await openNote(rig.tab);
      await untilNote(rig.tab);
      assert.ok(await isMarked(rig.tab));
      assert.equal(await lookForUpdate(rig.tab), 'refused');
      await reads(rig, 'en/about/');
      await untilOffline(rig.tab);
      await rig.remember();
      await rig.site.start();
      await reads(rig, zhArticle);
      assert.equal(await lookForUpdate(rig.tab), 'unchanged');
      await rig.deploy('second');
      assert.equal(await lookForUpdate(rig.tab), 'found');
    },
  },
  {
    id: 'N02',
    title: 'a network that takes every request and answers none delays no stored page',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      await rig.variant('everything stored', async () => {
        await installAndReturn(rig);
        rig.site.when(/./, hang);
        for (const address of addresses) await reads(rig, address);
        await rig.goto('en/nope');
        assert.equal(
          await rig.tab.ask(() => document.title),
          titleIn(await rig.build('first'), 'en/404.html'),
        );
      });
      await rig.variant('the words of the page never come', async () => {
        const asked = rig.site.asked(/\.json$/);
        rig.site.when(/\.json$/, hang);
        await rig.goto(zhArticle);
        await asked;
        await checkText(rig.tab);
        // What the page cannot do in place, its links do.
        await rig.tab.follow('[data-switch]');
        assert.equal(await pathOf(rig.tab), `/${enArticle}`);
        await rig.check();
        await rig.site.stop();
        await rig.site.start();
      });
      await rig.variant('one file never comes while installing', async () => {
        faultAtInstall(rig, '/en/terms/', hang);
        const asked = rig.site.asked('/en/terms/');
        await rig.goto(zhArticle);
        await asked;
        await rig.check();
        await rig.tab.click('[data-switch]');
        await untilLanguage(rig.tab, 'en');
        await untilKept(rig.tab, 'language=en');
        await rig.remember();
        assert.notEqual(await rig.tab.ask(() => document.documentElement.dataset.offline), 'saved');
        // The connection breaks in the end, and the next visit does the rest.
        rig.site.calm();
        await rig.site.stop();
        await rig.site.start();
        await untilInstallEnds(rig.tab);
        await rig.goto(zhArticle);
        await untilOffline(rig.tab);
      });
    },
  },
  {
    id: 'N03',
    title: 'over a line that loses three packets in ten the text comes, and the edition in the end',
    level: 'must',
    engines: 'CF',
    ...(noLossyLine() && { notIn: { chromium: noLossyLine() ?? '', firefox: noLossyLine() ?? '' } }),
    launch: () => trustingFarEnd,
    // The reader reads the page that came, whether or not the rest of it comes in the driver's own time: where a
    // connection breaks off, Chromium tries again by itself.
    reloads: 1,
    async run(rig) {
      const line = await openLossyLine(rig.site.url, Math.floor(rig.random() * 1e6));
      try {
        line.set(0.3, 100);
        const hasText = () => document.querySelectorAll('[data-card]').length > 1;
        // Chromium tries again by itself where no connection comes about; in Firefox the reader does.
        const load = (): Promise<void> =>
          rig.tab.goto(line.url + zhArticle).catch(async () => {
            if (!(await rig.tab.ask(hasText).catch(() => false))) await load();
          });
        const loading = load();
        // The first lines come alone: the rest of the page is on its way. How long they take is the line's affair.
        await until(() => rig.tab.ask(hasText), { what: 'text', looks: 30_000 });
        await checkText(rig.tab);
        await loading;
        // However far the installation has come on such a line, a later visit goes on from there.
        line.set(0.05, 100);
        await rig.tab.goto(line.url + enArticle);
        await checkText(rig.tab);
        line.set(0, 0);
        await rig.tab.goto(line.url + zhArticle);
        await untilOffline(rig.tab);
        line.set(1, 0);
        for (const address of ['en/terms/', zhArticle]) {
          await rig.tab.goto(line.url + address);
          await checkText(rig.tab);
        }
        await rig.check();
      } finally {
        await line.end();
      }
      // The oracles are asked once more of a page that is there.
      await rig.goto(zhArticle);
    },
  },
  {
    id: 'N04',
    title: 'over the slowest mobile network the text comes first, and all is stored in four minutes',
    level: 'must',
    engines: 'CFW',
    // A driver that gives up waiting for so slow a page counts its loading as nobody's wish.
    reloads: 1,
    async run(rig) {
      rig.site.when(/./, slow2G);
      // Only what a reader sees: the page goes on loading.
      void rig.goto(zhArticle).catch(() => undefined);
      await rig.tab.waitFor('text', () => document.querySelector('main p')?.getBoundingClientRect().height);
      const early = rig.site.paths();
      assert.ok(!early.includes('/sw.js'), 'the worker was fetched before the text was there');
      await rig.site.asked('/sw.js');
      await checkText(rig.tab);
      const hasEnded = () => document.documentElement.dataset.offline === 'saved';
      for (let ended = false; !ended; ) {
        ended = await rig.tab.waitFor('the edition to be stored', hasEnded).then(
          () => true,
          () => false,
        );
      }
      await rig.remember();
      rig.site.calm();
    },
  },
  {
    id: 'N08',
    title: 'a server that is unwell is not asked again and again',
    level: 'must',
    engines: 'CFW',
    prelude: () => ({ page: ownClock }),
    async run(rig) {
      const answers: Record<string, Fault> = {
        500: status(500),
        503: status(503, { 'Retry-After': '120' }),
        429: status(429, { 'Retry-After': '120' }),
      };
      for (const [code, fault] of Object.entries(answers)) {
        await rig.variant(`${code} for the worker`, async () => {
          rig.site.when('/sw.js', fault);
          await rig.goto(zhArticle);
          await untilOffline(rig.tab, 'unavailable');
          rig.site.clear();
          await advance(rig.tab, 10 * 60);
          assert.ok(rig.site.requests.length <= 20, `${rig.site.requests.length} tries in ten minutes`);
        });
        await rig.variant(`${code} for everything once it is stored`, async () => {
          await installAndReturn(rig);
          rig.site.when(/./, fault);
          rig.site.clear();
          await advance(rig.tab, 10 * 60);
          assert.ok(rig.site.requests.length <= 20, `${rig.site.requests.length} tries in ten minutes`);
          await reads(rig, 'en/terms/');
        });
      }
    },
  },
  {
    id: 'N10',
    title: 'an address with the marks of senders opens the stored page, and no link carries them on',
    level: 'must',
    engines: 'CFW',
    async run(rig) {
      await install(rig);
      await rig.site.stop();
      const marks = '?from=singlemessage&isappinstalled=0&utm_x=1&fbclid=1';
      for (const address of addresses) {
        await reads(rig, address + marks);
        const { title, carried } = await rig.tab.ask(() => ({
          title: document.title,
          carried: [...document.querySelectorAll<HTMLAnchorElement>('a[href], link[href]')]
            // A fragment alone stays on the page as it is.
            .filter((link) => !link.getAttribute('href')?.startsWith('#'))
            .map(({ href }) => href)
            .filter((href) => /utm_x|fbclid|singlemessage/.test(href)),
        }));
        assert.equal(title, titleIn(await rig.build('first'), address));
        assert.deepEqual(carried, [], address);
      }
      await untilOffline(rig.tab);
    },
  },
  {
    id: 'N11',
    title: 'a line that stutters, drips and breaks still brings the text, and the edition in the end',
    level: 'should',
    engines: 'CFW',
    async run(rig) {
      const jitter: Fault = Object.assign(
        (answer: Answer) => ({
          ...answer,
          delay: rig.random() * 1_000,
          rate: 20_000 + rig.random() * 200_000,
          ...(rig.random() < 0.1 && { instead: 'reset' as const }),
        }),
        { keepsBytes: true } as const,
      );
      // The page itself arrives, however slowly; whatever else it asks for may break.
      rig.site.when((request) => request.headers['sec-fetch-mode'] !== 'navigate', jitter);
      await reads(rig, zhArticle);
      for (let visit = 0; visit < 3; visit++) {
        await rig.goto(visit % 2 ? enArticle : zhArticle);
        await checkText(rig.tab);
        await rig.check();
      }
      rig.site.calm();
      await install(rig);
    },
  },
  {
    id: 'N12',
    title: 'where no name is found and no way leads out, what is stored opens as ever',
    level: 'should',
    engines: 'CF',
    async run(rig) {
      await installAndReturn(rig);
      await rig.driver.killAndRestart?.(
        rig.engine === 'chromium' ? { args: ['--host-resolver-rules=MAP * ~NOTFOUND'] } : { prefs: noWayOut },
      );
      rig.site.clear();
      for (const address of addresses) await reads(rig, address);
      await untilOffline(rig.tab);
      assert.equal(await lookForUpdate(rig.tab), 'refused');
      assert.deepEqual(rig.site.paths(), [], 'there was a way to the server after all');
    },
  },
  {
    id: 'N13',
    title: 'a proxy that strips the policy, tags and lengths changes nothing; inline scripts stay forbidden',
    level: 'should',
    engines: 'CFW',
    // The forbidden script is noticed as what it is.
    except: ['quiet'],
    async run(rig) {
      const stripped = hdr({ 'Content-Security-Policy': undefined, ETag: undefined });
      const unmeasured: Fault = (answer) => ({ ...answer, unmeasured: true });
      rig.site.when(/./, both(stripped, unmeasured));
      rig.site.when(
        '/en/about/',
        both(
          stripped,
          mutate((html) => html.replace('</head>', '<script>window.intruder = 1</script></head>')),
        ),
      );
      await rig.goto('en/about/');
      assert.equal(await rig.tab.ask(() => 'intruder' in window), false);
      await checkText(rig.tab);
      rig.site.calm();
      rig.site.when(/./, both(stripped, unmeasured));
      await install(rig);
      await rig.site.stop();
      await reads(rig, 'en/terms/');
    },
  },
  {
    id: 'N14',
    title: 'a certificate that is no longer trusted stops updates, not reading',
    level: 'should',
    engines: 'CF',
    notIn: { firefox: 'its driver trusts every certificate or none' },
    launch: () => ({ args: [`--ignore-certificate-errors-spki-list=${trusted().fingerprint}`] }),
    async run(rig) {
      const secure = await secureFront(rig.site.url, trusted());
      try {
        await rig.tab.goto(secure.url + zhArticle);
        await untilOffline(rig.tab);
        secure.show(makeCertificate());
        await rig.driver.restart();
        for (const address of addresses) {
          await rig.tab.goto(secure.url + address);
          await checkText(rig.tab);
        }
        await untilOffline(rig.tab);
        assert.equal(await lookForUpdate(rig.tab), 'refused');
        await rig.check();
      } finally {
        await secure.stop();
      }
      // The oracles are asked once more of a page that is there.
      await rig.goto(zhArticle);
    },
  },
  {
    id: 'N15',
    title: 'who saves data is asked before anything is stored',
    level: 'should',
    engines: 'C',
    async run(rig) {
      await (await rig.driver.cdp?.())?.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true });
      await rig.goto(enArticle);
      await rig.tab.waitFor('the question', () => document.querySelector('[data-live=status] button'));
      assert.ok(!rig.site.paths().includes('/sw.js'));
      assert.deepEqual(
        rig.site.paths().filter((path) => /-zh-/.test(path)),
        [],
      );
      await rig.tab.ask(() => document.querySelector('[data-live=status] button')?.scrollIntoView());
      await rig.tab.click('[data-live=status] button');
      await untilOffline(rig.tab);
    },
  },
];

/** All of Firefox's connections go to a port where nobody listens. */
const noWayOut = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.no_proxies_on': '',
  'network.proxy.allow_hijacking_localhost': true,
};

let ownCertificate: Certificate | undefined;
const trusted = (): Certificate => {
  ownCertificate ??= makeCertificate();
  return ownCertificate;
};

/** TLS in front of a site; `show` has it show another certificate from the next connection on. */
async function secureFront(site: string, certificate: Certificate) {
  const { hostname, port } = new URL(site);
  const sockets = new Set<Socket>();
  const server = createServer({ ...certificate }, (socket) => {
    const behind = connect(Number(port), hostname);
    for (const end of [socket, behind]) {
      sockets.add(end);
      end.on('error', () => undefined).once('close', () => sockets.delete(end));
    }
    socket.pipe(behind).pipe(socket);
  });
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    show(next: Certificate) {
      server.setSecureContext(next);
      cut();
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
  };
}

/** 2 s there and back, 50 kbit/s. */
const slow2G = both(delay(2_000), rate(6_250));

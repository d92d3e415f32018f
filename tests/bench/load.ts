import { spawnSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stage } from '../../src/node/release';
import { freePort } from '../support/ports';
import { installOnDebian, which } from '../support/programs';
import { freshFolder } from '../support/run-folder';
import { brotliModule, installedServers, openNginx } from '../support/servers';

const connections = 64;
const seconds = 10;
/** The site's rate to that of a bare file of the same size. */
const least = 0.95;

interface Load {
  /** Requests a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p99: number;
  readonly errors: number;
}

interface Measured {
  readonly text: string;
  readonly isReached: boolean;
}

/** One round of wrk; an answer that is no 200 counts as an error. */
function load(wrk: string, url: string): Load {
  const args = [
    '-t1',
    `-c${connections}`,
    `-d${seconds}s`,
    '--latency',
    '-H',
    'Accept-Encoding: br, gzip',
    url,
  ];
  const { stdout, stderr } = spawnSync(wrk, args, { encoding: 'utf8' });
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
  if (!(rate > 0)) throw new Error(`wrk did not measure ${url}:\n${stdout}${stderr}`);
  const [, p99 = '', unit = 'ms'] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout) ?? [];
  const sockets = /Socket errors:.*/.exec(stdout)?.[0].match(/\d+/g) ?? [];
  const others = /Non-2xx or 3xx responses: (\d+)/.exec(stdout)?.[1] ?? '0';
  const errors = [...sockets, others].reduce((sum, count) => sum + Number(count), 0);
  return { rate, p99: Number(p99) * { us: 0.001, ms: 1, s: 1000 }[unit as 'us' | 'ms' | 's'], errors };
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Asks one worker of nginx over TLS for the article's page, with all its headers and pre-compressed, and
 * in turn for a bare file as long as the page's body, from a server beside it that knows nothing else.
 */
export async function measureLoad(
  built: string,
  article: string,
  rounds: number,
  say: (line: string) => void,
): Promise<Measured> {
  installOnDebian(which('wrk') ? [] : ['wrk']);
  const wrk = which('wrk');
  if (!wrk || !installedServers().nginx) {
    return { text: 'Load: not measured; it takes nginx and wrk, which are not both here.', isReached: true };
  }
  const folder = freshFolder('load');
  await (await stage(built, { folder, base: '/' })).serve();
  const root = join(folder, 'current');
  const address = `zh/${article}/`;
  const { size } = statSync(join(root, address, `index.html.${brotliModule ? 'br' : 'gz'}`));
  const bare = freshFolder('bare');
  writeFileSync(join(bare, 'file'), Buffer.alloc(size, 'bare'));
  const port = await freePort();
  const server = await openNginx({
    ...{ conf: `${built}-deploy`, root },
    beside: (own) =>
      `server { listen 127.0.0.1:${port} ssl; root ${bare}; ssl_certificate ${own}/cert.pem; ssl_certificate_key ${own}/key.pem; }`,
  });
  const sides = {
    page: `https://127.0.0.1:${server.https}/${address}`,
    bare: `https://127.0.0.1:${port}/file`,
  };
  const results: Record<keyof typeof sides, Load[]> = { page: [], bare: [] };
  try {
    for (let round = 1; round <= rounds; round++) {
      for (const side of round % 2 === 1 ? (['page', 'bare'] as const) : (['bare', 'page'] as const)) {
        say(`round ${round} of ${rounds} · load · ${side}`);
        results[side].push(load(wrk, sides[side]));
      }
    }
  } finally {
    await server.stop();
  }
  const ratio = median(results.page.map(({ rate }, at) => rate / (results.bare[at]?.rate ?? Number.NaN)));
  const errors = [...results.page, ...results.bare].reduce((sum, { errors }) => sum + errors, 0);
  const line = (side: keyof typeof sides) => {
    const rate = Math.round(median(results[side].map(({ rate }) => rate)));
    const p99 = median(results[side].map(({ p99 }) => p99)).toFixed(1);
    return `${side === 'page' ? 'article page' : 'bare file   '}  ~ ${rate.toLocaleString('en')} requests/s, p99 ${p99} ms`;
  };
  const isReached = errors === 0 && ratio >= least;
  const text = [
    `nginx, one worker, TLS, ${connections} connections, ${seconds} s, ${rounds} rounds in turn, bodies of ${size.toLocaleString('en')} bytes`,
    line('page'),
    line('bare'),
    `${isReached ? '✔' : '✖'} ${ratio.toFixed(3)}× of the bare file (at least ${least}×), ${errors} errors (none)`,
  ].join('\n');
  return { text, isReached };
}

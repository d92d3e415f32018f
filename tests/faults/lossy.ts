import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { which } from '../support/programs';
import { freshFolder } from '../support/run-folder';
import type { LaunchOptions } from './drivers';

/** A network that no other process of these tests uses at the same time. */
const subnet = `10.${200 + (process.pid % 50)}.${Math.floor(process.pid / 50) % 250}`;
const host = `${subnet}.2`;

/** Why there can be no such line on this machine; undefined where there can. */
export function noLossyLine(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/dev/net/tun')) return 'needs root and a TUN device';
  return which('ip') && which('python3') ? undefined : 'needs ip and python3';
}

/** The far end has an address of its own, which browsers are told to trust as they trust this machine. */
export const trustingFarEnd: LaunchOptions = {
  args: [`--unsafely-treat-insecure-origin-as-secure=http://${host}`],
  prefs: { 'dom.securecontext.allowlist': host, 'dom.serviceWorkers.testing.enabled': true },
};

export interface LossyLine {
  /** The site's address at the far end. */
  readonly url: string;
  /** @param loss the share of packets, each way; @param rtt ms there and back */
  set(loss: number, rtt: number): void;
  end(): Promise<void>;
}

/** Puts a site of this machine behind a line whose packets can be lost: see `lossy.py`. */
export async function openLossyLine(site: string, seed: number): Promise<LossyLine> {
  const socket = join(freshFolder('line'), 'site');
  const { hostname, port } = new URL(site);
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const end of [near, far]) end.on('error', () => undefined);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    near.pipe(far).pipe(near);
  }).listen(socket);
  await once(server, 'listening');
  const script = join(fileURLToPath(new URL('.', import.meta.url)), 'lossy.py');
  const line = spawn('python3', [script, subnet, socket, String(seed)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(line, 'exit');
  const ready = once(createInterface(line.stdout), 'line');
  const early = ended.then(() => Promise.reject(new Error('the lossy line could not be laid')));
  early.catch(() => undefined);
  await Promise.race([ready, early]);
  return {
    url: `http://${host}/`,
    set: (loss, rtt) => void line.stdin.write(`${loss} ${rtt}\n`),
    async end() {
      line.stdin.end();
      await ended;
      server.close();
    },
  };
}

import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { commandLine, fail, UsageError } from './commandLine';
import { type OpenSite, openSite } from './server';
import { buildSettings, portOf } from './settings';

/** Takes the port, builds, serves, and prints the addresses. */
async function main(): Promise<void> {
  const { base, outDir } = buildSettings();
  const asked = portOf() ?? 4173;
  let site: Promise<OpenSite> | undefined;
  const server = createServer((request, response) => {
    void site?.then(({ handle }) => handle(request, response));
  }).listen(asked);
  await once(server, 'listening').catch(({ message }: Error) => {
    throw new UsageError(`Cannot serve on port ${asked} (${message}); set PORT to another one.`);
  });
  console.log('Building …');
  if (!build()) {
    server.close();
    process.exitCode = 1;
    return;
  }
  site = openSite(outDir, base);
  await site;
  console.log(welcome((server.address() as AddressInfo).port, base));
}

/** Builds in a process that shows its errors, but not its progress. */
function build(): boolean {
  const script = fileURLToPath(new URL('./build.ts', import.meta.url));
  const { status } = spawnSync(process.execPath, [...process.execArgv, script], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return status === 0;
}

function welcome(port: number, base: string): string {
  const inNetwork = Object.values(networkInterfaces())
    .flat()
    .filter((address) => address?.family === 'IPv4' && !address.internal)
    .map((address) => `http://${address?.address}:${port}${base}`);
  return [
    `Yaolan is at http://localhost:${port}${base}`,
    ...(inNetwork.length > 0
      ? [
          `Other devices in the local network find it at ${inNetwork.join(' and ')}`,
          'There it can be read, but neither installed nor read offline: browsers allow that over HTTPS only.',
        ]
      : []),
    'Ctrl+C stops it.',
  ].join('\n');
}

commandLine(`npm start

Builds the site and serves it on this machine. PORT names another port than 4173; the other settings are those of
npm run build (npm run build -- --help).`);

await main().catch(fail);

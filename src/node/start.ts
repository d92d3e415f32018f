import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { openSite } from './server';
import { buildSettings } from './settings';

const defaultPort = 4173;

/** `npm start`: builds, serves, and prints the address. */
async function main(): Promise<void> {
  const { base, outDir } = buildSettings();
  const build = fileURLToPath(new URL('./build.ts', import.meta.url));
  const { status } = spawnSync(process.execPath, [...process.execArgv, build], { stdio: 'inherit' });
  if (status !== 0) {
    process.exitCode = 1;
    return;
  }
  const port = Number(process.env.PORT ?? defaultPort);
  const { handle } = await openSite(outDir, base);
  const server = createServer(handle);
  server.on('error', (error) => {
    console.error(`Cannot serve on port ${port}: ${error.message}. Set PORT to another one.`);
    process.exitCode = 1;
  });
  server.listen(port, () => console.log(`Yaolan is at http://localhost:${port}${base}`));
}

await main();

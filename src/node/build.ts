import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createBuilder } from 'vite';
import { commandLine, fail } from './commandLine';
import { ContentError, checkContent, linesOf, projectRoot } from './content';
import { hostedIn, writeHostFiles } from './hosts';
import { buildSettings } from './settings';
import { buildKillSwitches } from './standalone';

/**
 * Checks the content, builds into a folder beside the last build and replaces the last build at the very end:
 * whatever goes wrong, the last good build stays as it was.
 */
async function main(): Promise<void> {
  const { base, origin, outDir, hostsDir } = buildSettings();
  const { faults } = checkContent();
  if (faults.length > 0) throw new ContentError(faults);
  const fresh = join(dirname(outDir), `.${process.pid}.building`);
  const old = join(dirname(outDir), `.${process.pid}.replaced`);
  const hosts = join(dirname(outDir), `.${process.pid}.hosts`);
  await mkdir(dirname(outDir), { recursive: true });
  // Vite and Workbox read this variable, and would build for developers if it said so.
  process.env.NODE_ENV = 'production';
  // The configuration reads its settings from the environment, as `vite build` does.
  process.env.OUT_DIR = fresh;
  // The configuration is written without file extensions, as the rest of the code,
  // so Vite's own loader reads it.
  process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';
  try {
    const builder = await createBuilder({
      root: projectRoot,
      configFile: join(projectRoot, 'vite.config.ts'),
      logLevel: 'warn',
      build: { emptyOutDir: true, rollupOptions: { checks: { bundlerTimings: false } } },
    });
    await builder.buildApp();
    writeHostFiles(hosts, hostedIn(fresh, { base, origin }));
    await buildKillSwitches(join(hosts, 'way-out'));
    if (existsSync(outDir)) await rename(outDir, old);
    await rename(fresh, outDir).catch(async (error: unknown) => {
      if (existsSync(old)) await rename(old, outDir);
      throw error;
    });
    await rm(hostsDir, { recursive: true, force: true });
    await rename(hosts, hostsDir);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
    await rm(hosts, { recursive: true, force: true });
  }
  console.log(`Built into ${outDir}`);
}

commandLine(`npm run build

Checks the content and builds the site into dist/, and what hosts need into deploy/. A build that fails leaves the
last one as it was.

Settings, from the environment:
  BASE_PATH=/some/reader/                       the path the site is served under
  CONTACT=mailto:errors@example.org             where readers report an error, named on the about page
  SITE_URL=https://example.org/some/reader/     its whole address, for canonical links and the configuration of hosts
  OUT_DIR=some/site                             where to build; some/site-deploy is then for hosts
  SOURCE_DIR=some/folder                        where the text of a report stands, to compare with`);

main().catch((error: unknown) => {
  if (error instanceof ContentError) console.error(linesOf(error.faults).join('\n'));
  else fail(error);
  console.error('The build stopped; the last good build is untouched.');
  process.exitCode = 1;
});

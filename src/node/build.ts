import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createBuilder } from 'vite';
import { buildWayOut } from './alone';
import { ContentError, checkContent, linesOf, projectRoot } from './content';
import { hostedIn, writeHostFiles } from './hosts';
import { buildSettings } from './settings';

/**
 * Checks the content, builds into a folder beside the last build and only then changes the two over:
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
  // The configuration reads its settings from the environment, as `vite build` does.
  process.env.OUT_DIR = fresh;
  // It is written without file extensions, as the rest of the code; Vite's bundled loader is meant to stay.
  process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';
  try {
    const builder = await createBuilder({
      root: projectRoot,
      configFile: join(projectRoot, 'vite.config.ts'),
      logLevel: 'warn',
      build: { emptyOutDir: true },
    });
    await builder.buildApp();
    writeHostFiles(hosts, hostedIn(fresh, { base, origin }));
    await buildWayOut(join(hosts, 'way-out'));
    if (existsSync(outDir)) await rename(outDir, old);
    await rename(fresh, outDir);
    await rm(hostsDir, { recursive: true, force: true });
    await rename(hosts, hostsDir);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
    await rm(hosts, { recursive: true, force: true });
  }
  console.log(`Built into ${outDir}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof ContentError ? linesOf(error.faults).join('\n') : error);
  console.error('The build stopped; the last good build is untouched.');
  process.exitCode = 1;
});

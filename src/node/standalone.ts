import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { projectRoot } from './content';

/**
 * Bundles one script with everything that it imports. It runs where the other files of the build may be missing
 * or broken.
 *
 * @param format `es` for a script that declares no global names, and so needs no function around it
 */
export async function bundleStandalone(entry: string, format: 'iife' | 'es' = 'iife'): Promise<string> {
  const built = (await build({
    root: projectRoot,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      rollupOptions: { input: join(projectRoot, entry), output: { format } },
    },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
}

/** The kill switches, each served in place of `sw.js` when it is needed; src/worker says what they do. */
const killSwitches = {
  'kill-sw.js': 'src/worker/kill.ts',
  'rescue-sw.js': 'src/worker/rescue.ts',
} as const;

/**
 * Writes the kill switches into a folder. Every build does so for its hosts,
 * beside the folder that is served.
 */
export async function buildKillSwitches(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, entry] of Object.entries(killSwitches)) {
    await writeFile(join(folder, name), await bundleStandalone(entry));
  }
}

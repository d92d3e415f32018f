import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { projectRoot } from './content';

/**
 * One script with all that it needs, for where nothing else of the build may be relied upon.
 *
 * @param format `es` for one that leaves no names behind, and so needs no function around it
 */
export async function bundleAlone(entry: string, format: 'iife' | 'es' = 'iife'): Promise<string> {
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

/** The workers that lead out, by the name of their file: each is served in place of `sw.js`, see README. */
export const wayOutWorkers = {
  'kill-sw.js': 'src/worker/kill.ts',
  'rescue-sw.js': 'src/worker/rescue.ts',
} as const;

/** Every build leaves them in the folder for its hosts: beside what is served, never in it. */
export async function buildWayOut(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, entry] of Object.entries(wayOutWorkers)) {
    await writeFile(join(folder, name), await bundleAlone(entry));
  }
}

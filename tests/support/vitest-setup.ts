import { endLeftovers } from './processes';
import { removeRunFolder, runFolder } from './run-folder';

/**
 * Vitest's global setup: one temporary folder for all test files, also when vitest is started by hand.
 * Under `npm test` the folder is there already and is left to `tests/run.ts`.
 */
export default function setup(): (() => Promise<void>) | undefined {
  if (process.env.YAOLAN_TEST_FOLDER) return undefined;
  runFolder();
  return async () => {
    await endLeftovers();
    await removeRunFolder();
  };
}

import { commandLine } from '../../src/node/commandLine';
import { engines } from '../journeys/support';
import { endLeftovers } from '../support/processes';
import { removeRunFolder, runFolder } from '../support/run-folder';
import { buildSite, serve } from '../support/site';
import { killTrials } from './trials';

const { values } = commandLine(
  `npx tsx tests/faults/durability.ts [--trials 200] [--engine Chromium] [--seed 1]

Kills browsers right after the reader has said that something is kept. Prints one line a trial and the outcome; fails
when anything was lost.`,
  {
    options: {
      trials: { type: 'string', default: '200' },
      engine: { type: 'string' },
      seed: { type: 'string', default: String(Date.now() % 100_000) },
    },
  },
);
const trials = Number(values.trials);
const seed = Number(values.seed);

runFolder();
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';
const site = await serve(await buildSite());
try {
  for (const engine of engines.filter(({ name }) => !values.engine || values.engine === name)) {
    console.log(`${engine.name}, seed ${seed}`);
    const { confirmed, lost } = await killTrials(engine, site.url, { trials, seed, note: console.log });
    console.log(`${engine.name}: ${trials} kills, ${confirmed} confirmed, ${lost.length} lost`);
    if (lost.length > 0) process.exitCode = 1;
  }
} finally {
  await site.stop();
  await endLeftovers();
  await removeRunFolder();
}

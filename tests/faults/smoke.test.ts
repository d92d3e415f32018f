import { describe, it } from 'vitest';
import { engineNames } from '../support/browsers';
import { isInstalled } from './drivers';
import { runScenario } from './scenario';
import { scenarios } from './scenarios';

const seed = Date.now() % 1e6;

/** Firefox starts too slowly for a selection; `npm run test:faults` runs everything everywhere. */
const engines = engineNames.filter((engine) => engine !== 'firefox' && isInstalled(engine));

describe.each(engines)(`faults in %s, seed ${seed}`, (engine) => {
  const letter = { chromium: 'C', firefox: 'F', webkit: 'W' }[engine];
  const own = scenarios.filter(
    ({ smoke, engines }) => smoke?.includes(letter) || (smoke && engines === 'N' && engine === 'chromium'),
  );

  for (const scenario of own) {
    it(`${scenario.id}: ${scenario.title}`, () => runScenario(scenario, engine, seed));
  }
});

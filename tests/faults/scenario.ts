import type { EngineName } from '../support/browsers';
import { builds, type Prelude, type Version, withPrelude } from './builds';
import { type Driver, type FaultTab, type LaunchOptions, openDriver, webKitRecorder } from './drivers';
import { type FaultSite, openFaultSite } from './faultd';
import {
  checkKept,
  checkOneBuild,
  checkOnward,
  checkOwn,
  checkQuiet,
  checkText,
  type Oracle,
  type Records,
  recordsOf,
} from './oracles';

/** One row of the table. */
export interface Scenario {
  readonly id: string;
  /** What the reader is promised, as a sentence. */
  readonly title: string;
  readonly level: 'must' | 'should';
  /** C, F and W; N for what needs no browser. */
  readonly engines: string;
  /** The path that the site stands under; the root when not given. */
  readonly base?: string;
  /** Where an engine cannot do what the row needs: the reason, shown in the table. */
  readonly notIn?: Partial<Record<EngineName, string>>;
  /** Oracles that the fault itself makes meaningless, each with the reason beside it. */
  readonly except?: readonly Oracle[];
  /** Loads that the page may make by itself; none when not given. */
  readonly reloads?: number;
  readonly launch?: (engine: EngineName) => LaunchOptions;
  readonly prelude?: (engine: EngineName) => Prelude;
  /** The engines in which it is part of the selection that runs with every `npm test`. */
  readonly smoke?: string;
  run(rig: Rig): Promise<void>;
  /** Gives back what the launch has taken of the machine, when the browser is gone. */
  readonly after?: () => void;
}

/** A scenario's surroundings: a server with faults and a browser. */
export interface Rig {
  readonly engine: EngineName;
  readonly site: FaultSite;
  readonly driver: Driver;
  readonly tab: FaultTab;
  /** Between 0 and 1, the same for the same seed. */
  random(): number;
  /** The built folder of a version, with the scenario's prelude in it. */
  build(version: Version): Promise<string>;
  /** Deploys a version; the hashed files of older ones may stay. */
  deploy(version: Version, ...older: Version[]): Promise<void>;
  goto(path: string): Promise<void>;
  /** Once a scenario has brought the reader where the fault begins: what is stored now must be there in the end. */
  remember(): Promise<void>;
  /** Runs a part with a fresh origin, checks the oracles after it and says which part has failed. */
  variant(name: string, run: () => Promise<void>): Promise<void>;
  /** All oracles that hold for the scenario. */
  check(): Promise<void>;
}

/** Small and good enough to choose faults: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Runs a scenario in an engine; rejects where anything is not as it should be.
 *
 * @param instead a build to try in the place of the first version
 */
export async function runScenario(
  scenario: Scenario,
  engine: EngineName,
  seed: number,
  instead?: string,
): Promise<void> {
  const { prelude, launch, except = [], reloads = 0, base } = scenario;
  const given = prelude?.(engine) ?? {};
  const page = engine === 'webkit' ? webKitRecorder + (given.page ?? '') : given.page;
  const worn: Prelude = { ...given, ...(page !== undefined && { page }) };
  const isPlain = page === undefined && given.worker === undefined;
  const build = async (version: Version) => {
    const root = version === 'first' && instead !== undefined ? instead : await builds[version](base);
    return isPlain ? root : withPrelude(root, worn, base);
  };

  let site = await openFaultSite(await build('first'), base);
  let remembered: Records = {};
  const isOfFiles = scenario.engines === 'N';
  const driver = isOfFiles ? noBrowser(engine) : await openDriver(engine, launch?.(engine));
  const checks: Record<Oracle, () => Promise<void>> = {
    text: () => checkText(driver.tab),
    kept: () => checkKept(driver.tab, remembered),
    onward: () => checkOnward(driver.tab),
    oneBuild: () => checkOneBuild(driver.tab, site.builds),
    quiet: () => checkQuiet(driver.tab, reloads),
    own: () => checkOwn(driver.tab, site.builds),
  };
  const rig: Rig = {
    engine,
    driver,
    get site() {
      return site;
    },
    get tab() {
      return driver.tab;
    },
    random: randomFrom(seed),
    build,
    async deploy(version, ...older) {
      await site.swap(await build(version), ...(await Promise.all(older.map(build))));
    },
    goto: (path) => driver.tab.goto(new URL(path, site.url).href),
    async remember() {
      remembered = await recordsOf(driver.tab);
    },
    async variant(name, run) {
      const before = site;
      // Another port is another origin: nothing of the part before is left, and nothing had to be cleaned.
      site = await openFaultSite(await build('first'), base);
      remembered = {};
      try {
        await run();
        await rig.check();
      } catch (cause) {
        throw new Error(`${name}: ${messageOf(cause)}`, { cause });
      } finally {
        await before.stop();
      }
    },
    async check() {
      if (isOfFiles) return;
      for (const [oracle, check] of Object.entries(checks) as [Oracle, () => Promise<void>][]) {
        if (except.includes(oracle)) continue;
        await check().catch((cause: unknown) => {
          throw new Error(`oracle “${oracle}”: ${messageOf(cause)}`, { cause });
        });
      }
    },
  };
  try {
    await scenario.run(rig);
    await rig.check();
  } finally {
    await driver.close();
    await site.stop();
    scenario.after?.();
  }
}

/** For rows that look at files only. */
const noBrowser = (engine: EngineName): Driver => ({
  engine,
  get tab(): FaultTab {
    throw new Error('a row of files has no tab');
  },
  restart: async () => undefined,
  close: async () => undefined,
});

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

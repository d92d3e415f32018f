import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../../src/core/language';
import { commandLine, fail, UsageError, wholeNumber } from '../../src/node/commandLine';
import { projectRoot } from '../../src/node/content';
import { article } from '../support/article';
import { makeCertificate } from '../support/certificate';
import { endLeftovers } from '../support/processes';
import { removeRunFolder, runFolder } from '../support/run-folder';
import { buildSite } from '../support/site';
import { type Group, groups, Ledger, linesOf, type Readings, type Side, sides } from './figures';
import { makeFloor } from './floor';
import { lighthouseVisit } from './lighthouse';
import { measureLoad } from './load';
import { measurePages } from './pages';
import { measureSearch } from './search';
import { serveSecurely } from './secureSite';
import { tableOf } from './table';
import {
  firstSwitch,
  firstVisit,
  hastySwitch,
  keepProfile,
  offlineStart,
  type Place,
  returnVisit,
  storedFiles,
  warmSwitch,
} from './visits';
import { weightsOf } from './weights';

/** Where results are kept; not part of the repository. */
const resultsFolder = join(projectRoot, 'node_modules/.cache/yaolan-bench');

/** One thing to measure at one place, once in each of its rounds. */
interface Measurement {
  readonly group: Group;
  readonly what: string;
  /** What is counted is the same each time. */
  readonly isOnce?: boolean;
  measure(place: Place): Promise<Readings>;
}

interface Chosen {
  readonly only: readonly Group[];
  readonly runs: number;
  readonly json: boolean;
}

const { values } = commandLine(
  `npm run bench -- [--only GROUPS] [--runs N] [--json]

Builds the site, serves it and its floor with brotli over HTTP/2, visits both with the same phone in turn, and
prints one table.
  --only GROUPS  measures some of ${groups.join(',')}; or one of: load (asks nginx for
                 the page as fast as it can), search (times the search), pages (Lighthouse on every page, both themes)
  --runs N       how many rounds; 5 if not said, 1 for pages
  --json         prints JSON`,
  { options: { only: { type: 'string' }, runs: { type: 'string' }, json: { type: 'boolean' } } },
);

const roundsOr = (usual: number) =>
  values.runs === undefined ? usual : wholeNumber('--runs', values.runs, 1);

function chosenGroups(): Chosen {
  // Lighthouse is fetched from the registry, so it is only run when it is asked for.
  const asked = values.only?.split(',') ?? groups.filter((group) => group !== 'lighthouse');
  const only = groups.filter((group) => asked.includes(group));
  const unknown = asked.filter((name) => !only.some((group) => group === name));
  if (unknown.length > 0)
    throw new UsageError(`--only: no group ${unknown.join(', ')}; there are ${groups.join(', ')}`);
  return { only, runs: roundsOr(5), json: values.json ?? false };
}

/** Progress goes where the table does not, so that `--json` can be piped. */
const say = (line: string) => console.error(line);

function newMeasurements(): readonly Measurement[] {
  const profiles = new Map<string, Promise<string>>();
  const kept = (place: Place): Promise<string> => {
    const profile = profiles.get(place.url) ?? keepProfile(place);
    profiles.set(place.url, profile);
    return profile;
  };
  return [
    {
      ...{ group: 'weights', what: 'files weighed', isOnce: true },
      measure: async ({ side, root, language }) =>
        side === 'site' ? weightsOf(root, article, language) : {},
    },
    { group: 'first', what: 'first visit', measure: (place) => firstVisit(place) },
    {
      ...{ group: 'precache', what: 'files stored', isOnce: true },
      measure: async (place) => storedFiles(place, await kept(place)),
    },
    {
      group: 'return',
      what: 'return visit',
      measure: async (place) => returnVisit(place, await kept(place)),
    },
    {
      ...{ group: 'offline', what: 'offline start' },
      measure: async (place) => offlineStart(place, await kept(place)),
    },
    {
      ...{ group: 'switch', what: 'switch, warm' },
      measure: async (place) => warmSwitch(place, await kept(place)),
    },
    { group: 'switch', what: 'switch, first visit', measure: firstSwitch },
    { group: 'switch', what: 'switch, at once', measure: hastySwitch },
    {
      ...{ group: 'lighthouse', what: 'Lighthouse' },
      // It asks for absolute canonical addresses, which only a site that knows its own can have.
      measure: async (place) => {
        if (place.side === 'floor') return lighthouseVisit(place);
        await place.site.swap(await buildSite({ siteUrl: place.site.url }));
        return lighthouseVisit(place).finally(() => place.site.swap(place.root));
      },
    },
  ];
}

/** The load on a server has nothing to do with the phone, so it is measured by itself. */
async function reportLoad(rounds: number): Promise<void> {
  const { text, isReached } = await measureLoad(await buildSite(), article, rounds, say);
  console.log(text);
  if (!isReached) process.exitCode = 1;
}

async function reportPages(rounds: number): Promise<void> {
  const { text, isReached } = await measurePages(await buildSite(), makeCertificate(), rounds, say);
  console.log(text);
  if (!isReached) process.exitCode = 1;
}

/** It runs on any cards in Node, so it takes neither a site nor a browser. */
function reportSearch(rounds: number): void {
  const { text, isReached } = measureSearch(rounds);
  console.log(text);
  if (!isReached) process.exitCode = 1;
}

async function main(): Promise<void> {
  if (values.only === 'search') return reportSearch(roundsOr(5));
  runFolder();
  if (values.only === 'load') return reportLoad(roundsOr(5));
  if (values.only === 'pages') return reportPages(roundsOr(1));
  const chosen = chosenGroups();
  say('Building the site and its floor …');
  const built = await buildSite();
  const roots = { site: built, floor: makeFloor(built, [article]) };
  const certificate = makeCertificate();
  const { fingerprint } = certificate;
  const servers = {
    site: await serveSecurely(roots.site, certificate),
    floor: await serveSecurely(roots.floor, certificate),
  };
  const placeOf = (side: Side, language: Place['language']): Place => {
    const site = servers[side];
    return {
      side,
      language,
      site,
      root: roots[side],
      fingerprint,
      url: `${site.url}${language}/${article}/`,
    };
  };
  const ledger = new Ledger();
  const failures: string[] = [];
  const wanted = newMeasurements().filter(({ group }) => chosen.only.includes(group));
  for (let round = 1; round <= chosen.runs; round++) {
    const due = wanted.filter(({ isOnce }) => round === 1 || !isOnce);
    for (const { what, measure } of due) {
      for (const language of languages) {
        // Whoever goes first meets the machine in another state: they take turns.
        for (const side of round % 2 === 1 ? sides : sides.toReversed()) {
          const name = `round ${round} of ${chosen.runs} · ${what} · ${language} · ${side}`;
          say(name);
          // One visit that fails must not cost the others; the table says that it is missing.
          await measure(placeOf(side, language))
            .then((readings) => ledger.add(side, language, readings))
            .catch((error: unknown) => failures.push(`Failed: ${name}: ${String(error)}`));
        }
      }
    }
  }
  await Promise.all(sides.map((side) => servers[side].stop()));
  report(ledger, failures, chosen);
  if (failures.length > 0) process.exitCode = 1;
}

function report(ledger: Ledger, failures: readonly string[], { only, runs, json }: Chosen): void {
  const lines = linesOf(ledger);
  const text = [
    `Article page, brotli over HTTP/2, 360 × 780, 1.6 Mbit/s with 150 ms, processor 4 × slower; ${runs} rounds, medians.`,
    '= counted, the same in every run   ~ timed   floor: the same text and styles without script',
    tableOf(lines),
    ...failures,
    ...(only.includes('lighthouse')
      ? []
      : ['Lighthouse: not measured; `npm run bench -- --only lighthouse`.']),
  ].join('\n');
  const data = JSON.stringify({ date: new Date().toISOString(), runs, only, lines, failures }, null, 2);
  mkdirSync(resultsFolder, { recursive: true });
  const name = new Date().toISOString().replace(/[:.]/g, '-');
  writeFileSync(join(resultsFolder, `${name}.txt`), `${text}\n`);
  writeFileSync(join(resultsFolder, `${name}.json`), `${data}\n`);
  console.log(json ? data : text);
  say(`Saved as ${join(resultsFolder, name)}.txt and .json`);
}

async function cleanUp(): Promise<void> {
  await endLeftovers();
  await removeRunFolder();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void cleanUp().finally(() => process.exit(130)));
}

await main().catch(fail).finally(cleanUp);

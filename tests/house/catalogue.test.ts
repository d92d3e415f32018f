import { describe, expect, it } from 'vitest';
import { beyond, catalogue, type Mark, type Place, type Row } from '../faults/catalogue';
import type { EngineName } from '../faults/drivers';
import { guards } from '../faults/guards';
import { scenarios } from '../faults/scenarios';
import { readText } from './sources';
import { isTest } from './titles';

const engineOf: Partial<Record<Mark, EngineName>> = { C: 'chromium', F: 'firefox', W: 'webkit' };

const scenarioOf = (id: string) => scenarios.find((scenario) => scenario.id === id);

/** In which engines a journey is made: the block that a test stands in says so. */
function marksOfJourney(file: string, title: string): string {
  const before = readText(file).slice(0, readText(file).indexOf(title));
  const [, engines] = [...before.matchAll(/^(?:describe|it)(?:\.each\((\w+))?/gm)].at(-1) ?? [];
  return { tabEngines: 'CFW', engines: 'CF' }[engines ?? ''] ?? 'C';
}

/** Where a place tries its row. */
function marksOf(place: Place): string {
  if (typeof place === 'string') {
    const { engines = '', notIn = {} } = scenarioOf(place) ?? {};
    return [...engines]
      .filter((mark) => !(engineOf[mark as Mark] && notIn[engineOf[mark as Mark] ?? 'chromium']))
      .join('');
  }
  const [file, title] = place;
  if (file.startsWith('tests/journeys/')) return marksOfJourney(file, title);
  return file.startsWith('tests/hosts/') ? 'S' : 'N';
}

/** Why a row is not tried in an engine, where the row or its scenario says so. */
const reasonOf = ({ notIn = {}, places }: Row, mark: Mark): string | undefined =>
  notIn[mark] ??
  places
    .flatMap((place) =>
      typeof place === 'string' ? [scenarioOf(place)?.notIn?.[engineOf[mark] ?? 'chromium']] : [],
    )
    .find(Boolean);

/** The marks of a row that nothing tries and no reason excuses. */
const untried = (row: Row): Mark[] => {
  const tried = row.places.map(marksOf).join('');
  return ([...row.marks] as Mark[]).filter((mark) => !tried.includes(mark) && !reasonOf(row, mark));
};

const rowsOf = (level: Row['level']) => catalogue.filter((row) => row.level === level && !row.except);
const isMet = (row: Row) => !row.unmet && row.places.length > 0 && untried(row).length === 0;

describe('the map of the catalogue', () => {
  it('has every row once, and every place of it is there', () => {
    const ids = catalogue.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const missing = catalogue.flatMap(({ id, places }) =>
      places
        .filter((place) => (typeof place === 'string' ? !scenarioOf(place) : !isTest(place)))
        .map((place) => `${id}: ${[place].flat().join(' › ')}`),
    );
    expect(missing).toEqual([]);
  });

  it('leaves out no scenario, and each has the level of its row', () => {
    const named = new Map(
      catalogue.flatMap((row) =>
        row.places.flatMap((place) => (typeof place === 'string' ? [[place, row] as const] : [])),
      ),
    );
    const strays = scenarios.filter(({ id }) => !named.has(id) && !beyond.includes(id)).map(({ id }) => id);
    expect(strays).toEqual([]);
    const other = scenarios.filter(({ id, level }) => named.has(id) && named.get(id)?.level !== level);
    expect(other.map(({ id }) => id)).toEqual([]);
  });

  it('tries all that must be survived, wherever it is to be tried', () => {
    const rows = rowsOf('must');
    expect(rows.length).toBeGreaterThan(60);
    expect(rows.filter((row) => !isMet(row)).map((row) => `${row.id}: ${untried(row)}`)).toEqual([]);
    expect(rows.filter(({ notIn }) => notIn)).toEqual([]);
  });

  it('tries at least nine in ten of what should be survived', () => {
    const rows = rowsOf('should');
    const met = rows.filter(isMet);
    expect(
      rows.filter((row) => !row.unmet && !isMet(row)).map((row) => `${row.id}: ${untried(row)}`),
    ).toEqual([]);
    expect(met.length / rows.length).toBeGreaterThanOrEqual(0.9);
  });

  it('gives a reason for whatever it does not try', () => {
    const reasons = catalogue.flatMap(({ except, unmet, notIn = {} }) => [
      except,
      unmet,
      ...Object.values(notIn),
    ]);
    expect(reasons.filter((reason) => reason !== undefined && reason.length < 30)).toEqual([]);
  });

  it('has twenty protections or more to take away, each still in the code and with a row to notice', () => {
    expect(guards.length).toBeGreaterThanOrEqual(20);
    const stale = guards.filter(({ file, from, to }) => readText(file).replace(from, to) === readText(file));
    expect(stale.map(({ what }) => what)).toEqual([]);
    expect(guards.filter(({ caughtBy }) => !scenarioOf(caughtBy)).map(({ what }) => what)).toEqual([]);
  });

  it('would miss a scenario and a test by name', () => {
    const row = { id: 'X', level: 'must', marks: 'CFW', places: ['B08'] } as const;
    expect(untried(row)).toEqual(['W']);
    expect(marksOf(['tests/journeys/my-data.test.ts', 'the about page shows no control for it'])).toBe('C');
    expect(scenarioOf('Z99')).toBeUndefined();
  });
});

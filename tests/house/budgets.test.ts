import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../src/core/language';
import { loadContent } from '../../src/node/content';
import { buildEdited } from '../bench/edits';
import { figures, Ledger } from '../bench/figures';
import { type SecureSite, serveSecurely } from '../bench/secureSite';
import { columns, limitOf } from '../bench/table';
import {
  countedVisit,
  firstVisit,
  keepProfile,
  type Place,
  returnVisit,
  storedFiles,
  updateVisit,
} from '../bench/visits';
import { makeCertificate } from '../support/certificate';
import { buildSite } from '../support/site';
import { type Budget, budgets } from './budgets';

const keys = Object.keys(budgets) as Budget[];
const ledger = new Ledger();
let site: SecureSite | undefined;

const figureOf = (key: Budget) => figures.find((figure) => figure.key === key);
const costOf = (language: Place['language'], key: Budget): number =>
  ledger.valuesOf('site', language, key)[0] ?? Number.NaN;

/** Only what is counted: the line and the processor are this machine's own, as fast as they are. */
async function measure(place: Place, edited: string): Promise<void> {
  const profile = await keepProfile(place);
  const readings = [
    await firstVisit(place, {}),
    await countedVisit(place),
    await storedFiles(place, profile),
    await returnVisit(place, profile, {}),
    await updateVisit(place, edited, 'card'),
  ];
  for (const some of readings) ledger.add('site', place.language, some);
}

function table(): string {
  const number = new Intl.NumberFormat('en');
  const rows = keys.map((key) => {
    const { words = key, unit = '', limit } = figureOf(key) ?? {};
    const today = languages.map((language) => number.format(costOf(language, key)));
    return [`${words}${unit && `, ${unit}`}`, ...today, number.format(budgets[key]), limitOf(limit, '')];
  });
  return columns([['', ...languages, 'limit', 'aim'], ...rows]);
}

beforeAll(async () => {
  const article = loadContent().articles[0]?.facts.id ?? '';
  const root = await buildSite();
  const edited = await buildEdited('card', article);
  const certificate = makeCertificate();
  site = await serveSecurely(root, certificate);
  for (const language of languages) {
    const { fingerprint } = certificate;
    const url = `${site.url}${language}/${article}/`;
    await measure({ side: 'site', language, site, root, url, fingerprint }, edited);
  }
  console.log(table());
});

afterAll(() => site?.stop());

describe('what the article’s page costs', () => {
  it('is counted and not timed', () => {
    expect(keys.filter((key) => !figureOf(key)?.isExact)).toEqual([]);
  });

  describe.each(languages)('in %s', (language) => {
    it.each(keys)('keeps within its budget: %s', (key) => {
      expect(costOf(language, key)).toBeLessThanOrEqual(budgets[key]);
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../src/core/language';
import { figures, Ledger } from '../bench/figures';
import { type SecureSite, serveSecurely } from '../bench/secureSite';
import { columns } from '../bench/table';
import { firstVisit, keepProfile, type Place, returnVisit } from '../bench/visits';
import { weightsOf } from '../bench/weights';
import { article } from '../support/article';
import { makeCertificate } from '../support/certificate';
import { buildSite } from '../support/site';

/** The limits of `npm run bench` on what is counted: the same on every machine, however busy it is. */
const counted = figures.flatMap(({ key, words, unit, isExact, limit }) =>
  isExact && limit && 'most' in limit ? [{ key, words, unit, most: limit.most }] : [],
);

const ledger = new Ledger();
let site: SecureSite | undefined;

const costOf = (language: Place['language'], key: string): number =>
  ledger.valuesOf('site', language, key)[0] ?? Number.NaN;

async function measure(place: Place): Promise<void> {
  const readings = [
    weightsOf(place.root, article, place.language),
    await firstVisit(place, {}),
    await returnVisit(place, await keepProfile(place), {}),
  ];
  for (const some of readings) ledger.add('site', place.language, some);
}

function table(): string {
  const number = new Intl.NumberFormat('en');
  const rows = counted.map(({ key, words, unit, most }) => {
    const today = languages.map((language) => number.format(costOf(language, key)));
    return [`${words}${unit && `, ${unit}`}`, ...today, number.format(most)];
  });
  return columns([['', ...languages, 'limit'], ...rows]);
}

beforeAll(async () => {
  const root = await buildSite();
  const certificate = makeCertificate();
  site = await serveSecurely(root, certificate);
  for (const language of languages) {
    const { fingerprint } = certificate;
    const url = `${site.url}${language}/${article}/`;
    await measure({ side: 'site', language, site, root, url, fingerprint });
  }
  console.log(table());
});

afterAll(() => site?.stop());

describe.each(languages)('what the article’s page costs in %s', (language) => {
  it.each(counted)('keeps within its limit: $words', ({ key, most }) => {
    expect(costOf(language, key)).toBeLessThanOrEqual(most);
  });
});

import { describe, expect, it } from 'vitest';
import { directions, kinds, notStated, qualifiers } from '../../src/core/model';
import { dataPackageOf, openDataOf } from '../../src/prerender/openData';
import { aSpeaker, theArticle } from '../core/aSpeaker';

const article = theArticle();
const { facts } = article;
const files = openDataOf(aSpeaker(), article);

interface OpenWords {
  label: string;
  text: string;
  limits: string[];
}

type Row = Record<string, unknown> & { zh: OpenWords; en: OpenWords };

interface OpenData {
  article: Record<string, unknown> & { title: Record<string, string>; source: Record<string, unknown> };
  measures: Row[];
  ledger: Record<string, unknown>[];
}

function fileNamed(name: string): string {
  const file = files.find(({ fileName }) => fileName === name);
  if (!file) throw new Error(`no file ${name}`);
  return file.source;
}

const json = JSON.parse(fileNamed(`data/${facts.id}.json`)) as OpenData;
const csv = fileNamed(`data/${facts.id}.csv`);

/** RFC 4180, with nothing forgiven. */
function parseCsv(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const rows: string[][] = [];
  let row: string[] = [];
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const found = cell.exec(text);
    if (!found) throw new Error(`not CSV: ${text.slice(at, at + 60)}`);
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const fields = [
  ...['id', 'card', 'section', 'headline', 'kind', 'value', 'unit', 'qualifier', 'direction', 'period'],
  ...['comparedWith', 'basis', 'scope', 'paragraph', 'quote', 'zh', 'en'],
];

/** Every value in it, with the way to it. */
function* leavesOf(value: unknown, path = ''): Generator<[string, unknown]> {
  if (typeof value !== 'object' || value === null) yield [path, value];
  else for (const [key, entry] of Object.entries(value)) yield* leavesOf(entry, `${path}/${key}`);
}

describe('the open figures as JSON', () => {
  it('hold 33 measures, 19 of them headline, and 56 ledger entries', () => {
    expect(json.measures).toHaveLength(33);
    expect(json.measures.filter(({ headline }) => headline)).toHaveLength(19);
    expect(json.ledger).toHaveLength(56);
  });

  it('say which article they are from', () => {
    expect(json.article).toMatchObject({
      id: facts.id,
      title: { zh: expect.any(String), en: expect.any(String) },
      publisher: { zh: '随州日报', en: 'Suizhou Daily' },
      period: '2024',
      source: { title: facts.source.title, published: notStated },
    });
  });

  it.each(fields)('have %s in every measure', (field) => {
    expect(json.measures.filter((row) => row[field] === undefined)).toEqual([]);
  });

  it('have no further field but the hedges and the way of writing', () => {
    const known = new Set([...fields, 'modifiers', 'spelled']);
    expect(json.measures.flatMap((row) => Object.keys(row)).filter((key) => !known.has(key))).toEqual([]);
  });

  it('keep to the closed lists', () => {
    const strange = json.measures.filter(
      ({ kind, qualifier, direction }) =>
        !(kinds as readonly unknown[]).includes(kind) ||
        !(qualifiers as readonly unknown[]).includes(qualifier) ||
        !(directions as readonly unknown[]).includes(direction),
    );
    expect(strange).toEqual([]);
    expect([...kinds].sort()).toEqual(
      ['activity', 'count', 'count-change', 'coverage', 'rate-change', 'share', 'zero'].sort(),
    );
    expect([...qualifiers].sort()).toEqual(
      ['about', 'all', 'at-least', 'exact', 'more-than', 'none-reported'].sort(),
    );
    expect([...directions].sort()).toEqual(['down', 'none', 'up']);
  });

  it('have a plain number or not-stated for a value', () => {
    const values = json.measures.map(({ value }) => value);
    expect(values.filter((value) => value !== notStated && !Number.isFinite(value))).toEqual([]);
    expect(json.measures.find(({ id }) => id === 'video-points')?.value).toBe(124_500);
    expect(json.measures.find(({ id }) => id === 'clearance-rate')?.value).toBe(27.7);
    expect(json.measures.find(({ id }) => id === 'key-site-coverage')?.value).toBe(notStated);
  });

  it('leave nothing null, empty or unfilled', () => {
    const open = [...leavesOf(json)].filter(
      ([, value]) =>
        value === null || value === '' || /[{}\uE000-\uF8FF]|undefined|\[object/.test(String(value)),
    );
    expect(open.map(([path]) => path)).toEqual([]);
  });

  it('say each measure in both languages, with its limits', () => {
    for (const { id, zh, en } of json.measures) {
      expect(Object.keys(zh), String(id)).toEqual(['label', 'text', 'limits']);
      expect(Object.keys(en), String(id)).toEqual(['label', 'text', 'limits']);
      expect(zh.limits.length).toBeGreaterThan(0);
      expect(en.limits).toHaveLength(zh.limits.length);
    }
  });

  it('put every measure in a section and on a card that the article has', () => {
    const sections = new Map(facts.cards.map(({ id, section }) => [id, section]));
    for (const row of json.measures) expect(row.section).toBe(sections.get(String(row.card)));
  });

  it('tie every ledger entry to a measure or to a name, never to both', () => {
    const ids = new Set(json.measures.map(({ id }) => id));
    for (const entry of json.ledger) {
      expect(Object.keys(entry)).toEqual(['paragraph', 'token', 'measure' in entry ? 'measure' : 'name']);
      if ('measure' in entry) expect(ids).toContain(entry.measure);
    }
  });
});

describe('the open figures as CSV', () => {
  const [head = [], ...rows] = parseCsv(csv.slice(1));

  it('begin with a byte order mark, once', () => {
    expect([...csv].filter((char) => char === '\uFEFF')).toHaveLength(1);
    expect(csv.startsWith('\uFEFFid,card,')).toBe(true);
  });

  it('have one line a measure, each as long as the first', () => {
    expect(rows).toHaveLength(33);
    expect(rows.filter((row) => row.length !== head.length)).toEqual([]);
  });

  it('say the same as the JSON', () => {
    const flat = json.measures.map(({ zh, en, spelled, modifiers, ...row }) =>
      Object.fromEntries(
        Object.entries({
          ...row,
          modifiers: (modifiers as string[]).join(' '),
          zh_label: zh.label,
          zh_text: zh.text,
          zh_limits: zh.limits.join(' | '),
          en_label: en.label,
          en_text: en.text,
          en_limits: en.limits.join(' | '),
        }).map(([key, value]) => [key, String(value)]),
      ),
    );
    const read = rows.map((row) => Object.fromEntries(row.map((cell, at) => [head[at], cell])));
    expect(read).toEqual(flat);
  });

  it('have no cell that a spreadsheet would run as a formula', () => {
    expect(rows.flat().filter((cell) => /^[=+@\t\r-]/.test(cell))).toEqual([]);
  });

  it('quote what needs quoting', () => {
    const spoilt = structuredClone(article);
    const [measure] = spoilt.facts.measures;
    if (measure) Object.assign(measure, { quote: 'a "b", c\r\nd' });
    const [, file] = openDataOf(aSpeaker(), spoilt);
    const [names = [], first = []] = parseCsv((file?.source ?? '').slice(1));
    expect(first[names.indexOf('quote')]).toBe('a "b", c\r\nd');
  });
});

describe('datapackage.json', () => {
  const file = dataPackageOf([article], '1.2.3');
  const description = JSON.parse(file.source) as {
    version: string;
    resources: { name: string; path: string; schema?: { fields: { name: string; type: string }[] } }[];
  };

  it('stands beside the data and describes files that exist', () => {
    expect(file.fileName).toBe('data/datapackage.json');
    expect(description.resources.map(({ path }) => `data/${path}`).sort()).toEqual(
      files.map(({ fileName }) => fileName).sort(),
    );
  });

  it('names its resources as Frictionless wants them', () => {
    expect(description.resources.filter(({ name }) => !/^[a-z0-9._-]+$/.test(name))).toEqual([]);
    expect(description.version).toBe('1.2.3');
  });

  it('has a field for each column, of a type that every cell fits', () => {
    const [head = [], ...rows] = parseCsv(csv.slice(1));
    const schema = description.resources.find(({ path }) => path.endsWith('.csv'))?.schema?.fields ?? [];
    expect(schema.map(({ name }) => name)).toEqual(head);
    const fits: Readonly<Record<string, RegExp>> = {
      integer: /^\d+$/,
      boolean: /^(?:true|false)$/,
      string: /./s,
    };
    const misfits = schema.flatMap(({ name, type }, at) =>
      rows.flatMap((row) =>
        fits[type]?.test(row[at] ?? '') || name === 'modifiers' ? [] : `${name}: ${row[at]}`,
      ),
    );
    expect(misfits).toEqual([]);
  });
});

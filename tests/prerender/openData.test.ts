import { describe, expect, it } from 'vitest';
import { directions, kinds, type Measure, notStated, qualifiers } from '../../src/core/model';
import { dataPackageOf, openDataOf } from '../../src/prerender/openData';
import { aSpeaker, theArticle, theReader } from '../core/aSpeaker';

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
  ...['status', 'comparedWith', 'basis', 'scope', 'paragraph', 'quote', 'zh', 'en'],
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
      kind: 'newspaper-review',
      title: { zh: expect.any(String), en: expect.any(String) },
      issuer: notStated,
      publisher: { zh: '随州日报', en: 'Suizhou Daily' },
      period: '2024',
      place: { zh: '随州', en: 'Suizhou' },
      delivered: notStated,
      published: notStated,
      source: { title: facts.source.title, published: notStated },
    });
  });

  it.each(fields)('have %s in every measure', (field) => {
    expect(json.measures.filter((row) => row[field] === undefined)).toEqual([]);
  });

  it('have no further field but the hedges and the way of writing', () => {
    const known = new Set([...fields, 'modifiers', 'spelled', 'series', 'override']);
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
      'activity amount count count-change coverage level rate-change share zero'.split(' '),
    );
    expect([...qualifiers].sort()).toEqual(
      'about all at-least at-most exact less-than more-than nearly none-reported'.split(' '),
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

  it('say each measure in both languages, with what is not said of it', () => {
    for (const { id, zh, en } of json.measures) {
      expect(Object.keys(zh), String(id)).toEqual(['label', 'text', 'limits']);
      expect(Object.keys(en), String(id)).toEqual(['label', 'text', 'limits']);
      expect(en.limits).toHaveLength(zh.limits.length);
    }
    const limitsOf = (measure: string) => json.measures.find(({ id }) => id === measure)?.zh.limits;
    const lacks = theReader('zh').words(
      facts.measures.find(({ id }) => id === 'study-classes') as Measure,
    ).lacks;
    expect(limitsOf('study-classes')).toEqual([lacks]);
    expect(limitsOf('video-points')?.length).toBeGreaterThan(0);
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
    const flat = json.measures.map(({ zh, en, spelled, modifiers, override: _, ...row }) =>
      Object.fromEntries(
        Object.entries({
          ...row,
          series: '',
          upper: '',
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

type Shape = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isFilled = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const fieldTypes = new Set([
  ...['string', 'number', 'integer', 'boolean', 'object', 'array', 'date', 'time', 'datetime', 'year'],
  ...['yearmonth', 'duration', 'geopoint', 'geojson', 'any'],
]);
const constraintsOf: Readonly<Record<string, readonly string[]>> = {
  string: ['required', 'unique', 'enum', 'pattern', 'minLength', 'maxLength'],
  integer: ['required', 'unique', 'enum', 'minimum', 'maximum'],
  boolean: ['required', 'enum'],
};

/** The rules of Frictionless that hold in both versions, 1 and 2, stricter where one of them only advises. */
function* faultsOf(descriptor: unknown): Generator<string> {
  if (!isObject(descriptor)) return yield 'the package is no object';
  yield* namedFaults(descriptor, 'the package');
  if (descriptor.version !== undefined && !/^\d+\.\d+\.\d+$/.test(String(descriptor.version)))
    yield 'version is not x.y.z';
  yield* listFaults(descriptor, 'sources', (source) => isFilled(source.title));
  yield* listFaults(descriptor, 'licenses', (one) => isFilled(one.name) || isFilled(one.path));
  const { resources } = descriptor;
  if (!Array.isArray(resources) || resources.length === 0) return yield 'resources is no filled list';
  for (const resource of resources) yield* resourceFaults(resource);
  const names = resources.map((resource: Shape) => resource.name);
  if (new Set(names).size !== names.length) yield 'two resources share a name';
}

function* namedFaults(value: Shape, what: string): Generator<string> {
  if (!/^[a-z0-9._-]+$/.test(String(value.name))) yield `${what}: name ${value.name}`;
  for (const key of ['title', 'description']) if (!isFilled(value[key])) yield `${what}: no ${key}`;
  // Of version 1 only, or of no version: a reader of the other would not know what it means.
  for (const key of ['profile', 'license', 'url', 'data']) if (key in value) yield `${what}: ${key}`;
}

function* listFaults(value: Shape, key: string, isGood: (entry: Shape) => boolean): Generator<string> {
  if (!(key in value)) return;
  const list = value[key];
  if (!Array.isArray(list) || list.length === 0) return yield `${key} is no filled list`;
  const bad = list.filter(
    (entry) =>
      !isObject(entry) || !isGood(entry) || ('path' in entry && !/^https?:\/\/\S+$/.test(String(entry.path))),
  );
  if (bad.length > 0) yield `${key}: ${JSON.stringify(bad)}`;
}

function* resourceFaults(resource: unknown): Generator<string> {
  if (!isObject(resource)) return yield 'a resource is no object';
  const { path, format, mediatype, encoding, schema } = resource;
  const what = `resource ${resource.name}`;
  yield* namedFaults(resource, what);
  if (!isFilled(path) || /^[/~.]|\.\.|\\|:/.test(path) || !path.endsWith(`.${format}`))
    yield `${what}: path ${path}`;
  if (!/^[a-z]+\/[a-z0-9.+-]+$/.test(String(mediatype))) yield `${what}: mediatype ${mediatype}`;
  if (encoding !== undefined && encoding !== 'utf-8') yield `${what}: encoding ${encoding}`;
  if (format === 'csv' && !isObject(schema)) yield `${what}: no schema`;
  if (isObject(schema)) yield* schemaFaults(schema, what);
}

function* schemaFaults(
  { fields, primaryKey, missingValues, ...rest }: Shape,
  what: string,
): Generator<string> {
  if (!Array.isArray(fields) || fields.length === 0) return yield `${what}: fields is no filled list`;
  const names = fields.map(({ name }: Shape) => name);
  if (new Set(names).size !== names.length) yield `${what}: two fields share a name`;
  for (const { name, type, constraints = {}, description = 'none', ...more } of fields as Shape[]) {
    const allowed = constraintsOf[String(type)] ?? [];
    if (!isFilled(name)) yield `${what}: a field has no name`;
    if (!fieldTypes.has(String(type))) yield `${what}: ${name} is of type ${type}`;
    if (!isFilled(description)) yield `${what}: ${name} has an empty description`;
    if (!isObject(constraints)) yield `${what}: the constraints of ${name}`;
    else
      for (const key of Object.keys(constraints))
        if (!allowed.includes(key)) yield `${what}: ${name} cannot be constrained by ${key}`;
    for (const key of Object.keys(more)) yield `${what}: ${name} has ${key}`;
  }
  if (!Array.isArray(primaryKey) || primaryKey.some((key) => !names.includes(key)))
    yield `${what}: primaryKey ${primaryKey}`;
  if (!Array.isArray(missingValues) || missingValues.some((value) => typeof value !== 'string'))
    yield `${what}: missingValues`;
  for (const key of Object.keys(rest)) yield `${what}: schema has ${key}`;
}

interface Field {
  name: string;
  type: string;
  description?: string;
  constraints?: {
    required?: boolean;
    unique?: boolean;
    enum?: string[];
    pattern?: string;
    minimum?: number;
  };
}

describe('datapackage.json', () => {
  const file = dataPackageOf([article], '1.2.3');
  const descriptor = JSON.parse(file.source) as {
    version: string;
    description: string;
    sources: { title: string }[];
    licenses?: unknown;
    resources: { name: string; path: string; schema?: { fields: Field[] } }[];
  };
  const schema = descriptor.resources.find(({ path }) => path.endsWith('.csv'))?.schema?.fields ?? [];
  const [head = [], ...rows] = parseCsv(csv.slice(1));

  it('stands beside the data and describes files that exist', () => {
    expect(file.fileName).toBe('data/datapackage.json');
    expect(descriptor.resources.map(({ path }) => `data/${path}`).sort()).toEqual(
      files.map(({ fileName }) => fileName).sort(),
    );
    expect(descriptor.version).toBe('1.2.3');
  });

  it('keeps the rules of Frictionless, versions 1 and 2', () => {
    expect([...faultsOf(descriptor)]).toEqual([]);
  });

  it.each<[string, (broken: typeof descriptor) => void, RegExp]>([
    ['a name with a capital', (all) => Object.assign(all, { name: 'Yaolan' }), /^the package: name Yaolan$/],
    ['no title', (all) => Object.assign(all, { title: ' ' }), /^the package: no title$/],
    ['no resources', (all) => all.resources.splice(0), /resources is no filled list/],
    ['a path outside', (all) => Object.assign(all.resources[0] ?? {}, { path: '../a.csv' }), /: path \.\./],
    ['two of one name', (all) => Object.assign(all.resources[1] ?? {}, { name: facts.id }), /share a name/],
    [
      'an unknown type',
      (all) => Object.assign(all.resources[0]?.schema?.fields[0] ?? {}, { type: 'text' }),
      /type text/,
    ],
    [
      'a source without title',
      (all) => Object.assign(all, { sources: [{ path: 'https://a.org' }] }),
      /sources: /,
    ],
    ['a nameless licence', (all) => Object.assign(all, { licenses: [{ title: 'Free' }] }), /licenses: /],
    [
      'a strange key',
      (all) => Object.assign(all.resources[0]?.schema ?? {}, { primaryKey: ['no'] }),
      /primaryKey no/,
    ],
  ])('would not be valid with %s', (_what, spoil, fault) => {
    const broken = structuredClone(descriptor);
    spoil(broken);
    expect([...faultsOf(broken)].filter((each) => fault.test(each)).length).toBeGreaterThan(0);
  });

  it('names the article as its source, without an address, and claims no licence for its figures', () => {
    expect(descriptor.sources).toHaveLength(1);
    expect(Object.keys(descriptor.sources[0] ?? {})).toEqual(['title']);
    for (const part of [facts.source.publisher, facts.source.title, facts.source.subtitle])
      expect(descriptor.sources[0]?.title).toContain(part);
    expect(descriptor.licenses).toBeUndefined();
    expect(descriptor.description).toContain('no licence');
  });

  it('has a field for each column, of a type and within the bounds that every cell fits', () => {
    expect(schema.map(({ name }) => name)).toEqual(head);
    const types: Readonly<Record<string, RegExp>> = {
      integer: /^\d+$/,
      boolean: /^(?:true|false)$/,
      string: /^/,
    };
    const misfits = schema.flatMap(
      ({ name, type, constraints: { required, unique, ...bounds } = {} }, at) => {
        const cells = rows.map((row) => row[at] ?? '');
        const isRepeated = unique === true && new Set(cells).size < cells.length;
        return cells
          .filter(
            (cell) =>
              isRepeated ||
              (required === true && cell === '') ||
              types[type]?.test(cell) !== true ||
              bounds.enum?.includes(cell) === false ||
              !new RegExp(`^(?:${bounds.pattern ?? '[^]*'})$`).test(cell) ||
              Number(cell) < (bounds.minimum ?? Number.NEGATIVE_INFINITY),
          )
          .map((cell) => `${name}: ${cell}`);
      },
    );
    expect(misfits).toEqual([]);
  });

  it('lets only hedges and what is not said be empty', () => {
    expect(schema.filter(({ constraints }) => !constraints?.required).map(({ name }) => name)).toEqual([
      'upper',
      'modifiers',
      'series',
      'zh_limits',
      'en_limits',
    ]);
  });

  it('says why a value is text: not every one is a number', () => {
    const value = schema.find(({ name }) => name === 'value');
    expect(value?.type).toBe('string');
    expect(value?.description).toContain(`"${notStated}"`);
    expect(rows.map((row) => row[head.indexOf('value')])).toContain(notStated);
  });
});

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { checkContent } from '../../../src/node/content';
import { ContentError, type Fault, lineOf } from '../../../src/node/content/fault';
import { freshFolder } from '../../support/run-folder';

export const files = {
  facts: 'src/content/tiny/facts.json',
  readings: 'src/content/tiny/readings.json',
  zh: 'locales/zh/articles/tiny.json',
  en: 'locales/en/articles/tiny.json',
  checked: 'src/content/tiny/checked.json',
  units: 'src/content/units.json',
  terms: 'src/content/terms.json',
  zhTerms: 'locales/zh/terms.json',
  enTerms: 'locales/en/terms.json',
  zhUi: 'locales/zh/reader.json',
  enUi: 'locales/en/reader.json',
  zhFigures: 'locales/zh/figures.json',
  enFigures: 'locales/en/figures.json',
} as const;

/** A source of two paragraphs with the oddities of a real one: headings, captions, full width. */
export const source = [
  '',
  '标题',
  '——副题',
  '通讯员 甲',
  '',
  '开头这一段只写概况。',
  '平安',
  '全市破案率同比上升27．7%，建设9个警务站，并且还在各个乡镇和街道继续推行大家都已经非常熟悉的这个365工作法!',
  '一张照片的说明',
  '',
].join('\n');

/** Which words tell the units of a quote. */
export const tinyUnits = { post: { zh: ['个', '级'], of: ['警务站'] }, bridge: { zh: ['座'] } };

export const tinyFacts = () => ({
  id: 'tiny',
  language: 'zh',
  period: '2024',
  source: {
    kind: 'newspaper-review',
    title: '标题',
    subtitle: '副题',
    issuer: 'not-stated',
    publisher: '小报',
    place: '小城',
    delivered: 'not-stated',
    published: 'not-stated',
    byline: 'correspondents',
    paragraphs: 2,
    sha256: createHash('sha256').update(source).digest('hex'),
  },
  sections: [{ id: 'safety', title: '平安' }],
  cards: [
    { id: 'overview', section: 'not-stated', paragraphs: [1] },
    { id: 'crime', section: 'safety', paragraphs: [2] },
  ],
  essentials: ['clearance'],
  brief: ['crime'],
  measures: [
    {
      id: 'clearance',
      card: 'crime',
      headline: true,
      quote: '破案率同比上升27.7%',
      paragraph: 2,
      scope: 'city',
    },
    { id: 'posts', card: 'crime', headline: true, quote: '建设9个警务站', paragraph: 2, scope: 'city' },
  ],
  claims: [{ id: 'known-method', paragraph: 2 }],
  names: [{ paragraph: 2, name: '365工作法' }],
});

const sentences = {
  zh: '文章介绍了当地一年的情况。',
  en: 'The article describes what was done locally that year.',
};

export const tinyWords = {
  zh: () => ({
    title: '一篇综述',
    kicker: '小城 · 2024年',
    standfirst: '破案率上升{{clearance}}。',
    description: '一篇综述的摘要，不谈信访。',
    publisher: '小报',
    place: '小城',
    sourceTitle: '标题',
    sourceSubtitle: '副题',
    byline: '通讯员',
    sections: { safety: { title: '平安', sourceTitle: '平安' } },
    cards: { overview: { title: '概览' }, crime: { title: '打击犯罪', takeaway: sentences.zh } },
    brief: { crime: sentences.zh },
    measures: {
      clearance: {
        label: '破案率',
        unit: '',
        text: '全市破案率同比上升{{clearance}}。',
        limits: ['没有说明基数。'],
        lacks: '未说明基数',
      },
      posts: {
        label: '警务站',
        unit: '个',
        text: '全市建了{{posts}}个警务站。',
        limits: ['没有说明地点。'],
        lacks: '未说明地点',
      },
    },
    claims: { 'known-method': '文章称大家对一个工作法“非常熟悉”，没有给出人数。' },
    scopes: { city: '全市' },
    unsaid: ['日期。'],
  }),
  en: () => ({
    title: 'A review',
    kicker: 'Tiny Town · review of 2024',
    standfirst: 'Clearance rose {{clearance}}.',
    description: 'A summary of a review.',
    publisher: 'Tiny Daily',
    place: 'Tiny Town',
    sourceTitle: 'Title',
    sourceSubtitle: 'Subtitle',
    byline: 'Correspondents',
    sections: { safety: { title: 'Safety', sourceTitle: 'Safety' } },
    cards: { overview: { title: 'Overview' }, crime: { title: 'Crime', takeaway: sentences.en } },
    brief: { crime: sentences.en },
    measures: {
      clearance: {
        label: 'Clearance rate',
        unit: '',
        text: 'The clearance rate in the city rose {{clearance}} year on year.',
        gloss: 'the clearance rate rose {{clearance}} year on year',
        limits: ['The base is not stated.'],
        lacks: 'base not stated',
      },
      posts: {
        label: 'Police posts',
        unit: 'posts',
        text: 'The city built {{posts}} posts for the police.',
        gloss: 'built {{posts}} police posts',
        limits: ['The places are not stated.'],
        lacks: 'places not stated',
      },
    },
    claims: {
      'known-method': 'The article says people know one method “very well”; it gives no figure for them.',
    },
    scopes: { city: 'the whole city' },
    unsaid: ['The date.'],
  }),
};

const tinyUi = {
  zh: { next: '继续', greeting: '你好，{{name}}', cards_other: '{{count}}张卡片' },
  en: { next: 'Read on', greeting: 'Hello, {{name}}', cards_one: 'One card', cards_other: '{{count}} cards' },
};

/** The phrases of qualifiers, and the words beside a figure in large type. */
const tinyFigures = {
  zh: { exact: '{{number}}', 'more-than': '{{number}}余', note: { 'up-year-on-year': '同比上升{{number}}' } },
  en: {
    exact: '{{number}}',
    'more-than': 'more than {{number}}',
    note: { 'up-year-on-year': 'up {{number}} year on year' },
  },
};

const salt = 'tiny';

/** Salted as real ones are; the name is made up. */
const hashOf = (name: string) => createHash('sha256').update(`${salt}:${name}`).digest('hex');

export const tinyReadings = () => ({
  barred: [
    {
      id: 'change-as-level',
      why: 'Only changes are given.',
      zh: '达到# | 因此…下降',
      en: 'reached # | # percent of',
      where: { measures: ['clearance'], cards: ['crime'] },
      unless: { zh: '没有达到', en: 'does not say it reached' },
    },
  ],
  needed: [
    {
      id: 'what-rate',
      why: 'A rate is a rate of something.',
      zh: '破案率',
      en: 'clearance',
      where: { measures: ['clearance'], fields: ['text'] },
    },
  ],
  kept: [{ quote: '破案率', says: { en: 'clearance rate' }, never: { zh: '发案', en: 'crime rate' } }],
  scopes: [{ scope: 'city', zh: '全市', en: 'the city' }],
  units: [{ unit: 'post', zh: '个', en: 'posts' }],
  unnamed: {
    salt,
    han: [{ length: 3, sha256: hashOf('甲乙丙') }],
    latin: [{ length: 8, sha256: hashOf('jiayibin') }],
  },
});

const wholeTree = (): Record<string, unknown> => ({
  [files.facts]: tinyFacts(),
  [files.readings]: tinyReadings(),
  [files.units]: tinyUnits,
  [files.zh]: tinyWords.zh(),
  [files.en]: tinyWords.en(),
  [files.terms]: [
    { id: 'petition', group: 'law', background: false, zh: '信访', pinyin: 'xìnfǎng', en: 'petitioning' },
  ],
  [files.zhTerms]: { petition: '向机关反映情况。' },
  [files.enTerms]: { petition: 'Bringing a matter before an office.' },
  [files.zhUi]: tinyUi.zh,
  [files.enUi]: tinyUi.en,
  [files.zhFigures]: tinyFigures.zh,
  [files.enFigures]: tinyFigures.en,
});

/** A valid content tree in a folder of its own, and ways to spoil it. Places are written as faults name them. */
export function aContentTree() {
  const root = freshFolder('content');
  const write = (file: string, text: string | Uint8Array) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const change = (file: string, path: string, alter: (holder: Holder, key: string) => void) => {
    const whole = JSON.parse(readFileSync(join(root, file), 'utf8'));
    alter(...holderOf(whole, path));
    write(file, JSON.stringify(whole));
  };
  const sourceDir = join(root, 'source');
  for (const [file, value] of Object.entries(wholeTree())) write(file, JSON.stringify(value, null, 2));
  write('source/tiny.txt', source);
  return {
    root,
    sourceDir,
    write,
    read: (file: string) => readFileSync(join(root, file), 'utf8'),
    remove: (path: string) => rmSync(join(root, path), { recursive: true }),
    put: (file: string, path: string, value: unknown) =>
      change(file, path, (holder, key) => {
        holder[key] = value;
      }),
    drop: (file: string, path: string) =>
      change(file, path, (holder, key) => {
        delete holder[key];
      }),
    /** One line for each fault that the check finds. */
    lines: () => faultsOf(() => refuseFaults(checkContent(root, sourceDir).faults)).map(lineOf),
  };
}

export type ContentTree = ReturnType<typeof aContentTree>;
type Holder = Record<string, unknown>;

/** What is spoilt, how, and the lines that say so. */
export type Case = [name: string, spoil: (tree: ContentTree) => void, ...lines: string[]];

const spoilt = (spoil: Case[1]) => {
  const tree = aContentTree();
  spoil(tree);
  return tree.lines();
};

/** The check tells these faults and no others: causes, not their consequences. */
export const refuses = (cases: Case[]) =>
  it.each(cases)('refuses %s', (_name, spoil, ...lines) => {
    expect(spoilt(spoil)).toEqual(lines);
  });

/** The same for what several gates rightly remark on: these lines are among theirs. */
export const refusesAmong = (cases: Case[]) =>
  it.each(cases)('refuses %s', (_name, spoil, ...lines) => {
    expect(spoilt(spoil)).toEqual(expect.arrayContaining(lines));
  });

function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new ContentError(faults);
}

function holderOf(whole: unknown, path: string): [Holder, string] {
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  let holder = whole as Holder;
  const keyIn = (key: string): string => {
    const place = Array.isArray(holder) ? holder.findIndex((entry) => entry?.id === key) : -1;
    return place < 0 ? key : String(place);
  };
  for (const key of keys.slice(0, -1)) holder = holder[keyIn(key)] as Holder;
  return [holder, keyIn(keys.at(-1) ?? '')];
}

export function faultsOf(read: () => unknown): readonly Fault[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    for (const { remedy } of error.faults) expect(remedy).not.toBe('');
    return error.faults;
  }
}

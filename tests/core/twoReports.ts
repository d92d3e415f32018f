import type { Language } from '../../src/core/language';
import { type Content, projectRoot } from '../../src/node/content';
import { factsFileOf, wordsFileOf } from '../../src/node/content/files';
import { contentOf, publishedIn } from '../../src/node/content/load';
import { readSheets } from '../../src/node/content/sheets';

/**
 * A made-up report that differs from the published review in whatever a page may say of a report: it is a
 * government's, nobody signed it, it has no subtitle and no sections, its overview has figures, and one of them is
 * a level.
 */
const facts = {
  id: 'yunze-2025',
  language: 'zh',
  period: '2025',
  source: {
    kind: 'government-report',
    title: '政府工作报告',
    subtitle: 'not-stated',
    issuer: '云泽省人民政府',
    publisher: '云泽日报',
    place: '云泽省',
    delivered: '2026-01-20',
    published: '2026-01-28',
    byline: 'none',
    paragraphs: 3,
    sha256: '0'.repeat(64),
  },
  sections: [],
  cards: [
    { id: 'overview', section: 'not-stated', paragraphs: [1] },
    { id: 'security', section: 'not-stated', paragraphs: [2] },
    { id: 'plans', section: 'not-stated', paragraphs: [3], status: 'target' },
  ],
  essentials: ['output-growth', 'new-stations'],
  measures: [
    {
      ...{ id: 'output-growth', card: 'overview', headline: true, paragraph: 1, scope: 'province' },
      quote: '全省生产总值比上年增长5.2%',
    },
    {
      ...{ id: 'urban-rate', card: 'overview', paragraph: 1, scope: 'province' },
      quote: '城镇化率为61.3%',
    },
    {
      ...{ id: 'new-stations', card: 'security', headline: true, paragraph: 2, scope: 'province' },
      quote: '新建警务站48个',
    },
    {
      ...{ id: 'growth-target', card: 'plans', headline: true, paragraph: 3, scope: 'province' },
      quote: '生产总值增长5.5%左右',
    },
  ],
  claims: [{ id: 'calm-year', paragraph: 2 }],
  names: [],
};

const words: Readonly<Record<Language, object>> = {
  zh: {
    title: '云泽省2025年政府工作报告：要点与数字',
    kicker: '云泽省 · 2025年政府工作报告',
    standfirst: '内容概括自云泽省人民政府的工作报告。数字均为该省政府自报。',
    description: '云泽省2025年政府工作报告的中英文摘要。',
    issuer: '云泽省人民政府',
    publisher: '云泽日报',
    place: '云泽省',
    sourceTitle: '政府工作报告',
    sections: {},
    cards: {
      overview: {
        title: '概览：增长与目标',
        summary:
          '报告回顾云泽省一年的工作，先讲产出，再讲公共安全，最后列出下一年的目标。报告由省政府提出，没有分节。这里的数字都注明所在段落，目标与结果分开写明，读者可以逐项核对原文短句。',
        items: [],
        notes: ['报告末尾列出下一年的安排。'],
      },
      security: {
        title: '公共安全',
        summary:
          '报告在第二部分介绍治安工作，写明新建的警务站，并称全年社会秩序平稳。报告没有写明这些站点设在哪些县市，也没有列出所用经费。其余内容是对常规工作的叙述，没有另外给出可以核对的数字。',
        items: [],
        notes: [],
      },
      plans: {
        title: '下一年的目标',
        summary:
          '报告在最后一段提出下一年的目标，其中只有产出一项有数字。报告把它列为预期目标，不是已经取得的结果。其余安排涉及道路、学校和医院，报告只写了方向，没有写明完成的时间和所需的经费。',
        items: [],
        notes: [],
      },
    },
    measures: {
      'output-growth': { label: '全省生产总值' },
      'urban-rate': { label: '城镇化率' },
      'new-stations': { label: '新建警务站', limits: ['报告没有说明地点。'] },
      'growth-target': { label: '生产总值', text: '报告提出，生产总值增长{{growth-target}}的目标。' },
    },
    claims: { 'calm-year': '报告称全年社会秩序“总体平稳”，没有给出衡量的数字。' },
    scopes: { province: '全省' },
    unsaid: ['新建警务站的地点。'],
  },
  en: {
    title: 'Yunze’s government work report for 2025: points and figures',
    kicker: 'Yunze Province · government work report for 2025',
    standfirst:
      'Drawn from the work report of the People’s Government of Yunze Province. The figures are its own.',
    description: 'A bilingual summary of the Yunze provincial government’s work report for 2025.',
    issuer: 'People’s Government of Yunze Province',
    publisher: 'Yunze Daily',
    place: 'Yunze Province',
    sourceTitle: 'Report on the Work of the Government',
    sections: {},
    cards: {
      overview: {
        title: 'Overview: growth and a target',
        summary:
          'The report looks back on a year of work in Yunze Province. It begins with output, goes on to public safety and ends with the aims for the next year. The provincial government put it forward, and it has no sections. Every figure here names its paragraph, and aims are kept apart from results, so that each can be looked up.',
        items: [],
        notes: ['The report ends with arrangements for the next year.'],
      },
      security: {
        title: 'Public safety',
        summary:
          'In its second part the report describes the work of keeping order. It names the police stations that were built and says that the year was calm. It does not say in which counties they stand, nor what they cost. The rest is an account of regular work and gives no other figure that could be looked up.',
        items: [],
        notes: [],
      },
      plans: {
        title: 'Aims for the next year',
        summary:
          'In its last paragraph the report sets out what it aims at in the next year. Only one of these aims, that for output, has a figure. The report lists it as a target and not as a result. The others concern roads, schools and hospitals; for these the report gives a direction, but neither a date nor a cost.',
        items: [],
        notes: [],
      },
    },
    measures: {
      'output-growth': {
        label: 'Output of the province',
        gloss: 'output of the province rose by {{output-growth}} year on year',
      },
      'urban-rate': { label: 'Urban share of residents', gloss: 'an urban rate of {{urban-rate}}' },
      'new-stations': {
        label: 'New police stations',
        gloss: '{{new-stations}} stations were built',
        limits: ['The report does not say where.'],
      },
      'growth-target': {
        label: 'Output',
        text: 'The report sets a target: output to rise by {{growth-target}}.',
        gloss: 'output to rise by {{growth-target}}',
      },
    },
    claims: { 'calm-year': 'The report says order was “generally stable”; it gives no figure for it.' },
    scopes: { province: 'the whole province' },
    unsaid: ['Where the new police stations are.'],
  },
};

/** The published content with the made-up report beside it. */
export function twoReports(): Content {
  const sheets = readSheets(projectRoot);
  const files: readonly (readonly [string, unknown])[] = [
    [factsFileOf(facts.id), facts],
    [wordsFileOf('zh', facts.id), words.zh],
    [wordsFileOf('en', facts.id), words.en],
  ];
  return publishedIn(
    contentOf({
      ...sheets,
      articles: [...sheets.articles, facts.id],
      values: new Map([...sheets.values, ...files]),
    }),
  );
}

/** Its id, which is that of its pages. */
export const madeUp = facts.id;

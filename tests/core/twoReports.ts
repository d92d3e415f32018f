import type { Language } from '../../src/core/language';
import type { Article } from '../../src/core/model';
import { type Content, projectRoot } from '../../src/node/content';
import { factsFileOf, wordsFileOf } from '../../src/node/content/files';
import { contentOf } from '../../src/node/content/load';
import { readSheets } from '../../src/node/content/sheets';
import { knownArticle } from './aSpeaker';

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
  brief: ['security', 'plans'],
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
      overview: { title: '概览：增长与目标', notes: ['报告末尾列出下一年的安排。'] },
      security: { title: '公共安全', takeaway: '报告称，全年社会秩序平稳，并新建了一批警务站。' },
      plans: {
        title: '下一年的目标',
        takeaway: '报告提出下一年的目标，其中只有产出一项有数字。',
        unsaid: '报告没有写明道路、学校和医院何时建成。',
      },
    },
    brief: {
      security: '报告称新建警务站{{new-stations}}个。',
      plans: '报告提出，生产总值增长{{growth-target}}的目标。',
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
        notes: ['The report ends with arrangements for the next year.'],
      },
      security: {
        title: 'Public safety',
        takeaway: 'The report says that the year was calm and that police posts were built.',
      },
      plans: {
        title: 'Aims for the next year',
        takeaway: 'The report sets out aims for the next year, and gives a figure for output alone.',
        unsaid: 'The report does not say when roads, schools and hospitals will be ready.',
      },
    },
    brief: {
      security: 'The report says {{new-stations}} new police posts were built.',
      plans: 'The report sets a target: output to rise by {{growth-target}}.',
    },
    measures: {
      'output-growth': {
        label: 'Output of the province',
        gloss: 'output of the province rose by {{output-growth}} year on year',
      },
      'urban-rate': { label: 'Urban share of residents', gloss: 'an urban rate of {{urban-rate}}' },
      'new-stations': {
        label: 'New police posts',
        gloss: '{{new-stations}} police posts were built',
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
    unsaid: ['Where the new police posts are.'],
  },
};

/** All content, and the made-up report beside it. */
export function withMadeUp(): Content {
  const sheets = readSheets(projectRoot);
  const files: readonly (readonly [string, unknown])[] = [
    [factsFileOf(facts.id), facts],
    [wordsFileOf('zh', facts.id), words.zh],
    [wordsFileOf('en', facts.id), words.en],
  ];
  return contentOf({
    ...sheets,
    articles: [...sheets.articles, facts.id],
    values: new Map([...sheets.values, ...files]),
  });
}

/** The made-up report and the one that tests know, as a site would publish them. */
export function twoReports(): Content {
  const content = withMadeUp();
  const isOneOfThem = ({ facts: { id } }: Article) => id === madeUp || id === knownArticle;
  return { ...content, articles: content.articles.filter(isOneOfThem) };
}

/** Its id, which is that of its pages. */
export const madeUp = facts.id;

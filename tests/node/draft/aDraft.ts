import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkContent, projectRoot } from '../../../src/node/content';
import { ContentError, type Fault } from '../../../src/node/content/fault';
import type { Readings } from '../../../src/node/content/parseReadings';
import { draftReport } from '../../../src/node/draft/draftReport';
import { freshFolder } from '../../support/run-folder';

/** A report of a province that does not exist. */
export const lines = [
  '2031年云州省政府工作报告',
  '——2031年1月9日在云州省人民代表大会会议上',
  '来源：云州日报',
  '时间：2031-01-12',
  '各位代表：',
  '我向大会报告工作，请审议。',
  '一、2030年工作回顾',
  '刚过去的一年里，云州人修了很多桥。',
  '经济平稳。地区生产总值超过3万亿元，增长4.5%，城镇新增就业61万人。全省灯塔42座，重修灯塔的做法得到“三灯一桥”评选认可。',
  '河湖更清。水质优良率提高到91.5%；渔民转产惠及7.2万户，趋势没有改变。',
  '教育向好。新建普通高中8所、特殊学校3所；对东港、西港客运量分别增长6.5%、9.1%，总量居全国第4位。',
  '邮路畅通。邮船达到12艘，一只邮船每天走5趟，全省邮路1.3万公里。',
  '二、2031年目标和重点工作',
  '主要预期目标是：地区生产总值增长5%左右；城镇新增就业60万人以上；粮食产量稳定在80亿斤左右。',
  '（一）修好路桥。',
  '新修桥梁120座，拟安排修桥资金35亿元，第二批桥梁6月开工。',
  '（二）办好民生。',
  '建设托位2.5万个，老旧小区改造1400个，受益居民约30万户。',
  '各位代表，让我们一起把灯点亮！',
];

export const slug = 'yunzhou-2031';
export const files = {
  facts: `src/content/${slug}/facts.json`,
  readings: `src/content/${slug}/readings.json`,
  zh: `locales/zh/articles/${slug}.json`,
  en: `locales/en/articles/${slug}.json`,
};

interface Entry {
  id: string;
  card: string;
  quote: string;
  paragraph: number;
  paragraphs?: number[];
  token?: string;
  name?: string;
  why?: string;
  period?: string;
  scope?: string;
  status?: string;
}
type Words = Record<string, Record<string, unknown>>;

/** The parts of the drafted files that tests look at. */
export interface Files {
  facts: { period: string; source: Record<string, unknown> } & Record<
    'measures' | 'names' | 'cards',
    Entry[]
  >;
  readings: { asides: Readings['asides']; quotedScopes?: unknown };
  zh: { measures: Words; cards: Words; scopes: Record<string, string> };
  en: { measures: Words; cards: Words; scopes: Record<string, string> };
}

/** A project without reports, in a folder of its own, with the source of a report to be drafted. */
export function aProject(text: readonly string[] = lines) {
  const root = freshFolder('draft');
  mkdirSync(join(root, 'src/content'), { recursive: true });
  for (const name of ['units', 'terms', 'labels'])
    cpSync(join(projectRoot, `src/content/${name}.json`), join(root, `src/content/${name}.json`));
  for (const language of ['zh', 'en']) copyWords(root, `locales/${language}`);
  const sources = join(root, 'source');
  mkdirSync(sources);
  const source = join(sources, `${slug}.txt`);
  const write = (newer: readonly string[]) => writeFileSync(source, `${newer.join('\n\n')}\n`);
  write(text);
  const read = <Name extends keyof Files>(name: Name): Files[Name] =>
    JSON.parse(readFileSync(join(root, files[name]), 'utf8'));
  return {
    ...{ root, sources, source, read },
    rewrite: write,
    draft: () => draftReport(root, source, slug),
    /** Changes a file as an editor would. */
    edit<Name extends keyof Files>(name: Name, change: (value: Files[Name]) => void) {
      const value = read(name);
      change(value);
      writeFileSync(join(root, files[name]), `${JSON.stringify(value, null, 2)}\n`);
    },
    faults: (): readonly Fault[] => faultsIn(root, sources),
  };
}

function copyWords(root: string, folder: string): void {
  mkdirSync(join(root, folder), { recursive: true });
  const names = readdirSync(join(projectRoot, folder)).filter((name) => name.endsWith('.json'));
  for (const name of names) cpSync(join(projectRoot, folder, name), join(root, folder, name));
}

function faultsIn(root: string, sources: string): readonly Fault[] {
  try {
    return checkContent(root, sources).faults;
  } catch (error) {
    if (error instanceof ContentError) return error.faults;
    throw error;
  }
}

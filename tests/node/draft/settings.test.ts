import { describe, expect, it } from 'vitest';
import type { Heading } from '../../../src/node/draft/parts';
import { settingsOf } from '../../../src/node/draft/settings';

/** A heading and the paragraphs below it; a figure is written in digits. */
type Section = readonly [heading: string | Heading, ...paragraphs: string[]];

const settingsIn = (sections: readonly Section[], delivered = 2031) => {
  const headings = sections.map(([heading]) =>
    typeof heading === 'string' ? { text: heading, above: undefined } : heading,
  );
  const paragraphs = sections
    .flatMap(([, ...texts], section) => texts.map((text) => ({ text, section })))
    .map((paragraph, at) => ({ ...paragraph, number: at + 1 }));
  return settingsOf({ sections: headings, paragraphs }, delivered, ({ text }) => /[0-9]/.test(text));
};

/** The setting of the one paragraph of a section. */
const settingUnder = (heading: string | Heading, text = '修桥9座。') => settingsIn([[heading, text]])[0];

describe('a heading', () => {
  it.each([
    ['二、2031年主要工作', '2031', 'plan'],
    ['二、2031年工作安排', '2031', 'plan'],
    ['三、今后工作重点', undefined, 'plan'],
    ['二、“十六五”时期的远景', '2031/2035', 'plan'],
    ['四、2032年展望', '2032', 'plan'],
    ['三、下一步打算', undefined, 'plan'],
    ['三、下步工作措施', undefined, 'plan'],
    ['四、今后五年的工作', undefined, 'plan'],
    ['一、2030年工作回顾', '2030', undefined],
    ['一、2030年主要工作', '2030', undefined],
    ['一、“十五五”时期主要目标任务完成情况', '2026/2030', undefined],
    ['一、工作回顾', '2030', undefined],
    ['一、过去五年工作回顾', '2026/2030', undefined],
    ['四、政府自身建设', undefined, undefined],
  ])('%s says period %s and status %s', (heading, period, status) => {
    expect(settingUnder(heading)).toEqual({ period, status });
  });

  it('speaks for the headings below it', () => {
    const below = { text: '（一）修好路桥', above: '三、2031年主要工作' };
    expect(settingUnder(below)).toEqual({ period: '2031', status: 'plan' });
  });

  it('leaves the period to an editor if it looks back and ahead', () => {
    const { period, status } = settingUnder('一、2030年工作回顾和2031年工作安排') ?? {};
    expect(period).toMatch(/^TODO: 2030 or 2031, /);
    expect(status).toBeUndefined();
  });
});

describe('the opening of a paragraph', () => {
  const periods = (heading: string, ...texts: string[]) =>
    settingsIn([[heading, ...texts]]).map(({ period }) => period);

  it('turns from five years to the last one, and back', () => {
    expect(
      periods(
        '一、“十五五”时期回顾',
        '这五年，修桥90座。',
        '刚刚过去的2030年，修桥9座。',
        '铺路3公里。',
        '过去五年，修灯很多。',
        '过去一年，点灯40盏。',
      ),
    ).toEqual(['2026/2030', '2030', '2030', '2026/2030', '2030']);
  });

  it('turns from the last year to a five-year plan that has ended', () => {
    const opened = periods('一、工作回顾', '修桥9座。', '“十五五”时期是点灯的五年，修桥90座。');
    expect(opened).toEqual(['2030', '2026/2030']);
  });

  it('turns nothing among plans', () => {
    expect(periods('二、2031年主要工作', '到2035年，修桥900座。')).toEqual(['2031']);
  });
});

describe('targets', () => {
  it('are what follows 主要预期目标是; the work below a numbered line is planned', () => {
    const statuses = settingsIn([
      [
        '三、2031年主要工作',
        '今年很重要。',
        '主要预期目标是：产值增长5%。',
        '重点做好以下工作：',
        '（一）修好路桥。',
        '修桥120座。',
      ],
    ]).map(({ status }) => status);
    expect(statuses).toEqual(['target', 'target', 'target', 'plan', 'plan']);
  });

  it('are told where no heading announces them', () => {
    expect(settingUnder('四、远景', '主要目标为：修桥900座。')?.status).toBe('target');
  });

  it('are no targets in a review', () => {
    expect(settingUnder('一、2030年工作回顾', '主要预期目标是5%，结果是6%。')?.status).toBeUndefined();
  });
});

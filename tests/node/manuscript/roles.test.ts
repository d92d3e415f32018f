import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/node/content';
import { rolesOf } from '../../../src/node/manuscript/roles';

/** The roles of lines, one word for each that is not empty. */
const told = (...lines: string[]) =>
  rolesOf(lines).map(({ role, body }) => (body ? `${role} ${body}` : role));

/** The role of a line between two paragraphs of prose. */
const between = (line: string) => told('修桥三座。', line, '修路两条。')[1];

describe('rolesOf', () => {
  it('counts lines with the empty ones and body paragraphs without', () => {
    expect(rolesOf(['', '全镇修桥记', '', '　　去年修桥三座。', '修路两条！'])).toEqual([
      { line: 2, text: '全镇修桥记', role: 'title' },
      { line: 4, text: '去年修桥三座。', role: 'body', body: 1 },
      { line: 5, text: '修路两条！', role: 'body', body: 2 },
    ]);
  });

  it('tells a title from what belongs to it', () => {
    expect(
      told(
        '2031年青河镇工作报告',
        '——2031年2月3日在青河镇人民大会上',
        '来源：青河日报',
        '时间：2031-02-05',
        '青河镇镇长 林 禾',
        '各位代表：',
        '现在报告工作。',
      ),
    ).toEqual(['title', 'subtitle', 'dateline', 'dateline', 'byline', 'salutation', 'body 1']);
  });

  it.each([
    [
      'a title in two lines',
      ['关于青河镇修桥', '情况的报告', '（2031年2月3日在镇第三次会议上）'],
      'title title subtitle',
    ],
    ['a title that calls', ['一起修桥吧！', '通讯员 林禾'], 'title byline'],
    ['a name alone', ['青河镇修桥记', '林禾', '2031年2月3日 10:20 来源：青河日报'], 'title byline dateline'],
    ['a heading before the first paragraph', ['青河镇修桥记', '开工以前'], 'title heading'],
    ['a heading after a byline', ['青河镇修桥记', '记者 林禾 高山', '开工以前'], 'title byline heading'],
    ['a date in Chinese numerals', ['青河镇修桥记', '二〇三一年二月三日'], 'title dateline'],
  ])('tells %s', (_, lines, roles) => {
    expect(told(...lines, '去年修桥三座。')).toEqual([...roles.split(' '), 'body 1']);
  });

  it('takes a text without a title as it is', () => {
    expect(told('去年修桥三座。', '修路两条。')).toEqual(['body 1', 'body 2']);
  });

  it.each(['一、去年工作', '（一）修桥', '(2)修路', '3.修渠', '第四章 展望', '——修桥', '把桥修到每个村口'])(
    'takes %s alone on a line for a heading',
    (line) => {
      expect(between(line)).toBe('heading');
    },
  );

  it.each([
    ['a heading that stands before its text', '（一）修桥。去年修了三座'],
    ['an item of a list after a dash', '——修桥三座，修路两条。'],
    ['a sentence that leads over to a list', '今年要做好以下几件事：'],
    ['a sentence that begins like a salutation', '委员们一致认为：'],
    ['an item of a list', '修桥三座；'],
    ['a sentence in quotation marks', '村民说：“桥修好了。”'],
    ['a sentence that begins with the salutation', '各位代表！去年修桥三座。'],
    ['a news agency’s first sentence', '青河社青河2月3日电 去年修桥三座。'],
    ['a number with a point that is no heading', '3.5公里的路修好了。'],
    ['a long paragraph that lost its full stop', '修'.repeat(81)],
  ])('takes %s for body', (_, line) => {
    expect(between(line)).toBe('body 2');
  });

  it.each(['各位代表！', '各位代表、同志们：', '尊敬的各位领导、各位来宾，女士们、先生们：', '同志们！'])(
    'takes %s within the text for a salutation',
    (line) => {
      expect(between(line)).toBe('salutation');
    },
  );

  it.each(['图为新修的桥。', '新修的桥 通讯员 林禾 摄', '新修的桥（林禾摄）', '图片说明 新修的桥'])(
    'takes %s for a caption',
    (line) => {
      expect(between(line)).toBe('caption');
    },
  );

  it('takes lines that no prose follows for captions, and looks past pictures for headings', () => {
    expect(told('修桥三座。', '桥上', '修路', '新修的路 林禾 摄', '修路两条。', '路上', '河边')).toEqual([
      'body 1',
      'caption',
      'heading',
      'caption',
      'body 2',
      'caption',
      'caption',
    ]);
  });

  it('tells who signs at the end', () => {
    expect(told('修桥三座。', '青河镇人民政府', '2031年2月3日')).toEqual(['body 1', 'byline', 'dateline']);
    expect(told('修桥三座。', '（责任编辑：林禾）')).toEqual(['body 1', 'byline']);
  });

  describe('on real reports', () => {
    const fileOf = (name: string) => `${projectRoot}/../shared/source/${name}.txt`;
    it.runIf(existsSync(fileOf('suizhou-2024'))).each([
      ['suizhou-2024', { title: 1, subtitle: 1, byline: 1, body: 18, heading: 3, caption: 5 }],
      ['china-2024', { title: 1, subtitle: 1, byline: 1, salutation: 5, body: 80, heading: 3 }],
      ['hubei-2026', { title: 1, subtitle: 1, dateline: 2, byline: 1, salutation: 1, body: 110, heading: 4 }],
    ])('counts the paragraphs of %s', (name, counts) => {
      const blocks = rolesOf(readFileSync(fileOf(name), 'utf8').split('\n'));
      const found: Record<string, number> = {};
      for (const { role } of blocks) found[role] = (found[role] ?? 0) + 1;
      expect(found).toEqual(counts);
    });
  });
});

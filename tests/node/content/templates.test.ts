import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/core/language';
import type { Measure, MeasureWords } from '../../../src/core/model';
import { figuresIn, readFigure } from '../../../src/core/reading';
import type { UiWords } from '../../../src/node/content/parse';
import type { WrittenMeasureWords } from '../../../src/node/content/parseWords';
import { type WrittenArticle, withTemplates } from '../../../src/node/content/templates';

const locales = join(import.meta.dirname, '../../../locales');
const namespacesOf = (language: Language): Record<string, UiWords> =>
  Object.fromEntries(
    ['sentences', 'units'].map((name) => [
      name,
      JSON.parse(readFileSync(join(locales, language, `${name}.json`), 'utf8')) as UiWords,
    ]),
  );
const ui = { zh: namespacesOf('zh'), en: namespacesOf('en') };

const units = [
  { unit: 'mediator', zh: ['名'], of: [] },
  { unit: 'tier', zh: ['级'], of: [] },
];

type Written = Readonly<Record<Language, WrittenMeasureWords>>;

/** The words of a measure whose quote this is, in both languages. */
function wordsOf(
  quote: string,
  written: Written,
  change?: Partial<Measure>,
  kind = 'government-report',
): Record<Language, MeasureWords> {
  const [figure] = figuresIn(quote);
  if (!figure) throw new Error(`no figure in ${quote}`);
  const reading = readFigure(quote, figure, units, { period: '2024', card: undefined });
  const facts = {
    ...{ id: 'tiny', language: 'zh', source: { kind } },
    measures: [{ id: 'it', quote, ...reading, ...change }],
  };
  const words = { zh: { measures: { it: written.zh } }, en: { measures: { it: written.en } } };
  const [article] = withTemplates([{ facts, words } as unknown as WrittenArticle], ui);
  const told = (language: Language) => article?.words[language].measures.it as MeasureWords;
  return { zh: told('zh'), en: told('en') };
}

describe('the words of a measure', () => {
  it.each<[quote: string, zh: string, en: string, change: Partial<Measure>, inZh: string, inEn: string]>([
    ['4323名调解员', '调解员', 'Mediators', {}, '调解员：{{it}}名。', 'Mediators: {{it}} mediators.'],
    [
      '累计1名调解员',
      '调解员',
      'Mediators',
      {},
      '调解员：累计{{it}}名。',
      'Mediators: {{it}} mediator in total to date.',
    ],
    [
      '累计1名调解员',
      '调解员',
      'Mediators',
      { period: '2021/2025' },
      '调解员：累计{{it}}名。',
      'Mediators: {{it}} mediator in total.',
    ],
    [
      '产值年均增长6.5%',
      '产值',
      'Output',
      {},
      '产值年均增长{{it}}。',
      'Output rose by {{it}} a year on average.',
    ],
    [
      '破案率同比上升27.7%',
      '破案率',
      'The rate',
      {},
      '破案率同比上升{{it}}。',
      'The rate rose by {{it}} year on year.',
    ],
    ['盗窃普遍下降40%以上', '盗窃', 'Thefts', {}, '盗窃普遍下降{{it}}。', 'Thefts generally fell by {{it}}.'],
    [
      '产值增长5%',
      '产值',
      'Output',
      { status: 'target' },
      '产值增长{{it}}（目标）。',
      'Output to rise by {{it}}, a target.',
    ],
    [
      '四级全部建成',
      '建成层级',
      'Tiers',
      {},
      '报告称，建成层级：{{it}}级。',
      'Tiers: {{it}} tiers, the report says.',
    ],
  ])('tell %s in a sentence of the templates', (quote, zh, en, change, inZh, inEn) => {
    const told = wordsOf(quote, { zh: { label: zh }, en: { label: en } }, change);
    expect([told.zh.text, told.en.text]).toEqual([inZh, inEn]);
  });

  const rate = { zh: { label: '破案率' }, en: { label: 'The rate' } };

  it('say what the facts leave open', () => {
    expect(wordsOf('破案率上升27.7%', rate).en.limits).toEqual([
      'The report does not say whether this is percentage points or a relative change.',
      'The report does not say what period this is compared with.',
      'The report does not name the year or years this is for.',
    ]);
  });

  it('are those of the editor where there are some', () => {
    const en = {
      label: 'Mediators',
      unit: 'people',
      text: 'The city has {{it}} people.',
      limits: ['No base.'],
      lacks: 'no base',
    };
    expect(wordsOf('4323名调解员', { zh: { label: '调解员' }, en }).en).toEqual({ ...en, isWritten: true });
  });

  it('have a label that tells a target and a plan from a result, once', () => {
    const labelsOf = (zh: string, en: string, change?: Partial<Measure>) => {
      const told = wordsOf('产值增长5%', { zh: { label: zh }, en: { label: en } }, change);
      return [told.zh.label, told.en.label];
    };
    expect(labelsOf('产值', 'Output')).toEqual(['产值', 'Output']);
    expect(labelsOf('产值', 'Output', { status: 'target' })).toEqual(['产值（目标）', 'Output, target']);
    expect(labelsOf('产值', 'Output', { status: 'plan' })).toEqual(['产值（计划）', 'Output, planned']);
    const expected = ['产值（预计）', 'Output, expected'] as const;
    expect(labelsOf(...expected, { status: 'plan' })).toEqual([...expected]);
  });

  it('take the word of the unit from the quote in the language of the source', () => {
    const told = wordsOf('4323名调解员', { zh: { label: '调解员' }, en: { label: 'Mediators' } });
    expect([told.zh.unit, told.en.unit]).toEqual(['名', 'mediators']);
  });

  it('name what they speak of: an article of a newspaper, or a report', () => {
    const written = { zh: { label: '犯罪率' }, en: { label: 'The crime rate' } };
    const limitsOf = (kind: string) => {
      const { zh, en } = wordsOf('犯罪率下降3%', written, undefined, kind);
      return [zh.limits[0], en.limits[0]];
    };
    expect(limitsOf('newspaper-review')).toEqual([
      expect.stringMatching(/^文章没有说明/),
      expect.stringMatching(/^The article does not say/),
    ]);
    expect(limitsOf('communique')).toEqual([
      expect.stringMatching(/^报告没有说明/),
      expect.stringMatching(/^The report does not say/),
    ]);
  });

  it('are asked of the editor where no template fits', () => {
    const none = { zh: { label: '事故' }, en: { label: 'Accidents' } };
    expect(() => wordsOf('没有事故', none)).toThrow(
      /tiny\.json measures\.it: expected a template for what is left out, got .*no words for zero\.result/,
    );
  });
});

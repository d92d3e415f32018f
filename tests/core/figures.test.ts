import { describe, expect, it } from 'vitest';
import { figureOf, numberOf, printed, type QualifierKey } from '../../src/core/figures';
import { figureText } from '../../src/core/figureText';
import { type Language, languages } from '../../src/core/language';
import { type Measure, notStated, qualifiers } from '../../src/core/model';
import { printedFigure } from '../../src/core/printedFigures';
import { aSpeaker, theArticle, theReader } from './aSpeaker';

type Numeric = Pick<Measure, 'value' | 'upper' | 'unit' | 'spelled' | 'qualifier' | 'token'>;

const aMeasure = (measure: Partial<Numeric> = {}): Numeric => ({
  value: 1,
  unit: 'case',
  spelled: false,
  qualifier: 'exact',
  token: '',
  ...measure,
});

/** The phrases of `figures.json`, in short. */
const qualify = (key: QualifierKey, number: string) => (key === 'exact' ? number : `${key} ${number}`);

describe('a figure', () => {
  it.each([
    ['a number in 万', { value: 124_500, token: '12.45万' }, '12.45万', '124,500'],
    ['thousands without a separator', { value: 1273, token: '1273' }, '1273', '1,273'],
    [
      '亿 and 万亿 as they stand',
      { value: 6_266_100_000_000, token: '62661亿' },
      '62661亿',
      '6.2661 trillion',
    ],
    [
      'a hedge within the number',
      { value: 66_000_000, token: '6600多万', qualifier: 'more-than' },
      '6600多万',
      'more-than 66 million',
    ],
    ['a hedge before it', { value: 3000, token: '近3000', qualifier: 'nearly' }, '近3000', 'nearly 3,000'],
    [
      'a hedge after it',
      { value: 5, unit: 'percent', token: '5%左右', qualifier: 'about' },
      '5%左右',
      'about 5%',
    ],
    [
      'a hedge that stands apart from it',
      { value: 200_000, token: '20万', qualifier: 'at-least' },
      'at-least-counted 20万',
      'at-least-counted 200,000',
    ],
    [
      'a fall that its source prints as a rise below zero',
      { value: 3.1, unit: 'percent', token: '-3.1%' },
      '3.1%',
      '3.1%',
    ],
    [
      'two digits in a row',
      { value: 70, upper: 80, qualifier: 'about', token: '七八十' },
      '七八十',
      'about 70–80',
    ],
    ['a range', { value: 4.5, upper: 5, unit: 'percent', token: '4.5%—5%' }, '4.5%—5%', '4.5%–5%'],
    ['tenths', { value: 30, unit: 'percent', spelled: true, token: '三成' }, '三成', '30%'],
    ['full-width digits', { value: 27.7, unit: 'percent', token: '27．7％' }, '27.7%', '27.7%'],
    ['a number in words', { value: 4, spelled: true, token: '四' }, '四', 'four'],
  ] as const)('prints %s as its source does, and in English', (_what, measure, zh, en) => {
    const figure = (language: Language) => printed(figureOf(aMeasure(measure), language, qualify));
    expect([figure('zh'), figure('en')]).toEqual([zh, en]);
  });

  it('prints what an editor reads otherwise', () => {
    const measure = {
      ...aMeasure({ value: 9, token: '8' }),
      override: { value: 9, why: 'A slip of the pen.' },
    };
    expect(printed(figureOf(measure, 'zh', qualify))).toBe('9');
  });

  it('sets the words of a hedge apart from the number', () => {
    const measure = aMeasure({ value: 340, token: '340余', qualifier: 'more-than' });
    expect(figureOf(measure, 'zh', qualify)).toEqual({ before: '', number: '340', after: '余' });
  });
});

describe('numberOf', () => {
  it.each([
    ['a small whole number', aMeasure({ value: 16 }), '16', '16'],
    ['a number with thousands', aMeasure({ value: 1273 }), '1273', '1,273'],
    ['the last number below 万', aMeasure({ value: 9999 }), '9999', '9,999'],
    ['the first number in 万', aMeasure({ value: 10_000 }), '10000', '10,000'],
    ['a number of ten thousands', aMeasure({ value: 124_500 }), '124500', '124,500'],
    ['a number that 万 does not shorten', aMeasure({ value: 124_567 }), '124567', '124,567'],
    ['a round number of hundreds of millions', aMeasure({ value: 320_000_000 }), '320000000', '320 million'],
    ['the last number below a million', aMeasure({ value: 999_999 }), '999999', '999,999'],
    ['a million', aMeasure({ value: 1_000_000 }), '1000000', '1 million'],
    ['millions', aMeasure({ value: 12_440_000 }), '12440000', '12.44 million'],
    ['a million and one, which no scale shortens', aMeasure({ value: 1_000_001 }), '1000001', '1,000,001'],
    ['billions', aMeasure({ value: 93_400_000_000 }), '93400000000', '93.4 billion'],
    ['trillions', aMeasure({ value: 1_390_000_000_000 }), '1390000000000', '1.39 trillion'],
    [
      'trillions that the source counts in 亿',
      aMeasure({ value: 6_266_100_000_000 }),
      '6266100000000',
      '6.2661 trillion',
    ],
    [
      'more digits in the scale that is exact',
      aMeasure({ value: 5_701_634_000_000 }),
      '5701634000000',
      '5,701.634 billion',
    ],
    ['more than a thousand trillions', aMeasure({ value: 1_234e12 }), '1234000000000000', '1,234 trillion'],
    ['a fraction of a large number', aMeasure({ value: 1_000_000.5 }), '1000000.5', '1,000,000.5'],
    [
      'a spelled-out percentage, which stays a percentage',
      aMeasure({ value: 10, unit: 'percent', spelled: true }),
      '10%',
      '10%',
    ],
    ['a percentage', aMeasure({ value: 27.7, unit: 'percent' }), '27.7%', '27.7%'],
    ['a percentage above a hundred', aMeasure({ value: 125, unit: 'percent' }), '125%', '125%'],
    ['a zero', aMeasure({ value: 0 }), '0', '0'],
    ['a number in words', aMeasure({ value: 4, spelled: true }), '四', 'four'],
    ['the last number in words', aMeasure({ value: 10, spelled: true }), '十', 'ten'],
    ['a zero in words', aMeasure({ value: 0, spelled: true }), '零', 'zero'],
    ['no words beyond ten', aMeasure({ value: 11, spelled: true }), '11', '11'],
    [
      'a large number in words',
      aMeasure({ value: 100_000_000_000, spelled: true }),
      '100000000000',
      '100 billion',
    ],
    ['nothing where the source gives no number', aMeasure({ value: notStated }), '', ''],
  ] as const)('prints %s', (_what, measure, zh, en) => {
    expect([numberOf(measure, 'zh'), numberOf(measure, 'en')]).toEqual([zh, en]);
  });
});

const zerosOf: Readonly<Record<string, number>> = {
  ...{ ' million': 6, ' billion': 9, ' trillion': 12 },
};

const prints: Readonly<Record<Language, RegExp>> = {
  zh: /^(\d+(?:\.\d+)?)%?$/,
  en: /^(-?\d{1,3}(?:,\d{3})*(?:\.\d+)?)( million| billion| trillion)?%?$/,
};

/** What a reader takes the print for, as an exact decimal: digits and the power of ten they stand at. */
function readBack(print: string, language: Language): string {
  const [, digits, scale = ''] = prints[language].exec(print) ?? [];
  if (digits === undefined) throw new Error(`${language}: "${print}" is no number as a reader knows it`);
  return decimal(`${digits.replaceAll(',', '')}e${zerosOf[scale] ?? 0}`);
}

/** One spelling for one decimal number, made without floating point. */
function decimal(text: string): string {
  const [digits = '', power = '0'] = text.split('e');
  const [whole = '', fraction = ''] = digits.split('.');
  const shift = Number(power);
  const padded = (whole + fraction).padEnd(whole.length + Math.max(shift, 0), '0');
  const point = whole.length + shift;
  const left = (point > 0 ? padded.slice(0, point) : '').replace(/^0+(?=.)/, '') || '0';
  const right = '0'.repeat(Math.max(0, -point)) + padded.slice(Math.max(0, point));
  const end = right.replace(/0+$/, '');
  return end ? `${left}.${end}` : left;
}

/** The same values in every run, so that a failure can be repeated. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Few digits behind many zeros, as money is printed: 1.39万亿. */
function manySums(count: number): number[] {
  const random = numbers(1949);
  const next = () => random.next().value;
  return Array.from({ length: count }, () => {
    const digits = Math.floor(next() * 10 ** (1 + Math.floor(next() * 6)));
    return Number(`${digits}e${Math.floor(next() * 10)}`);
  });
}

/** Numbers as reports print them: up to ten digits, with none to five of them behind the point. */
function manyValues(count: number): number[] {
  const random = numbers(2024);
  const next = () => random.next().value;
  return Array.from({ length: count }, () => {
    const digits = 1 + Math.floor(next() * 10);
    const places = Math.min(digits, Math.floor(next() * 6));
    return Number(`${Math.floor(next() * 10 ** digits)}e-${places}`);
  });
}

describe('a printed number', () => {
  const values = [
    ...[0, 1, 9.5, 999, 1000, 9999.5, 10_000, 10_001, 12_345.5, 99_999, 100_000, 124_500, 1_000_001],
    ...[100_000_000, 123_456_789, 0.1, 0.05, 33.333_33, 0.000_01],
    ...manyValues(5000),
    ...manySums(5000),
  ];

  it.each([...languages])('is never rounded in %s', (language) => {
    const wrong = values
      .map((value) => ({ value, print: numberOf(aMeasure({ value }), language) }))
      .filter(({ value, print }) => readBack(print, language) !== decimal(String(value)))
      .map(({ value, print }) => `${value} is printed as ${print}`);
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  it.each([...languages])('is never rounded as a percentage in %s', (language) => {
    const wrong = values
      .map((value) => ({ value, print: numberOf(aMeasure({ value, unit: 'percent' }), language) }))
      .filter(
        ({ value, print }) =>
          !print.endsWith('%') || readBack(print.replace('%', ''), language) !== decimal(String(value)),
      )
      .map(({ value, print }) => `${value} is printed as ${print}`);
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  it('is a check that notices rounding', () => {
    expect(readBack('1,273.50', 'en')).toBe(decimal('1273.5'));
    expect(decimal('1e-5')).toBe('0.00001');
    expect(readBack('12.4 million', 'en')).not.toBe(decimal('12440000'));
    expect(readBack('12.44 million', 'en')).toBe(decimal('12440000'));
    expect(() => readBack('125K', 'en')).toThrow('no number');
  });
});

describe('figureOf', () => {
  const asked: QualifierKey[] = [];
  const qualify = (key: QualifierKey, number: string) => {
    asked.push(key);
    return key === 'none-reported' ? 'no' : `<${number}>`;
  };

  it('sets the qualifier’s words around the number', () => {
    const figure = figureOf(
      aMeasure({ value: 340, qualifier: 'more-than' }),
      'en',
      (_key, number) => `more than ${number} or so`,
    );
    expect(figure).toEqual({ before: 'more than ', number: '340', after: ' or so' });
    expect(printed(figure)).toBe('more than 340 or so');
  });

  it('takes the words themselves where there is no number', () => {
    const figure = figureOf(aMeasure({ value: 0, qualifier: 'none-reported' }), 'en', qualify);
    expect(figure).toEqual({ before: '', number: 'no', after: '' });
  });

  it.each([...qualifiers])('asks for the words of %s', (qualifier) => {
    asked.length = 0;
    figureOf(aMeasure({ qualifier, unit: 'percent' }), 'zh', qualify);
    expect(asked).toEqual([qualifier]);
  });

  it.each(['at-least', 'at-most'] as const)(
    'asks for other words of %s where something is counted',
    (qualifier) => {
      asked.length = 0;
      figureOf(aMeasure({ qualifier, unit: 'yuan' }), 'en', qualify);
      expect(asked).toEqual([`${qualifier}-counted`]);
    },
  );

  it('asks for words of its own where all are meant but none counted', () => {
    asked.length = 0;
    figureOf(aMeasure({ value: notStated, qualifier: 'all' }), 'zh', qualify);
    expect(asked).toEqual(['all-uncounted']);
  });
});

/** In sentences; where the large figure differs, that follows. */
const figures: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'study-classes': ['16', '16'],
  'study-discussions': ['196', '196'],
  'party-lectures': ['47', '47'],
  'plenum-study-coverage': ['全覆盖', 'full coverage'],
  'studied-entities': ['16', '16'],
  'entity-problems': ['7', '7'],
  'matters-to-report': ['59', '59'],
  'matters-for-instruction': ['24', '24'],
  'officials-moved': ['36', '36'],
  promotions: ['340余', 'more than 340'],
  'clearance-rate': ['27.7%', '27.7%'],
  'theft-robbery-fraud-clearance': ['125%', '125%'],
  'telecom-fraud-cases': ['45%', '45%'],
  'major-traffic-accidents': ['没有', 'no'],
  'hazards-rectified': ['630余', 'more than 630'],
  'hazards-cleared': ['零', 'zero'],
  'three-field-accidents': ['没有', 'no'],
  'police-posts': ['9', '9'],
  'rapid-response-points': ['28', '28'],
  'risk-kinds': ['十', 'ten'],
  'mediation-organisations': ['1273', '1,273'],
  mediators: ['4323', '4,323'],
  'mediated-share': ['90%', '90%'],
  'governance-centre-tiers': ['全部四', 'all four'],
  'outreach-batches': ['8', '8'],
  'drug-user-incidents': ['没有', 'no'],
  'video-points': ['12.45万', '124,500'],
  'key-site-coverage': ['全覆盖', 'full coverage'],
  'rural-theft': ['40%以上', '40% or more'],
  'legal-opinions': ['37', '37'],
  'risk-recommendations': ['12', '12'],
  'key-tasks': ['62', '62'],
  'legal-service-coverage': ['全覆盖', 'full coverage'],
};

describe('the Suizhou figures', () => {
  const { facts } = theArticle();
  const readers = { zh: theReader('zh'), en: theReader('en') };

  it('are all listed here', () => {
    expect(Object.keys(figures)).toEqual(facts.measures.map(({ id }) => id));
  });

  it.each(facts.measures.map((measure) => [measure.id, measure] as const))('print %s', (id, measure) => {
    const [zh, en] = figures[id] ?? ['', ''];
    expect(languages.map((language) => readers[language].figure(measure).text)).toEqual([zh, en]);
  });

  it.each([
    ['clearance-rate', '同比上升27.7%', 'up 27.7% year on year'],
    ['rural-theft', '普遍下降40%以上', 'generally down 40% or more'],
    ['video-points', '累计12.45万个', '124,500 video points in total to date'],
    ['promotions', '340余人次', 'more than 340 promotions'],
    ['drug-user-incidents', '文章称未发生', 'none, the article says'],
  ])('stand by themselves with their unit and every hedge: %s', (id, zh, en) => {
    const measure = facts.measures.find((each) => each.id === id) as Measure;
    expect(languages.map((language) => figureText(readers[language], measure))).toEqual([zh, en]);
  });

  it('print about in both languages, though none of them needs it', () => {
    const measure = { ...facts.measures[0], qualifier: 'about', value: 1200, token: '约1200' } as Measure;
    const print = (language: Language) => printedFigure(aSpeaker(), facts, measure, language).text;
    expect(languages.map(print)).toEqual(['约1200', 'about 1,200']);
  });
});

import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../../src/core/language';
import { plain } from '../../../src/core/prose';
import { sentencesOf } from '../../../src/core/sentences';
import { utterancesOf } from '../../../src/core/speech/utterances';
import { theArticle, theReader } from '../aSpeaker';

/** Every measure as it is to be heard, its unit with it. */
const heard: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'study-classes': { zh: '十六期', en: 'sixteen classes' },
  'study-discussions': { zh: '一百九十六次', en: 'one hundred and ninety-six discussions' },
  'party-lectures': { zh: '四十七次', en: 'forty-seven lectures' },
  'plenum-study-coverage': { zh: '全覆盖', en: 'full coverage' },
  'studied-entities': { zh: '十六家', en: 'sixteen entities' },
  'entity-problems': { zh: '七条', en: 'seven problems' },
  'matters-to-report': { zh: '五十九类', en: 'fifty-nine categories' },
  'matters-for-instruction': { zh: '二十四类', en: 'twenty-four categories' },
  'officials-moved': { zh: '三十六名', en: 'thirty-six officials' },
  promotions: { zh: '三百四十余人次', en: 'more than three hundred and forty promotions' },
  'clearance-rate': { zh: '百分之二十七点七', en: 'twenty-seven point seven per cent' },
  'theft-robbery-fraud-clearance': {
    zh: '百分之一百二十五',
    en: 'one hundred and twenty-five per cent',
  },
  'telecom-fraud-cases': { zh: '百分之四十五', en: 'forty-five per cent' },
  'major-traffic-accidents': { zh: '没有', en: 'no traffic accidents' },
  'hazards-rectified': { zh: '六百三十余处', en: 'more than six hundred and thirty hazards' },
  'hazards-cleared': { zh: '清零', en: 'zero' },
  'three-field-accidents': { zh: '没有', en: 'no accidents' },
  'police-posts': { zh: '九个', en: 'nine police posts' },
  'rapid-response-points': { zh: '二十八个', en: 'twenty-eight points' },
  'risk-kinds': { zh: '十个方面', en: 'ten categories' },
  'mediation-organisations': {
    zh: '一千二百七十三个',
    en: 'one thousand two hundred and seventy-three organisations',
  },
  mediators: {
    zh: '四千三百二十三名',
    en: 'four thousand three hundred and twenty-three mediators',
  },
  'mediated-share': { zh: '百分之九十', en: 'ninety per cent' },
  'governance-centre-tiers': { zh: '全部四级', en: 'all four tiers' },
  'outreach-batches': { zh: '八个批次', en: 'eight batches' },
  'drug-user-incidents': { zh: '没有', en: 'no cases or incidents' },
  'video-points': {
    zh: '十二万四千五百个',
    en: 'one hundred and twenty-four thousand five hundred video points',
  },
  'key-site-coverage': { zh: '全覆盖', en: 'full coverage' },
  'rural-theft': { zh: '百分之四十以上', en: 'forty per cent or more' },
  'legal-opinions': { zh: '三十七次', en: 'thirty-seven occasions' },
  'risk-recommendations': { zh: '十二次', en: 'twelve occasions' },
  'key-tasks': { zh: '六十二项', en: 'sixty-two tasks' },
  'legal-service-coverage': { zh: '全覆盖', en: 'full coverage' },
};

const { facts } = theArticle();
const readers = { zh: theReader('zh'), en: theReader('en') };

const stringsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsOf) : [];
};

/** Every text of the article that a page shows. */
const textsIn = (language: Language): string[] => {
  const reader = readers[language];
  return [
    ...facts.cards.map(({ id }) => reader.card(id)),
    ...facts.measures.map((measure) => reader.words(measure)),
    ...facts.claims.map(({ id }) => reader.text(`claims.${id}`)),
    ...facts.sections.map(({ id }) => reader.text(`sections.${id}`)),
    ...['title', 'kicker', 'standfirst', 'description', 'sourceTitle', 'sourceSubtitle', 'byline'].map(
      reader.text,
    ),
    reader.list('unsaid'),
  ]
    .flatMap(stringsOf)
    .map(plain)
    .filter((text) => text !== '');
};

const spoken = (text: string, language: Language) => utterancesOf(text, language).map((each) => each.spoken);

describe('the article', () => {
  it('is heard with a reading for each measure', () => {
    expect(Object.keys(heard).sort()).toEqual(facts.measures.map(({ id }) => id).sort());
  });

  it.each(facts.measures.flatMap(({ id }) => languages.map((language) => [id, language] as const)))(
    'says %s rightly in %s',
    (id, language) => {
      const measure = facts.measures.find((each) => each.id === id);
      const text = measure ? plain(readers[language].words(measure).text) : '';
      expect(spoken(text, language).join(' ')).toContain(heard[id]?.[language]);
    },
  );

  it.each([...languages])('leaves no figure and no sign to the voice in %s', (language) => {
    const texts = textsIn(language);
    expect(texts.length).toBeGreaterThan(200);
    const left = texts.flatMap((text) =>
      spoken(text, language).filter((said) => /[\d%‰/+=&“”"‘《》（）()[\]–—·\uE000-\uF8FF]/.test(said)),
    );
    expect(left).toEqual([]);
  });

  it.each([...languages])('says each sentence of each text in %s, and in its order', (language) => {
    for (const text of textsIn(language)) {
      const said = utterancesOf(text, language).map(({ sentence }) => sentence);
      expect([...new Set(said)], text).toEqual(sentencesOf(text, language).map((_, at) => at));
      expect(said).toEqual([...said].sort((one, other) => one - other));
    }
  });

  it.each([...languages])('is said in one language at a time and in short breaths in %s', (language) => {
    const said = textsIn(language).flatMap((text) => utterancesOf(text, language));
    const han = /\p{Script=Han}/u;
    expect(said.filter((each) => each.language === 'en' && han.test(each.spoken))).toEqual([]);
    expect(said.filter((each) => each.language === 'zh' && /[A-Za-z]+ [A-Za-z]+/.test(each.spoken))).toEqual(
      [],
    );
    expect(said.filter((each) => each.spoken.length > (each.language === 'zh' ? 46 : 151))).toEqual([]);
  });
});

describe('utterancesOf', () => {
  it('gives a run of Chinese in English to a Chinese voice', () => {
    expect(utterancesOf('Called “雷火2024” (“Thunder and Fire 2024”).', 'en')).toEqual([
      { language: 'en', spoken: 'Called', sentence: 0 },
      { language: 'zh', spoken: '雷火二零二四', sentence: 0 },
      { language: 'en', spoken: 'Thunder and Fire twenty twenty-four.', sentence: 0 },
    ]);
  });

  it('gives a run of English in Chinese to an English voice', () => {
    expect(utterancesOf('又称“Thunder and Fire”行动。', 'zh').map(({ language }) => language)).toEqual([
      'zh',
      'en',
      'zh',
    ]);
  });

  it('breaks a long sentence after a comma and leaves no word over', () => {
    const half = 'one word follows another in this very long sentence about nothing at all';
    expect(spoken(`${half}, ${half} and so on.`, 'en')).toEqual([`${half},`, `${half} and so on.`]);
    const words = 'word '.repeat(40).trim();
    const lengths = spoken(words, 'en').map((part) => part.split(' ').length);
    expect(lengths.reduce((sum, count) => sum + count)).toBe(40);
    expect(Math.min(...lengths)).toBeGreaterThan(10);
  });

  it('has nothing to say for what has no words', () => {
    expect(utterancesOf('——', 'zh')).toEqual([]);
    expect(utterancesOf('', 'en')).toEqual([]);
  });
});

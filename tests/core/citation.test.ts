import { describe, expect, it } from 'vitest';
import { citationForms, citationOf, citedWorks, type Run, sentenceCase } from '../../src/core/citation';
import { type Language, languages } from '../../src/core/language';
import { notStated } from '../../src/core/model';
import { theReader } from './aSpeaker';

const words: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: { title: '某市年报：写了什么', publisher: '某市日报', kicker: '某市 · 年报' },
  en: {
    title: 'Moushi’s year: what it reports',
    publisher: 'Moushi Daily',
    kicker: 'Moushi, Hubei · a review',
    sourceTitle: 'Opening a New Chapter for Moushi’s Well-Being',
    sourceSubtitle: 'A review of the year',
  },
};

/** The words of an invented article, in the language of a page. */
function aReader(language: Language, published: string = notStated) {
  const { facts } = theReader('zh');
  const source = { ...facts.source, title: '新篇章', subtitle: '年报', publisher: '某市日报', published };
  return {
    language,
    facts: { ...facts, source },
    text: (key: string) => words[language][key] ?? `no ${key}`,
  };
}

const own: Readonly<Record<Language, { site: string; address: string }>> = {
  zh: { site: '要览', address: 'https://example.org/zh/moushi/' },
  en: { site: 'Yaolan', address: 'https://example.org/en/moushi/' },
};

const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');

const cite = (work: 'source' | 'summary', form: 'gbt' | 'apa', language: Language, published?: string) =>
  textOf(citationOf(work, form, aReader(language, published), own[language]));

describe('citationOf', () => {
  it('cites the article by GB/T 7714 in its own language on both pages', () => {
    const cited = '某市日报通讯员. 新篇章: 年报[N]. 某市日报, [日期不详].';
    expect(cite('source', 'gbt', 'zh')).toBe(cited);
    expect(cite('source', 'gbt', 'en')).toBe(cited);
  });

  it('cites the article by APA without a date, with translations where the page needs them', () => {
    expect(cite('source', 'apa', 'zh')).toBe('某市日报通讯员. (n.d.). 新篇章: 年报. 某市日报.');
    expect(cite('source', 'apa', 'en')).toBe(
      'Moushi Daily correspondents. (n.d.). 新篇章: 年报 [Opening a new chapter for Moushi’s well-being: A review of the year]. 某市日报 [Moushi Daily].',
    );
  });

  it('gives the date of an article that carries one', () => {
    expect(cite('source', 'gbt', 'zh', '2025-01-14')).toContain('某市日报, 2025-01-14.');
    expect(cite('source', 'apa', 'zh', '2025-01-14')).toContain('(2025, 1月14日). ');
    expect(cite('source', 'apa', 'en', '2025-01-14')).toContain('(2025, January 14). ');
  });

  it('cites the summary in the language of the page, with its address and a place for the day of access', () => {
    expect(cite('summary', 'gbt', 'zh')).toBe(
      '要览. 某市年报：写了什么[EB/OL]. [日期不详][引用日期]. https://example.org/zh/moushi/.',
    );
    expect(cite('summary', 'apa', 'zh')).toBe(
      '要览. (n.d.). 某市年报：写了什么. [引用日期], 取自 https://example.org/zh/moushi/',
    );
    expect(cite('summary', 'gbt', 'en')).toBe(
      'Yaolan. Moushi’s year: what it reports[EB/OL]. [n.d.][date of access]. https://example.org/en/moushi/.',
    );
    expect(cite('summary', 'apa', 'en')).toBe(
      'Yaolan. (n.d.). Moushi’s year: what it reports. Retrieved [date of access], from https://example.org/en/moushi/',
    );
  });

  it('sets the newspaper and the title of the summary apart in APA only', () => {
    const titles = (work: 'source' | 'summary', form: 'gbt' | 'apa') =>
      citationOf(work, form, aReader('en'), own.en).flatMap(({ text, isTitle }) => (isTitle ? text : []));
    expect(titles('source', 'apa')).toEqual(['某市日报']);
    expect(titles('summary', 'apa')).toEqual(['Moushi’s year: what it reports']);
    expect([...titles('source', 'gbt'), ...titles('summary', 'gbt')]).toEqual([]);
  });

  it.each([...languages])('says of every run of the real article in which language it is: %s', (language) => {
    const runs = citedWorks.flatMap((work) =>
      citationForms.flatMap((form) => citationOf(work, form, theReader(language), own[language])),
    );
    const misfits = runs.filter(
      ({ text, language }) => (language === 'en') === /\p{Script=Han}/u.test(text) && /\p{L}/u.test(text),
    );
    expect(misfits).toEqual([]);
  });

  it.each([...languages])('leaves nothing unfilled in the real article: %s', (language) => {
    const all = citedWorks.flatMap((work) =>
      citationForms.map((form) => textOf(citationOf(work, form, theReader(language), own[language]))),
    );
    expect(all.filter((text) => /undefined|not-stated|\{\{|[\uE000-\uF8FF]|\.\.| {2}/u.test(text))).toEqual(
      [],
    );
  });
});

describe('sentenceCase', () => {
  it('keeps the first capital and those of the names it knows', () => {
    expect(sentenceCase('Building a Safer Suizhou in Hubei', 'Suizhou Daily Suizhou, Hubei')).toBe(
      'Building a safer Suizhou in Hubei',
    );
  });

  it('keeps the capital after a colon and leaves abbreviations alone', () => {
    expect(sentenceCase('Work Done: A Review by the CPC', 'Suizhou')).toBe('Work done: A review by the CPC');
  });
});

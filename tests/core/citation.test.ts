import { describe, expect, it } from 'vitest';
import { citationForms, citationsOf, citedWorks, type Run, sentenceCase } from '../../src/core/citation';
import { type Language, languages } from '../../src/core/language';
import { type Facts, notStated } from '../../src/core/model';
import { theReader } from './aSpeaker';

type Source = Facts['source'];

const words: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: { title: '某市年报：写了什么', publisher: '某市日报', kicker: '某市 · 年报' },
  en: {
    title: 'Moushi’s year: what it reports',
    issuer: 'People’s Government of Moushi',
    publisher: 'Moushi Daily',
    place: 'Moushi',
    kicker: 'Moushi, Hubei · a review',
    sourceTitle: 'Opening a New Chapter for Moushi’s Well-Being',
    sourceSubtitle: 'A review of the year',
  },
};

/** The words of an invented article, in the language of a page. */
function aReader(language: Language, changes: Partial<Source> = {}) {
  const { facts } = theReader('zh');
  const source = { ...facts.source, title: '新篇章', subtitle: '年报', publisher: '某市日报', ...changes };
  return {
    language,
    facts: { ...facts, source },
    text: (key: string) => words[language][key] ?? source[key as 'issuer'] ?? `no ${key}`,
  };
}

const own: Readonly<Record<Language, { site: string; address: string }>> = {
  zh: { site: '要览', address: 'https://example.org/zh/moushi/' },
  en: { site: 'Yaolan', address: 'https://example.org/en/moushi/' },
};

const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');

const citations = (language: Language, changes?: Partial<Source>) =>
  citationsOf(aReader(language, changes), own[language]);

const cite = (
  work: 'source' | 'summary',
  form: 'gbt' | 'apa',
  language: Language,
  changes?: Partial<Source>,
) => textOf(citations(language, changes).works[work][form]);

describe('citationsOf', () => {
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
    expect(cite('source', 'gbt', 'zh', { published: '2025-01-14' })).toContain('某市日报, 2025-01-14.');
    expect(cite('source', 'apa', 'zh', { published: '2025-01-14' })).toContain('(2025, 1月14日). ');
    expect(cite('source', 'apa', 'en', { published: '2025-01-14' })).toContain('(2025, January 14). ');
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
      citations('en').works[work][form].flatMap(({ text, isTitle }) => (isTitle ? text : []));
    expect(titles('source', 'apa')).toEqual(['某市日报']);
    expect(titles('summary', 'apa')).toEqual(['Moushi’s year: what it reports']);
    expect([...titles('source', 'gbt'), ...titles('summary', 'gbt')]).toEqual([]);
  });

  it.each([...languages])('says of every run of the real article in which language it is: %s', (language) => {
    const { works } = citationsOf(theReader(language), own[language]);
    const runs = citedWorks.flatMap((work) => citationForms.flatMap((form) => works[work][form]));
    const misfits = runs.filter(
      ({ text, language }) => (language === 'en') === /\p{Script=Han}/u.test(text) && /\p{L}/u.test(text),
    );
    expect(misfits).toEqual([]);
  });

  it.each([...languages])('leaves nothing unfilled in the real article: %s', (language) => {
    const { works } = citationsOf(theReader(language), own[language]);
    const all = citedWorks.flatMap((work) => citationForms.map((form) => textOf(works[work][form])));
    expect(all.filter((text) => /undefined|not-stated|\{\{|[\uE000-\uF8FF]|\.\.| {2}/u.test(text))).toEqual(
      [],
    );
  });
});

describe('the citations of an official report', () => {
  const report: Partial<Source> = {
    ...{ kind: 'government-report', title: '政府工作报告', subtitle: notStated, byline: 'none' },
    ...{ issuer: '某市人民政府', delivered: '2026-01-20', published: '2026-01-28' },
  };

  it('name its issuer as the author, and mark it as a report', () => {
    const cited = '某市人民政府. 政府工作报告[R]. 某市日报, 2026-01-28.';
    expect(cite('source', 'gbt', 'zh', report)).toBe(cited);
    expect(cite('source', 'gbt', 'en', report)).toBe(cited);
    expect(cite('source', 'apa', 'zh', report)).toBe(
      '某市人民政府. (2026, 1月28日). 政府工作报告. 某市日报.',
    );
    expect(cite('source', 'apa', 'en', report)).toBe(
      'People’s Government of Moushi. (2026, January 28). 政府工作报告 [Opening a new chapter for Moushi’s well-being]. 某市日报 [Moushi Daily].',
    );
  });

  it('set the report apart in APA, and not the paper', () => {
    const { source } = citations('en', report).works;
    expect(source.apa.flatMap(({ text, isTitle }) => (isTitle ? text : []))).toEqual(['政府工作报告']);
  });

  it('have the day on which it was given where none of printing is stated, and say so', () => {
    const given = { ...report, published: notStated };
    expect(cite('source', 'gbt', 'zh', given)).toContain('某市日报, 2026-01-20.');
    expect(cite('source', 'apa', 'en', given)).toContain('(2026, January 20)');
    expect(citations('zh', given).notes).toEqual(['delivered', 'access']);
  });

  it('do not name a body a second time that printed its own report', () => {
    const own = { ...report, publisher: '某市人民政府' };
    expect(cite('source', 'gbt', 'zh', own)).toBe('某市人民政府. 政府工作报告[R]. 2026-01-28.');
    expect(cite('source', 'apa', 'zh', own)).toBe('某市人民政府. (2026, 1月28日). 政府工作报告.');
  });

  it('begin with the title where nobody is named', () => {
    const nobodys = { ...report, kind: 'other' as const, issuer: notStated };
    expect(cite('source', 'gbt', 'zh', nobodys)).toBe('政府工作报告[Z]. 某市日报, 2026-01-28.');
    expect(cite('source', 'apa', 'zh', nobodys)).toBe('政府工作报告. (2026, 1月28日). 某市日报.');
  });
});

describe('the notes on citations', () => {
  it('say what the source leaves open, and who signed it', () => {
    expect(citations('zh').notes).toEqual(['undated', 'correspondents', 'access']);
    expect(citations('zh', { byline: 'reporters', published: '2025-01-14' }).notes).toEqual([
      ...['published', 'reporters', 'access'],
    ]);
  });

  it('name a paper’s own reporters as what they are', () => {
    expect(cite('source', 'gbt', 'zh', { byline: 'reporters' })).toMatch(/^某市日报记者\. /);
    expect(cite('source', 'apa', 'en', { byline: 'reporters' })).toMatch(/^Moushi Daily reporters\. /);
  });
});

describe('sentenceCase', () => {
  it('keeps the first capital and those of the names it knows', () => {
    expect(sentenceCase('Building a Safer Suizhou in Hubei', 'Suizhou Daily Suizhou, Hubei')).toBe(
      'Building a safer Suizhou in Hubei',
    );
  });

  it('leaves what is in sentence case as it is, with the names that it has', () => {
    expect(sentenceCase('Work Done: A speech to the People’s Congress on March 5', 'Suizhou')).toBe(
      'Work done: A speech to the People’s Congress on March 5',
    );
  });

  it('keeps the capital after a colon and leaves abbreviations alone', () => {
    expect(sentenceCase('Work Done: A Review by the CPC', 'Suizhou')).toBe('Work done: A review by the CPC');
  });
});

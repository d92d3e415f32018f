import { describe, expect, it } from 'vitest';
import { openI18n } from '../../src/core/i18n';
import { type Language, languages } from '../../src/core/language';
import type { ReportKind } from '../../src/core/model';
import { hrefOf, pathOf, type Route } from '../../src/core/routes';
import { searchDocumentsOf } from '../../src/core/searchDocuments';
import { cardTextOf, citedText, pictureText } from '../../src/core/sharing';
import { jsonLdOf } from '../../src/prerender/jsonLd';
import { openDataOf } from '../../src/prerender/openData';
import { aSpeaker, knownArticle, theArticle, theReader, theWords } from '../core/aSpeaker';
import { madeUp, twoReports } from '../core/twoReports';
import { aSite } from './aSite';
import { all, byTag, type Element, one, parseHtml, textIn, textOf } from './html';

const content = twoReports();
const site = aSite({ content });
const made = theArticle(content, madeUp);
const pageOf = (route: Route) => parseHtml(site.page(route));

/** Text that readers meet, of an element. */
const shown = (element: Element) =>
  [...textIn(element)]
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ');

const main = (route: Route) => one(pageOf(route), 'main', ({ tag }) => tag === 'main');
const kicker = (language: Language, article = made) => article.words[language].kicker;
const ofReport = (page: 'article' | 'measures', language: Language): Route => ({
  page,
  language,
  article: madeUp,
});

/** What is true of the newspaper's review only. */
const reviews = {
  zh: /文章|综述|通讯员|报社|三个小标题|前后数值未给出/,
  en: /\barticle\b|\breview\b|correspondent|newspaper|three headings|level not given/i,
};

const idsOf = (document: Element) =>
  all(document, ({ attributes }) => 'id' in attributes).map(({ attributes }) => attributes.id);

describe('a site with two reports', () => {
  it('has the newer one first', () => {
    expect(content.articles.map(({ facts }) => facts.id)).toEqual([madeUp, knownArticle]);
  });

  it.each(site.routes.map((route) => [pathOf(route), route] as const))(
    'has no id twice on a page, and one of its own for each language: %s',
    (_path, route) => {
      const ids = idsOf(pageOf(route));
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    },
  );

  it.each(site.routes.map((route) => [pathOf(route), route] as const))(
    'skips no level of heading: %s',
    (_path, route) => {
      const levels = all(pageOf(route), ({ tag }) => /^h[1-6]$/.test(tag)).map(({ tag }) => Number(tag[1]));
      expect(levels.filter((level) => level === 1)).toEqual([1]);
      expect(levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
    },
  );

  it('gives no two pages the same title', () => {
    const titles = site.routes.map((route) => textOf(byTag(pageOf(route), 'title')[0] as Element));
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });
});

describe.each([...languages])('with two reports, in %s,', (language) => {
  it.each(['article', 'measures'] as const)(
    'the page %s of one says nothing that is true of the other only',
    (page) => {
      expect(shown(main(ofReport(page, language))).match(reviews[language])).toBeNull();
    },
  );

  it('the page of a report without sections shows every card and every measure', () => {
    const document = pageOf(ofReport('article', language));
    const cards = all(document, ({ attributes }) => 'data-card' in attributes);
    expect(cards.map(({ attributes }) => attributes.id)).toEqual(made.facts.cards.map(({ id }) => id));
    for (const { id, card, quote } of made.facts.measures) {
      const place = one(document, id, ({ attributes }) => attributes.id === id);
      expect(shown(place)).toContain(quote);
      const holder = cards.find(({ attributes }) => attributes.id === card) as Element;
      expect(idsOf(holder)).toContain(id);
    }
  });

  it('a measure that leaves nothing open says nothing of what is missing', () => {
    const document = pageOf(ofReport('article', language));
    const of = (id: string) => shown(one(document, id, ({ attributes }) => attributes.id === id));
    const missing = { zh: /未说明/, en: /not say|Not said/ }[language];
    expect(of('urban-rate')).not.toMatch(missing);
    expect(of('new-stations')).toMatch(missing);
  });

  it('home lists both, the newer first, each with its short name', () => {
    const text = shown(main({ page: 'home', language }));
    const places = content.articles.map((article) => text.indexOf(kicker(language, article)));
    expect(places.every((at) => at >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('the about page has a part for each, with what its own facts say', () => {
    const sections = all(main({ page: 'about', language }), ({ tag }) => tag === 'section');
    const parts = content.articles.map((article) => {
      const part = sections.find((section) => shown(section).startsWith(kicker(language, article)));
      return part ? shown(part) : '';
    });
    const [report = '', review = ''] = parts;
    expect(report).toContain(made.facts.source.issuer);
    expect(report).toContain({ zh: '2026年1月20日', en: '20 January 2026' }[language]);
    expect(report).toContain('政府工作报告[R]. 云泽日报, 2026-01-28.');
    expect(report).not.toMatch({ zh: /小标题|副题|署名/, en: /headings|Subtitle|Byline/ }[language]);
    expect(report.match(reviews[language])).toBeNull();
    expect(review).toMatch({ zh: /通讯员/, en: /correspondents/ }[language]);
    expect(review).toMatch({ zh: /小标题/, en: /Its headings/ }[language]);
    for (const { title } of theArticle(content).facts.sections) expect(review).toContain(title);
  });

  it('the foot of every page names the report of each link', () => {
    const foot = one(pageOf({ page: 'terms', language }), 'foot', ({ tag }) => tag === 'footer');
    for (const article of content.articles)
      for (const page of ['article', 'measures'] as const) {
        const to = hrefOf(site.site, { page, language, article: article.facts.id });
        const link = one(foot, to, ({ attributes }) => attributes.href === to);
        expect(String(link.attributes['aria-label'] ?? shown(link))).toContain(kicker(language, article));
      }
  });

  it('a term names the reports that use it, and no others', () => {
    const document = pageOf({ page: 'terms', language });
    const used = (id: string) => shown(one(document, id, ({ attributes }) => attributes.id === `term-${id}`));
    expect(used('clearance-rate')).toContain(kicker(language, theArticle(content)));
    expect(used('clearance-rate')).not.toContain(kicker(language));
  });

  it('what is shared of a card names its report, and who reports', () => {
    const words = theWords(undefined, content)[language];
    const text = (id: string) => {
      const card = made.facts.cards.find((card) => card.id === id) as (typeof made.facts.cards)[number];
      return cardTextOf(words, madeUp, card, 'https://example.org/');
    };
    const { title } = made.words[language];
    expect(citedText(text('security'), words.t).split('\n')).toContain(`${title} · ${kicker(language)}`);
    expect(citedText(text('overview'), words.t).split('\n').slice(0, 1)).toEqual([title]);
    expect(pictureText(text('overview'), 'Yaolan', '', words.t)).toContain(kicker(language));
    expect(text('security').source).toBe(
      {
        zh: '云泽省人民政府，据报告第2段',
        en: 'People’s Government of Yunze Province. From paragraph 2 of the report',
      }[language],
    );
  });

  it('what is found is of a report whose name every page knows', () => {
    const words = theWords(undefined, content);
    const found = searchDocumentsOf(words).filter(({ article }) => article === madeUp);
    expect(found).toHaveLength(made.facts.cards.length + made.facts.measures.length);
    expect(words[language].say(`reports:${madeUp}.name`)).toBe(kicker(language));
  });

  it('the linked data of an official report is no news', () => {
    const linked = jsonLdOf(
      { instance: aSpeaker(content), site: site.site, articles: content.articles },
      ofReport('article', language),
    );
    expect(linked?.isBasedOn).toEqual({
      '@type': 'Report',
      headline: '政府工作报告',
      inLanguage: 'zh-Hans',
      author: { '@type': 'Organization', name: '云泽省人民政府' },
      publisher: { '@type': 'Organization', name: '云泽日报' },
      datePublished: '2026-01-28',
    });
  });
});

describe('a card that has no place on the page', () => {
  it('stops the build, with its measures', () => {
    const misplaced = structuredClone(content);
    const { facts } = theArticle(misplaced, madeUp);
    Object.assign(facts.cards[1] ?? {}, { section: 'nowhere' });
    expect(() => aSite({ content: misplaced }).page(ofReport('article', 'zh'))).toThrow(
      `the page of ${madeUp} does not show: security, new-stations`,
    );
  });
});

describe('the open figures of an official report', () => {
  it('say whose it is, of what place, and when it was given and printed', () => {
    const [json] = openDataOf(aSpeaker(content), made);
    expect(JSON.parse(json?.source ?? '').article).toMatchObject({
      kind: 'government-report',
      issuer: { zh: '云泽省人民政府', en: 'People’s Government of Yunze Province' },
      place: { zh: '云泽省', en: 'Yunze Province' },
      delivered: '2026-01-20',
      published: '2026-01-28',
      source: { sourceSubtitle: 'not-stated', byline: 'none' },
      sections: [],
    });
  });
});

describe('words that differ by the kind of report', () => {
  it('are those of a review for a review', () => {
    const { facts } = theReader('zh', content);
    const { t } = theWords(undefined, content).zh;
    const sources = (context: ReportKind) => t('reader:sources', { context, count: 1, list: '1' });
    expect(sources(facts.source.kind)).toBe('据文章第1段');
    expect(sources('communique')).toBe('据报告第1段');
  });

  it('stop the build where neither the kind nor the others have one', () => {
    const ui = { ...content.ui.zh, about: { unsaid: {} } };
    const t = openI18n('zh', { zh: ui, en: ui }).getFixedT('zh') as unknown as (
      key: string,
      options: object,
    ) => string;
    expect(() => t('about:unsaid.heading', { context: 'other' })).toThrow('no words for unsaid.heading');
  });
});

import { describe, expect, it } from 'vitest';
import { type Language, languages, tagOf } from '../../src/core/language';
import type { PageInfo } from '../../src/core/page';
import { addressOf, hrefOf, inLanguage, pathOf, type Route, resetHref } from '../../src/core/routes';
import { integrityOf } from '../../src/prerender/policy';
import { realContent, theArticle, theReader } from '../core/aSpeaker';
import { articleId, aSite, assets, without } from './aSite';
import { all, byTag, type Element, elementsOf, metaOf, one, parseHtml, textIn, textOf } from './html';

const { routes, page, bilingual, resetPage, site, files } = aSite();
const rendered = routes.map((route) => {
  const html = page(route);
  return { name: pathOf(route), route, html, document: parseHtml(html) };
});
const ids = realContent.articles.map(({ facts }) => facts.id);
const cases = rendered.map((each) => [each.name, each] as const);

const idsOf = (document: Element) =>
  [...elementsOf(document)].flatMap(({ attributes }) => attributes.id ?? []);

const titleOf = (document: Element) => textOf(one(document, 'title', ({ tag }) => tag === 'title'));

/** What the page says about itself to the scripts. */
const infoIn = (document: Element): PageInfo =>
  JSON.parse(textOf(one(document, 'page information', ({ attributes }) => attributes.id === 'page')));

const linkOf = (document: Element, rel: string) =>
  one(document, rel, ({ tag, attributes }) => tag === 'link' && attributes.rel === rel).attributes.href;

/** What readers see of an element, with line ends and hair spaces folded. */
const shown = (element: Element) =>
  [...textIn(element)]
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ');

describe('the prerenderer', () => {
  it('runs where there is no browser', () => {
    expect([typeof document, typeof window, typeof localStorage]).toEqual([
      'undefined',
      'undefined',
      'undefined',
    ]);
  });

  it('renders in both languages two pages of each report, and seven that stand alone', () => {
    expect(rendered).toHaveLength(2 * (2 * ids.length + 7));
  });

  it('gives no two pages the same title', () => {
    const titles = rendered.map(({ document }) => titleOf(document));
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });

  it('gives no two pages the same description', () => {
    const descriptions = rendered.map(({ document }) => metaOf(document, 'description'));
    expect(descriptions.filter((text, at) => descriptions.indexOf(text) !== at)).toEqual([]);
  });

  it('renders the same page again', () => {
    for (const { route, html } of rendered) expect(page(route)).toBe(html);
  });
});

describe.each(cases)('%s', (_name, { route, html, document }) => {
  const { language } = route;

  it('is a complete document', () => {
    expect(html.startsWith('<!doctype html><html lang="')).toBe(true);
    expect(html.endsWith('</html>\n')).toBe(true);
    expect(document.children.map((child) => (typeof child === 'string' ? child.trim() : child.tag))).toEqual([
      'html',
      '',
    ]);
    const [root] = byTag(document, 'html');
    expect(root?.children.map((child) => (typeof child === 'string' ? child : child.tag))).toEqual([
      'head',
      'body',
    ]);
  });

  it('says its language, once for the page', () => {
    expect(byTag(document, 'html')[0]?.attributes.lang).toBe(tagOf[language]);
  });

  it('has a title that fits a search result and a description', () => {
    const title = titleOf(document);
    // Han characters are twice as wide.
    const width = [...title].reduce((sum, char) => sum + (/\p{Script=Han}/u.test(char) ? 2 : 1), 0);
    expect(width).toBeGreaterThan(3);
    expect(width).toBeLessThanOrEqual(110);
    expect(metaOf(document, 'description').length).toBeGreaterThan(5);
  });

  it('has one h1 and skips no level of heading', () => {
    const levels = all(document, ({ tag }) => /^h[1-6]$/.test(tag)).map(({ tag }) => Number(tag[1]));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
  });

  it('has no inline style or handler, which the policy would block', () => {
    const names = [...elementsOf(document)].flatMap(({ attributes }) => Object.keys(attributes));
    expect(names.filter((name) => name === 'style' || /^on/i.test(name))).toEqual([]);
  });

  it('runs the boot script and, after the text, one module with its hash, whose imports have theirs', () => {
    const scripts = byTag(document, 'script').map(({ attributes }) => attributes);
    expect(scripts.filter(({ type }) => !type?.includes('json'))).toEqual([
      {},
      { type: 'importmap' },
      { type: 'module', fetchpriority: 'low', src: assets.entry.src, integrity: assets.entry.integrity },
    ]);
  });

  it('says which page it is, and names files for scripts that are there, with their hashes', () => {
    const info = infoIn(document);
    const article = 'article' in route ? route.article : null;
    expect(info).toMatchObject({ page: route.page, article, site, articles: ids });
    for (const { src, integrity } of [info.files.site, ...Object.values(info.files.articles)]) {
      const file = files.find(({ fileName }) => site.base + fileName === src);
      expect(file && integrityOf(file.source), src).toBe(integrity);
    }
  });

  it('shows nothing that a program left over', () => {
    const shown = html.replace(/<script.*?<\/script>/gs, '');
    expect(shown.match(/.{0,40}(?:undefined|\[object|NaN|\{\{|\}\}|[\uE000-\uF8FF]).{0,40}/gu)).toBeNull();
  });

  it('has ids that are its own and that every reference finds', () => {
    const ids = idsOf(document);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const wanted = [...elementsOf(document)].flatMap(({ attributes: { href = '', ...attributes } }) => [
      ...(href.startsWith('#') ? [href.slice(1)] : []),
      ...(attributes['aria-labelledby']?.split(' ') ?? []),
      ...(attributes['aria-describedby']?.split(' ') ?? []),
    ]);
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('has the same ids as in the other language', () => {
    const other = language === 'zh' ? 'en' : 'zh';
    expect(idsOf(document)).toEqual(idsOf(parseHtml(page(inLanguage(route, other)))));
  });

  it('links to itself in the other language, by that language’s own name', () => {
    const other = language === 'zh' ? 'en' : 'zh';
    const link = one(document, 'language link', ({ attributes }) => 'data-switch' in attributes);
    expect([link.tag, textOf(link), link.attributes.href, link.attributes.lang]).toEqual([
      'a',
      { zh: '中文', en: 'English' }[other],
      hrefOf(site, inLanguage(route, other)),
      tagOf[other],
    ]);
  });

  it('marks every run of the other language', () => {
    const runs = language === 'zh' ? /[A-Za-z][A-Za-z’'-]+(?: [A-Za-z’'-]+)+/ : /\p{Script=Han}+/u;
    const unmarked = [...textIn(document)].filter(
      ({ text, lang }) => lang === tagOf[language] && runs.test(text),
    );
    expect(unmarked.map(({ text }) => text)).toEqual([]);
  });

  it('links only to pages, files and places of this site', () => {
    const known = new Set([
      ...routes.map((each) => hrefOf(site, each)),
      resetHref(site),
      ...[...ids.flatMap((id) => [`${id}.json`, `${id}.csv`]), 'datapackage.json'].map(
        (file) => `/data/${file}`,
      ),
    ]);
    const strange = byTag(document, 'a')
      .map(({ attributes }) => attributes.href ?? 'no address')
      .filter((href) => !href.startsWith('#') && !known.has(href.replace(/(?:\?both)?(?:#.*)?$/, '')));
    expect(strange).toEqual([]);
  });

  it('asks nobody else for anything', () => {
    expect(html.match(/(?:src|href)="(?:https?:)?\/\/[^"]*/g)).toBeNull();
  });

  it('names its manifest, and its canonical and other addresses unless it is the not-found page', () => {
    expect(linkOf(document, 'manifest')).toBe(`/${language}.webmanifest`);
    const alternates = all(document, ({ attributes }) => attributes.rel === 'alternate');
    if (route.page === 'missing') {
      expect(metaOf(document, 'robots')).toBe('noindex');
      expect(alternates).toEqual([]);
      return;
    }
    expect(linkOf(document, 'canonical')).toBe(hrefOf(site, route));
    expect(alternates.map(({ attributes: { hreflang, href } }) => [hreflang, href])).toEqual([
      ['zh-Hans', hrefOf(site, inLanguage(route, 'zh'))],
      ['en', hrefOf(site, inLanguage(route, 'en'))],
      ['x-default', hrefOf(site, inLanguage(route, 'zh'))],
    ]);
  });
});

describe('a Chinese heading', () => {
  it('may break between words, and not where the segmenter knows none, and sooner after a colon', () => {
    const [, heading = ''] =
      /id="digital".*?<h3>(.*?)<\/h3>/s.exec(
        page({ page: 'article', language: 'zh', article: 'suizhou-2024' }),
      ) ?? [];
    expect(heading.replace(/<wbr\/?>/g, '|').replace(/<span[^>]*>/g, '<span>')).toMatch(
      /<span>智慧\|政法：<\/span><span>视频点位\|与办案\|平台<\/span>$/,
    );
  });
});

describe('the article page', () => {
  const { facts } = theArticle();
  const pageIn = (language: Language) => parseHtml(page({ page: 'article', article: facts.id, language }));

  it.each([...languages])('shows all 33 measures with their qualifiers in %s', (language) => {
    const reader = theReader(language);
    const document = pageIn(language);
    expect(facts.measures).toHaveLength(33);
    for (const measure of facts.measures) {
      const place = one(
        document,
        measure.id,
        (element) =>
          element.attributes['data-measure'] === measure.id && byTag(element, 'details').length > 0,
      );
      one(document, measure.id, ({ attributes }) => attributes.id === measure.id);
      const { before, number, after } = reader.figure(measure);
      expect(shown(place)).toContain(number + after);
      expect(shown(place)).toContain(before);
      expect(shown(place)).toContain(reader.unitOf(measure.id));
      expect(shown(place)).toContain(measure.quote);
    }
  });

  it.each([...languages])('has a card for every card of the facts in %s, in their order', (language) => {
    const cards = all(pageIn(language), ({ attributes }) => 'data-card' in attributes);
    expect(cards.map(({ tag, attributes }) => [tag, attributes.id])).toEqual(
      facts.cards.map(({ id }) => ['article', id]),
    );
  });

  it.each([
    [
      'zh',
      ['27.7%', '125%', '45%', '40%以上', '630余', '340余', '12.45万', '1273', '4323', '未发生', '全覆盖'],
    ],
    [
      'en',
      [
        ...['27.7%', '125%', '45%', '40% or more', 'more than 630', 'more than 340', '124,500', '1,273'],
        ...['4,323', 'none', 'full coverage', 'all four', 'ten'],
      ],
    ],
  ] as const)('prints the figures of the issue in %s', (language, figures) => {
    const text = shown(pageIn(language));
    expect(figures.filter((figure) => !text.includes(figure))).toEqual([]);
  });

  it.each([...languages])(
    'says with each headline figure which way it moved and how it is hedged in %s',
    (language) => {
      const words = {
        zh: {
          up: '上升',
          down: '下降',
          cumulative: '累计',
          generally: '普遍',
          'year-on-year': '同比',
          'yearly-average': '年均',
        },
        en: {
          up: 'up',
          down: 'down',
          cumulative: 'in total to date',
          generally: 'generally',
          'year-on-year': 'year on year',
          'yearly-average': 'a year on average',
        },
      }[language];
      const document = pageIn(language);
      for (const measure of facts.measures.filter(({ headline }) => headline)) {
        const place = one(document, measure.id, ({ attributes }) => attributes.id === measure.id);
        const figure = place.children.flatMap((child) =>
          typeof child === 'string' ? [] : byTag(child, 'p'),
        )[1];
        const hedges = [...(measure.direction === 'none' ? [] : [measure.direction]), ...measure.modifiers];
        for (const hedge of hedges) expect(figure && shown(figure), measure.id).toContain(words[hedge]);
      }
    },
  );
});

describe('the heading of a section', () => {
  const told = {
    zh: (cards: readonly number[], total: number) => `第${cards.join('—')}张，共${total}张`,
    en: (cards: readonly number[], total: number) => `${cards.join('–')} of ${total}`,
  };

  it.each([...languages])('says in %s which cards stand below it, one card by its number', (language) => {
    for (const { facts } of realContent.articles) {
      const { id, cards, sections } = facts;
      const ranges = sections.map((section) => {
        const places = cards.flatMap((card, at) => (card.section === section.id ? at + 1 : []));
        const ends = [places.at(0), places.at(-1)].filter((place) => place !== undefined);
        return told[language]([...new Set(ends)], cards.length);
      });
      const document = parseHtml(page({ page: 'article', article: id, language }));
      const headings = all(document, ({ attributes }) => /heading/.test(attributes.class ?? ''));
      expect(headings.flatMap((heading) => byTag(heading, 'p').map(shown))).toEqual(ranges);
    }
  });
});

describe('the measures page', () => {
  it.each([...languages])('has a row for every measure in %s', (language) => {
    const { facts } = theArticle();
    const reader = theReader(language);
    const document = parseHtml(page({ page: 'measures', article: facts.id, language }));
    const rows = all(document, ({ tag, attributes }) => tag === 'tr' && 'data-measure' in attributes);
    expect(rows).toHaveLength(facts.measures.length);
    for (const measure of facts.measures) {
      const row = one(
        document,
        measure.id,
        ({ tag, attributes }) => tag === 'tr' && attributes['data-measure'] === measure.id,
      );
      const { before, number, after } = reader.figure(measure);
      expect(shown(row)).toContain(before + number + after);
    }
  });
});

describe.each([...languages])('the page with all measures in %s', (language) => {
  const { facts, words } = theArticle();
  const document = parseHtml(page({ page: 'measures', article: facts.id, language }));

  it('is a table with a caption, and heads that say what they head', () => {
    const table = one(document, 'table', ({ tag }) => tag === 'table');
    expect(byTag(table, 'caption').map(shown)).toEqual([expect.stringMatching(/\S/)]);
    const scopes = byTag(table, 'th').map(({ attributes: { scope } }) => scope);
    expect(scopes.filter((scope) => scope === 'col')).toHaveLength(5);
    expect(scopes.filter((scope) => scope === 'row')).toHaveLength(facts.measures.length);
    expect(scopes.filter((scope) => scope === undefined)).toEqual([]);
  });

  it('has no button and no word of sorting before there is a script', () => {
    expect(byTag(document, 'button')).toEqual([]);
    expect(all(document, ({ attributes }) => 'aria-sort' in attributes)).toEqual([]);
  });

  it('lists every claim with its paragraph, in the article’s order', () => {
    const items = all(document, ({ attributes }) => 'data-claim' in attributes);
    expect(items.length).toBeGreaterThanOrEqual(6);
    expect(items.map(({ attributes }) => attributes['data-claim'])).toEqual(facts.claims.map(({ id }) => id));
    for (const [at, { id, paragraph }] of facts.claims.entries()) {
      const text = items[at] ? shown(items[at]) : '';
      expect(text).toContain(words[language].claims[id]);
      expect(text).toContain({ zh: `第${paragraph}段`, en: `paragraph ${paragraph}` }[language]);
    }
  });

  it('names each tier that is complete, from the first to the last', () => {
    const ladder = one(document, 'ladder', ({ tag }) => tag === 'ol');
    expect(byTag(ladder, 'li').map((step) => shown(step).trim())).toEqual(
      { zh: ['市', '县', '镇', '村'], en: ['city', 'county', 'township', 'village'] }[language],
    );
    expect(ladder.attributes['aria-label']).toMatch({ zh: /打勾/, en: /tick/ }[language]);
  });
});

describe('a card', () => {
  it('says which paragraphs it draws on, one by one', () => {
    const { facts } = theArticle();
    const textIn = (language: 'zh' | 'en') =>
      shown(parseHtml(page({ page: 'article', article: facts.id, language })));
    expect(textIn('zh')).toContain('据文章第1、2、18段');
    expect(textIn('en')).toContain('From paragraphs 1, 2, 18 of the article');
  });
});

describe('pages in both languages', () => {
  it.each(['root', 'missing'] as const)('lead on without a script: %s', (kind) => {
    const document = parseHtml(bilingual(kind));
    const links = byTag(document, 'a').map(({ attributes }) => [attributes.href, attributes.hreflang]);
    expect(links).toEqual([
      ['/zh/', 'zh-Hans'],
      ['/en/', 'en'],
    ]);
    const blocks = byTag(document, 'div').filter(({ attributes }) => attributes.lang !== undefined);
    expect(blocks.map(({ attributes }) => attributes.lang)).toEqual(['zh-Hans', 'en']);
    expect(byTag(document, 'h1')).toHaveLength(1);
  });

  it('offer the way out by buttons that only a script shows, and ask for nothing else of the site', () => {
    const document = parseHtml(resetPage());
    const buttons = byTag(document, 'button').map(({ attributes }) => attributes);
    expect(buttons).toEqual(languages.map(() => ({ type: 'button', 'data-reset': '', hidden: '' })));
    expect(byTag(document, 'script').map(({ attributes }) => attributes.src)).toEqual([assets.entry.src]);
    expect(metaOf(document, 'robots')).toBe('noindex');
  });

  it('tell search engines which of the two is to be found', () => {
    expect(metaOf(parseHtml(bilingual('missing')), 'robots')).toBe('noindex');
    expect(bilingual('root')).not.toContain('noindex');
  });
});

describe('a site under a path of a known address', () => {
  const reader = aSite({ site: { base: '/some/reader/', origin: 'https://example.org' } });

  it('has every address under the path', () => {
    const outside = reader.routes.flatMap((route) =>
      [...elementsOf(parseHtml(reader.page(route)))].flatMap(({ attributes: { href } }) =>
        href?.startsWith('/') && href !== assets.sheet.src && !href.startsWith('/some/reader/') ? [href] : [],
      ),
    );
    expect(outside).toEqual([]);
  });

  it('has absolute canonical addresses', () => {
    const route: Route = { page: 'measures', article: articleId, language: 'en' };
    const document = parseHtml(reader.page(route));
    expect(linkOf(document, 'canonical')).toBe(addressOf(reader.site, route));
    expect(linkOf(document, 'canonical')).toBe(`https://example.org/some/reader/en/${articleId}/measures/`);
  });
});

describe('a word that is missing', () => {
  it.each([
    ['a word of the frame', 'en', 'frame.footnote', 'locales/en/frame.json: no words for footnote'],
    [
      'a word for a code of the facts',
      'zh',
      'reader.bases.relative',
      'locales/zh/reader.json: no words for bases.relative',
    ],
    ['a plural form', 'en', 'home.read_other', 'locales/en/home.json: no words for read'],
    ['a name of a kind', 'zh', 'measures.kinds.zero', 'locales/zh/measures.json: no words for kinds.zero'],
    ['a term', 'en', 'terms.petitioning', 'locales/en/terms.json: no words for petitioning'],
    ['a hedge', 'en', 'figures.note.cumulative', 'locales/en/figures.json: no words for note.cumulative'],
    [
      'a card’s words',
      'zh',
      `article-${articleId}.cards.crime`,
      `locales/zh/article-${articleId}.json: no words for cards.crime`,
    ],
  ] as const)('stops the build: %s', (_what, language, path, message) => {
    const render = () => {
      const spoilt = aSite({ spoil: without(language, path) });
      for (const route of spoilt.routes) spoilt.page(route);
    };
    expect(render).toThrow(message);
  });

  it('is not taken from the other language', () => {
    const spoilt = aSite({ spoil: without('en', 'glossary.title') });
    expect(() => spoilt.page({ page: 'terms', language: 'en' })).toThrow('locales/en/glossary.json');
    expect(() => spoilt.page({ page: 'terms', language: 'zh' })).not.toThrow();
  });
});

describe('hostile strings in content', () => {
  const hostile = `<img src=x onerror="alert(1)"> </script><script>alert(2)</script> & "q" 'a' </title>`;
  const spoilt = aSite({
    spoil: ({ en }) => {
      const article = en[`article-${articleId}`] as Record<string, Record<string, Record<string, unknown>>>;
      Object.assign(article, { title: hostile, description: hostile });
      Object.assign(article.cards?.crime ?? {}, { title: hostile, summary: hostile });
      Object.assign(article.measures?.['clearance-rate'] ?? {}, { label: hostile, unit: hostile });
      Object.assign(article.claims ?? {}, { 'single-track-cases': hostile });
      Object.assign(article.measures?.['governance-centre-tiers'] ?? {}, { steps: [hostile, 'b', 'c', 'd'] });
      Object.assign(en.frame ?? {}, { footnote: hostile });
      Object.assign(en.home ?? {}, { lead: hostile });
      Object.assign(en.missing ?? {}, { title: hostile });
    },
  });
  const html = spoilt.page({ page: 'article', article: articleId, language: 'en' });

  it('come out as text in title, description and body', () => {
    const document = parseHtml(html);
    expect(titleOf(document)).toContain(hostile);
    expect(metaOf(document, 'description')).toBe(hostile);
    const texts = [...textIn(document)].map(({ text }) => text).join('');
    expect(texts.split(hostile).length).toBeGreaterThan(4);
  });

  it('come out as text among claims and steps', () => {
    const measures = spoilt.page({ page: 'measures', article: articleId, language: 'en' });
    const document = parseHtml(measures);
    const claim = one(
      document,
      'claim',
      ({ attributes }) => attributes['data-claim'] === 'single-track-cases',
    );
    expect(shown(claim)).toContain(hostile);
    expect(byTag(document, 'li').map((item) => shown(item))).toContain(hostile);
    expect(byTag(document, 'img')).toEqual([]);
    expect(byTag(document, 'script')).toHaveLength(5);
  });

  it('make no element, and end no block of data', () => {
    const document = parseHtml(html);
    expect(byTag(document, 'img')).toEqual([]);
    const linked = byTag(document, 'script').find(
      ({ attributes }) => attributes.type === 'application/ld+json',
    );
    expect(linked && JSON.parse(textOf(linked)).headline).toBe(hostile);
    expect(html).not.toContain('<img');
  });

  it('come out as text on the pages in both languages', () => {
    for (const kind of ['root', 'missing'] as const) {
      const document = parseHtml(spoilt.bilingual(kind));
      expect([...textIn(document)].map(({ text }) => text).join('')).toContain(hostile);
      expect(byTag(document, 'script')).toHaveLength(4);
    }
  });

  it('cannot leave an address', () => {
    const origin = 'https://example.org/"></script><img>';
    const document = parseHtml(aSite({ site: { origin } }).page({ page: 'home', language: 'en' }));
    expect(linkOf(document, 'canonical')).toBe(`${origin}/en/`);
    expect(infoIn(document).site.origin).toBe(origin);
  });
});

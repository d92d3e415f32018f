import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/core/language';
import { openSearch, prepareDocument, type SearchDocument, type SearchHit } from '../../src/core/search';
import { cpuTimeOf } from '../support/cpuTime';
import { oneOf, type Random, randomFrom, wholeBelow } from '../support/random';

const aDocument = (
  id: string,
  texts: Partial<SearchDocument['texts']>,
  kind: SearchDocument['kind'] = 'card',
): SearchDocument => ({ id, kind, texts: { zh: [], en: [], ...texts } });

const cameras = aDocument('cameras', {
  zh: ['视频监控', '全市建成12.45万路视频。', '发案同比下降27.7%。'],
  en: ['Video cameras', 'The city has 124,500 video points.', 'Cases fell by 27.7% year on year.'],
});
const posts = aDocument('posts', {
  zh: ['警务站', '建了9个警务站，接警1273起。', '拨打 110 报警。'],
  en: ['Police posts', 'Nine police posts took 1,273 calls.', 'Call 110 for the police.'],
});
const campaign = aDocument('campaign', {
  zh: ['“破小案”行动', '雷火2024行动打击盗抢骗。'],
  en: ['The “Solve Small Cases” campaign', 'Thunder–Fire 2024 went on in Café Åse, the city’s oldest.'],
});
const documents = [cameras, posts, campaign];

const find = (query: string, language: Language = 'zh', among = documents) =>
  openSearch(among.map(prepareDocument)).find(query, language);

const idsOf = (hits: readonly SearchHit[]) => hits.map(({ document }) => document.id);

const markedIn = ({ text, marks }: SearchHit) => marks.map(([start, end]) => text.slice(start, end));

/** The first hit as a reader sees it: the sentence with its marks in brackets. */
function shown(query: string, language: Language = 'zh', among = documents): string | undefined {
  const [hit] = find(query, language, among);
  if (!hit) return undefined;
  return [...hit.marks]
    .reverse()
    .reduce(
      (text, [start, end]) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`,
      hit.text,
    );
}

describe('a query', () => {
  it.each([
    ['发案', 'zh', '[发案]同比下降27.7%。'],
    ['案', 'zh', '“破小[案]”行动'],
    ['同比', 'zh', '发案[同比]下降27.7%。'],
    ['VIDEO', 'en', '[Video] cameras'],
    ['ｖｉｄｅｏ', 'en', '[Video] cameras'],
    ['cafe ase', 'en', 'Thunder–Fire 2024 went on in [Café Åse], the city’s oldest.'],
    ['cafe\u0301', 'en', 'Thunder–Fire 2024 went on in [Café] Åse, the city’s oldest.'],
    ['thunder-fire', 'en', '[Thunder–Fire] 2024 went on in Café Åse, the city’s oldest.'],
    ["city's", 'en', 'Thunder–Fire 2024 went on in Café Åse, the [city’s] oldest.'],
    ['"破小案"', 'zh', '“[破小案]”行动'],
    ['「破小案」', 'zh', '“[破小案]”行动'],
    ['破小案行动', 'zh', '“[破小案”行动]'],
    ['110报警', 'zh', '拨打 [110 报警]。'],
    ['拨打　１１０', 'zh', '[拨打 110] 报警。'],
    ['  calls  ', 'en', 'Nine police posts took 1,273 [calls].'],
  ] as const)('%j in %s shows %s', (query, language, wanted) => {
    expect(shown(query, language)).toBe(wanted);
  });

  it('says where in the document the sentence stands', () => {
    const [hit] = find('calls', 'en');
    expect([hit?.document, hit?.language, hit?.index]).toEqual([posts, 'en', 1]);
  });

  it('finds in the other language what is there alone, and shows it', () => {
    const [hit] = find('police', 'zh');
    expect([hit?.document.id, hit?.language, hit?.text]).toEqual(['posts', 'en', 'Police posts']);
    expect(shown('警务', 'en')).toBe('[警务]站');
  });

  it('shows the reader’s language where both have it, the other’s title notwithstanding', () => {
    const both = aDocument('both', { zh: ['行动2024'], en: ['A campaign', 'It went on in 2024.'] });
    expect(shown('2024', 'en', [both])).toBe('It went on in [2024].');
    expect(shown('2024', 'zh', [both])).toBe('行动[2024]');
  });

  it('shows the reader’s language where each has as much of the words', () => {
    const both = aDocument('both', { zh: ['行动CSV'], en: ['A campaign', 'GDP grew.', 'A CSV file.'] });
    expect(shown('csv gdp', 'en', [both])).toBe('[GDP] grew.');
  });

  it('finds nothing that is not there', () => {
    expect(find('crime')).toEqual([]);
    expect(openSearch([]).find('案', 'zh')).toEqual([]);
    expect(find('案', 'zh', [aDocument('empty', {})])).toEqual([]);
  });
});

describe('several words', () => {
  it('must all be in the document, in any order and place', () => {
    expect(idsOf(find('year video', 'en'))).toEqual(['cameras']);
    expect(idsOf(find('同比 视频', 'zh'))).toEqual(['cameras']);
    expect(idsOf(find('video crime', 'en'))).toEqual([]);
  });

  it('may be of both languages', () => {
    expect(idsOf(find('视频 points', 'en'))).toEqual(['cameras']);
  });

  it('are marked wherever they stand in the sentence', () => {
    expect(shown('posts nine', 'en')).toBe('[Nine] police [posts] took 1,273 calls.');
    expect(shown('警 站', 'zh')).toBe('[警]务[站]');
    expect(shown('cases year', 'en')).toBe('[Cases] fell by 27.7% [year] on [year].');
  });

  it('are marked only as typed where the sentence has them so', () => {
    expect(shown('year on', 'en')).toBe('Cases fell by 27.7% [year on] year.');
  });

  it('are told apart by Chinese commas too, and need no punctuation', () => {
    expect(shown('下降，发案', 'zh')).toBe('[发案]同比[下降]27.7%。');
    expect(shown('“calls”, posts!', 'en')).toBe('Nine police [posts] took 1,273 [calls].');
  });
});

describe('an unspaced query', () => {
  it.each([
    ['发案下降', '[发案]同比[下降]27.7%。'],
    ['视频监控路', undefined],
    ['建成视频', '全市[建成]12.45万路[视频]。'],
    ['同比下降', '发案[同比下降]27.7%。'],
    ['發案同比', '[发案同比]下降27.7%。'],
    ['视频全市', '[全市]建成12.45万路[视频]。'],
  ])('%j is looked for in pieces where the whole is nowhere: %j', (query, wanted) => {
    expect(shown(query)).toBe(wanted);
  });

  it('finds in pieces after the whole', () => {
    const among = [aDocument('pieces', { zh: ['建成了视频'] }), aDocument('whole', { zh: ['不建成视频'] })];
    expect(idsOf(find('建成视频', 'zh', among))).toEqual(['whole', 'pieces']);
  });

  it('is not cut where there are hits enough', () => {
    const whole = ['一', '二', '三', '四', '五'].map((title) =>
      aDocument(title, { zh: [`${title}建成视频`] }),
    );
    const among = [aDocument('pieces', { zh: ['建成了视频'] }), ...whole];
    expect(idsOf(find('建成视频', 'zh', among))).not.toContain('pieces');
  });

  it('must have all of its pieces, each of two signs at least', () => {
    expect(find('视频诈骗')).toEqual([]);
    expect(find('市成路视')).toEqual([]);
  });
});

describe('what can be written in several ways', () => {
  const among = [
    aDocument('people', { zh: ['约6600多万人。'] }),
    aDocument('mediation', {
      zh: ['调解组织', '隨州市共有630余个调解组织，覆盖率达90%以上。'],
      en: ['Mediation', 'There are more than 630 organisations in the centre, or 90% of all.'],
    }),
  ];

  it.each([
    ['隨州', '[隨州]市共有630余个调解组织，覆盖率达90%以上。'],
    ['随州', '[隨州]市共有630余个调解组织，覆盖率达90%以上。'],
    ['調解組織', '[调解组织]'],
    ['630多', '隨州市共有[630余]个调解组织，覆盖率达90%以上。'],
    ['６３０多個', '隨州市共有[630余个]调解组织，覆盖率达90%以上。'],
    ['六百三十余', '隨州市共有[630余]个调解组织，覆盖率达90%以上。'],
    ['6600余万', '约[6600多万]人。'],
    ['百分之九十', '隨州市共有630余个调解组织，覆盖率达[90%]以上。'],
    ['百分之90', '隨州市共有630余个调解组织，覆盖率达[90%]以上。'],
    ['九成', '隨州市共有630余个调解组织，覆盖率达[90%]以上。'],
  ])('%j shows %j', (query, wanted) => {
    expect(shown(query, 'zh', among)).toBe(wanted);
  });

  it.each([
    ['organization', 'There are more than 630 [organisation]s in the centre, or 90% of all.'],
    ['Organiz', 'There are more than 630 [organis]ations in the centre, or 90% of all.'],
    ['center', 'There are more than 630 organisations in the [centre], or 90% of all.'],
    ['90 per cent', 'There are more than 630 organisations in the centre, or [90%] of all.'],
  ])('%j shows %j', (query, wanted) => {
    expect(shown(query, 'en', among)).toBe(wanted);
  });

  it('is found as typed before it is in another way', () => {
    const titles = ['the organisation', 'an organization'];
    const documents = titles.map((title, at) => aDocument(String(at), { en: [title] }));
    expect(idsOf(find('organization', 'en', documents))).toEqual(['1', '0']);
  });
});

describe('a number', () => {
  it.each(['12.45万', '124500', '124,500', '12.45 万', '１２４５００', '124 500', '124，500', '124500路'])(
    'is found as %j in both languages, and marked as it is printed',
    (query) => {
      expect(find(query, 'zh').map(markedIn)).toEqual([[query.endsWith('路') ? '12.45万路' : '12.45万']]);
      if (!query.endsWith('路')) expect(find(query, 'en').map(markedIn)).toEqual([['124,500']]);
    },
  );

  it.each(['27.7', '27.7%', '２７．７％', '27.7 %'])('%j is a share, printed with its sign', (query) => {
    expect(shown(query, 'zh')).toBe('发案同比下降[27.7%]。');
    expect(shown(query, 'en')).toBe('Cases fell by [27.7%] year on year.');
  });

  it.each(['1', '12', '124', '124,', '124,5', '1245', '12450'])(
    'that is being typed leads on: %j',
    (query) => {
      expect(idsOf(find(query, 'en'))).toContain('cameras');
      const hit = find(query, 'en').find(({ document }) => document === cameras);
      expect(hit && markedIn(hit)).toEqual(['124,500'.startsWith(query) || query ? ['124,500'].at(0) : '']);
    },
  );

  it.each(['7.7', '7', '.7', '500', '45', '45万', '24500', '7%', '5万路'])(
    'is not found by its end: %j',
    (query) => {
      expect(find(query)).toEqual([]);
    },
  );

  it('comes before others that only begin like it', () => {
    const among = ['1,273 posts', '12.73万', 'no. 127', '1,27 and 127.5'].map((title, at) =>
      aDocument(String(at), { en: [title] }),
    );
    expect(idsOf(find('127', 'en', among))).toEqual(['2', '0', '1', '3']);
  });

  it('is found beside Chinese and as part of a sentence', () => {
    expect(shown('雷火2024')).toBe('[雷火2024]行动打击盗抢骗。');
    expect(shown('下降27')).toBe('发案同比[下降27].7%。');
    expect(shown('points 124500', 'en')).toBe('The city has [124,500] video [points].');
    expect(shown('124500 视频')).toBe('全市建成[12.45万]路[视频]。');
  });
});

describe('the best come first', () => {
  const ranked = (query: string, ...titles: readonly (readonly string[])[]) =>
    idsOf(
      find(
        query,
        'en',
        titles.map((en, at) => aDocument(String(at), { en })),
      ),
    );

  it('a title before a sentence', () => {
    expect(ranked('posts', ['Other', 'posts'], ['posts'])).toEqual(['1', '0']);
  });

  it('a sentence with the word before a title with its letters inside another', () => {
    expect(ranked('plan', ['Cropland', 'a field'], ['A', 'the plans are'])).toEqual(['1', '0']);
  });

  it('a whole word before a part of one', () => {
    expect(ranked('post', ['A', 'posts'], ['B', 'compost'], ['C', 'a post.'])).toEqual(['2', '0', '1']);
  });

  it('all words in one sentence before words here and there', () => {
    expect(ranked('new posts', ['A new', 'The posts'], ['B', 'posts that are new'])).toEqual(['1', '0']);
  });

  it('words as they were typed before the same words apart', () => {
    expect(ranked('new posts', ['A', 'posts that are new'], ['B', 'the new posts'])).toEqual(['1', '0']);
  });

  it('the reader’s language before the other', () => {
    const among = [aDocument('en', { en: ['GDP'] }), aDocument('zh', { zh: ['GDP'] })];
    expect([idsOf(find('gdp', 'zh', among)), idsOf(find('gdp', 'en', among))]).toEqual([
      ['zh', 'en'],
      ['en', 'zh'],
    ]);
  });

  it('and equally good ones as they were given', () => {
    const titles = Array.from({ length: 40 }, () => ['same']);
    expect(ranked('same', ...titles)).toEqual(titles.map((_title, at) => String(at)));
  });
});

describe('a strange query', () => {
  it.each([
    ...['', ' ', '\u3000\n\t', '。', '，。！？', '...', '"', '“”', '-', '%', '€', '\u0301', '\u200b'],
    ...['\ud83d', '\ude00', '\0', '\ue000'],
  ])('asks for nothing: %j', (query) => {
    expect(find(query)).toEqual([]);
  });

  it.each(['.*', '(', '[a-z]+', '\\', 'a|b', '^', 'x?', 'vid.o', '(?:', '[^x]', '__proto__', 'constructor'])(
    'is no pattern: %j',
    (query) => {
      expect(find(query, 'en')).toEqual([]);
    },
  );

  it('is taken by its letters where signs surround them', () => {
    expect(shown('(video)', 'en')).toBe('[Video] cameras');
    expect(shown('*video*', 'en')).toBe('[Video] cameras');
  });

  it.each([
    ['a', 'a'.repeat(1_000_000)],
    ['digits', '1'.repeat(1_000_000)],
    ['blanks', ' '.repeat(1_000_000)],
    ['commas', '1,'.repeat(500_000)],
    ['quotation marks', '“'.repeat(1_000_000)],
    ['accents', `a${'\u0301'.repeat(1_000_000)}`],
    ['words', Array.from({ length: 200_000 }, (_, at) => at.toString(36)).join(' ')],
    ['surrogates', '\ud800'.repeat(1_000_000)],
  ])('may be very long: %s', (_what, query) => {
    const texts = { zh: ['1'.repeat(2_000)], en: ['a '.repeat(2_000), '1,'.repeat(100)] };
    const search = openSearch([aDocument('long', texts), ...documents].map(prepareDocument));
    expect(cpuTimeOf(() => search.find(query, 'zh'))).toBeLessThan(500);
  });

  it('finds a long sentence that was pasted', () => {
    const sentence = `It begins ${'and goes on '.repeat(200)}to its end.`;
    expect(idsOf(find(sentence, 'en', [...documents, aDocument('long', { en: ['A', sentence] })]))).toEqual([
      'long',
    ]);
  });
});

/** Words and signs of which sentences are made; every one folds in its own way, or is next to one that does. */
const parts: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    ...['发案', '同比', '下降', '警务站', '“破小案”', '，', '、', '。', '（', '）', '……', '——', '：', ' '],
    ...['12.45万', '１２４', '27.7%', '9', '个', '1.2亿', 'CSV', '𠮷', '3，400', '\u00a0', 'Å', '😀', '①'],
  ],
  en: [
    ...['cases', 'Police', 'year-on-year', '“Solve', 'Cases”', 'city’s', 'Café', 'Cafe\u0301', 'ﬁre', 'İ'],
    ...[
      '124,500',
      '27.7%',
      '1',
      '2,',
      '3.4 million',
      '124\u202f500',
      '–',
      '…',
      '(so)',
      'naïve',
      'Straße',
      '𝒜',
    ],
  ],
};

const sentenceIn = (random: Random, language: Language) =>
  Array.from({ length: 1 + wholeBelow(random, 12) }, () => oneOf(random, parts[language])).join(
    language === 'en' ? ' ' : '',
  );

/** Signs at the ends of a query that need not be marked: blanks, quotation marks, accents without a letter. */
const loose = /^[\s“”’\p{M}]+|[\s“”’]+$/gu;

describe('any part of a sentence', () => {
  it.each(['zh', 'en'] as const)('is found in %s and marked', (language) => {
    const random = randomFrom(language === 'zh' ? 5 : 6);
    let tried = 0;
    for (let round = 0; round < 2_000; round += 1) {
      const text = sentenceIn(random, language);
      const chars = [...text];
      const first = wholeBelow(random, chars.length);
      const query = chars.slice(first, first + 1 + wholeBelow(random, chars.length - first)).join('');
      const start = chars.slice(0, first).join('').length;
      // A number is known by its beginning.
      const isCutNumber =
        /[\p{N}][.,\u202f]?$/u.test(text.slice(0, start)) && /^[.,\u202f]?\p{N}/u.test(query);
      if (isCutNumber || !/[\p{L}\p{N}]/u.test(query)) continue;
      tried += 1;
      const among = [...documents, aDocument('this', { [language]: [text] })];
      const hit = find(query, language, among).find(({ document }) => document.id === 'this');
      const tight = query.replace(loose, '');
      const from = start + query.indexOf(tight);
      const isMarked = hit?.marks.some(([mark, end]) => mark <= from && end >= from + tight.length);
      expect([isMarked, query, text]).toEqual([true, query, text]);
    }
    expect(tried).toBeGreaterThan(1_000);
  });

  it('has marks in order, apart, within the sentence and with something in them', () => {
    const random = randomFrom(7);
    for (let round = 0; round < 1_000; round += 1) {
      const language = oneOf(random, ['zh', 'en'] as const);
      const text = sentenceIn(random, language);
      const query = `${sentenceIn(random, language).slice(0, 6)} ${oneOf(random, parts[language])}`;
      for (const { marks } of find(query, language, [aDocument('this', { [language]: [text] })])) {
        let last = -1;
        for (const [start, end] of marks) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        expect(marks.length).toBeGreaterThan(0);
      }
    }
  });
});

import { describe, expect, it } from 'vitest';
import { loadContent } from '../../../src/node/content';
import { lineOf } from '../../../src/node/content/fault';
import { parseTerms, parseUi, parseUnits } from '../../../src/node/content/parse';
import { parseFacts } from '../../../src/node/content/parseFacts';
import { parseWords } from '../../../src/node/content/parseWords';
import {
  aContentTree,
  type Case,
  type ContentTree,
  faultsOf,
  files,
  refuses,
  tinyFacts,
  tinyUnits,
  tinyWords,
} from './aContentTree';

const { facts, zh, en } = files;

/** One value put in one place, and what is said of that place and of no other. */
const refusesValues = (file: string, cases: [name: string, path: string, value: unknown, remark: string][]) =>
  refuses(
    cases.map(([name, path, value, remark]) => [
      name,
      (tree) => tree.put(file, path, value),
      `${file} ${path}: expected ${remark}`,
    ]),
  );

const number = 'a number of 0 or more (its sign is the direction), or not-stated';

describe('parseFacts', () => {
  const units = parseUnits('units.json', tinyUnits);
  const parse = (input: unknown) => parseFacts('facts.json', input, units);

  it('answers with what the file holds and what its quotes say', () => {
    const { names, measures, ...rest } = tinyFacts();
    const parsed = parse(tinyFacts());
    expect(parsed).toMatchObject(rest);
    expect(parsed.measures).toMatchObject(measures);
    expect(parsed.measures[0]).toMatchObject({
      ...{ kind: 'rate-change', value: 27.7, unit: 'percent', qualifier: 'exact', token: '27.7%' },
      ...{ direction: 'up', comparedWith: 'previous-year', basis: 'not-stated', period: '2024' },
    });
    expect(parsed.ledger).toEqual([
      { paragraph: 2, token: '27.7%', measure: 'clearance' },
      { paragraph: 2, token: '9', measure: 'posts' },
      { paragraph: 2, token: '365工作法', name: '365工作法' },
    ]);
  });

  refusesValues(facts, [
    [
      'an unknown key',
      'cards[crime].colour',
      'red',
      'one of the keys id, section, paragraphs, period, status, got "colour"',
    ],
    ['a wrong type', 'measures[posts].headline', 'yes', 'true or false, got "yes"'],
    ['an object in place of a list', 'essentials', {}, 'a list, got an object with 0 keys'],
    ['a list in place of an object', 'source', [1], 'an object, got a list of 1'],
    [
      'a code in capitals',
      'measures[posts].scope',
      'City',
      'a code such as percent or person-time, got "City"',
    ],
    ['an unknown card', 'measures[posts].card', 'crimes', 'one of the cards overview, crime, got "crimes"'],
    ['an unknown section', 'cards[crime].section', 'x', 'one of the sections safety, not-stated, got "x"'],
    ['an unknown essential', 'essentials[0]', 'crime', 'one of the measures clearance, posts, got "crime"'],
    ['a paragraph beyond the last', 'cards[overview].paragraphs[1]', 3, 'a whole number from 1 to 2, got 3'],
    [
      'a claim beyond the last paragraph',
      'claims[known-method].paragraph',
      3,
      'a whole number from 1 to 2, got 3',
    ],
    [
      'a paragraph of another card',
      'measures[posts].paragraph',
      1,
      'a paragraph of the card crime (2), got 1',
    ],
    ['an empty quote', 'measures[posts].quote', ' ', 'a string that is not empty, got " "'],
    [
      'a period that is none',
      'cards[crime].period',
      'last year',
      'a period such as 2024, 2021/2025, 2024-H1, 2024-Q3, as-of-2024-12-31, since-previous-year, to-date or not-stated, got "last year"',
    ],
    [
      'a date that no calendar has',
      'source.published',
      '2024-02-31',
      'a date such as 2024-12-31, or not-stated, got "2024-02-31"',
    ],
    [
      'a kind of report that nobody knows',
      'source.kind',
      'report',
      'one of newspaper-review, government-report, communique, other, got "report"',
    ],
    ['a byline in words', 'source.byline', '通讯员', 'one of correspondents, reporters, none, got "通讯员"'],
    ['the id of another folder', 'id', 'other', 'the name of its folder, tiny, got "other"'],
    [
      'a claim that has a value',
      'claims[known-method].value',
      9,
      'one of the keys id, paragraph, got "value"',
    ],
    ['an article without cards', 'cards', [], 'at least one card, got a list of 0'],
    [
      'more entries than a page could show',
      'essentials',
      Array(1001).fill('posts'),
      'at most 1000 entries, got 1001',
    ],
  ]);

  const overriding = (name: string, key: string, value: unknown, remark: string): Case => [
    name,
    (tree) => tree.put(facts, 'measures[posts].override', { why: 'x', [key]: value }),
    `${facts} measures[posts].override.${key}: expected ${remark}`,
  ];

  refuses([
    overriding('a wrong enum', 'direction', 'sideways', 'one of up, down, none, got "sideways"'),
    overriding('null in place of not-stated', 'value', null, `${number}, got null`),
    overriding('a number as text', 'value', '9', `${number}, got "9"`),
    overriding('a negative value', 'value', -9, `${number}, got -9`),
    [
      'a figure that is typed',
      (tree) => tree.put(facts, 'measures[posts].value', 9),
      `${facts} measures[posts].value: expected one of the keys id, card, headline, quote, paragraph, token, scope, series, override, got "value"`,
    ],
    [
      'a missing key',
      (tree) => tree.drop(facts, 'measures[clearance].scope'),
      `${facts} measures[clearance].scope: expected this key, got nothing`,
    ],
    [
      'every unknown key',
      (tree) => {
        tree.put(facts, 'source.toString', 1);
        tree.put(facts, 'source.author', 2);
      },
      `${facts} source.toString: expected one of the keys kind, title, subtitle, issuer, publisher, place, delivered, published, byline, paragraphs, sha256, got "toString"`,
      `${facts} source.author: expected one of the keys kind, title, subtitle, issuer, publisher, place, delivered, published, byline, paragraphs, sha256, got "author"`,
    ],
    [
      'an id that a section has already',
      (tree) => tree.put(facts, 'measures[posts].id', 'safety'),
      `${facts} measures[safety].id: expected a value not used before (it stands at sections[safety].id), got "safety"`,
    ],
    [
      'a paragraph without a card',
      (tree) => tree.put(facts, 'source.paragraphs', 4),
      `${facts} cards: expected a card for every paragraph, got none for 3, 4`,
    ],
    [
      'an overview in a section',
      (tree) => tree.put(facts, 'cards[overview].section', 'safety'),
      `${facts} cards[overview].section: expected not-stated, as the overview, got safety`,
    ],
    [
      'a card before those of an earlier section, where its number would be wrong',
      (tree) => {
        const { cards } = tinyFacts();
        tree.put(facts, 'cards', [...cards, { ...cards[0], id: 'late' }]);
        tree.put(facts, 'brief', ['crime', 'late']);
      },
      `${facts} cards[late].section: expected the section of the card before it (safety) or a later one, got not-stated`,
    ],
    [
      'a section without a card',
      (tree) => tree.put(facts, 'cards[crime].section', 'not-stated'),
      `${facts} sections[safety]: expected a card in it, got none`,
    ],
    [
      'a quote longer than a clause',
      (tree) => tree.put(facts, 'measures[posts].quote', '站'.repeat(61)),
      `${facts} measures[posts].quote: expected a clause of at most 60 characters, got "${'站'.repeat(59)}… (61 characters)`,
    ],
    [
      'facts that are a list',
      (tree) => tree.write(facts, '[]'),
      `${facts}: expected an object, got a list of 0`,
    ],
    [
      'claims out of the article’s order',
      (tree) => tree.put(facts, 'claims[1]', { id: 'earlier-claim', paragraph: 1 }),
      `${facts} claims[earlier-claim].paragraph: expected 2 or later: claims stand in the article's order, got 1`,
    ],
  ]);

  it('advises the name that is most like the one written', () => {
    const tree = aContentTree();
    tree.put(facts, 'measures[posts].card', 'crimes');
    expect(faultsOf(() => loadContent(tree.root))[0]?.remedy).toBe('Write "crime", if that was meant.');
    tree.put(facts, 'measures[posts].card', 'crime');
    tree.put(facts, 'measures[posts].override', { why: 'x', qualifier: 'exactly' });
    expect(faultsOf(() => loadContent(tree.root))[0]?.remedy).toBe('Write "exact", if that was meant.');
  });

  it.each([
    ...['../up', '..%2fup', '/etc', 'Crime', 'crime_1', 'c', '1st', 'con', 'terms', '犯罪'],
    `a${'b'.repeat(41)}`,
  ])('refuses the article id %s', (id) => {
    const [fault] = faultsOf(() => parse({ ...tinyFacts(), id }));
    expect(fault).toMatchObject({ path: 'id', expected: expect.stringMatching(/^an id /) });
  });

  it.each(['top', 'main', 'contents', 'app', 'location', 'body'])(
    'keeps the id %s for the page itself',
    (id) => {
      const spoilt = tinyFacts();
      const cards = [{ ...spoilt.cards[0], id }, spoilt.cards[1]];
      expect(faultsOf(() => parse({ ...spoilt, cards })).map(lineOf)).toEqual([
        `facts.json cards[${id}].id: expected an id that is not reserved, got "${id}"`,
      ]);
    },
  );

  it('refuses a fourth headline measure on a card', () => {
    const { measures, ...rest } = tinyFacts();
    const more = ['third', 'fourth'].map((id) => ({ ...measures[1], id }));
    const crowded = { ...rest, measures: [...measures, ...more] };
    expect(faultsOf(() => parse(crowded)).map(lineOf)).toEqual([
      'facts.json cards[crime]: expected at most 3 headline measures on a card, got 4',
    ]);
  });
});

describe('parseWords', () => {
  it('leaves sentence, unit and limits of a measure to the templates', () => {
    const tree = aContentTree();
    const write = (file: string, words: object) => tree.write(`locales/${file}.json`, JSON.stringify(words));
    const sentence = { zh: '全市{{label}}：{{quantity}}。', en: '{{label}} in the city: {{quantity}}.' };
    const open = { zh: '没有说明时期。', en: 'The period is not stated.' };
    for (const language of ['zh', 'en'] as const)
      write(`${language}/sentences`, {
        value: { result: sentence[language] },
        open: { period: open[language] },
        lacks: { period: open[language] },
      });
    write('zh/units', { post_other: '个' });
    write('en/units', { post_one: 'post', post_other: 'posts' });
    tree.put(zh, 'measures.posts', { label: '警务站' });
    tree.put(en, 'measures.posts', { label: 'Police posts' });
    expect(tree.lines()).toEqual([]);
  });

  it('answers with what the file holds', () => {
    const parsed = parseFacts('facts.json', tinyFacts(), parseUnits('units.json', tinyUnits));
    for (const language of ['zh', 'en'] as const) {
      const written = tinyWords[language]();
      expect(parseWords('words.json', written, parsed, language)).toMatchObject(written);
    }
  });

  it('takes words for exactly what the facts state of the source', () => {
    const tree = aContentTree();
    for (const [key, value] of Object.entries({
      issuer: '小城人民政府',
      subtitle: 'not-stated',
      byline: 'none',
    }))
      tree.put(facts, `source.${key}`, value);
    expect(tree.lines()).toEqual(
      [zh, en].flatMap((file) => [
        `${file} issuer: expected words in ${file === zh ? 'zh' : 'en'} for "小城人民政府", got nothing`,
        `${file} sourceSubtitle: expected nothing, as ${facts} does not state it, got ${file === zh ? '"副题"' : '"Subtitle"'}`,
        `${file} byline: expected nothing, as ${facts} does not state it, got ${file === zh ? '"通讯员"' : '"Correspondents"'}`,
      ]),
    );
    for (const file of [zh, en]) {
      tree.put(file, 'issuer', file === zh ? '小城人民政府' : 'People’s Government of Tiny Town');
      tree.drop(file, 'sourceSubtitle');
      tree.drop(file, 'byline');
    }
    expect(tree.lines()).toEqual([]);
  });

  const missing = (what: string, id: string) =>
    `${en} ${what}s.${id}: expected words in en for the ${what} "${id}" of ${facts}, got nothing`;
  const keys = 'one of the keys label, unit, text, limits, lacks, gloss, steps';

  refusesValues(en, [
    [
      'a card of no facts',
      'cards.weather',
      { title: 'Sun', takeaway: 'Sun.' },
      `a card that ${facts} names, got unknown card "weather"`,
    ],
    [
      'a short name that other reports could have',
      'kicker',
      'A review',
      'a short name with the place, Tiny Town, and the year, 2024, got "A review"',
    ],
    [
      'an issuer that the facts do not state',
      'issuer',
      'The City',
      `nothing, as ${facts} does not state it, got "The City"`,
    ],
    ['an empty sentence', 'standfirst', '', 'a string that is not empty, got ""'],
    ['space around a name', 'cards.crime.title', ' Crime', 'a string without space around it, got " Crime"'],
    ['a number in place of a name', 'cards.crime.title', 7, 'a string, got 7'],
    ['an unknown placeholder', 'unsaid[0]', '{{post}}.', 'one of the measures clearance, posts, got "post"'],
    ['a placeholder in a name', 'byline', '{{posts}}', 'a name without placeholders, got "{{posts}}"'],
    [
      'other placeholders than the other language',
      'standfirst',
      'The figure is {{posts}}.',
      'the placeholders as in zh: {{clearance}}, got {{posts}}',
    ],
    [
      'a sentence without its figure',
      'measures.posts.text',
      'Posts.',
      'a sentence with its own placeholder {{posts}}, got "Posts."',
    ],
    [
      'more entries than the other language',
      'unsaid',
      ['The date.', 'The place.'],
      '1 entries as in zh, got 2',
    ],
    ['a figure without a limit', 'measures.posts.limits', [], 'one to three sentences, got a list of 0'],
    [
      'a claim that is no string',
      'claims.known-method',
      { text: 'x' },
      'a string, got an object with 1 keys',
    ],
    [
      'a claim with a figure, which would be a measure',
      'claims.known-method',
      '{{posts}}',
      'a name without placeholders, got "{{posts}}"',
    ],
    [
      'a claim that a program would obey',
      'claims.known-method',
      'See <img src=x>',
      'no markup, got "<img src=x>"',
    ],
    [
      'steps of a figure that has none',
      'measures.posts.steps',
      ['city'],
      'no steps of this figure, got a list of 1',
    ],
    ['an unknown key', 'measures.posts.colour', 'red', `${keys}, got "colour"`],
  ]);

  refuses([
    [
      'a measure in only one language',
      (tree) => tree.drop(en, 'measures.posts'),
      missing('measure', 'posts'),
    ],
    [
      'a claim in only one language',
      (tree) => tree.drop(en, 'claims.known-method'),
      missing('claim', 'known-method'),
    ],
    ['a missing scope', (tree) => tree.put(en, 'scopes', {}), missing('scope', 'city')],
    [
      'a card that stands under a wrong id',
      (tree) => tree.write(en, tree.read(en).replace('"crime"', '"crimes"')),
      missing('card', 'crime'),
      `${en} cards.crimes: expected a card that ${facts} names, got unknown card "crimes"`,
    ],
    [
      'a missing title',
      (tree) => tree.drop(en, 'cards.crime.title'),
      `${en} cards.crime.title: expected this key, got nothing`,
    ],
    [
      'limits in only one language',
      (tree) => tree.drop(en, 'measures.posts.limits'),
      `${en} measures.posts.limits: expected limits, as in the other language, got nothing`,
    ],
    [
      'a gloss in the language of the source',
      (tree) => tree.put(zh, 'measures.posts.gloss', '建了{{posts}}个'),
      `${zh} measures.posts.gloss: expected no gloss in the language of the source, got "建了{{posts}}个"`,
    ],
  ]);

  it('lists the faults of facts and of both languages together', () => {
    const tree = aContentTree();
    tree.put(facts, 'measures[clearance].scope', 'The City');
    tree.drop(zh, 'kicker');
    tree.put(en, 'cards.crime.items', 'none');
    expect(tree.lines()).toEqual([
      `${facts} measures[clearance].scope: expected a code such as percent or person-time, got "The City"`,
      `${zh} kicker: expected this key, got nothing`,
      `${en} cards.crime.items: expected a list, got "none"`,
    ]);
  });

  it('judges one language when the other cannot be read', () => {
    const tree = aContentTree();
    tree.write(zh, '{');
    tree.put(en, 'cards.crime.title', '');
    expect(tree.lines()).toEqual([
      `${zh}: expected a key in double quotes, got the end of the file`,
      `${en} cards.crime.title: expected a string that is not empty, got ""`,
    ]);
  });

  it('finds only what was written, in records as well', () => {
    const [article] = loadContent(aContentTree().root).articles;
    expect(article?.words.zh.cards.constructor).toBeUndefined();
    expect(article?.words.zh.cards.crime?.title).toBe('打击犯罪');
  });
});

/** Two posts, counted in words and covered in full: each has a name. */
function asSteps(tree: ContentTree, zhSteps: unknown, enSteps: unknown): void {
  tree.put(facts, 'measures[posts].quote', '两级警务站全面建成');
  tree.put(zh, 'measures.posts.steps', zhSteps);
  tree.put(en, 'measures.posts.steps', enSteps);
}

describe('steps', () => {
  it('are read where a few things are covered in full', () => {
    const tree = aContentTree();
    asSteps(tree, ['市', '县'], ['city', 'county']);
    const [article] = loadContent(tree.root).articles;
    expect(article?.words.zh.measures.posts?.steps).toEqual(['市', '县']);
    expect(article?.words.en.measures.posts?.steps).toEqual(['city', 'county']);
  });

  const named = `${en} measures.posts.steps: expected a name for each of 2 steps`;

  refuses([
    [
      'fewer steps than are counted',
      (tree) => asSteps(tree, ['市', '县'], ['city']),
      `${named}, got a list of 1`,
    ],
    [
      'no steps in one language',
      (tree) => {
        asSteps(tree, ['市', '县'], []);
        tree.drop(en, 'measures.posts.steps');
      },
      `${named}, got nothing`,
    ],
    [
      'a step without a name',
      (tree) => asSteps(tree, ['市', ''], ['city', 'county']),
      `${zh} measures.posts.steps[1]: expected a string that is not empty, got ""`,
    ],
  ]);
});

describe('parseTerms', () => {
  const term = { id: 'one', group: 'law', background: true, zh: '一', pinyin: 'yī', en: 'one' };
  const linesFor = (terms: unknown) => faultsOf(() => parseTerms('terms.json', terms)).map(lineOf);

  refuses([
    [
      'a term without its sentence in one language',
      (tree) => tree.write(files.enTerms, '{}'),
      `${files.enTerms} petition: expected words in en for the term "petition" of ${files.terms}, got nothing`,
    ],
    [
      'a sentence for no term',
      (tree) => tree.put(files.zhTerms, 'weather', '天气。'),
      `${files.zhTerms} weather: expected a term that ${files.terms} names, got unknown term "weather"`,
    ],
    [
      'a unit without a word that tells it',
      (tree) => tree.put(files.units, 'bridge.zh', []),
      `${files.units} bridge.zh: expected at least one word, got a list of 0`,
    ],
  ]);

  it.each([
    [
      'a term that stands twice',
      [term, term],
      '[one].id: expected a value not used before (it stands at [one].id), got "one"',
    ],
    [
      'a term that may be background or not',
      [{ ...term, background: undefined }],
      '[one].background: expected true or false, got nothing',
    ],
    [
      'a pronunciation that has not a tone for each character',
      [{ ...term, zh: '110 警情' }],
      '[one].pinyin: expected pinyin of “110 警情”, one tone mark for each of 5 characters, got 1 in "yī"',
    ],
  ])('refuses %s', (_name, terms, line) => {
    expect(linesFor(terms)).toEqual([`terms.json ${line}`]);
  });
});

describe('parseUi', () => {
  it('keeps groups of words', () => {
    expect(parseUi('a.json', { a: { b_one: 'x' } })).toEqual({ a: { b_one: 'x' } });
  });

  it.each([
    [{ a: ['x'] }, 'a.json a: expected an object, got a list of 1'],
    [{ a: 1 }, 'a.json a: expected a string or an object, got 1'],
    [{ a: null }, 'a.json a: expected a string or an object, got null'],
    [{ 'a.b': 'x' }, 'a.json a.b: expected a key of letters, digits, - and _, got "a.b"'],
    [{ 'a:b': 'x' }, 'a.json a:b: expected a key of letters, digits, - and _, got "a:b"'],
    ['x', 'a.json: expected an object, got "x"'],
  ])('refuses %j', (value, line) => {
    expect(faultsOf(() => parseUi('a.json', value)).map(lineOf)).toEqual([line]);
  });
});

import { describe, expect, it } from 'vitest';
import { loadContent } from '../../../src/node/content';
import { linesOf } from '../../../src/node/content/fault';
import { parseFacts, parseTerms, parseUi, parseWords } from '../../../src/node/content/parse';
import { aContentTree, type ContentTree, faultsOf, files, tinyFacts, tinyWords } from './aContentTree';

/** What is spoilt, how, and the lines that are expected to say so: all of them, and no others. */
type Case = [name: string, spoil: (tree: ContentTree) => void, ...lines: string[]];

const refuses = (cases: Case[]) =>
  it.each(cases)('refuses %s', (_name, spoil, ...lines) => {
    const tree = aContentTree();
    spoil(tree);
    expect(tree.faults()).toEqual(lines);
  });

const { facts, zh, en } = files;

describe('parseFacts', () => {
  it('answers with what the file holds', () => {
    const parsed = parseFacts('facts.json', tinyFacts());
    expect(parsed).toEqual(tinyFacts());
  });

  refuses([
    [
      'a missing key',
      (tree) => tree.drop(facts, '/measures/0/direction'),
      `${facts} /measures/0/direction: expected this key, got nothing`,
    ],
    [
      'an unknown key',
      (tree) => tree.put(facts, '/cards/0/colour', 'red'),
      `${facts} /cards/0/colour: expected one of the keys id, section, paragraphs, got "colour"`,
    ],
    [
      'a wrong enum',
      (tree) => tree.put(facts, '/measures/1/kind', 'guess'),
      `${facts} /measures/1/kind: expected one of count, share, rate-change, count-change, zero, coverage, activity, got "guess"`,
    ],
    [
      'a wrong type',
      (tree) => tree.put(facts, '/measures/1/headline', 'yes'),
      `${facts} /measures/1/headline: expected true or false, got "yes"`,
    ],
    [
      'null in place of not-stated',
      (tree) => tree.put(facts, '/measures/1/value', null),
      `${facts} /measures/1/value: expected a number of 0 or more (its sign is the direction), or not-stated, got null`,
    ],
    [
      'a number as text',
      (tree) => tree.put(facts, '/measures/1/value', '9'),
      `${facts} /measures/1/value: expected a number of 0 or more (its sign is the direction), or not-stated, got "9"`,
    ],
    [
      'a negative value',
      (tree) => tree.put(facts, '/measures/1/value', -9),
      `${facts} /measures/1/value: expected a number of 0 or more (its sign is the direction), or not-stated, got -9`,
    ],
    [
      'an object in place of a list',
      (tree) => tree.put(facts, '/essentials', {}),
      `${facts} /essentials: expected a list, got an object with 0 keys`,
    ],
    [
      'a list in place of an object',
      (tree) => tree.put(facts, '/source', [1]),
      `${facts} /source: expected an object, got a list of 1`,
    ],
    [
      'an id used twice across cards and sections',
      (tree) => tree.put(facts, '/sections/0/id', 'overview'),
      `${facts} /cards/0/id: expected a value not used before (it stands at /sections/0/id), got "overview"`,
      `${facts} /cards/1/section: expected a known section, got "safety"`,
      `${facts} /sections/0: expected a card in it, got none`,
      `${zh} /sections/overview: expected words in zh for the section "overview" of ${facts}, got nothing`,
      `${zh} /sections/safety: expected a section that ${facts} names, got unknown section "safety"`,
      `${en} /sections/overview: expected words in en for the section "overview" of ${facts}, got nothing`,
      `${en} /sections/safety: expected a section that ${facts} names, got unknown section "safety"`,
    ],
    [
      'a scope that is no code',
      (tree) => tree.put(facts, '/measures/1/scope', 'City'),
      `${facts} /measures/1/scope: expected a code such as percent or person-time, got "City"`,
      `${zh} /scopes/City: expected words in zh for the scope "City" of ${facts}, got nothing`,
      `${en} /scopes/City: expected words in en for the scope "City" of ${facts}, got nothing`,
    ],
    [
      'a measure on an unknown card',
      (tree) => tree.put(facts, '/measures/1/card', 'nowhere'),
      `${facts} /measures/1/card: expected a known card, got "nowhere"`,
    ],
    [
      'a card in an unknown section',
      (tree) => tree.put(facts, '/cards/0/section', 'nowhere'),
      `${facts} /cards/0/section: expected a known section, got "nowhere"`,
    ],
    [
      'a paragraph beyond the last',
      (tree) => tree.put(facts, '/cards/0/paragraphs', [1, 3]),
      `${facts} /cards/0/paragraphs/1: expected a whole number from 1 to 2, got 3`,
    ],
    [
      'a paragraph without a card',
      (tree) => tree.put(facts, '/source/paragraphs', 4),
      `${facts} /cards: expected a card for every paragraph, got none for 3, 4`,
    ],
    [
      'a measure from a paragraph that its card does not show',
      (tree) => tree.put(facts, '/measures/1/paragraph', 1),
      `${facts} /measures/1/paragraph: expected a paragraph of the card crime (2), got 1`,
    ],
    [
      'an essential that is no measure',
      (tree) => tree.put(facts, '/essentials', ['crime']),
      `${facts} /essentials/0: expected a known measure, got "crime"`,
    ],
    [
      'a ledger entry for an unknown measure',
      (tree) => tree.put(facts, '/ledger/1/measure', 'nothing'),
      `${facts} /measures/1: expected a ledger entry for the measure "posts", got none`,
      `${facts} /ledger/1/measure: expected a known measure, got "nothing"`,
    ],
    [
      'a ledger entry that is both a measure and a name',
      (tree) => tree.put(facts, '/ledger/1/name', 'posts'),
      `${facts} /ledger/1/name: expected one of the keys paragraph, token, measure, got "name"`,
    ],
    [
      'a ledger entry that is neither',
      (tree) => tree.drop(facts, '/ledger/2/name'),
      `${facts} /ledger/2/name: expected this key, got nothing`,
    ],
    [
      'a quote longer than a clause',
      (tree) => tree.put(facts, '/measures/1/quote', '站'.repeat(61)),
      `${facts} /measures/1/quote: expected a clause of at most 60 characters, got 61 characters`,
    ],
    [
      'an empty quote',
      (tree) => tree.put(facts, '/measures/1/quote', ' '),
      `${facts} /measures/1/quote: expected a string that is not empty, got " "`,
    ],
    [
      'a change that goes nowhere',
      (tree) => tree.put(facts, '/measures/0/direction', 'none'),
      `${facts} /measures/0/direction: expected up or down for a rate-change, got "none"`,
    ],
    [
      'a zero that is not 0',
      (tree) => {
        tree.put(facts, '/measures/1/kind', 'zero');
        tree.put(facts, '/measures/1/qualifier', 'none-reported');
      },
      `${facts} /measures/1/value: expected 0 for a zero, got 9`,
    ],
    [
      'a period that is neither the year nor a known code',
      (tree) => tree.put(facts, '/measures/1/period', '2023'),
      `${facts} /measures/1/period: expected one of 2024, since-previous-year, to-date, not-stated, got "2023"`,
    ],
    [
      'a date that no calendar has',
      (tree) => tree.put(facts, '/source/published', '2024-02-31'),
      `${facts} /source/published: expected a date such as 2024-12-31, or not-stated, got "2024-02-31"`,
    ],
    [
      'the id of another folder',
      (tree) => tree.put(facts, '/id', 'other'),
      `${facts} /id: expected the name of its folder, tiny, got "other"`,
    ],
    [
      'facts that are a list',
      (tree) => tree.write(facts, '[]'),
      `${facts}: expected an object, got a list of 0`,
    ],
    [
      'a claim beyond the last paragraph',
      (tree) => tree.put(facts, '/claims/0/paragraph', 3),
      `${facts} /claims/0/paragraph: expected a whole number from 1 to 2, got 3`,
    ],
    [
      'a claim that says what it is worth',
      (tree) => tree.put(facts, '/claims/0/value', 9),
      `${facts} /claims/0/value: expected one of the keys id, paragraph, got "value"`,
    ],
    [
      'a claim under the id of a measure',
      (tree) => tree.put(facts, '/claims/0/id', 'posts'),
      `${facts} /claims/0/id: expected a value not used before (it stands at /measures/1/id), got "posts"`,
      `${zh} /claims/posts: expected words in zh for the claim "posts" of ${facts}, got nothing`,
      `${zh} /claims/known-method: expected a claim that ${facts} names, got unknown claim "known-method"`,
      `${en} /claims/posts: expected words in en for the claim "posts" of ${facts}, got nothing`,
      `${en} /claims/known-method: expected a claim that ${facts} names, got unknown claim "known-method"`,
    ],
    [
      'no list of claims',
      (tree) => {
        tree.drop(facts, '/claims');
        for (const file of [zh, en]) tree.put(file, '/claims', {});
      },
      `${facts} /claims: expected this key, got nothing`,
    ],
    [
      'claims out of the article’s order',
      (tree) => {
        tree.put(facts, '/claims/1', { id: 'earlier-claim', paragraph: 1 });
        for (const file of [zh, en])
          tree.put(
            file,
            '/claims/earlier-claim',
            tinyWords[file === zh ? 'zh' : 'en']().claims['known-method'],
          );
      },
      `${facts} /claims/1/paragraph: expected 2 or later: claims stand in the article's order, got 1`,
    ],
    [
      'an article without cards',
      (tree) => tree.put(facts, '/cards', []),
      `${facts} /cards: expected at least one card, got none`,
      `${facts} /sections/0: expected a card in it, got none`,
      `${facts} /measures/0/card: expected a known card, got "crime"`,
      `${facts} /measures/1/card: expected a known card, got "crime"`,
    ],
  ]);

  it.each([
    '../up',
    '..%2fup',
    '/etc',
    'Crime',
    'crime_1',
    'c',
    '1st',
    'con',
    'terms',
    '犯罪',
    `a${'b'.repeat(41)}`,
  ])('refuses the article id %s', (id) => {
    const lines = linesOf(faultsOf(() => parseFacts('facts.json', { ...tinyFacts(), id })));
    expect(lines.filter((line) => line.startsWith('facts.json /id: expected an id'))).toHaveLength(1);
  });

  it.each(['top', 'main', 'contents', 'app', 'location', 'body'])(
    'keeps the id %s for the page itself',
    (id) => {
      const spoilt = tinyFacts();
      const cards = [{ ...spoilt.cards[0], id }, spoilt.cards[1]];
      expect(linesOf(faultsOf(() => parseFacts('facts.json', { ...spoilt, cards })))).toEqual([
        `facts.json /cards/0/id: expected an id that is not reserved, got "${id}"`,
      ]);
    },
  );

  it('refuses a fourth headline measure on a card', () => {
    const { measures, ledger, ...rest } = tinyFacts();
    const more = ['third', 'fourth'].map((id) => ({ ...measures[1], id }));
    const entries = more.map(({ id }) => ({ paragraph: 2, token: '9', measure: id }));
    const crowded = { ...rest, measures: [...measures, ...more], ledger: [...ledger, ...entries] };
    expect(linesOf(faultsOf(() => parseFacts('facts.json', crowded)))).toEqual([
      'facts.json /cards/1: expected at most 3 headline measures on a card, got 4',
    ]);
  });

  it('refuses more entries than a page could show', () => {
    const essentials = Array.from({ length: 1001 }, () => 'posts');
    expect(linesOf(faultsOf(() => parseFacts('facts.json', { ...tinyFacts(), essentials })))).toEqual([
      'facts.json /essentials: expected at most 1000 entries, got 1001',
    ]);
  });
});

describe('parseWords', () => {
  const parsedFacts = () => parseFacts('facts.json', tinyFacts());

  it('answers with what the file holds', () => {
    expect(parseWords('zh.json', tinyWords.zh(), parsedFacts(), 'zh')).toEqual(tinyWords.zh());
    expect(parseWords('en.json', tinyWords.en(), parsedFacts(), 'en')).toEqual(tinyWords.en());
  });

  refuses([
    [
      'a measure in only one language',
      (tree) => tree.drop(en, '/measures/posts'),
      `${en} /measures/posts: expected words in en for the measure "posts" of ${facts}, got nothing`,
    ],
    [
      'an unknown card id',
      (tree) => tree.put(zh, '/cards/weather', { title: '天气', summary: '晴。', items: [], notes: [] }),
      `${zh} /cards/weather: expected a card that ${facts} names, got unknown card "weather"`,
    ],
    [
      'a card that stands under a wrong id',
      (tree) => tree.write(en, tree.read(en).replace('"crime"', '"crimes"')),
      `${en} /cards/crime: expected words in en for the card "crime" of ${facts}, got nothing`,
      `${en} /cards/crimes: expected a card that ${facts} names, got unknown card "crimes"`,
    ],
    [
      'a missing scope',
      (tree) => tree.put(en, '/scopes', {}),
      `${en} /scopes/city: expected words in en for the scope "city" of ${facts}, got nothing`,
    ],
    [
      'a missing title',
      (tree) => tree.drop(en, '/cards/crime/title'),
      `${en} /cards/crime/title: expected this key, got nothing`,
    ],
    [
      'an empty sentence',
      (tree) => tree.put(en, '/standfirst', ''),
      `${en} /standfirst: expected a string that is not empty, got ""`,
      `${en} /standfirst: expected the placeholders as in zh: {{clearance}}, got none`,
    ],
    [
      'space around a sentence',
      (tree) => tree.put(en, '/cards/crime/title', ' Crime'),
      `${en} /cards/crime/title: expected a string without space around it, got " Crime"`,
    ],
    [
      'a number in place of a sentence',
      (tree) => tree.put(en, '/cards/crime/title', 7),
      `${en} /cards/crime/title: expected a string, got 7`,
    ],
    [
      'an unknown placeholder',
      (tree) => {
        tree.put(zh, '/unsaid', ['{{weather}}。']);
        tree.put(en, '/unsaid', ['{{weather}}.']);
      },
      `${zh} /unsaid/0: expected placeholders of known measures only, got {{weather}}`,
      `${en} /unsaid/0: expected placeholders of known measures only, got {{weather}}`,
    ],
    [
      'a placeholder in a name',
      (tree) => tree.put(zh, '/measures/posts/label', '{{posts}}'),
      `${zh} /measures/posts/label: expected a name without placeholders, got {{posts}}`,
      `${en} /measures/posts/label: expected the placeholders as in zh: {{posts}}, got none`,
    ],
    [
      'other placeholders than in the other language',
      (tree) => tree.put(en, '/standfirst', 'The figure is {{posts}}.'),
      `${en} /standfirst: expected the placeholders as in zh: {{clearance}}, got {{posts}}`,
    ],
    [
      'a measure whose sentence lacks its figure',
      (tree) => {
        tree.put(zh, '/measures/posts/text', '建了警务站。');
        tree.put(en, '/measures/posts/text', 'The city built police posts.');
      },
      `${zh} /measures/posts/text: expected a sentence with its own placeholder {{posts}}, got "建了警务站。"`,
      `${en} /measures/posts/text: expected a sentence with its own placeholder {{posts}}, got "The city built police posts."`,
    ],
    [
      'lists of different lengths',
      (tree) => {
        tree.put(en, '/cards/crime/notes', ['A note.']);
        tree.put(en, '/unsaid', ['The date.', 'The place.']);
      },
      `${en} /cards/crime/notes: expected 0 entries as in zh, got 1`,
      `${en} /unsaid: expected 1 entries as in zh, got 2`,
    ],
    [
      'a figure without a limit',
      (tree) => {
        tree.put(zh, '/measures/posts/limits', []);
        tree.put(en, '/measures/posts/limits', []);
      },
      `${zh} /measures/posts/limits: expected one to three sentences, got 0`,
      `${en} /measures/posts/limits: expected one to three sentences, got 0`,
    ],
    [
      'a claim in only one language',
      (tree) => tree.drop(en, '/claims/known-method'),
      `${en} /claims/known-method: expected words in en for the claim "known-method" of ${facts}, got nothing`,
    ],
    [
      'a claim that is no string',
      (tree) => tree.put(zh, '/claims/known-method', { text: '文章称“非常熟悉”，没有给出人数。' }),
      `${zh} /claims/known-method: expected a string, got an object with 1 keys`,
    ],
    [
      'a claim with a figure, which would be a measure',
      (tree) => {
        tree.put(zh, '/claims/known-method', '文章称警务站“非常熟悉”，没有给出{{posts}}个。');
        tree.put(
          en,
          '/claims/known-method',
          'The article says “very well”; it gives no figure for {{posts}} posts.',
        );
      },
      `${zh} /claims/known-method: expected a name without placeholders, got {{posts}}`,
      `${en} /claims/known-method: expected a name without placeholders, got {{posts}}`,
    ],
    [
      'a claim that a program would obey',
      (tree) => tree.put(en, '/claims/known-method', 'The article says <img src=x>; it gives no figure.'),
      `${en} /claims/known-method: expected no markup, got "<img src=x>; it gives no"`,
    ],
    [
      'steps of a figure that has none',
      (tree) => tree.put(zh, '/measures/posts/steps', ['市']),
      `${zh} /measures/posts/steps: expected one of the keys label, unit, text, limits, got "steps"`,
    ],
    [
      'a translation without a gloss',
      (tree) => tree.drop(en, '/measures/posts/gloss'),
      `${en} /measures/posts/gloss: expected this key, got nothing`,
    ],
    [
      'a gloss in the language of the source',
      (tree) => tree.put(zh, '/measures/posts/gloss', '建了{{posts}}个'),
      `${zh} /measures/posts/gloss: expected one of the keys label, unit, text, limits, got "gloss"`,
    ],
  ]);

  it('lists the faults of facts and of both languages together', () => {
    const tree = aContentTree();
    tree.put(facts, '/measures/0/qualifier', 'roughly');
    tree.drop(zh, '/byline');
    tree.put(en, '/cards/crime/items', 'none');
    expect(tree.faults()).toEqual([
      `${facts} /measures/0/qualifier: expected one of exact, more-than, at-least, about, none-reported, all, got "roughly"`,
      `${zh} /byline: expected this key, got nothing`,
      `${en} /cards/crime/items: expected a list, got "none"`,
    ]);
  });

  it('judges one language when the other cannot be read', () => {
    const tree = aContentTree();
    tree.write(zh, '{');
    tree.put(en, '/cards/crime/title', '');
    expect(tree.faults()).toEqual([
      `${zh}: expected a key in double quotes, got the end of the file`,
      `${en} /cards/crime/title: expected a string that is not empty, got ""`,
    ]);
  });

  it('finds only what was written, in records as well', () => {
    const [article] = loadContent(aContentTree().root).articles;
    expect(article?.words.zh.cards.constructor).toBeUndefined();
    expect(article?.words.zh.cards.crime?.title).toBe('打击犯罪');
  });
});

/** All nine posts, counted in words: each has a name. */
function asSteps(tree: ContentTree, zhSteps: unknown, enSteps: unknown): void {
  tree.put(facts, '/measures/1/kind', 'coverage');
  tree.put(facts, '/measures/1/value', 2);
  tree.put(facts, '/measures/1/spelled', true);
  tree.put(zh, '/measures/posts/steps', zhSteps);
  tree.put(en, '/measures/posts/steps', enSteps);
}

describe('steps', () => {
  it('are read where a few things are covered in full', () => {
    const tree = aContentTree();
    asSteps(tree, ['市', '县'], ['city', 'county']);
    const [article] = loadContent(tree.root).articles;
    expect(article?.words.zh.measures.posts?.steps).toEqual(['市', '县']);
    expect(article?.words.en.measures.posts?.steps).toEqual(['city', 'county']);
  });

  refuses([
    [
      'fewer steps than are counted',
      (tree) => asSteps(tree, ['市', '县'], ['city']),
      `${en} /measures/posts/steps: expected a name for each of 2 steps, got 1`,
      `${en} /measures/posts/steps: expected 2 entries as in zh, got 1`,
    ],
    [
      'no steps in one language',
      (tree) => {
        asSteps(tree, ['市', '县'], []);
        tree.drop(en, '/measures/posts/steps');
      },
      `${en} /measures/posts/steps: expected this key, got nothing`,
      `${en} /measures/posts/steps: expected 2 entries as in zh, got 0`,
    ],
    [
      'a step without a name',
      (tree) => asSteps(tree, ['市', ''], ['city', 'county']),
      `${zh} /measures/posts/steps/1: expected a string that is not empty, got ""`,
    ],
  ]);
});

describe('parseTerms', () => {
  refuses([
    [
      'a term that stands twice',
      (tree) => {
        const term = {
          id: 'petition',
          group: 'law',
          background: true,
          zh: '信访',
          pinyin: 'xìnfǎng',
          en: 'petitioning',
        };
        tree.write(files.terms, JSON.stringify([term, term]));
      },
      `${files.terms} /1/id: expected a value not used before (it stands at /0/id), got "petition"`,
    ],
    [
      'a term without its sentence in one language',
      (tree) => tree.write(files.enTerms, '{}'),
      `${files.enTerms} /petition: expected a sentence in en for the term "petition", got nothing`,
    ],
    [
      'a sentence for no term',
      (tree) => tree.put(files.zhTerms, '/weather', '天气。'),
      `${files.zhTerms} /weather: expected a term that ${files.terms} names, got unknown term "weather"`,
    ],
  ]);

  it('refuses a term that does not say whether it is background', () => {
    const lines = linesOf(
      faultsOf(() =>
        parseTerms('terms.json', [{ id: 'one', group: 'law', zh: '一', pinyin: 'yī', en: 'one' }]),
      ),
    );
    expect(lines).toEqual(['terms.json /0/background: expected this key, got nothing']);
  });

  it('refuses a pronunciation that has not a tone for each character', () => {
    const term = {
      id: 'one',
      group: 'law',
      background: true,
      zh: '110 警情',
      pinyin: 'yāo yāo líng jǐngqing',
      en: 'x',
    };
    expect(linesOf(faultsOf(() => parseTerms('terms.json', [term])))).toEqual([
      'terms.json /0/pinyin: expected pinyin of “110 警情”, one tone mark for each of 5 characters, got 4 in "yāo yāo líng jǐngqing"',
    ]);
  });
});

describe('parseUi', () => {
  it('keeps groups of words', () => {
    expect(parseUi('a.json', { a: { b_one: 'x' } })).toEqual({ a: { b_one: 'x' } });
  });

  it.each([
    [{ a: ['x'] }, 'a.json /a: expected an object, got a list of 1'],
    [{ a: 1 }, 'a.json /a: expected a string or an object, got 1'],
    [{ a: null }, 'a.json /a: expected a string or an object, got null'],
    [{ 'a.b': 'x' }, 'a.json /a.b: expected a key of letters, digits, - and _, got "a.b"'],
    [{ 'a:b': 'x' }, 'a.json /a:b: expected a key of letters, digits, - and _, got "a:b"'],
    ['x', 'a.json: expected an object, got "x"'],
  ])('refuses %j', (value, line) => {
    expect(linesOf(faultsOf(() => parseUi('a.json', value)))).toEqual([line]);
  });
});

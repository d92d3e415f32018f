import { describe, expect, it } from 'vitest';
import { checkContent, loadContent } from '../../../src/node/content';
import { aContentTree, type ContentTree, files, refuses } from './aContentTree';

const { facts, zh, en, zhUi, enUi } = files;
const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

describe('checkContent', () => {
  it('finds no fault in good content', () => {
    expect(aContentTree().lines()).toEqual([]);
  });

  it('reports what it has looked at', () => {
    const tree = aContentTree();
    expect(checkContent(tree.root, tree.sourceDir).report).toEqual({
      articles: [
        {
          id: 'tiny',
          cards: 2,
          measures: 2,
          headline: 2,
          ledger: 3,
          sourceFile: `${tree.sourceDir}/tiny.txt`,
          compared: true,
          record: 'none',
        },
      ],
      terms: 1,
      unusedTerms: [],
      uiWords: 6,
      gates: 37,
    });
  });

  it('finds no fault in the content of this project', () => {
    expect(checkContent().faults).toEqual([]);
  });
});

describe('lengths', () => {
  refuses([
    [
      'sentences that are too long',
      (tree) => {
        tree.put(zh, 'brief.crime', '字'.repeat(49));
        tree.put(en, 'brief.crime', words(27));
      },
      `${zh} brief.crime: expected 1 to 48 characters, got 49`,
      `${en} brief.crime: expected 1 to 26 words, got 27`,
    ],
  ]);

  it('counts a placeholder as the figure that a reader sees', () => {
    const tree = aContentTree();
    tree.put(zh, 'brief.crime', `${'字'.repeat(39)}破案上升{{clearance}}`); // 27.7% has five characters
    tree.put(en, 'brief.crime', `${words(24)} clearance {{clearance}}`);
    expect(tree.lines()).toEqual([]);
  });

  it('counts the words of the qualifier too', () => {
    const tree = aContentTree();
    tree.put(facts, 'measures[posts].quote', '建设9余个警务站');
    tree.remove('source');
    tree.put(zh, 'brief.crime', `${'字'.repeat(43)}警务{{posts}}个`);
    tree.put(en, 'brief.crime', `${words(22)} {{posts}} posts`);
    expect(tree.lines()).toEqual([]);
  });
});

describe('digits', () => {
  const rule = 'expected digits only in names that the ledger lists, or the year 2024; else a placeholder';

  refuses([
    [
      'a figure typed into prose',
      (tree) => {
        tree.put(zh, 'measures.posts.limits', ['其中9个没有说明。']);
        tree.put(en, 'measures.posts.limits', ['Of the 9 none is named.']);
        tree.put(en, 'unsaid', ['The date in 2023.']);
      },
      `${zh} measures.posts.limits[0]: ${rule}, got 9`,
      `${en} measures.posts.limits[0]: ${rule}, got 9`,
      `${en} unsaid[0]: ${rule}, got 2023`,
    ],
  ]);

  it('lets names of the ledger and the year pass', () => {
    const tree = aContentTree();
    tree.put(zh, 'unsaid', ['2024年“365工作法”的含义。']);
    tree.put(en, 'unsaid', ['The meaning of the “365 working method” in 2024.']);
    expect(tree.lines()).toEqual([]);
  });

  /** A standfirst of a review that was printed on 20 January 2025. */
  const printed = (tree: ContentTree, inZh: string, inEn: string) => {
    tree.put(facts, 'source.published', '2025-01-20');
    tree.put(zh, 'standfirst', `${inZh}，破案率上升{{clearance}}。`);
    tree.put(en, 'standfirst', `${inEn}. Clearance rose {{clearance}}.`);
  };

  it('lets the standfirst say in which month the report was printed', () => {
    const tree = aContentTree();
    printed(tree, '2025年1月刊出', 'Printed in January 2025');
    expect(tree.lines()).toEqual([]);
  });

  refuses([
    [
      'a day, or a month of nothing',
      (tree) => printed(tree, '2025年1月20日刊出', 'Printed in February 2025'),
      `${zh} standfirst: ${rule}, got 20`,
      `${en} standfirst: ${rule}, got 2025`,
    ],
    [
      'the month elsewhere',
      (tree) => {
        printed(tree, '刊出', 'Printed');
        tree.put(zh, 'unsaid', ['2025年1月。']);
      },
      `${zh} unsaid[0]: ${rule}, got 2025`,
      `${zh} unsaid[0]: ${rule}, got 1`,
    ],
  ]);

  it('reads 二十届 in a name as the 20th', () => {
    const tree = aContentTree();
    tree.remove('source');
    tree.put(facts, 'names[0].name', '二十届三中全会的365工作法');
    tree.put(en, 'unsaid', ['The 20th Central Committee.']);
    expect(tree.lines()).toEqual([]);
  });

  it('reads 九二 in a name as the year 1992', () => {
    const tree = aContentTree();
    tree.remove('source');
    tree.put(facts, 'names[0].name', '九二共识和365工作法');
    tree.put(en, 'unsaid', ['The 1992 Consensus.']);
    expect(tree.lines()).toEqual([]);
  });
});

describe('quotes', () => {
  refuses([
    [
      'a quote without a figure',
      (tree) => tree.put(facts, 'measures[posts].quote', '个警务站'),
      `${facts} measures[posts].quote: expected a clause with a figure, got 个警务站`,
    ],
    [
      'a quote with several figures of which none is named',
      (tree) => tree.put(facts, 'measures[posts].quote', '破案率同比上升27.7%,建设9个警务站'),
      `${facts} measures[posts].token: expected one of the figures of the quote: 27.7%, 9, got nothing`,
    ],
    [
      'a figure that its quote does not have',
      (tree) => tree.put(facts, 'measures[posts].token', '8'),
      `${facts} measures[posts].token: expected one of the figures of the quote: 9, got 8`,
    ],
    [
      'a unit that no word tells',
      (tree) => tree.put(facts, 'measures[posts].quote', '建设9台机器'),
      `${facts} measures[posts].quote: expected a figure with a unit of ${files.units}, got 建设9台机器`,
    ],
  ]);

  it('say 12.45万 for 124500', () => {
    const tree = aContentTree();
    tree.remove('source');
    tree.put(facts, 'measures[posts].quote', '建设12.45万个警务站');
    expect(tree.lines()).toEqual([]);
    expect(checkContent(tree.root, tree.sourceDir).content.articles[0]?.facts.measures[1]?.value).toBe(
      124500,
    );
  });
});

describe('the glossary', () => {
  const termsIn = (tree: ContentTree) => loadContent(tree.root).terms;
  const unusedIn = (tree: ContentTree) => checkContent(tree.root, tree.sourceDir).report.unusedTerms;

  it('leaves out a term that no report uses, with its sentences, and the check names it', () => {
    const tree = aContentTree();
    expect([termsIn(tree).facts.length, unusedIn(tree)]).toEqual([1, []]);
    tree.put(zh, 'description', '一篇综述的摘要。');
    expect(termsIn(tree)).toEqual({ facts: [], words: { zh: {}, en: {} } });
    expect([tree.lines(), unusedIn(tree)]).toEqual([[], ['petition']]);
  });

  it('knows a term by the forms that are listed for it, in either language', () => {
    const tree = aContentTree();
    tree.put(zh, 'description', '一篇综述的摘要。');
    tree.put(files.terms, '[petition].said', { en: ['review'] });
    expect(unusedIn(tree)).toEqual([]);
  });
});

describe('checkLanguages', () => {
  refuses([
    [
      'an English sentence in the Chinese article',
      (tree) => tree.put(zh, 'unsaid', ['Summary of review.']),
      `${zh} unsaid[0]: expected text in Chinese, got "Summary of review."`,
    ],
    [
      'a Chinese sentence in the English article',
      (tree) => tree.put(en, 'unsaid', ['一篇综述的摘要']),
      `${en} unsaid[0]: expected text in English, got "一篇综述的摘要"`,
    ],
    [
      'terms in each other’s language',
      (tree) => {
        tree.put(files.terms, '[petition].zh', 'petitioning');
        tree.put(files.terms, '[petition].pinyin', 'none');
        tree.put(files.terms, '[petition].en', '信访');
        tree.put(files.terms, '[petition].said', { zh: ['信访'] });
      },
      `${files.terms} [petition].zh: expected a Chinese term, got "petitioning"`,
      `${files.terms} [petition].en: expected an English term, got "信访"`,
    ],
  ]);

  it('lets English prose quote a Chinese name', () => {
    const tree = aContentTree();
    tree.put(en, 'unsaid', ['On “逢四说事”.']);
    expect(tree.lines()).toEqual([]);
  });
});

describe('checkUi', () => {
  refuses([
    [
      'a key in only one language',
      (tree) => tree.put(zhUi, 'back', '返回'),
      `${enUi} back: expected this key, as in the other language, got nothing`,
    ],
    [
      'a file in only one language',
      (tree) => tree.write('locales/en/settings.json', '{}'),
      'locales/zh/settings.json: expected a file, as in the other language, got nothing',
    ],
    [
      'an empty string',
      (tree) => tree.put(enUi, 'next', ''),
      `${enUi} next: expected a string that is not empty, got ""`,
    ],
    [
      'other placeholders than in the other language',
      (tree) => tree.put(enUi, 'greeting', 'Hello, {{reader}}'),
      `${enUi} greeting: expected the placeholders as in zh: {{name}}, got {{reader}}`,
    ],
    [
      'a missing plural form',
      (tree) => tree.drop(enUi, 'cards_one'),
      `${enUi} cards_one: expected this plural form of en, got nothing`,
    ],
    [
      'a plural without its other form',
      (tree) => tree.drop(enUi, 'cards_other'),
      `${enUi} cards_other: expected this plural form of en, got nothing`,
    ],
    [
      'a plural form that the language does not have',
      (tree) => tree.put(zhUi, 'cards_one', '一张卡片'),
      `${zhUi} cards_one: expected a plural form of zh (other), got one`,
    ],
    [
      'a plural in one language that is none in the other',
      (tree) => {
        tree.drop(zhUi, 'cards_other');
        tree.put(zhUi, 'cards', '{{count}}张卡片');
      },
      `${zhUi} cards_other: expected this plural form of zh, got nothing`,
      `${zhUi} cards: expected a plural form of zh (other), got a key without one`,
    ],
    [
      'an English sentence in a Chinese file',
      (tree) => tree.put(zhUi, 'next', 'Read on please'),
      `${zhUi} next: expected text in Chinese, got "Read on please"`,
    ],
    [
      'Chinese in an English file',
      (tree) => tree.put(enUi, 'next', 'Read on 继续'),
      `${enUi} next: expected text in English, got "Read on 继续"`,
    ],
  ]);

  it('lets a language carry its own name', () => {
    const tree = aContentTree();
    tree.put(enUi, 'other', '中文');
    tree.put(zhUi, 'other', 'English');
    expect(tree.lines()).toEqual([]);
  });

  it('lets “one card” leave out the number', () => {
    const tree = aContentTree();
    tree.put(enUi, 'cards_one', 'A single card');
    expect(tree.lines()).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { loadContent } from '../../../src/node/content';
import { patternIn } from '../../../src/node/content/gates/rules';
import { aContentTree, type ContentTree, files, refuses, refusesAmong, tinyReadings } from './aContentTree';

const { facts, readings, zh, en, enUi, enFigures } = files;
const zhText = 'measures.clearance.text';
const posts = 'measures.posts';

const override = 'measures[posts].override';
const why = 'Because.';

describe('what an editor reads otherwise than the quote', () => {
  refuses([
    [
      'a direction for what does not move',
      (tree) => tree.put(facts, override, { why, direction: 'down' }),
      `${facts} measures[posts].direction: expected none for a count, got down`,
    ],
    [
      'a zero with a value',
      (tree) => tree.put(facts, override, { why, kind: 'zero' }),
      `${facts} measures[posts].value: expected 0 for a zero, got 9`,
    ],
    [
      'what the quote says anyway',
      (tree) => tree.put(facts, override, { why, kind: 'count' }),
      `${facts} ${override}.kind: expected what the quote does not say, got count`,
    ],
    [
      'a rise turned into a fall',
      (tree) => tree.put(facts, 'measures[clearance].override', { why, direction: 'down' }),
      `${facts} measures[clearance].override.direction: expected up, as the quote says, got down`,
    ],
    [
      'no reason',
      (tree) => tree.put(facts, override, { kind: 'activity' }),
      `${facts} ${override}.why: expected this key, got nothing`,
    ],
    [
      '“since last year” in only one language',
      (tree) => tree.put(zh, `${posts}.text`, '去年以来，全市建了{{posts}}个警务站。'),
      `${zh} ${posts}.text: expected no “去年以来”: the period of posts is not-stated, got 去年以来，全市建了{{posts}}个警务站。`,
    ],
  ]);

  it('is taken in with its reason', () => {
    const tree = aContentTree();
    tree.put(facts, override, { why, kind: 'activity', period: '2023' });
    expect(tree.lines()).toEqual([]);
    const [article] = loadContent(tree.root).articles;
    expect(article?.facts.measures[1]).toMatchObject({ kind: 'activity', period: '2023', value: 9 });
  });
});

describe('every measure', () => {
  refuses([
    [
      'a qualifier’s phrase that swallows the number',
      (tree) => tree.put(enFigures, 'exact', 'some'),
      `${en} measures.clearance.text: expected a sentence that prints 27.7%, got The clearance rate in the city rose some year on year.`,
      `${en} ${posts}.text: expected a sentence that prints 9, got The city built some posts for the police.`,
      `${enFigures} exact: expected the placeholders as in zh: {{number}}, got none`,
    ],
    [
      'a translated phrase without its figure',
      (tree) => tree.put(en, `${posts}.gloss`, 'built police posts'),
      `${en} ${posts}.gloss: expected the figures of the quote: {{posts}}, got none`,
    ],
    [
      'a figure beside words of another thing',
      (tree) => {
        tree.put(zh, 'standfirst', '调解员有{{clearance}}。');
      },
      `${zh} standfirst: expected {{clearance}} beside words of its label or unit, with no other figure between, got 调解员有{{clearance}}。`,
    ],
    [
      'two figures that have changed places',
      (tree) => {
        tree.put(zh, 'standfirst', '{{posts}}的破案率，{{clearance}}个警务站。');
        tree.put(en, 'standfirst', '{{clearance}} clearance, {{posts}} posts.');
      },
      `${zh} standfirst: expected {{posts}} beside words of its label or unit, with no other figure between, got {{posts}}的破案率，{{clearance}}个警务站。`,
      `${zh} standfirst: expected {{posts}} and {{clearance}} each by its own words, got {{posts}}的破案率，{{clearance}}个警务站。`,
      `${zh} standfirst: expected the unit 个 after {{posts}}, got 的破案率`,
    ],
    [
      'two figures that have changed places at the end of their clauses',
      (tree) => {
        tree.put(zh, 'standfirst', '破案率有{{posts}}个，警务站有{{clearance}}。');
        tree.put(en, 'standfirst', '{{clearance}} clearance, {{posts}} posts.');
      },
      `${zh} standfirst: expected {{clearance}} beside words of its label or unit, with no other figure between, got 破案率有{{posts}}个，警务站有{{clearance}}。`,
      `${zh} standfirst: expected {{posts}} and {{clearance}} each by its own words, got 破案率有{{posts}}个，警务站有{{clearance}}。`,
    ],
    [
      'a label of another measure',
      (tree) => tree.put(zh, `${posts}.label`, '破案率'),
      `${zh} ${posts}.text: expected {{posts}} beside words of its label or unit, with no other figure between, got 全市建了{{posts}}个警务站。`,
      `${zh} measures.clearance.label: expected a label that fits its own sentence better than posts, got 破案率`,
      `${zh} ${posts}.label: expected words of its own sentence, got 破案率`,
      `${zh} measures.clearance.label: expected another label than posts, as in the other language, got 破案率`,
      `${zh} ${posts}.label: expected another label than clearance, as in the other language, got 破案率`,
    ],
    [
      'a figure that is typed in words',
      (tree) => {
        tree.remove('source');
        tree.put(facts, 'measures[posts].quote', '建设九个警务站');
        tree.put(zh, 'unsaid', ['九个警务站在哪里。']);
      },
      `${zh} unsaid[0]: expected the placeholder {{posts}} for this figure, got 九个`,
    ],
  ]);

  it('may stand at the end of its clause, before the words of the next', () => {
    const tree = aContentTree();
    tree.put(zh, 'standfirst', '文章称破案率上升{{clearance}}，警务站建了{{posts}}个。');
    tree.put(en, 'standfirst', 'The clearance rate rose {{clearance}}; the city built {{posts}} posts.');
    expect(tree.lines()).toEqual([]);
  });
});

/** More than nine posts, in the source and in the facts. */
function asMoreThan(tree: ContentTree): void {
  tree.remove('source');
  tree.put(facts, 'measures[posts].quote', '建设9余个警务站');
}

describe('hedges', () => {
  refuses([
    [
      'a Chinese sentence without 同比',
      (tree) => tree.put(zh, zhText, '全市破案率上升{{clearance}}。'),
      `${zh} ${zhText}: expected 同比, as clearance is year-on-year, got 全市破案率上升27.7%。`,
    ],
    [
      'a figure in large type without its hedge',
      (tree) => tree.put(enFigures, 'note.up-year-on-year', 'up {{number}}'),
      `${en} measures.clearance.label: expected year on year, as clearance is year-on-year, got Clearance rate up 27.7%`,
    ],
    [
      'a hedge that is weaker in one language',
      (tree) => {
        asMoreThan(tree);
        tree.put(enFigures, 'more-than', 'some {{number}}');
      },
      `${en} ${posts}.text: expected more than, as posts is more-than, got The city built some 9 posts for the police.`,
      `${en} ${posts}.gloss: expected more than, as posts is more-than, got built some 9 police posts`,
      `${en} ${posts}.label: expected more than, as posts is more-than, got Police posts some 9 posts`,
    ],
    [
      'a hedge typed beside the figure',
      (tree) => tree.put(en, `${posts}.text`, 'The city built at least {{posts}} posts for the police.'),
      `${en} ${posts}.text: expected no hedge beside the figure, which prints its own ({{posts}}), got at least`,
    ],
    [
      'a hedge typed after the figure',
      (tree) => tree.put(zh, `${posts}.text`, '全市建了{{posts}}个左右警务站。'),
      `${zh} ${posts}.text: expected no hedge beside the figure, which prints its own ({{posts}}), got 左右`,
    ],
    [
      'a hedge that only one language has',
      (tree) => tree.put(en, `${posts}.text`, 'The city generally built {{posts}} posts for the police.'),
      `${en} ${posts}.text: expected no generally: posts is not generally, got generally`,
    ],
    [
      'a word that makes a figure look large',
      (tree) => tree.put(zh, 'unsaid', ['警务站仅有几个。']),
      `${zh} unsaid[0]: expected no word that makes a figure look small or large, got 仅有`,
    ],
    [
      'a word that makes a figure look small',
      (tree) => tree.put(en, `${posts}.text`, 'Only in the city were {{posts}} posts for the police built.'),
      `${en} ${posts}.text: expected no word that makes a figure look small or large, got only`,
    ],
  ]);
});

describe('what 累计 adds up', () => {
  /** The posts of a period that is known, as both languages tell them. */
  const asTotal = (tree: ContentTree) => {
    tree.put(facts, override, { why, modifiers: ['cumulative'], period: '2021/2025' });
    tree.put(zh, `${posts}.text`, '全市累计建了{{posts}}个警务站。');
    tree.put(en, `${posts}.text`, 'The city built {{posts}} posts for the police in total.');
    tree.put(en, `${posts}.gloss`, 'built {{posts}} police posts in total');
    for (const [file, total] of [
      [files.zhFigures, '累计{{number}}'],
      [enFigures, '{{number}} in total'],
    ] as const)
      tree.put(file, 'note.total', total);
  };

  it('is a total of its period', () => {
    const tree = aContentTree();
    asTotal(tree);
    expect(tree.lines()).toEqual([]);
  });

  refuses([
    [
      'a total up until now where the period is known',
      (tree) => {
        asTotal(tree);
        tree.put(en, `${posts}.text`, 'The city built {{posts}} posts for the police in total to date.');
      },
      `${en} ${posts}.text: expected no to date: the period of posts is 2021/2025, got to date`,
    ],
  ]);
});

describe('directions', () => {
  refuses([
    [
      'a rise told as a fall',
      (tree) => tree.put(en, zhText, 'The clearance rate in the city fell {{clearance}} year on year.'),
      `${en} ${zhText}: expected up, as clearance moves, got fell`,
    ],
    [
      'a rise without a word for it',
      (tree) => tree.put(zh, zhText, '全市破案率同比{{clearance}}。'),
      `${zh} ${zhText}: expected a word for up such as 上升, got 全市破案率同比{{clearance}}。`,
    ],
    [
      'a movement that the measure does not have',
      (tree) => tree.put(zh, `${posts}.text`, '全市增加了{{posts}}个警务站。'),
      `${zh} ${posts}.text: expected no word of rise or fall: posts has none, got 增加`,
    ],
  ]);

  it.each(['made', 'make', 'set'])('takes “%s up” for no rise', (verb) => {
    const tree = aContentTree();
    tree.put(en, `${posts}.gloss`, `${verb} up {{posts}} police posts`);
    expect(tree.lines()).toEqual([]);
  });
});

describe('units', () => {
  const recount = (tree: ContentTree, quote: string, unit: string) => {
    tree.remove('source');
    tree.put(facts, 'measures[posts].quote', quote);
    tree.put(files.units, 'post.zh', ['个', '人次', '次']);
    tree.put(zh, `${posts}.unit`, unit);
    tree.put(zh, `${posts}.text`, `全市建了{{posts}}${unit}警务站。`);
    tree.drop(readings, 'units');
  };

  refuses([
    [
      'a unit that does not follow its figure',
      (tree) => tree.put(zh, `${posts}.text`, '全市的警务站有{{posts}}这么多个。'),
      `${zh} ${posts}.text: expected {{posts}}个, got 全市的警务站有{{posts}}这么多个。`,
    ],
    [
      'a figure elsewhere without its unit',
      (tree) => tree.put(en, `${posts}.gloss`, 'for the posts, {{posts}} built'),
      `${en} ${posts}.gloss: expected the unit posts after {{posts}}, got  built`,
    ],
    [
      'another word than the source’s',
      (tree) => recount(tree, '建设9个警务站', '座'),
      `${zh} ${posts}.unit: expected the word after the figure in the quote (个警务站), got 座`,
    ],
    [
      '人次 told as 人',
      (tree) => recount(tree, '建设9人次警务站', '人'),
      `${zh} ${posts}.unit: expected the word after the figure in the quote (人次警务站), got 人`,
    ],
    [
      '人次 told as people',
      (tree) => {
        recount(tree, '建设9人次警务站', '人次');
        tree.put(en, `${posts}.text`, 'The city built {{posts}} posts for the people.');
      },
      `${en} ${posts}.text: expected words for 人次, which counts occasions, got people`,
    ],
    [
      '次 told as documents',
      (tree) => {
        recount(tree, '建设9次警务站', '次');
        tree.put(en, `${posts}.label`, 'Documents of posts');
      },
      `${en} ${posts}.label: expected words for 次, which counts occasions, got documents`,
    ],
    [
      'a word that readings.json does not list',
      (tree) => tree.put(en, `${posts}.unit`, 'stations'),
      `${en} ${posts}.unit: expected posts for the unit post, got stations`,
    ],
    [
      'a unit that the English does not speak of',
      (tree) => {
        tree.drop(readings, 'units');
        tree.put(facts, override, { why, unit: 'bridge' });
      },
      `${en} ${posts}.unit: expected words that speak of the unit bridge, got posts`,
    ],
  ]);
});

describe('scopes', () => {
  refuses([
    [
      'a sentence that does not name its scope',
      (tree) => tree.put(en, `${posts}.text`, 'It built {{posts}} posts for the police.'),
      `${en} ${posts}.text: expected the scope city (the city), got It built {{posts}} posts for the police.`,
    ],
    [
      'a scope that readings.json does not know',
      (tree) => {
        tree.put(facts, 'measures[posts].scope', 'county');
        for (const file of [zh, en]) tree.put(file, 'scopes.county', file === zh ? '全县' : 'the county');
      },
      `${zh} ${posts}.text: expected the words of the scope county in readings.json, got none`,
      `${en} ${posts}.text: expected the words of the scope county in readings.json, got none`,
    ],
  ]);

  it('lets a scope that is known from the context go unnamed', () => {
    const tree = aContentTree();
    tree.put(readings, 'scopes', [{ scope: 'city', zh: '', en: '' }]);
    expect(tree.lines()).toEqual([]);
  });
});

describe('labels of figures whose sentences templates write', () => {
  const byTemplate = (tree: ContentTree, labels: { zh: string; en: string }) => {
    const sentences = { zh: '{{label}}：{{quantity}}。', en: '{{label}}: {{quantity}}.' };
    for (const language of ['zh', 'en'] as const) {
      const template = { value: { result: sentences[language] } };
      tree.write(`locales/${language}/sentences.json`, JSON.stringify(template));
      tree.put(files[language], `${posts}.label`, labels[language]);
      tree.drop(files[language], `${posts}.text`);
    }
  };

  refusesAmong([
    [
      'a label that has nothing of its quote, or of its id',
      (tree) => byTemplate(tree, { zh: '桥梁', en: 'Bridges' }),
      `${zh} ${posts}.label: expected words of its quote (建设9个警务站), got 桥梁`,
      `${en} ${posts}.label: expected words of its id (posts) or of its gloss, got Bridges`,
    ],
    [
      'a label that suits another quote better',
      (tree) => byTemplate(tree, { zh: '警务破案率', en: 'Posts' }),
      `${zh} ${posts}.label: expected a label that fits its own quote better than that of clearance, got 警务破案率`,
    ],
    [
      'one label for two things in one language',
      (tree) => tree.put(en, `${posts}.label`, 'Clearance rate'),
      `${en} measures.clearance.label: expected another label than posts, as in the other language, got Clearance rate`,
    ],
    [
      'a sentence that tells another measure',
      (tree) => {
        tree.put(en, `${posts}.label`, 'Large new police posts');
        tree.put(en, `${posts}.text`, 'The clearance rate and posts: {{posts}} posts in the city.');
      },
      `${en} ${posts}.label: expected a sentence of its own, not one that tells clearance, got Large new police posts`,
    ],
  ]);
});

describe('what a card says the report leaves out', () => {
  refuses([
    [
      'two sentences of it in sight',
      (tree) => {
        tree.put(en, 'cards.crime.takeaway', 'The article does not say why. It names the city.');
        tree.put(en, 'cards.crime.unsaid', 'It gives no base.');
        tree.put(zh, 'cards.crime.unsaid', '没有说明基数。');
      },
      `${en} cards.crime: expected at most one visible sentence on what the report does not say, got The article does not say why. It gives no base.`,
    ],
  ]);

  it('is said in one sentence, and once more in the notes', () => {
    const tree = aContentTree();
    for (const [file, text] of [
      [zh, '没有说明基数。'],
      [en, 'It gives no base.'],
    ] as const) {
      tree.put(file, 'cards.crime.unsaid', text);
      tree.put(file, 'cards.crime.notes', [text]);
    }
    expect(tree.lines()).toEqual([]);
  });
});

describe('scopes that quotes show', () => {
  /** Posts are those of a county, which their quote may show, and all else is the city’s. */
  const inTwoPlaces = (tree: ContentTree, quotedScopes: readonly unknown[]) => {
    tree.put(readings, 'scopes', []);
    tree.put(readings, 'quotedScopes', quotedScopes);
    tree.put(facts, 'measures[posts].scope', 'county');
    for (const file of [zh, en]) tree.put(file, 'scopes.county', file === zh ? '全县' : 'the county');
  };

  refuses([
    [
      'a scope of which no words are listed',
      (tree) => inTwoPlaces(tree, []),
      `${facts} measures[posts].scope: expected words of its quote or label under quotedScopes in readings.json for county, got none`,
    ],
    [
      'the scope of all other figures, where the quote shows another',
      (tree) => {
        inTwoPlaces(tree, [{ scope: 'county', quotes: '警务站 | 破案率…' }]);
      },
      `${facts} measures[clearance].scope: expected county, as “破案率…” shows, got city`,
    ],
    [
      'a scope that no quote shows',
      (tree) => inTwoPlaces(tree, [{ scope: 'county', quotes: '全县' }]),
      `${facts} measures[posts].scope: expected city, the scope of all other figures, got county`,
    ],
  ]);

  it('lets a quote or a label show a scope, and leaves the others to one scope', () => {
    const tree = aContentTree();
    inTwoPlaces(tree, [{ scope: 'county', quotes: '建设9个…' }]);
    expect(tree.lines()).toEqual([]);
    tree.put(readings, 'quotedScopes', [{ scope: 'county', quotes: '建设…' }]);
    tree.put(zh, `${posts}.label`, '县里的警务站');
    expect(tree.lines()).toEqual([]);
  });
});

describe('figures of a kind', () => {
  const told = (tree: ContentTree, quote: string, zhWords: string, enWords: string) => {
    tree.remove('source');
    tree.put(facts, 'measures[posts].quote', quote);
    tree.put(zh, `${posts}.text`, zhWords);
    tree.put(en, `${posts}.text`, enWords);
  };
  const line = (words: string, expected: string, got: string) =>
    `${en} ${words}: expected ${expected}, got ${got}`;

  refusesAmong([
    [
      'a change told as a level, wherever it is told',
      (tree) => tree.put(en, 'standfirst', 'Clearance stands at {{clearance}}.'),
      line(
        'standfirst',
        'no “stands at #” (change-as-level: A change is no level.)',
        'Clearance stands at {{clearance}}.',
      ),
    ],
    [
      'a running total told as the number of one year',
      (tree) => {
        told(
          tree,
          '累计建设9个警务站',
          '全市累计建了{{posts}}个警务站。',
          'The city built {{posts}} new posts in total to date.',
        );
      },
      line(
        `${posts}.text`,
        'no “# new” (total-as-this-year: A running total is not the number of one year.)',
        'The city built {{posts}} new posts in total to date.',
      ),
    ],
    [
      'a target told without a word for it',
      (tree) => {
        tree.put(zh, `${posts}.label`, '警务站目标');
        tree.put(en, `${posts}.label`, 'Police posts, target');
        told(
          tree,
          '目标是建9个警务站',
          '全市的目标是{{posts}}个警务站。',
          'The city built {{posts}} posts for the police.',
        );
      },
      line(
        `${posts}.text`,
        '“target” or “plan” or “plans” or “planned” or “expected” or “expects” or “aim” or “aims” (target-as-result: A target is no result.)',
        'The city built {{posts}} posts for the police.',
      ),
    ],
    [
      'a result told as something that is aimed at',
      (tree) => tree.put(en, `${posts}.label`, 'Police posts, target'),
      line(
        `${posts}.label`,
        'no “target” (result-as-target: A result is no target and no plan.)',
        'Police posts, target',
      ),
    ],
    [
      'a result told as planned by another sentence',
      (tree) => {
        tree.put(zh, 'standfirst', '建了{{posts}}个警务站，破案率上升{{clearance}}。');
        tree.put(en, 'standfirst', 'The city plans {{posts}} posts. Clearance rose {{clearance}}.');
      },
      line(
        'standfirst',
        'no “plans #” (result-as-target: A result is no target and no plan.)',
        'The city plans {{posts}} posts. Clearance rose {{clearance}}.',
      ),
    ],
    [
      'none of something in our own voice',
      (tree) =>
        told(tree, '没有警务站', '全市{{posts}}警务站。', 'The city has {{posts}} posts for the police.'),
      line(
        `${posts}.text`,
        '“article” or “report” or “communiqué” (zero-attributed: That there was none is what the report says.)',
        'The city has {{posts}} posts for the police.',
      ),
    ],
  ]);

  it('lets points be named where a gap is told in points', () => {
    const tree = aContentTree();
    tree.remove('source');
    tree.put(files.units, 'percentage-point', { zh: ['个百分点'] });
    tree.put(facts, 'measures[posts].quote', '警务站比例高于全国9个百分点');
    tree.put(zh, `${posts}.unit`, '个百分点');
    tree.put(zh, `${posts}.text`, '全市警务站比例高于全国{{posts}}个百分点。');
    tree.put(en, `${posts}.unit`, 'percentage points');
    tree.put(
      en,
      `${posts}.text`,
      'The share of police posts in the city is {{posts}} percentage points above the national one.',
    );
    expect(tree.lines().filter((fault) => fault.includes('Points are named only'))).toEqual([]);
  });
});

describe('readings of one article', () => {
  refuses([
    [
      'a change read as a level',
      (tree) =>
        tree.put(en, zhText, 'The clearance rate in the city rose and reached {{clearance}} year on year.'),
      `${en} ${zhText}: expected no “reached #” (change-as-level: A change is no level.), got The clearance rate in the city rose and reached {{clearance}} year on year.`,
      `${en} ${zhText}: expected no “reached #” (change-as-level: Only changes are given.), got The clearance rate in the city rose and reached {{clearance}} year on year.`,
    ],
    [
      'a sentence without the words that bound it',
      (tree) => tree.put(en, zhText, 'The rate in the city rose {{clearance}} year on year.'),
      `${en} ${zhText}: expected “clearance” (what-rate: A rate is a rate of something.), got The rate in the city rose {{clearance}} year on year.`,
      `${en} ${zhText}: expected clearance rate for 破案率, got The rate in the city rose {{clearance}} year on year.`,
    ],
    [
      '发案 for 破案率',
      (tree) => tree.put(zh, 'measures.clearance.label', '发案与破案率'),
      `${zh} measures.clearance.label: expected another word than 发案 for 破案率, got 发案与破案率`,
    ],
    [
      'a label that says the source’s own word in another way',
      (tree) => tree.put(zh, 'measures.clearance.label', '破案情况'),
      `${zh} measures.clearance.label: expected 破案率 for 破案率, got 破案情况`,
    ],
    [
      'a term of the source in other words',
      (tree) => tree.put(en, 'measures.clearance.label', 'Clearance of cases'),
      `${en} measures.clearance.label: expected clearance rate for 破案率, got Clearance of cases`,
    ],
  ]);

  it('lets a limit deny a reading', () => {
    const tree = aContentTree();
    tree.put(en, 'measures.clearance.limits', ['It may have reached {{clearance}} clearance.']);
    tree.put(zh, 'measures.clearance.limits', ['破案率的升幅是{{clearance}}？']);
    expect(tree.lines()).toEqual([]);
  });

  it.each([
    ['it reached # in the end', 'reached #', true],
    ['it reached about #', 'reached #', false],
    ['because of this. Thefts fell', 'because…fell', false],
    ['because of this thefts fell', 'because…fell', true],
    ['on a small scale', 'all', false],
  ])('reads “%s” for %s', (text, pattern, isThere) => {
    expect(patternIn(text, 'en', [pattern]) !== undefined).toBe(isThere);
  });

  it('is done with hostile patterns at once', () => {
    const started = Date.now();
    expect(patternIn('a'.repeat(100_000), 'zh', [`${Array(50).fill('aa').join('…')}b`])).toBeUndefined();
    expect(Date.now() - started).toBeLessThan(200);
  });

  it.each([
    [
      'barred[change-as-level].where.measures[0]',
      'absent',
      `${readings} barred[change-as-level].where.measures[0]: expected one of the measures clearance, posts, got "absent"`,
    ],
    [
      'barred[change-as-level].where.claims',
      ['absent'],
      `${readings} barred[change-as-level].where.claims[0]: expected one of the claims known-method, got "absent"`,
    ],
    ['scopes[0].scope', 'moon', `${readings} scopes[0].scope: expected one of the scopes city, got "moon"`],
    [
      'barred[change-as-level].id',
      'what-rate',
      `${readings} needed[what-rate].id: expected a value not used before (it stands at barred[what-rate].id), got "what-rate"`,
    ],
    [
      'barred[change-as-level].zh',
      ['达到'],
      `${readings} barred[change-as-level].zh: expected phrases with “ | ” between them, got a list of 1`,
    ],
    [
      'barred[change-as-level].en',
      'reached # |',
      `${readings} barred[change-as-level].en: expected phrases with “ | ” between them, none of them empty, got "reached # |"`,
    ],
    [
      'rules',
      [],
      `${readings} rules: expected one of the keys barred, needed, kept, scopes, quotedScopes, units, asides, unnamed, got "rules"`,
    ],
  ])('refuses a wrong %s', (pointer, value, line) => {
    const tree = aContentTree();
    tree.put(readings, pointer, value);
    expect(tree.lines()).toEqual([line]);
  });

  it('is not asked of an article that has none', () => {
    const tree = aContentTree();
    tree.remove(readings);
    expect(tree.lines()).toEqual([]);
    expect(loadContent(tree.root).readings.size).toBe(0);
  });
});

const claim = 'claims.known-method';

describe('claims', () => {
  refuses([
    [
      'one told as our own',
      (tree) => tree.put(zh, claim, '大家对一个工作法“非常熟悉”，没有给出人数。'),
      `${zh} ${claim}: expected a sentence that begins with “文章称”, got 大家对一个工作法“非常熟悉”，没有给出人数。`,
    ],
    [
      'one with a warmer beginning in one language',
      (tree) => tree.put(en, claim, 'The article shows people know “it” well; it gives no figure.'),
      `${en} ${claim}: expected a sentence that begins with “The article says”, got The article shows people know “it” well; it gives no figure.`,
    ],
    [
      'one that does not say that a figure is missing',
      (tree) => tree.put(en, claim, 'The article says people know one method “very well”.'),
      `${en} ${claim}: expected “it gives no figure”, as a claim has none, got The article says people know one method “very well”.`,
    ],
    [
      'one without a phrase that can be looked up',
      (tree) => tree.put(zh, claim, '文章称大家对一个工作法非常熟悉，没有给出人数。'),
      `${zh} ${claim}: expected 1 of the article’s own phrases in quotation marks, got 0`,
    ],
    [
      'one that quotes more in one language',
      (tree) => tree.put(en, claim, 'The article says “people” know it “very well”; it gives no figure.'),
      `${en} ${claim}: expected 1 of the article’s own phrases in quotation marks, got 2`,
    ],
    [
      'a phrase that is not in its paragraph',
      (tree) => tree.put(facts, 'claims[known-method].paragraph', 1),
      `${zh} ${claim}: expected words of paragraph 1 in quotation marks, got 非常熟悉`,
    ],
    [
      'a number typed into one',
      (tree) => tree.put(zh, claim, '文章称1000人对一个工作法“非常熟悉”，没有给出人数。'),
      `${zh} ${claim}: expected digits only in names that the ledger lists, or the year 2024; else a placeholder, got 1000`,
    ],
    [
      'heat in one',
      (tree) => tree.put(en, claim, 'The article says people know it remarkably “well”; it gives no figure.'),
      `${en} ${claim}: expected no evaluative word outside quotation marks, got remarkably`,
    ],
    [
      'one that runs on',
      (tree) => tree.put(zh, claim, `文章称大家“非常熟悉”，没有给出人数${'，也没有给出别的'.repeat(6)}。`),
      `${zh} ${claim}: expected 1 to 60 characters, got 67`,
    ],
    [
      'Chinese in the English one that nothing marks',
      (tree) => tree.put(en, claim, 'The article says 人 know “it”; it gives no figure，or none.'),
      `${en} ${claim}: expected Chinese only in runs that the typesetter can mark, got  know “it”; it gives no figure，or none.`,
    ],
    [
      'a sentence of the source',
      (tree) =>
        tree.put(
          zh,
          claim,
          '文章称个警务站并且还在各个乡镇和街道继续推行大家都已经“非常熟悉”的这个365工作法，没有给出人数。',
        ),
      `${zh} ${claim}: expected at most 33 characters of the source in a row, got 个警务站并且还在各个乡镇和街道继续推行大家都已经非常熟悉的这个365…`,
    ],
    [
      'the name of a person who is not to be named',
      (tree) => tree.put(zh, claim, '文章称甲乙丙对一个工作法“非常熟悉”，没有给出人数。'),
      `${zh} ${claim}: expected no name of a person whom readings.json lists, got such a name`,
    ],
    [
      'a reading that is barred for it',
      (tree) => {
        tree.put(readings, 'barred[change-as-level].where', { claims: ['known-method'] });
        tree.put(en, claim, 'The article says it reached # “people”; it gives no figure.');
      },
      `${en} ${claim}: expected no “reached #” (change-as-level: Only changes are given.), got The article says it reached # “people”; it gives no figure.`,
    ],
  ]);
});

describe('steps', () => {
  const named = (tree: ContentTree, zhSteps: string[], enSteps: string[]) => {
    tree.remove('source');
    tree.put(facts, 'measures[posts].quote', '建设的市、县两级警务站全面建成');
    tree.put(readings, 'units', [{ unit: 'post', zh: '级', en: 'posts' }]);
    tree.put(zh, `${posts}.unit`, '级');
    tree.put(zh, `${posts}.text`, '全市的市、县{{posts}}级警务站全建成。');
    tree.put(en, `${posts}.text`, 'The city built {{posts}} posts for the police: city and county.');
    tree.put(zh, `${posts}.steps`, zhSteps);
    tree.put(en, `${posts}.steps`, enSteps);
  };

  refusesAmong([
    [
      'steps in another order than their sentence',
      (tree) => named(tree, ['市', '县'], ['county', 'city']),
      `${en} ${posts}.steps: expected names in the order of “The city built {{posts}} posts for the police: city and county.”, got county,city`,
    ],
    [
      'a step that the quote does not name',
      (tree) => {
        named(tree, ['市', '省'], ['city', 'county']);
        tree.put(zh, `${posts}.text`, '全市的市、省{{posts}}级警务站全建成。');
      },
      `${zh} ${posts}.steps: expected names in the order of “建设的市、县两级警务站全面建成”, got 市,省`,
    ],
  ]);
});

describe('tone', () => {
  refuses([
    [
      'praise',
      (tree) => tree.put(zh, 'unsaid', ['成效显著。']),
      `${zh} unsaid[0]: expected no evaluative word outside quotation marks, got 显著`,
    ],
    [
      'heat',
      (tree) =>
        tree.put(en, zhText, 'The clearance rate in the city rose, or soared, {{clearance}} year on year.'),
      `${en} ${zhText}: expected no evaluative word outside quotation marks, got soared`,
    ],
    [
      'a voice that is not ours',
      (tree) => tree.put(zh, 'unsaid', ['我市的日期。']),
      `${zh} unsaid[0]: expected the third person outside quotation marks, got 我市`,
    ],
    [
      'an English “our”',
      (tree) => tree.put(en, 'unsaid', ['Our date.']),
      `${en} unsaid[0]: expected the third person outside quotation marks, got our`,
    ],
  ]);

  it('lets the article’s own words be quoted', () => {
    const tree = aContentTree();
    tree.put(zh, 'unsaid', ['“我市成效显著”的含义。']);
    tree.put(en, 'unsaid', ['The meaning of “扫黑除恶” (crackdown on gangs) and “remarkable”.']);
    expect(tree.lines()).toEqual([]);
  });

  it('takes no part of a word for a word', () => {
    const tree = aContentTree();
    tree.put(en, 'unsaid', ['The vastness of hours.']);
    expect(tree.lines()).toEqual([]);
  });
});

describe('lengths', () => {
  refuses([
    [
      'a label that does not fit above its figure',
      (tree) => tree.put(zh, `${posts}.label`, '警务站'.repeat(7)),
      `${zh} ${posts}.label: expected 1 to 18 characters, got 21 (警务站警务站警务站警务站警务站警务站警务站)`,
    ],
    [
      'a limit that is a paragraph',
      (tree) => tree.put(en, `${posts}.limits`, [Array(25).fill('word').join(' ')]),
      `${en} ${posts}.limits[0]: expected 1 to 24 words, got 25`,
    ],
  ]);
});

describe('languages', () => {
  refuses([
    [
      'English in the Chinese',
      (tree) => tree.put(zh, 'unsaid', ['文章说 this is not stated 等。']),
      `${zh} unsaid[0]: expected no English sentence in the Chinese, got this is not stated`,
    ],
    [
      'Chinese that nothing can mark',
      (tree) => tree.put(en, 'publisher', 'Daily of 随州'),
      `${en} publisher: expected English only, where nothing marks the language, got Daily of 随州`,
    ],
    [
      'Chinese punctuation in the English',
      (tree) => tree.put(en, 'unsaid', ['The date。']),
      `${en} unsaid[0]: expected Chinese only in runs that the typesetter can mark, got The date。`,
    ],
  ]);
});

describe('names', () => {
  const line = (file: string, path: string) =>
    `${file} ${path}: expected no name of a person whom readings.json lists, got such a name`;

  refuses([
    ['a name in the words', (tree) => tree.put(zh, 'unsaid', ['关于甲乙丙的情况。']), line(zh, 'unsaid[0]')],
    [
      'its Latin spelling, however it is written',
      (tree) => tree.put(en, 'unsaid', ['On Jia Yi-bīn.']),
      line(en, 'unsaid[0]'),
    ],
    [
      'a name in the facts',
      (tree) => tree.put(facts, 'source.subtitle', '甲乙丙'),
      line(facts, 'source.subtitle'),
    ],
    ['a name in the interface', (tree) => tree.put(enUi, 'next', 'Jiayi Bin'), line(enUi, 'next')],
    [
      'a name in a term',
      (tree) => tree.put(files.zhTerms, 'petition', '甲乙丙写的。'),
      line(files.zhTerms, 'petition'),
    ],
  ]);

  it('are not to be found in the list itself', () => {
    expect(JSON.stringify(tinyReadings())).not.toContain('甲乙丙');
  });
});

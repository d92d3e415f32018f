import type { Fault } from '../fault';
import { factsFileOf } from '../files';
import { fold } from '../strings';
import { entriesOf } from './ledger';
import { restAfter } from './statements';
import {
  type ArticleGate,
  clip,
  faultIn,
  indexOfWords,
  type Telling,
  tellingsOf,
  type View,
  type Word,
} from './view';

/** A unit's code and words say the same in the facts, in the quote and in both languages. */
export const unitsGate: ArticleGate = (view) => [
  ...tellingsOf(view).flatMap((telling) => [
    ...codeFaults(view, telling),
    ...placeFaults(telling),
    ...peopleFaults(telling),
    ...classifierFaults(view, telling),
  ]),
  ...tailFaults(view),
];

const unitWord = ({ said, measure, words }: Telling): Word => {
  const [first] = said;
  return {
    file: first?.file ?? '',
    path: `/measures/${measure.id}/unit`,
    language: first?.language ?? 'zh',
    text: words.unit,
    field: 'other',
  };
};

const unitless: ReadonlySet<string> = new Set(['none', 'percent']);

/** One code, one word in each language; unless readings.json lists several. */
function codeFaults({ article: { facts, words }, readings }: View, telling: Telling): Fault[] {
  const { measure, language, index, words: own } = telling;
  const file = factsFileOf(facts.id);
  const at = (expected: string): Fault => ({
    file,
    path: `/measures/${index}/unit`,
    expected,
    got: measure.unit,
  });
  if (unitless.has(measure.unit) !== (own.unit === '')) {
    return [
      at(own.unit === '' ? 'none or percent, as it has no unit word' : `a unit for the word ${own.unit}`),
    ];
  }
  const isPercent = entriesOf(facts.ledger, measure).some(({ token }) => fold(token).includes('%'));
  if (isPercent !== (measure.unit === 'percent')) {
    return [at(isPercent ? 'percent, as its token has it' : 'another unit than percent')];
  }
  if (own.unit === '') return [];
  const listed = readings?.units.find(({ unit }) => unit === measure.unit);
  if (listed !== undefined && !listed[language].includes(own.unit)) {
    return [
      faultIn(unitWord(telling), `${listed[language].join(' or ')} for the unit ${measure.unit}`, own.unit),
    ];
  }
  const others = facts.measures.filter(({ unit, id }) => unit === measure.unit && id !== measure.id);
  const other = others.map(({ id }) => words[language].measures[id]?.unit).find((unit) => unit !== own.unit);
  if (listed === undefined && other !== undefined) {
    return [faultIn(unitWord(telling), `${other}, as elsewhere for the unit ${measure.unit}`, own.unit)];
  }
  return language === 'en' ? nameFaults(telling, listed?.word, at) : [];
}

/** The English words speak of what the code names: `hazard` of hazards. */
function nameFaults(
  { measure, words, said }: Telling,
  word: string | undefined,
  at: (expected: string) => Fault,
): Fault[] {
  const stems = [measure.unit, word ?? measure.unit].map((name) =>
    name.replaceAll('-', ' ').replace(/(?:s|y)$/, ''),
  );
  const places = word === undefined ? [words.unit] : [words.unit, ...said.map(({ text }) => text)];
  const isSaid = places.some((text) => stems.some((stem) => ` ${text.toLowerCase()}`.includes(` ${stem}`)));
  return isSaid ? [] : [at(`a unit that its English words speak of (${words.unit})`)];
}

/** The unit stands directly after the figure, as it does in large type. */
function placeFaults({ measure, language, words, said }: Telling): Fault[] {
  const text = said.find(({ field }) => field === 'text');
  if (text === undefined || words.unit === '') return [];
  const wanted = `{{${measure.id}}}${language === 'zh' ? '' : ' '}${words.unit}`;
  if (indexOfWords(text.text.toLowerCase(), wanted, language) >= 0) return [];
  return [faultIn(text, wanted, clip(text.text))];
}

/** Wherever else a figure stands, its unit follows before the next figure or the end of the clause. */
const tailFaults = ({ article, words }: View): Fault[] =>
  words.flatMap((word) =>
    Array.from(word.text.matchAll(/\{\{([^{}]+)\}\}/g)).flatMap((match) => {
      const [whole, id = ''] = match;
      const unit = article.words[word.language].measures[id]?.unit ?? '';
      const rest = word.text.slice(match.index + whole.length);
      const [tail = ''] = rest.split(/\{\{|[,.;:，。；：、]/, 1);
      if (unit === '' || indexOfWords(tail.toLowerCase(), unit, word.language) >= 0) return [];
      return [faultIn(word, `the unit ${unit} after {{${id}}}`, clip(tail) || 'nothing')];
    }),
  );

/** The longest first: 人次 must not be read as 人. */
const classifiers = [
  ...['人次', '件次', '批次', '场次', '班次', '户次', '辆次', '架次', '个批次', '个方面'],
  ...[
    '人',
    '名',
    '个',
    '起',
    '处',
    '件',
    '份',
    '次',
    '期',
    '家',
    '条',
    '类',
    '项',
    '级',
    '户',
    '场',
    '所',
    '支',
  ],
].sort((a, b) => b.length - a.length);

/** What follows the figure in the quote is the unit, in the source's language word for word. */
function classifierFaults({ article: { facts } }: View, telling: Telling): Fault[] {
  const { measure, language, words } = telling;
  if (language !== facts.language || words.unit === '') return [];
  const rests = entriesOf(facts.ledger, measure).map(({ token }) => restAfter(token, measure.quote));
  const isSame = rests.some(
    (rest) => rest.startsWith(words.unit) && classifierOf(rest) === classifierOf(words.unit),
  );
  if (isSame) return [];
  return [
    faultIn(
      unitWord(telling),
      `the word after the figure in the quote (${rests.map(clip).join(', ')})`,
      words.unit,
    ),
  ];
}

const classifierOf = (text: string): string | undefined =>
  classifiers.find((classifier) => text.startsWith(classifier));

/** What must not be said of a count of occasions. */
const notOccasions: readonly {
  readonly zh: string;
  readonly en: readonly string[];
  readonly barred: readonly string[];
}[] = [
  {
    zh: '人次',
    en: ['people', 'person', 'persons', 'officials', 'officers', 'individuals', 'staff', 'members'],
    barred: ['人', '名'],
  },
  { zh: '次', en: ['documents', 'papers', 'copies', 'pieces'], barred: ['份', '件'] },
];

/** 人次 counts occasions and not people; 次 counts occasions and not documents. */
function peopleFaults({ measure, language, said, words }: Telling): Fault[] {
  return notOccasions.flatMap(({ zh, en, barred }) => {
    if (!new RegExp(`[0-9余多]${zh}`).test(fold(measure.quote))) return [];
    return [
      ...said,
      { ...(said[0] as Word), path: `/measures/${measure.id}/unit`, text: words.unit },
    ].flatMap((word) => {
      const found = language === 'en' ? wordIn(word.text, en) : unitIn(word.text, barred);
      return found === undefined ? [] : [faultIn(word, `words for ${zh}, which counts occasions`, found)];
    });
  });
}

const wordIn = (text: string, words: readonly string[]): string | undefined =>
  words.find((word) => indexOfWords(text.toLowerCase(), word, 'en') >= 0);

const unitIn = (text: string, units: readonly string[]): string | undefined =>
  units.find((unit) => text === unit || new RegExp(`\\}\\}${unit}(?!次)`).test(text));

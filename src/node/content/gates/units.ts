import { fold } from '../strings';
import {
  type ArticleGate,
  type Finding,
  findingIn,
  indexOfWords,
  phrases,
  type Telling,
  tellingsOf,
  textOf,
  type View,
  type Word,
} from './view';

/** These units have no words after the figure. */
const unitless: ReadonlySet<string> = new Set(['none', 'percent']);

/** The words of a unit must be the same everywhere, follow their figure, and count what the source counts. */
export const unitWordsGate: ArticleGate = (view) => {
  const tellings = tellingsOf(view).map((telling) => ({ telling, wrong: wordFindings(view, telling) }));
  // Only right words are checked further, because a wrong word cannot be in its place.
  const right = tellings.flatMap(({ telling, wrong }) => (wrong.length > 0 ? [] : telling));
  return [
    ...tellings.flatMap(({ wrong }) => wrong),
    ...right.flatMap((telling) => {
      const misfit = classifierFindings(view, telling);
      return misfit.length > 0 ? misfit : [...placeFindings(telling), ...occasionFindings(telling)];
    }),
    ...tailFindings(view, right),
  ];
};

const unitWordOf = ({ measure, language, words, said: [first] }: Telling): Word => ({
  article: first?.article ?? '',
  file: first?.file ?? '',
  path: `measures.${measure.id}.unit`,
  language,
  text: words.unit,
  field: 'other',
  measure: measure.id,
});

/**
 * A code must have one word in each language, unless readings.json lists several or the words are those that all
 * reports share; in English the word names the code.
 */
function wordFindings(view: View, telling: Telling): Finding[] {
  const { article, readings } = view;
  const { facts, words } = article;
  const { measure, language } = telling;
  const word = unitWordOf(telling);
  if (isInFigure(view, telling)) {
    return word.text === '' ? [] : [findingIn(word, 'no word for a unit that the figure holds', word.text)];
  }
  if (unitless.has(measure.unit) || word.text === '') {
    if (unitless.has(measure.unit) && word.text === '') return [];
    const wanted = word.text === '' ? 'a word for the unit' : 'no word for the unit';
    return [findingIn(word, `${wanted} ${measure.unit}`, `"${word.text}"`)];
  }
  const listed = readings?.units.find(({ unit }) => unit === measure.unit);
  if (listed === undefined && isShared(view, telling)) return [];
  const used = facts.measures
    .filter(({ unit }) => unit === measure.unit)
    .map(({ id }) => words[language].measures[id]?.unit);
  const wanted = listed?.[language].join(' or ') ?? used.find((unit) => unit !== word.text);
  if (wanted !== undefined && !listed?.[language].includes(word.text)) {
    return [findingIn(word, `${wanted} for the unit ${measure.unit}`, word.text)];
  }
  if (language === 'zh' || speaksOf(telling, listed?.word)) return [];
  return [findingIn(word, `words that speak of the unit ${measure.unit}`, word.text)];
}

/** Whether the figure itself holds the unit, as 70万人以上 does, so that no word follows it. */
const isInFigure = ({ article: { facts }, units }: View, { measure, language }: Telling): boolean =>
  language === facts.language &&
  units.some(({ unit, zh }) => unit === measure.unit && zh.some((word) => measure.token.includes(word)));

/** Whether a unit has its words from units.json or the files of words that go with it. */
function isShared({ article: { facts }, units, ui }: View, { measure, language, words }: Telling): boolean {
  if (language === facts.language)
    return units.some(({ unit, zh }) => unit === measure.unit && zh.includes(words.unit));
  const said = ui[language].units ?? {};
  return ['one', 'other'].some((ending) => said[`${measure.unit}_${ending}`] === words.unit);
}

/** Whether the English words speak of what the code names: `hazard` of hazards. */
function speaksOf({ measure, words, said }: Telling, word: string | undefined): boolean {
  const stems = [measure.unit, word ?? measure.unit].map((name) =>
    name.replaceAll('-', ' ').replace(/(?:s|y)$/, ''),
  );
  const places = word === undefined ? [words.unit] : [words.unit, ...said.map(({ text }) => text)];
  return places.some((text) => stems.some((stem) => ` ${text.toLowerCase()}`.includes(` ${stem}`)));
}

/** The unit must stand directly after the figure, as it does in large type. */
function placeFindings(telling: Telling): Finding[] {
  const { measure, language, words } = telling;
  const text = textOf(telling);
  if (text === undefined || words.unit === '') return [];
  const wanted = `{{${measure.id}}}${language === 'zh' ? '' : ' '}${words.unit}`;
  if (indexOfWords(text.text.toLowerCase(), wanted, language) >= 0) return [];
  return [findingIn(text, wanted, text.text)];
}

/** Wherever else a figure stands, its unit must follow before the next figure or the end of the clause. */
const tailFindings = ({ words }: View, tellings: readonly Telling[]): Finding[] =>
  words.flatMap((word) =>
    Array.from(word.text.matchAll(/\{\{([^{}]+)\}\}/g)).flatMap((match) => {
      const [whole, id = ''] = match;
      if (word.field === 'text' && word.measure === id) return [];
      const told = tellings.find(({ language, measure }) => language === word.language && measure.id === id);
      const unit = told?.words.unit ?? '';
      const rest = word.text.slice(match.index + whole.length);
      const [tail = ''] = rest.split(/\{\{|[,.;:，。；：、]/, 1);
      if (unit === '' || indexOfWords(tail.toLowerCase(), unit, word.language) >= 0) return [];
      return [findingIn(word, `the unit ${unit} after {{${id}}}`, tail || 'nothing')];
    }),
  );

/** Sorted with the longest first, because 人次 must not be read as 人. */
const classifiers = phrases(
  '人次，件次，批次，场次，班次，户次，辆次，架次，个批次，个方面，人，名，个，起，处，件，份，次，期，家，条，类，项，级，户，场，所，支',
).sort((a, b) => b.length - a.length);

/** In the source's language the unit must be, word for word, what follows the figure in the quote. */
function classifierFindings({ article: { facts } }: View, telling: Telling): Finding[] {
  const { measure, language, words } = telling;
  if (language !== facts.language || words.unit === '') return [];
  const { quote, token } = measure;
  // Where the hedge follows the unit, the token holds both: 70万人以上.
  if (token.includes(words.unit)) return [];
  const rest = quote.slice(quote.indexOf(token) + token.length);
  if (rest.startsWith(words.unit) && classifierOf(rest) === classifierOf(words.unit)) return [];
  return [findingIn(unitWordOf(telling), `the word after the figure in the quote (${rest})`, words.unit)];
}

const classifierOf = (text: string): string | undefined =>
  classifiers.find((classifier) => text.startsWith(classifier));

/** Words that must not stand for a count of occasions. */
const notOccasions = [
  {
    zh: '人次',
    en: phrases('people, person, persons, officials, officers, individuals, staff, members'),
    barred: ['人', '名'],
  },
  { zh: '次', en: phrases('documents, papers, copies, pieces'), barred: ['份', '件'] },
];

/** 人次 counts occasions and not people; 次 counts occasions and not documents. */
function occasionFindings(telling: Telling): Finding[] {
  const { measure, language, said } = telling;
  return notOccasions
    .filter(({ zh }) => new RegExp(`[0-9余多]${zh}`).test(fold(measure.quote)))
    .flatMap(({ zh, en, barred }) =>
      [...said, unitWordOf(telling)].flatMap((word) => {
        const found = language === 'en' ? wordIn(word.text, en) : unitIn(word.text, barred);
        return found === undefined ? [] : [findingIn(word, `words for ${zh}, which counts occasions`, found)];
      }),
    );
}

const wordIn = (text: string, words: readonly string[]): string | undefined =>
  words.find((word) => indexOfWords(text.toLowerCase(), word, 'en') >= 0);

const unitIn = (text: string, units: readonly string[]): string | undefined =>
  units.find((unit) => text === unit || new RegExp(`\\}\\}${unit}(?!次)`).test(text));

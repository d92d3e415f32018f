import { noteKeyOf, saidModifiersOf } from '../../../core/figures';
import type { Language } from '../../../core/language';
import { type Modifier, modifiers, type Qualifier } from '../../../core/model';
import {
  type ArticleGate,
  type Finding,
  findingIn,
  indexOfWords,
  marksIn,
  phrases,
  saysAny,
  sentencesOf,
  type Telling,
  tellingsOf,
  unquoted,
  type View,
  type Word,
} from './view';

/** `total` is what 累计 adds up over a period that is known. */
type Hedge = Exclude<Qualifier, 'exact'> | Modifier | 'total';

/** The words of each hedge, equally strong in both languages; the first is the one to use. */
const signs: Readonly<Record<Hedge, Readonly<Record<Language, readonly string[]>>>> = {
  'more-than': { zh: ['余', '多', '超', '逾', '突破', '过', '高于', '大于', '不止'], en: ['more than'] },
  'at-least': {
    zh: ['以上', '至少', '不少于', '不低于', '上百', '上千', '上万', '不下', '不小于', '最少', '下限'],
    en: ['or more', 'at least'],
  },
  about: { zh: ['约', '左右', '上下', '几'], en: ['about'] },
  nearly: { zh: ['近'], en: ['nearly'] },
  'less-than': {
    zh: ['不到', '不足', '低于', '少于', '小于', '不满', '未满', '未达', '未到'],
    en: ['less than', 'fewer than'],
  },
  'at-most': {
    zh: ['不超', '以内', '以下', '不高于', '不多于', '不大于', '至多', '最多', '最高', '上限', '封顶'],
    en: ['or less', 'at most'],
  },
  'none-reported': { zh: ['没有', '零'], en: ['no', 'none', 'zero'] },
  all: { zh: ['全'], en: ['all', 'full coverage'] },
  'year-on-year': { zh: ['同比'], en: ['year on year'] },
  cumulative: { zh: ['累计'], en: ['cumulative', 'in total to date', 'running total'] },
  total: { zh: ['累计'], en: ['cumulative', 'in total', 'running total'] },
  generally: { zh: ['普遍'], en: ['generally'] },
  'yearly-average': { zh: ['年均'], en: ['a year on average', 'average yearly', 'average annual'] },
};

const hedgesOf = ({ measure }: Telling): Hedge[] => [
  ...(measure.qualifier === 'exact' ? [] : [measure.qualifier]),
  ...saidModifiersOf(measure),
];

/** The hedges of a measure must stand wherever its figure does, in both languages. */
export const hedgesGate: ArticleGate = (view) =>
  tellingsOf(view).flatMap((telling) => {
    const { language, measure } = telling;
    return hedgesOf(telling).flatMap((hedge) => {
      const wanted = signs[hedge][language];
      return [...sentencesOf(telling), ...shownIn(view, telling)].flatMap((word) => {
        const rendered = view.fill(word.text, language, view.article);
        if (saysAny(rendered, language, wanted) !== undefined) return [];
        return [findingIn(word, `${wanted.join(' or ')}, as ${measure.id} is ${hedge}`, rendered)];
      });
    });
  });

/** The figure as it stands in large type: label, number, unit, and the words of direction and hedges. */
export function shownIn({ ui }: View, { measure, language, words, said }: Telling): Word[] {
  const label = said.find(({ field }) => field === 'label');
  const notes = ui[language].figures?.note;
  if (label === undefined || typeof notes !== 'object') return [];
  const note = notes[noteKeyOf(measure)];
  const quantity = `{{${measure.id}}} ${words.unit}`.trim();
  const figure = typeof note === 'string' ? note.replace('{{number}}', () => quantity) : quantity;
  return [{ ...label, text: `${label.text} ${figure}` }];
}

/**
 * Neither language may add a hedge or an emphasis that the measure does not have, so
 * that neither is the warmer one.
 */
export const addedHedgesGate: ArticleGate = (view) => [
  ...tellingsOf(view).flatMap((telling) => telling.said.flatMap((word) => foreignModifiers(telling, word))),
  ...view.words.flatMap((word) => [...hedgesAtFigures(view, word), ...heightened(word)]),
];

function foreignModifiers({ measure, language }: Telling, word: Word): Finding[] {
  const text = unquoted(word.text);
  const isTotal = saidModifiersOf(measure).includes('total');
  const late = isTotal ? saysAny(text, language, untilNow[language]) : undefined;
  if (late !== undefined)
    return [findingIn(word, `no ${late}: the period of ${measure.id} is ${measure.period}`, late)];
  return modifiers
    .filter((modifier) => !measure.modifiers.includes(modifier))
    .flatMap((modifier) => {
      // What the quote says itself, as in 基本养老保险, is not added.
      const alike = kin[modifier][language].filter((word) => !measure.quote.includes(word));
      const found = saysAny(text, language, [...signs[modifier][language], ...alike]);
      return found === undefined
        ? []
        : [findingIn(word, `no ${found}: ${measure.id} is not ${modifier}`, found)];
    });
}

const kin: Readonly<Record<Modifier, Readonly<Record<Language, readonly string[]>>>> = {
  'year-on-year': { zh: ['环比'], en: ['year-on-year', 'month on month', 'from a year earlier'] },
  cumulative: { zh: ['总计'], en: ['cumulatively', 'to date'] },
  generally: { zh: ['大多', '多数', '基本'], en: ['mostly', 'mainly', 'largely'] },
  'yearly-average': {
    zh: ['平均每年', '每年平均'],
    en: ['yearly average', 'annual average', 'per year on average'],
  },
};

/** What must not be said of a total over a period that is known. */
const untilNow: Readonly<Record<Language, readonly string[]>> = {
  zh: ['至今', '迄今'],
  en: ['to date', 'so far'],
};

/** Words that may not touch a figure in the sentence, because the figure prints its own hedge. */
const before: Readonly<Record<Language, readonly string[]>> = {
  zh: phrases(`
    约，近，将近，近乎，几乎，接近，超，超过，逾，至少，不少于，不低于，不下，最多，至多，不到，不足，多达，
    仅，只，才，仅仅，只有，高达
  `),
  en: phrases(`
    about, nearly, almost, around, roughly, approximately, some, over, above, under, below, only, just,
    merely, mere, exceeding, exceeded, barely, at least, at most, up to, more than, less than, fewer than,
    as many as, as much as, close to
  `),
};

const after: Readonly<Record<Language, readonly string[]>> = {
  zh: phrases('余，多，以上，以下，以内，左右，上下，之多，之众'),
  en: phrases('or more, or so, or fewer, or less, plus, at least, at most, alone'),
};

/** How far before a figure a hedge still belongs to it. */
const reach: Readonly<Record<Language, (text: string, hedge: string) => string>> = {
  zh: (text, hedge) => text.slice(-(hedge.length + 1)),
  en: (text, hedge) =>
    text
      .trim()
      .split(/\s+/)
      .slice(-(hedge.split(' ').length + 1))
      .join(' '),
};

function hedgesAtFigures({ article }: View, word: Word): Finding[] {
  const { text, language } = word;
  return Array.from(text.matchAll(/\{\{([^{}]+)\}\}/g)).flatMap((match) => {
    const [whole, id = ''] = match;
    const head = text
      .slice(0, match.index)
      .toLowerCase()
      .replace(/^.*[,.;:“”，。；：、！？]/, '');
    const rest = text.slice(match.index + whole.length).trimStart();
    const unit = article.words[language].measures[id]?.unit ?? '';
    const beyond = unit !== '' && rest.startsWith(unit) ? rest.slice(unit.length).trimStart() : rest;
    const touching = [
      ...before[language].filter((hedge) => indexOfWords(reach[language](head, hedge), hedge, language) >= 0),
      ...after[language].filter((hedge) => [rest, beyond].some((end) => startsWith(end, hedge, language))),
    ];
    return touching
      .slice(0, 1)
      .map((hedge) => findingIn(word, `no hedge beside the figure, which prints its own ({{${id}}})`, hedge));
  });
}

const startsWith = (text: string, hedge: string, language: Language): boolean =>
  indexOfWords(text.slice(0, hedge.length + 1).toLowerCase(), hedge, language) === 0;

/** Words that make a figure look small or large. */
const anywhere: Readonly<Record<Language, readonly string[]>> = {
  zh: phrases('仅有，仅仅，高达，多达，创新高，新高，新低，之多'),
  en: phrases('as many as, as much as, record high, record low, a mere, no fewer than'),
};

const atFigures: Readonly<Record<Language, readonly string[]>> = {
  zh: phrases('仅，只，才'),
  en: phrases('only, merely, mere, just, even'),
};

function heightened(word: Word): Finding[] {
  const isOfFigure = word.field === 'text' || word.field === 'gloss' || word.field === 'label';
  const barred = [...anywhere[word.language], ...(isOfFigure ? atFigures[word.language] : [])];
  // 只 behind a figure is its classifier.
  const text = unquoted(marksIn(word.text)).replaceAll('#只', '#');
  const found = saysAny(text, word.language, barred);
  return found === undefined
    ? []
    : [findingIn(word, 'no word that makes a figure look small or large', found)];
}

import { type Language, languages } from '../../../core/language';
import type { ReportKind } from '../../../core/model';
import { type ArticleGate, findingIn, type Word } from './view';

/** Every claim begins with these words, which say who claims it: an article of a newspaper, or a report. */
const attributionOf = (kind: ReportKind): Readonly<Record<Language, string>> =>
  kind === 'newspaper-review'
    ? { zh: '文章称', en: 'The article says' }
    : { zh: '报告称', en: 'The report says' };

/** Every claim contains these words, which say that its figure is missing. */
const noFigure: Readonly<Record<Language, string>> = { zh: '没有给出', en: 'it gives no figure' };

/** The words between quotation marks: words of the source, or their translation. */
export const quotedIn = (text: string): string[] =>
  Array.from(text.matchAll(/“([^“”]+)”/g), ([, quoted = '']) => quoted);

/**
 * A claim is attributed to the article, quotes a phrase of it that can be looked up, and says that no figure
 * is given. Both languages do so in the same words each time, so that neither is warmer.
 */
export const claimsGate: ArticleGate = ({ article: { facts }, words }) =>
  languages.flatMap((language) =>
    facts.claims.flatMap(({ id }) => {
      const tellings = words.filter(({ claim }) => claim === id);
      const told = tellings.find((word) => word.language === language);
      const sources = tellings.find((word) => word.language === facts.language);
      return told === undefined || sources === undefined
        ? []
        : findingsOn(told, sources, attributionOf(facts.source.kind)[language]);
    }),
  );

function findingsOn(word: Word, sources: Word, attribution: string) {
  const { text, language } = word;
  const wanted = Math.max(1, quotedIn(sources.text).length);
  const quoted = quotedIn(text).length;
  return [
    ...(text.startsWith(attribution)
      ? []
      : [findingIn(word, `a sentence that begins with “${attribution}”`, text)]),
    ...(text.includes(noFigure[language])
      ? []
      : [findingIn(word, `“${noFigure[language]}”, as a claim has none`, text)]),
    ...(quoted === wanted
      ? []
      : [findingIn(word, `${wanted} of the article’s own phrases in quotation marks`, `${quoted}`)]),
  ];
}

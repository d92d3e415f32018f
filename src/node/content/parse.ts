/** The one door through which content comes in: from `unknown` to the types of the model. */

import type { Language } from '../../core/language';
import { languages } from '../../core/language';
import type { Article, ArticleWords, Facts, Term } from '../../core/model';
import { ContentError, type Fault, show } from './fault';
import { factsAt, idAt } from './parseFacts';
import { agree, inOrder, wordsAt } from './parseWords';
import {
  fieldsOf,
  inside,
  listOf,
  matching,
  once,
  reading,
  recordOf,
  refuse,
  type Spot,
  textOf,
  truthOf,
} from './reading';

export { parseFacts } from './parseFacts';
export { parseWords } from './parseWords';

/** What a file holds, as yet unjudged; undefined when it could not be read, which was noted elsewhere. */
export interface Sheet {
  readonly file: string;
  readonly value: unknown;
}

/**
 * Facts and words together. Faults of all files are found in one go; the words are judged even beside
 * faulty facts, as far as these name cards.
 *
 * @throws {ContentError}
 */
export function parseArticle(facts: Sheet, words: Readonly<Record<Language, Sheet>>): Article {
  const faults: Fault[] = [];
  const article = articleAt(faults, facts, words);
  if (faults.length > 0) throw new ContentError(faults);
  return article;
}

function articleAt(faults: Fault[], factsSheet: Sheet, sheets: Readonly<Record<Language, Sheet>>): Article {
  const facts = factsAt({ file: factsSheet.file, path: '', faults }, factsSheet.value);
  const wordsOf = (language: Language): ArticleWords => {
    const { file, value } = sheets[language];
    return wordsAt({ file, path: '', faults }, facts.cards.length > 0 ? value : undefined, facts, language);
  };
  const words: Record<Language, ArticleWords> = { zh: wordsOf('zh'), en: wordsOf('en') };
  if (languages.every((language) => sheets[language].value !== undefined)) {
    languagesAgree(faults, facts, words, sheets);
  }
  return { facts, words };
}

function languagesAgree(
  faults: Fault[],
  facts: Facts,
  words: Record<Language, ArticleWords>,
  sheets: Readonly<Record<Language, Sheet>>,
): void {
  const [first, ...others] = inOrder(facts.language).map((language) => ({
    spot: { file: sheets[language].file, path: '', faults },
    value: words[language],
    language,
  }));
  if (first !== undefined) for (const other of others) agree(first, other);
}

/** @throws {ContentError} with every fault of the file */
export const parseTerms = (file: string, value: unknown): Term[] =>
  reading(file, (spot) => {
    const terms = listOf(spot, value, termAt);
    once(terms.map(({ id }, index) => ({ spot: inside(spot, index, 'id'), value: id })));
    return terms;
  });

function termAt(spot: Spot, value: unknown): Term {
  const fields = fieldsOf(spot, value, ['id', 'group', 'background', 'zh', 'pinyin', 'en'], ['said']);
  const said = fieldsOf(inside(spot, 'said'), fields.said ?? {}, [], languages);
  const formsIn = (language: Language) => listOf(inside(spot, 'said', language), said[language], textOf);
  return {
    id: idAt(inside(spot, 'id'), fields.id),
    group: idAt(inside(spot, 'group'), fields.group),
    background: truthOf(inside(spot, 'background'), fields.background),
    zh: textOf(inside(spot, 'zh'), fields.zh),
    pinyin: pinyinAt(inside(spot, 'pinyin'), fields.pinyin, fields.zh),
    en: textOf(inside(spot, 'en'), fields.en),
    said: { zh: formsIn('zh'), en: formsIn('en') },
  };
}

const toneMarks = /[\u0300\u0301\u0304\u030c]/g;

/** Names have no neutral tones, so that there is one tone mark for each character. */
function pinyinAt(spot: Spot, value: unknown, chinese: unknown): string {
  const pinyin = textOf(spot, value);
  const wanted = [...String(chinese)].filter((character) => /[\p{Script=Han}\d]/u.test(character)).length;
  const marks = pinyin.normalize('NFD').match(toneMarks)?.length ?? 0;
  if (pinyin && marks !== wanted)
    refuse(
      spot,
      `pinyin of “${chinese}”, one tone mark for each of ${wanted} characters`,
      `${marks} in ${show(pinyin)}`,
    );
  return pinyin;
}

/** One sentence for each term, in one language. @throws {ContentError} */
export const parseTermWords = (
  file: string,
  value: unknown,
  terms: readonly Term[],
  language: Language,
): Readonly<Record<string, string>> =>
  reading(file, (spot) => {
    const words = recordOf(spot, value, textOf);
    for (const { id } of terms) {
      if (!(id in words))
        refuse(inside(spot, id), `a sentence in ${language} for the term "${id}"`, 'nothing');
    }
    for (const id of Object.keys(words)) {
      if (!terms.some((term) => term.id === id)) {
        refuse(inside(spot, id), 'a term that src/content/terms.json names', `unknown term ${show(id)}`);
      }
    }
    return words;
  });

/** The interface's words of one namespace: sentences, or groups of them. */
export interface UiWords {
  readonly [key: string]: string | UiWords;
}

/** @throws {ContentError} with every fault of the file */
export const parseUi = (file: string, value: unknown): UiWords => reading(file, (spot) => uiAt(spot, value));

function uiAt(spot: Spot, value: unknown): UiWords {
  return recordOf(spot, value, (place, entry) => {
    const key = place.path.slice(place.path.lastIndexOf('/') + 1);
    // i18next would take a dot or a colon for a path of its own.
    matching(place, key, /^[A-Za-z0-9][A-Za-z0-9_-]*$/, 'a key of letters, digits, - and _');
    return typeof entry === 'object' && entry !== null ? uiAt(place, entry) : stringAt(place, entry);
  });
}

/** Empty strings are left to the checks, which know the other language too. */
function stringAt(spot: Spot, value: unknown): string {
  if (typeof value !== 'string' && value !== undefined) refuse(spot, 'a string or an object', show(value));
  return typeof value === 'string' ? value : '';
}

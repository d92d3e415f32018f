/** Parses terms and the words of the interface from `unknown` to their types. */

import * as v from 'valibot';
import type { Language } from '../../core/language';
import type { Term } from '../../core/model';
import type { UnitRule } from '../../core/reading';
import { code } from './factsSchema';
import { remark, show } from './fault';
import { termsFile } from './files';
import { idsOf } from './parseFacts';
import { wordsForEach } from './parseWords';
import { exact, list, matching, pageId, read, record, refuse, repeated, text, truth } from './schema';

const forms = v.optional(list(text), []);

const termSchema = exact({
  id: pageId,
  group: pageId,
  background: truth,
  zh: text,
  pinyin: text,
  en: text,
  said: v.optional(exact({ zh: forms, en: forms }), {}),
});

/** @throws {ContentError} with every fault of the file */
export function parseTerms(file: string, value: unknown): Term[] {
  const terms = read(file, value, list(termSchema));
  refuse(file, [
    ...repeated(terms.map(({ id }) => ({ path: `[${id}].id`, value: id }))),
    ...terms.flatMap(pinyinRemarks),
  ]);
  return terms;
}

const toneMarks = /[\u0300\u0301\u0304\u030c]/g;

/** Names have no neutral tones, so there must be one tone mark for each character. */
function pinyinRemarks({ id, zh, pinyin }: Term) {
  const wanted = [...zh].filter((character) => /[\p{Script=Han}\d]/u.test(character)).length;
  const marks = pinyin.normalize('NFD').match(toneMarks)?.length ?? 0;
  if (marks === wanted) return [];
  const expected = `pinyin of “${zh}”, one tone mark for each of ${wanted} characters`;
  const remedy = 'Mark the tone of every syllable.';
  return [remark(`[${id}].pinyin`, expected, `${marks} in ${show(pinyin)}`, remedy)];
}

const unitRules = record(
  exact({ zh: v.pipe(list(text), v.minLength(1, 'at least one word')), of: forms }),
  code,
);

/** The units of `src/content/units.json` and the words by which they are known: the same in every report. */
export const parseUnits = (file: string, value: unknown): UnitRule[] =>
  Object.entries(read(file, value, unitRules)).map(([unit, rule]) => ({ unit, ...rule }));

/** One sentence for each term, in one language. @throws {ContentError} */
export function parseTermWords(
  file: string,
  value: unknown,
  terms: readonly Term[],
  language: Language,
): Readonly<Record<string, string>> {
  const words = read(file, value, record(text));
  refuse(file, wordsForEach('', words, idsOf(terms), { what: 'term', file: termsFile, language }));
  return words;
}

/** The interface's words of one namespace: sentences, or groups of them. */
export interface UiWords {
  readonly [key: string]: string | UiWords;
}

/** Other characters are refused, because i18next would read a dot or a colon in a key as a path. */
const key = matching(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, 'a key of letters, digits, - and _');

/** Empty strings pass here. The checks that know the other language too report them. */
const uiWords: v.GenericSchema<unknown, string | UiWords> = v.lazy((value) =>
  typeof value === 'object' && value !== null ? record(uiWords, key) : v.string('a string or an object'),
);

/** @throws {ContentError} with every fault of the file */
export const parseUi = (file: string, value: unknown): UiWords => read(file, value, record(uiWords, key));

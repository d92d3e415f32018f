import { autonymOf, type Language, languages, tagOf } from '../../core/language';
import { termsFile, termWordsFileOf, uiFileOf, wordsFileOf } from './files';
import type { Finding } from './gates/view';
import type { Content } from './load';
import {
  hasHan,
  hasLatin,
  listed,
  placeholdersIn,
  stringsIn,
  withoutPlaceholders,
  writtenIn,
} from './strings';

interface Entry {
  readonly file: string;
  /** The path of the key, without its plural ending. */
  readonly stem: string;
  /** A plural category, or empty for a key without one. */
  readonly ending: string;
  readonly ordinal: boolean;
  readonly path: string;
  readonly text: string;
}

/** The interface has the same keys and placeholders in both languages, and no text is empty or in the wrong language. */
export function checkUi({ ui }: Content): Finding[] {
  const namespaces = [...new Set(languages.flatMap((language) => Object.keys(ui[language])))].sort();
  return namespaces.flatMap((namespace) => checkNamespace(ui, namespace));
}

function checkNamespace(ui: Content['ui'], namespace: string): Finding[] {
  const missing = languages.filter((language) => !(namespace in ui[language]));
  if (missing.length > 0) {
    return missing.map((language) =>
      fault(uiFileOf(language, namespace), '', 'a file, as in the other language', 'nothing'),
    );
  }
  const paths = new Set(
    languages.flatMap((language) => stringsIn(ui[language][namespace]).map(({ path }) => path)),
  );
  const sides = { zh: entriesOf(ui, 'zh', namespace, paths), en: entriesOf(ui, 'en', namespace, paths) };
  return [
    ...languages.flatMap((language) => sides[language].flatMap((entry) => checkText(entry, language))),
    ...checkStems(sides, namespace),
  ];
}

const pluralKey = /^(.+?)(_ordinal)?_(zero|one|two|few|many|other)$/;

function entriesOf(
  ui: Content['ui'],
  language: Language,
  namespace: string,
  paths: ReadonlySet<string>,
): Entry[] {
  const file = uiFileOf(language, namespace);
  return stringsIn(ui[language][namespace]).map(({ path, text }) => {
    const [, stem = '', ordinal = '', ending = ''] = pluralKey.exec(path) ?? [];
    // Without `step_other` in either language, `step_one` is a name that merely looks like a plural.
    if (!paths.has(`${stem}${ordinal}_other`))
      return { file, stem: path, ending: '', ordinal: false, path, text };
    return { file, stem: stem + ordinal, ending, ordinal: ordinal !== '', path, text };
  });
}

function checkText({ file, path, text }: Entry, language: Language): Finding[] {
  if (text.trim() === '') return [fault(file, path, 'a string that is not empty', '""')];
  return checkLanguage(file, path, text, language, 'interface');
}

/**
 * Text in the wrong language is a missing translation. English prose may quote a Chinese name; English of the
 * interface may not, except for a language's name for itself.
 */
function checkLanguage(
  file: string,
  path: string,
  text: string,
  language: Language,
  sort: 'interface' | 'prose',
): Finding[] {
  const bare = withoutPlaceholders(text);
  const isAutonym = Object.values(autonymOf).includes(text);
  const got = JSON.stringify(text.slice(0, 60));
  switch (language) {
    case 'zh': {
      const latinWords = bare.match(/\p{Script=Latin}{2,}/gu) ?? [];
      return !hasHan(bare) && latinWords.length >= 3 ? [fault(file, path, 'text in Chinese', got)] : [];
    }
    case 'en': {
      const isForeign = hasHan(bare) && (sort === 'interface' ? !isAutonym : !hasLatin(bare));
      return isForeign ? [fault(file, path, 'text in English', got)] : [];
    }
  }
}

function checkStems(sides: Record<Language, Entry[]>, namespace: string): Finding[] {
  const stems = new Set(languages.flatMap((language) => sides[language].map(({ stem }) => stem)));
  return [...stems].flatMap((stem) => {
    const forms = {
      zh: sides.zh.filter((entry) => entry.stem === stem),
      en: sides.en.filter((entry) => entry.stem === stem),
    };
    const isPlural = [...forms.zh, ...forms.en].some(({ ending }) => ending !== '');
    const missing = languages.filter((language) => forms[language].length === 0);
    if (missing.length > 0) {
      return missing.map((language) =>
        fault(uiFileOf(language, namespace), stem, 'this key, as in the other language', 'nothing'),
      );
    }
    return [
      ...(isPlural ? languages.flatMap((language) => checkForms(forms[language], language)) : []),
      ...checkPlaceholders(forms),
    ];
  });
}

/** A key with plural endings has every form that its language asks for, and none besides. */
function checkForms(forms: readonly Entry[], language: Language): Finding[] {
  const [first] = forms;
  if (first === undefined) return [];
  const type = first.ordinal ? 'ordinal' : 'cardinal';
  const needed: string[] = new Intl.PluralRules(tagOf[language], { type }).resolvedOptions().pluralCategories;
  const endings = forms.map(({ ending }) => ending);
  return [
    ...needed
      .filter((ending) => !endings.includes(ending))
      .map((ending) =>
        fault(first.file, `${first.stem}_${ending}`, `this plural form of ${language}`, 'nothing'),
      ),
    // i18next lets any language have words for zero.
    ...forms
      .filter(({ ending }) => ending !== 'zero' && !needed.includes(ending))
      .map(({ file, path, ending }) =>
        fault(
          file,
          path,
          `a plural form of ${language} (${needed.join(', ')})`,
          ending || 'a key without one',
        ),
      ),
  ];
}

/** Both languages have the same placeholders, except that “one card” may do without {{count}}. */
function checkPlaceholders(forms: Record<Language, readonly Entry[]>): Finding[] {
  const main = forms.zh.find(({ ending }) => ending === '' || ending === 'other');
  if (main === undefined) return [];
  const wanted = placeholdersIn(main.text);
  return [...forms.zh, ...forms.en].flatMap(({ file, path, text, ending }) => {
    const found = placeholdersIn(text);
    const mayOmit = (name: string) => name === 'count' && (ending === 'one' || ending === 'zero');
    const agrees =
      [...wanted].every((name) => found.has(name) || mayOmit(name)) &&
      [...found].every((name) => wanted.has(name));
    return agrees ? [] : [fault(file, path, `the placeholders as in zh: ${listed(wanted)}`, listed(found))];
  });
}

/** Checks that articles and terms are in the right language, as far as a program can tell. */
export function checkLanguages({ articles, terms }: Content): Finding[] {
  return [
    ...languages.flatMap((language) => [
      ...articles.flatMap(({ facts, words }) =>
        proseFaults(wordsFileOf(language, facts.id), words[language], language),
      ),
      ...proseFaults(termWordsFileOf(language), terms.words[language], language),
    ]),
    ...terms.facts.flatMap(({ id, zh, en }) => [
      ...(hasHan(zh) || !hasLatin(zh)
        ? []
        : [fault(termsFile, `[${id}].zh`, 'a Chinese term', JSON.stringify(zh))]),
      ...(hasLatin(en) && !hasHan(en)
        ? []
        : [fault(termsFile, `[${id}].en`, 'an English term', JSON.stringify(en))]),
    ]),
  ];
}

const proseFaults = (file: string, value: unknown, language: Language): Finding[] =>
  writtenIn(value).flatMap(({ path, text }) => checkLanguage(file, path, text, language, 'prose'));

const fault = (file: string, path: string, expected: string, got: string): Finding => ({
  file,
  path,
  expected,
  got,
});

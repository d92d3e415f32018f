/** Which text is accepted: what a reader can see, and nothing that a program would obey. */

import { codePointOf } from './fault';

/**
 * What may stand between braces: nothing in facts, the ids of measures in an article's words, and any name such
 * as `{{count}}` in the interface's words.
 */
export type Braces = 'none' | 'measures' | 'names';

const placeholders: Readonly<Record<Braces, RegExp | undefined>> = {
  none: undefined,
  measures: /\{\{[a-z0-9-]+\}\}/g,
  names: /\{\{[A-Za-z][A-Za-z0-9-]*\}\}/g,
};

/** The first pattern that fits a code point gives the reason. */
const refused: readonly (readonly [RegExp, string])[] = [
  [/\p{Cs}/u, 'no half of a surrogate pair'],
  [/\p{Noncharacter_Code_Point}/u, 'no noncharacter'],
  [/\p{Cc}/u, 'no control character, line break or tab'],
  [/\p{Bidi_Control}/u, 'no bidirectional control'],
  [/\p{Cf}|\p{Default_Ignorable_Code_Point}/u, 'no invisible character'],
  [/\p{Zl}|\p{Zp}/u, 'no line or paragraph separator'],
  [/\p{Co}/u, 'no private-use character'],
  [/(?![0-9])\p{N}/u, 'digits 0 to 9 only, no look-alike'],
];

const anyRefused =
  /[\p{Cs}\p{Noncharacter_Code_Point}\p{Cc}\p{Bidi_Control}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Co}]|(?![0-9])\p{N}/gu;

const markup = /<[A-Za-z/!?]|-->|\]\]>|&#|&[A-Za-z]{2,};/;

/** The longest string that content may have; a sentence is far below it. */
const mostCharacters = 10_000;

interface Remark {
  readonly expected: string;
  readonly got: string;
  readonly remedy: string;
}

export function remarksOn(text: string, braces: Braces): Remark[] {
  if (text.length > mostCharacters) {
    const expected = `a string of at most ${mostCharacters} characters`;
    return [{ expected, got: `${text.length}`, remedy: 'Shorten the text.' }];
  }
  const remarks = characterRemarks(text);
  if (remarks.length === 0 && text !== text.normalize('NFC')) {
    const remedy = 'Type the accented letters anew, or save the text in form NFC.';
    remarks.push({ expected: 'text in Unicode form NFC', got: 'decomposed characters', remedy });
  }
  return [...remarks, ...commandRemarks(text, braces)];
}

function characterRemarks(text: string): Remark[] {
  const found = new Set(text.match(anyRefused) ?? []);
  return [...found].map((character) => ({
    expected: refused.find(([pattern]) => pattern.test(character))?.[1] ?? 'printable text',
    got: codePointOf(character),
    remedy: 'Delete the character, or type its plain form.',
  }));
}

function commandRemarks(text: string, braces: Braces): Remark[] {
  const remarks: Remark[] = [];
  const tag = markup.exec(text);
  if (tag) remarks.push({ expected: 'no markup', got: around(text, tag.index), remedy: 'Write plain text.' });
  const nesting = text.indexOf('$t(');
  if (nesting >= 0) {
    remarks.push({
      expected: 'no nested key',
      got: around(text, nesting),
      remedy: 'Write the words themselves.',
    });
  }
  const allowed = placeholders[braces];
  // Dots in place of each placeholder keep the length, so that a stray brace is shown where it stands.
  const rest = allowed ? text.replace(allowed, (found) => '.'.repeat(found.length)) : text;
  const brace = rest.search(/[{}]/);
  const expected = allowed ? 'no braces but those of a placeholder such as {{id}}' : 'no braces';
  if (brace >= 0) remarks.push({ expected, got: around(text, brace), remedy: 'Take the brace out.' });
  return remarks;
}

const around = (text: string, index: number): string => JSON.stringify(text.slice(index, index + 24));

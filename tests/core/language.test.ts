import { describe, expect, it } from 'vitest';
import {
  autonymOf,
  isLanguage,
  languages,
  otherThan,
  preferredLanguage,
  tagOf,
} from '../../src/core/language';

describe('preferredLanguage', () => {
  it.each([
    ['the last choice before the browser’s languages', 'en', ['zh-CN', 'zh'], 'en'],
    ['the browser’s first language that the reader speaks', undefined, ['fr-FR', 'en-GB', 'zh'], 'en'],
    ['the browser’s most wanted language', undefined, ['zh-TW', 'en'], 'zh'],
    ['a tag in capital letters', undefined, ['EN-us'], 'en'],
    ['a tag with a script', undefined, ['zh-Hant-HK'], 'zh'],
    ['Chinese when the browser wants neither', undefined, ['fr', 'de'], 'zh'],
    ['Chinese when the browser says nothing', undefined, [], 'zh'],
    ['the browser’s language when the stored choice is unknown', 'fr', ['en'], 'en'],
    ['the browser’s language when the stored choice is a tag', 'zh-Hans', ['en'], 'en'],
    ['the browser’s language when the stored choice is no string', { language: 'zh' }, ['en'], 'en'],
    ['no language that merely begins alike', undefined, ['enm', 'zha', 'en'], 'en'],
  ] as const)('takes %s', (_what, lastChoice, preferred, language) => {
    expect(preferredLanguage(lastChoice, preferred)).toBe(language);
  });
});

describe('isLanguage', () => {
  it.each([...languages])('knows %s', (language) => {
    expect(isLanguage(language)).toBe(true);
  });

  it.each(['', 'ZH', 'zh-Hans', 'toString', null, undefined, 0, ['zh']])('refuses %j', (value) => {
    expect(isLanguage(value)).toBe(false);
  });
});

describe('each language', () => {
  it('has the other one as its other', () => {
    expect(languages.map(otherThan)).toEqual(['en', 'zh']);
  });

  it('is named by itself and tagged for browsers', () => {
    expect(languages.map((language) => [autonymOf[language], tagOf[language]])).toEqual([
      ['中文', 'zh-Hans'],
      ['English', 'en'],
    ]);
  });
});

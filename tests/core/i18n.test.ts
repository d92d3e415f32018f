import { describe, expect, it } from 'vitest';
import { MissingWords, openI18n, translateIn } from '../../src/core/i18n';
import { kilobytes } from '../../src/core/kilobytes';
import type { Language } from '../../src/core/language';

type Say = (key: string, values?: object) => string;

/** Speaks with a few words of its own; real words are checked where pages are rendered. */
function aSpeech({ zh = {}, en = {} }: Partial<Record<Language, object>>) {
  const instance = openI18n('zh', { zh: { frame: zh }, en: { frame: en } });
  const say = (language: Language) => translateIn(instance, language) as unknown as Say;
  return { instance, zh: say('zh'), en: say('en') };
}

describe('translateIn', () => {
  it('speaks each language, whichever one is shown', async () => {
    const { zh, en, instance } = aSpeech({ zh: { brand: '要览' }, en: { brand: 'Yaolan' } });
    expect([zh('frame:brand'), en('frame:brand')]).toEqual(['要览', 'Yaolan']);
    await instance.changeLanguage('en');
    expect([zh('frame:brand'), en('frame:brand')]).toEqual(['要览', 'Yaolan']);
  });

  it('stops at a missing key and names the language that lacks it, the file and the key', () => {
    const { zh, en } = aSpeech({ zh: { a: '甲' }, en: { b: 'B' } });
    expect(() => zh('frame:b')).toThrow(MissingWords);
    expect(() => zh('frame:b')).toThrow('locales/zh/frame.json: no words for b');
    expect(() => en('frame:a')).toThrow('locales/en/frame.json: no words for a');
  });

  it('stops at a missing file', () => {
    const { zh } = aSpeech({ zh: { brand: '要览' } });
    expect(() => zh('reader:next')).toThrow('locales/zh/reader.json: no words for next');
  });

  it('stops at a placeholder without a value and names it', () => {
    const { en } = aSpeech({ en: { saved: 'Saved: {{size}} kB' } });
    expect(en('frame:saved', { size: '112' })).toBe('Saved: 112 kB');
    expect(() => en('frame:saved')).toThrow('no value for {{size}} in "Saved: {{size}} kB"');
  });

  it('takes the plural form of each language', () => {
    const { zh, en } = aSpeech({
      zh: { cards_other: '{{count}}张卡片' },
      en: { cards_one: 'One card', cards_other: '{{count}} cards' },
    });
    expect([1, 14].map((count) => zh('frame:cards', { count }))).toEqual(['1张卡片', '14张卡片']);
    expect([1, 14].map((count) => en('frame:cards', { count }))).toEqual(['One card', '14 cards']);
  });

  it('stops at a missing plural form', () => {
    const { en } = aSpeech({ en: { cards_one: 'One card' } });
    expect(() => en('frame:cards', { count: 2 })).toThrow('locales/en/frame.json: no words for cards');
  });

  it('leaves escaping to the page', () => {
    const { en } = aSpeech({ en: { title: '{{name}} & “more”' } });
    expect(en('frame:title', { name: '<b>' })).toBe('<b> & “more”');
  });
});

describe('kilobytes', () => {
  it.each([
    [0, '1'],
    [999, '1'],
    [111_600, '112'],
    [1_234_000, '1,234'],
  ])('says %i bytes as %s kB in both languages', (bytes, size) => {
    expect([kilobytes(bytes, 'zh'), kilobytes(bytes, 'en')]).toEqual([size, size]);
  });
});

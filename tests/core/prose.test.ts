import { describe, expect, it } from 'vitest';
import { marked, piecesOf, plain } from '../../src/core/prose';

const unitOf = (measure: string) => ({ posts: '个', points: 'video points' })[measure] ?? '';

const pieces = (text: string, language: 'zh' | 'en' = 'en') => piecesOf(text, language, unitOf);

describe('plain', () => {
  it('takes the marks off and leaves the figure', () => {
    expect(plain(`rose ${marked('a', '27.7%')} and ${marked('b', 'more than 340')}.`)).toBe(
      'rose 27.7% and more than 340.',
    );
  });

  it('leaves a sentence without figures as it is', () => {
    expect(plain('文章没有说明。')).toBe('文章没有说明。');
  });
});

describe('piecesOf', () => {
  it('sets a figure apart and names its measure', () => {
    expect(pieces(`It rose ${marked('a', '27.7%')}.`)).toEqual([
      { text: 'It rose ' },
      { text: '27.7%', measure: 'a' },
      { text: '.' },
    ]);
  });

  it('keeps a unit that follows directly with its number', () => {
    expect(pieces(`建了${marked('posts', '9')}个警务站。`, 'zh')).toEqual([
      { text: '建了' },
      { text: '9个', measure: 'posts' },
      { text: '警务站。' },
    ]);
  });

  it('keeps a number and its unit together with a space that does not break', () => {
    expect(pieces(`with ${marked('points', '124,500')} video points in all`)).toEqual([
      { text: 'with ' },
      { text: '124,500\u00A0video\u00A0points', measure: 'points' },
      { text: ' in all' },
    ]);
  });

  it('lets a line end behind the qualifier only where a figure is too long for a narrow column', () => {
    expect(pieces(`to grow ${marked('points', 'about 5%')}`)[1]?.text).toBe('about\u00A05%');
    expect(pieces(`for ${marked('points', 'more than 12.44 million')} video points`)[1]?.text).toBe(
      'more than 12.44\u00A0million\u00A0video points',
    );
  });

  it('takes nothing else for a unit', () => {
    expect(pieces(`${marked('points', '124,500')} cameras`)).toEqual([
      { text: '124,500', measure: 'points' },
      { text: ' cameras' },
    ]);
  });

  it('leaves nothing empty between two figures', () => {
    expect(pieces(`${marked('posts', '9')}个${marked('a', '1')}`, 'zh')).toEqual([
      { text: '9个', measure: 'posts' },
      { text: '1', measure: 'a' },
    ]);
  });

  it('has no pieces for no text', () => {
    expect(pieces('')).toEqual([]);
  });

  it('marks a run of Chinese in English and leaves the quotation marks outside', () => {
    expect(pieces('Called “破小案” (Solve Small Cases).')).toEqual([
      { text: 'Called “' },
      { text: '破小案', foreign: true },
      { text: '” (Solve Small Cases).' },
    ]);
  });

  it('keeps Chinese punctuation and digits inside a run', () => {
    expect(pieces('See 法院、检察院，公安110报警 here')).toEqual([
      { text: 'See ' },
      { text: '法院、检察院，公安110报警', foreign: true },
      { text: ' here' },
    ]);
  });

  it('marks two or more Latin words in Chinese', () => {
    expect(pieces('又称“Thunder and Fire”行动', 'zh')).toEqual([
      { text: '又称“' },
      { text: 'Thunder and Fire', foreign: true },
      { text: '”行动' },
    ]);
  });

  it.each(['以 CSV 下载', '按 MIT 许可', 'Safari'])(
    'leaves a lone Latin word in Chinese alone: %s',
    (text) => {
      expect(pieces(text, 'zh')).toEqual([{ text }]);
    },
  );

  it('leaves each language alone in its own text', () => {
    expect(pieces('The article does not say.', 'en')).toEqual([{ text: 'The article does not say.' }]);
    expect(pieces('文章没有说明。', 'zh')).toEqual([{ text: '文章没有说明。' }]);
  });

  it('loses no character of any sentence', () => {
    const text = `“雷火2024” rose ${marked('a', '12.45万')}, ${marked('points', '3')} video points 雷。`;
    const joined = (language: 'zh' | 'en') =>
      pieces(text, language)
        .map((piece) => piece.text)
        .join('')
        .replaceAll('\u00A0', ' ');
    expect([joined('zh'), joined('en')]).toEqual([plain(text), plain(text)]);
  });
});

import { describe, expect, it } from 'vitest';
import { languages } from '../../src/core/language';
import { plain } from '../../src/core/prose';
import { sentencesOf } from '../../src/core/sentences';
import { theArticle, theReader } from './aSpeaker';

const cut = (text: string, language: 'zh' | 'en') =>
  sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it.each<[string, string, string[]]>([
    ['after a full stop', '第一句。第二句。', ['第一句。', '第二句。']],
    ['after its closing marks', '他说：“好。”她走了。', ['他说：“好。”', '她走了。']],
    ['after a question or an exclamation', '是吗？是！', ['是吗？', '是！']],
    ['not at a semicolon or a decimal point', '上升27.7%；下降。', ['上升27.7%；下降。']],
    ['at a line of its own', '标题\n\n正文', ['标题', '正文']],
  ])('cuts Chinese %s', (_where, text, sentences) => {
    expect(cut(text, 'zh')).toEqual(sentences);
  });

  it.each<[string, string, string[]]>([
    ['after a full stop', 'One. Two.', ['One.', 'Two.']],
    ['after its closing marks', 'It is “new.” It ends.', ['It is “new.”', 'It ends.']],
    ['before a quotation and before Chinese', 'A name. “Two” ends. 环', ['A name.', '“Two” ends.', '环']],
    ['not at a decimal point', 'It rose 27.7% in all.', ['It rose 27.7% in all.']],
    ['not at No. 3', 'See No. 3 there. End.', ['See No. 3 there.', 'End.']],
    ['but after a no', 'The answer is No. It ends.', ['The answer is No.', 'It ends.']],
    ['not at an initial or a title', 'Mr. J. Smith and Dr. Wu met.', ['Mr. J. Smith and Dr. Wu met.']],
    ['not before a small letter', 'e.g. this, i.e. that', ['e.g. this, i.e. that']],
    ['not inside a run of points', 'Wait ... what?', ['Wait ... what?']],
    [
      'at a bracket that closes',
      'It works (mostly.) “Loophole” fell.',
      ['It works (mostly.)', '“Loophole” fell.'],
    ],
  ])('cuts English %s', (_where, text, sentences) => {
    expect(cut(text, 'en')).toEqual(sentences);
  });

  it('comes through a hundred thousand full stops', () => {
    expect(sentencesOf('。 '.repeat(100_000), 'zh')).toHaveLength(100_000);
  });

  it('finds none in white space', () => {
    expect([sentencesOf('', 'zh'), sentencesOf(' \n ', 'en')]).toEqual([[], []]);
  });

  it.each([...languages])('leaves no character of the article in %s outside a sentence', (language) => {
    const reader = theReader(language);
    const texts = theArticle()
      .facts.cards.flatMap(({ id }) =>
        [reader.card(id).takeaway ?? [], reader.card(id).summary ?? [], ...reader.card(id).notes].flat(),
      )
      .map(plain);
    expect(texts.flatMap((text) => sentencesOf(text, language)).length).toBeGreaterThan(40);
    for (const text of texts) {
      const ranges = sentencesOf(text, language);
      const between = [0, ...ranges.map(({ end }) => end)].map((end, at) =>
        text.slice(end, ranges[at]?.start ?? text.length),
      );
      expect(between.join('').trim()).toBe('');
      expect(ranges.filter(({ start, end }) => !/[.。！？]”?$/.test(text.slice(start, end)))).toEqual([]);
    }
  });
});

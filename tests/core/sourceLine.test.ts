import { describe, expect, it } from 'vitest';
import { sourceLine } from '../../src/core/sourceLine';
import { theArticle, theWords } from './aSpeaker';

const words = theWords();
const { facts } = theArticle();

describe('the line of the paragraphs', () => {
  it('names three or more in a row as a range, and the others one by one', () => {
    const paragraphs = [1, 2, 4, 5, 6, 18];
    expect(sourceLine(words.zh.t, facts, paragraphs)).toBe('据文章第1、2、4—6、18段');
    expect(sourceLine(words.en.t, facts, paragraphs)).toBe('From paragraphs 1, 2, 4–6, 18 of the article');
  });
});

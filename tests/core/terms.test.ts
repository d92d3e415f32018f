import { describe, expect, it } from 'vitest';
import type { Term } from '../../src/core/model';
import { openTerms } from '../../src/core/terms';
import { realContent } from './aSpeaker';

const term = (id: string, zh: string, en: string, said: Partial<Term['said']> = {}): Term => ({
  id,
  group: 'law',
  background: false,
  pinyin: '',
  zh,
  en,
  said: { zh: [], en: [], ...said },
});

const terms = [
  term('work', '政法', 'political-legal work', { en: ['political-legal'] }),
  term('commission', '政法委', 'political and legal affairs commission'),
  term('police', '公安机关', 'public security organs (police)'),
  term('petition', '信访', 'petition'),
];

const termFinder = (terms: readonly Term[], language: 'zh' | 'en') => openTerms(terms, language)(() => true);

const found = (text: string, language: 'zh' | 'en', find = termFinder(terms, language)) =>
  find(text).flatMap(({ text, term }) => (term ? [`${term}: ${text}`] : []));

describe('openTerms', () => {
  it('takes the longest form', () => {
    expect(found('市委政法委召开会议', 'zh')).toEqual(['commission: 政法委']);
  });

  it('marks each term once, over all sentences', () => {
    const find = termFinder(terms, 'zh');
    expect(found('信访和信访积案', 'zh', find)).toEqual(['petition: 信访']);
    expect(found('重复信访', 'zh', find)).toEqual([]);
  });

  it('does not fall back to a shorter form within a longer one met before', () => {
    const find = termFinder(terms, 'zh');
    find('政法委');
    expect(found('政法委和法院', 'zh', find)).toEqual([]);
  });

  it('marks in a sentence that is rendered again what it marked before', () => {
    const find = termFinder(terms, 'zh');
    const pieces = find('重复信访');
    expect(find('信访')).toEqual([{ text: '信访' }]);
    expect(find('重复信访')).toEqual(pieces);
    expect(pieces).toContainEqual({ text: '信访', term: 'petition' });
  });

  it('knows a name without its brackets, other forms, plurals and capitals', () => {
    expect(found('Political-legal bodies; Public security organs; petitions.', 'en')).toEqual([
      'work: Political-legal',
      'police: Public security organs',
      'petition: petitions',
    ]);
  });

  it('finds only the terms that are wanted', () => {
    const find = openTerms(terms, 'zh')((id) => id === 'petition');
    expect(found('政法委与信访', 'zh', find)).toEqual(['petition: 信访']);
  });

  it('takes English forms for whole words only', () => {
    expect(found('petitioners repetition', 'en')).toEqual([]);
  });

  it('keeps every character of the text', () => {
    const text = 'The petition, and the petition of public security organs.';
    expect(
      termFinder(
        terms,
        'en',
      )(text)
        .map(({ text }) => text)
        .join(''),
    ).toBe(text);
  });

  it('leaves an article’s words alone where there are no terms to find', () => {
    expect(termFinder(realContent.terms.facts, 'en')('Nothing of note.')).toEqual([
      { text: 'Nothing of note.' },
    ]);
  });
});

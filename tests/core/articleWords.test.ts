import { describe, expect, it } from 'vitest';
import { namespaceOf } from '../../src/core/articleWords';
import { languages } from '../../src/core/language';
import { marked, plain } from '../../src/core/prose';
import { realContent, theArticle, theReader } from './aSpeaker';

const { facts } = theArticle();
const readers = { zh: theReader('zh'), en: theReader('en') };

function measureNamed(id: string) {
  const measure = facts.measures.find((candidate) => candidate.id === id);
  if (!measure) throw new Error(`no measure ${id}`);
  return measure;
}

const stringsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsOf) : [];
};

describe('openArticle', () => {
  it('fills a placeholder with the marked figure of each language', () => {
    const measure = measureNamed('video-points');
    expect(readers.zh.words(measure).text).toContain(marked('video-points', '12.45万'));
    expect(readers.en.words(measure).text).toContain(marked('video-points', '124,500'));
  });

  it.each([...languages])('fills every placeholder of the article in %s', (language) => {
    const reader = readers[language];
    const all = [
      ...facts.cards.map(({ id }) => reader.card(id)),
      ...facts.measures.map((measure) => reader.words(measure)),
      reader.list('unsaid'),
      ...['title', 'kicker', 'standfirst', 'description'].map(reader.text),
    ].flatMap(stringsOf);
    expect(all.length).toBeGreaterThan(200);
    expect(all.map(plain).filter((text) => /[{}\uE000-\uE0FF]|undefined|\[object/.test(text))).toEqual([]);
  });

  it.each([...languages])('has every measure’s own figure in its sentence in %s', (language) => {
    const lacking = facts.measures.filter(
      (measure) => !readers[language].words(measure).text.includes(`\uE000${measure.id}\uE001`),
    );
    expect(lacking.map(({ id }) => id)).toEqual([]);
  });

  it('gives a card its measures in the order of the facts', () => {
    expect(readers.zh.measuresOf('crime').map(({ id }) => id)).toEqual([
      'clearance-rate',
      'theft-robbery-fraud-clearance',
      'telecom-fraud-cases',
    ]);
    expect(readers.zh.measuresOf('no-such-card')).toEqual([]);
  });

  it('knows the unit of a measure, and none of an unknown one', () => {
    expect([readers.zh.unitOf('police-posts'), readers.en.unitOf('clearance-rate')]).toEqual(['个', '']);
    expect(readers.zh.unitOf('no-such-measure')).toBe('');
  });

  it('stops at words that are not there', () => {
    const file = `locales/en/${namespaceOf(facts.id)}.json`;
    expect(() => readers.en.text('no-such-key')).toThrow(`${file}: no words for no-such-key`);
    expect(() => readers.en.card('no-such-card')).toThrow(`${file}: no words for cards.no-such-card`);
  });

  it('stops at a placeholder that names no measure', () => {
    const content = structuredClone(realContent);
    Object.assign(theArticle(content).words.en, { title: 'About {{no-such-measure}}' });
    expect(() => theReader('en', content).text('title')).toThrow('no value for {{no-such-measure}}');
  });
});

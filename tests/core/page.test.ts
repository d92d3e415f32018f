import { describe, expect, it } from 'vitest';
import { routesOf } from '../../src/core/allRoutes';
import { type Language, languages } from '../../src/core/language';
import { routeOf } from '../../src/core/page';
import { aPageInfo, realContent, theArticle, theWords } from './aSpeaker';

describe('openWords', () => {
  const words = theWords();

  it('speaks each language, and leads to the other one', () => {
    expect([words.zh.t('frame:brand'), words.en.t('frame:brand')]).toEqual(['要览', 'Yaolan']);
    expect([words.zh.other, words.en.other]).toEqual([words.en, words.zh]);
  });

  it('says what is missing by file and key', () => {
    const content = structuredClone(realContent);
    delete (content.ui.en.frame as Record<string, unknown>).footnote;
    const spoilt = theWords(aPageInfo(), content);
    expect(() => spoilt.en.t('frame:footnote')).toThrow('locales/en/frame.json: no words for footnote');
    expect(() => spoilt.en.say('reader:periods.never')).toThrow(
      'locales/en/reader.json: no words for periods.never',
    );
    expect(spoilt.zh.t('frame:footnote')).toMatch(/\p{Script=Han}/u);
  });

  it('has no article that the page does not carry, and says so', () => {
    expect(words.zh.article('suizhou-2024').facts).toMatchObject({ id: 'suizhou-2024', ledger: [] });
    expect(() => words.zh.article('nowhere-2024')).toThrow('home: expected the article "nowhere-2024"');
    expect(() => words.zh.imprint('nowhere-2024')).toThrow('home: expected the article "nowhere-2024"');
  });

  it.each([...languages])(
    'finds each term once in an article, and the same when asked again, in %s',
    (language) => {
      const found = termsByCard(language, theWords());
      expect(found.length).toBeGreaterThan(20);
      expect(new Set(found).size).toBe(found.length);
      const opened = theWords();
      expect(termsByCard(language, opened)).toEqual(found);
      expect(termsByCard(language, opened)).toEqual(found);
    },
  );
});

/** The terms that the cards explain in their sentences, card by card. */
function termsByCard(language: Language, words: ReturnType<typeof theWords>): string[] {
  const article = words[language].article(theArticle().facts.id);
  return article.facts.cards.flatMap(({ id }, index) => {
    const { takeaway, summary, unsaid, items, notes } = article.card(id);
    const news = index === 0 ? article.brief.map(({ text }) => text) : [takeaway];
    const measures = article.measuresOf(id).map((measure) => article.words(measure));
    const written = measures.flatMap(({ text, isWritten }) => (isWritten ? text : []));
    const find = words[language].termsIn(article.facts.id, index);
    return [...news, ...written, summary, unsaid, ...items.map(({ text }) => text), ...notes].flatMap(
      (text) => find(text ?? '').flatMap(({ term }) => term ?? []),
    );
  });
}

describe('routeOf', () => {
  it.each(routesOf(['suizhou-2024']))('reads back %j', (route) => {
    const article = 'article' in route ? route.article : null;
    expect(routeOf(aPageInfo({ page: route.page, article }), route.language)).toEqual(route);
  });

  it('takes the root for the home page', () => {
    expect(routeOf(aPageInfo({ page: 'root' }), 'en')).toEqual({ page: 'home', language: 'en' });
  });
});

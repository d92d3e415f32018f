import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../../src/core/language';
import { plain } from '../../../src/core/prose';
import { cardTextsOf, utterancesOfCard } from '../../../src/core/speech/cardTexts';
import { theArticle, theWords } from '../aSpeaker';

const words = theWords();
const { facts } = theArticle();

function theCard(id: string) {
  const card = facts.cards.find((card) => card.id === id);
  if (!card) throw new Error(`no card ${id}`);
  return card;
}

const textsOf = (id: string, language: Language) => cardTextsOf(words[language], facts.id, theCard(id));

describe('cardTextsOf', () => {
  it.each([...languages])('reads the blocks of a card in the order of the page in %s', (language) => {
    const article = words[language].article(facts.id);
    const { title, summary } = article.card('digital');
    const text = (id: string) =>
      article
        .measuresOf('digital')
        .filter((measure) => measure.id === id)
        .map((measure) => article.words(measure).text);
    const blocks = [
      title,
      ...text('video-points'),
      ...text('rural-theft'),
      summary,
      ...text('key-site-coverage'),
    ];
    expect(textsOf('digital', language)).toEqual(blocks.map(plain));
  });

  it('reads the figures of the overview with units and hedges: a change never sounds like a level', () => {
    expect(textsOf('overview', 'zh').slice(3, -1)).toEqual([
      ...['刑事案件破案率', '27.7% 同比上升', '电信网络诈骗发案', '45% 同比下降'],
      ...['调解占矛盾纠纷总量', '90%', '视频点位', '12.45万个 累计'],
    ]);
    expect(textsOf('overview', 'en')).toContain('124,500 video points in total to date');
  });

  it('reads the list of a card that has no measures', () => {
    const [first] = words.zh.article(facts.id).card('local-practices').items;
    expect(textsOf('local-practices', 'zh').slice(2, 4)).toEqual([first?.name, first?.text]);
    expect(textsOf('mediation', 'zh')).toHaveLength(6);
  });
});

describe('utterancesOfCard', () => {
  it.each([...languages])('marks every utterance with its sentence of the text in %s', (language) => {
    for (const card of facts.cards) {
      const texts = cardTextsOf(words[language], facts.id, card);
      const utterances = utterancesOfCard(words[language], facts.id, card);
      const sentences = [...new Set(utterances.map(({ mark }) => mark))];
      expect(sentences.map(({ block }) => texts[block])).toEqual(sentences.map(({ text }) => text));
      const said = (block: number) =>
        sentences
          .filter((sentence) => sentence.block === block)
          .map(({ text, start, end }) => text.slice(start, end));
      texts.forEach((text, block) => {
        expect(said(block).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      });
    }
  });
});

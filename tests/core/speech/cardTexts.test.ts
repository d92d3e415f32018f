import { describe, expect, it } from 'vitest';
import { figureText } from '../../../src/core/figureText';
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
    const { title, takeaway, summary, unsaid } = article.card('digital');
    const measures = article.measuresOf('digital');
    const texts = [
      ...measures.filter(({ headline }) => headline),
      ...measures.filter(({ headline }) => !headline),
    ];
    // What the page shows of a figure is read: its sentence, or else what it is and the figure.
    const figures = texts.flatMap((measure) => {
      const { label, text, isWritten } = article.words(measure);
      return isWritten ? text : [label, figureText(article, measure)];
    });
    const blocks = [title, takeaway, ...figures, summary, unsaid];
    expect(textsOf('digital', language)).toEqual(blocks.flatMap((text) => (text ? plain(text) : [])));
  });

  it('reads the figures of the overview with units and hedges: a change never sounds like a level', () => {
    const said = textsOf('overview', 'zh');
    for (const figure of ['同比上升27.7%', '同比下降45%', '90%', '累计12.45万个'])
      expect(said).toContain(figure);
    expect(textsOf('overview', 'en')).toContain('124,500 video points in total to date');
  });

  it('reads the list of a card that has no measures', () => {
    const [first] = words.zh.article(facts.id).card('local-practices').items;
    const list = textsOf('local-practices', 'zh');
    expect(list.slice(list.indexOf(first?.name ?? '')).slice(0, 2)).toEqual([first?.name, first?.text]);
    const [folded] = words.zh.article(facts.id).card('mediation').items;
    expect(textsOf('mediation', 'zh')).not.toContain(folded?.name);
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

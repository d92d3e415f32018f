import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/core/language';
import { type CardText, cardTextOf, citedText, pictureText } from '../../src/core/sharing';
import { theArticle, theWords } from './aSpeaker';

const words = theWords();
const { facts } = theArticle();

function textOf(id: string, language: Language): CardText {
  const card = facts.cards.find((card) => card.id === id);
  if (!card) throw new Error(`no card ${id}`);
  return cardTextOf(words[language], facts.id, card, `https://example.org/${language}/#${id}`);
}

const cited = (id: string, language: Language) =>
  citedText(textOf(id, language), words[language].t).split('\n');

describe('the text of a card', () => {
  it('names title, figures with units, hedges and what is not said of them, source and address of the overview', () => {
    const zh = words.zh.article(facts.id);
    expect(cited('overview', 'zh')).toEqual([
      zh.text('title'),
      ...zh.essentials.map((measure, at) => {
        const figure = ['同比上升27.7%', '同比下降45%', '90%', '累计12.45万个'][at];
        const { label, lacks } = zh.words(measure);
        return `${label}：${figure}${lacks ? `（${lacks}）` : ''}`;
      }),
      zh.text('kicker'),
      '《随州日报》，据文章第9、10、13段',
      'https://example.org/zh/#overview',
    ]);
    const en = words.en.article(facts.id);
    expect(cited('overview', 'en')).toEqual([
      en.text('title'),
      ...en.essentials.map((measure, at) => {
        const figure = [
          ...['up 27.7% year on year', 'down 45% year on year', '90%'],
          '124,500 video points in total to date',
        ][at];
        const { label, lacks } = en.words(measure);
        return `${label}: ${figure}${lacks ? ` (${lacks})` : ''}`;
      }),
      en.text('kicker'),
      'Suizhou Daily. From paragraphs 9, 10, 13 of the article',
      'https://example.org/en/#overview',
    ]);
  });

  it('names the headline measures of a card, and “none” where none are reported', () => {
    const { words: told, measuresOf } = words.zh.article(facts.id);
    const labels = measuresOf('crime').map((measure) => told(measure).label);
    expect(cited('crime', 'zh').slice(1, 4)).toEqual([
      `${labels[0]}：同比上升27.7%（未说明是百分点还是相对变化）`,
      `${labels[1]}：同比上升125%`,
      `${labels[2]}：同比下降45%（发案数和金额未给出）`,
    ]);
    expect(cited('groups', 'en')[1]).toMatch(/: none, the article says \([^()]+\)$/);
  });

  it('says the takeaway where a card has no figures', () => {
    const { figures, takeaway } = textOf('oversight', 'en');
    expect(figures).toEqual([]);
    expect(words.en.article(facts.id).card('oversight').takeaway).toBe(takeaway);
    expect(cited('oversight', 'en')[1]).toBe(takeaway);
    expect(cited('crime', 'en')).not.toContain(textOf('crime', 'en').takeaway);
  });

  it('adds name and day in a picture', () => {
    const text = textOf('crime', 'en');
    const lines = pictureText(text, 'Yaolan', 'Made today', words.en.t).split('\n');
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['Yaolan', 'Made today', text.address]);
    expect(lines[1]).toBe(text.name);
    expect(lines).toContain('The reporting body’s own figures');
    for (const figure of text.figures) expect(lines.join()).toContain(figure.label);
  });
});

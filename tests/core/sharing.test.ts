import { describe, expect, it } from 'vitest';
import share from '../../locales/en/share.json';
import { addWords, openI18n, translateIn } from '../../src/core/i18n';
import { type CardText, citedText, pictureText } from '../../src/core/sharing';

const instance = openI18n('en');
addWords(instance, 'en', { share });
const t = translateIn(instance, 'en');

const aCard = (changes: Partial<CardText> = {}): CardText => ({
  title: 'Classes',
  figures: [
    {
      label: 'Cases',
      figure: [
        { text: '↓', style: 'arrow' },
        { text: '45%', style: 'number', isJoined: true },
        { text: ' down year on year', style: 'figure' },
      ],
    },
  ],
  summary: 'It went on.',
  source: 'A Daily. From paragraph 4 of the article',
  address: 'https://example.org/en/a/#classes',
  ...changes,
});

describe('the text of a card', () => {
  it('names title, figures in words, source and address', () => {
    expect(citedText(aCard(), t)).toBe(
      'Classes\nCases: 45% down year on year\nA Daily. From paragraph 4 of the article\nhttps://example.org/en/a/#classes',
    );
  });

  it('says the first sentence where there are no figures', () => {
    expect(citedText(aCard({ figures: [] }), t)).toContain('Classes\nIt went on.\nA Daily');
    expect(citedText(aCard(), t)).not.toContain('It went on');
  });

  it('adds name and day in a picture', () => {
    const lines = pictureText(aCard(), 'Yaolan', 'Made today', t).split('\n');
    expect([lines[0], lines.at(-2), lines.length]).toEqual(['Yaolan', 'Made today', 6]);
  });
});

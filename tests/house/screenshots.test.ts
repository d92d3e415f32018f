import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { articleInPictures, recordFile, recordOf, wordsInSight } from '../../src/node/screenshotRecord';
import { aSite } from '../prerender/aSite';

const { page } = aSite();
const article = articleInPictures();
const pageIn = (language: 'zh' | 'en') => page({ page: 'article', language, article });

describe('the pictures in public/screenshots', () => {
  it('show the words and the styles of today’s page; `npm run screenshots` takes them anew', () => {
    expect(recordOf(article, { zh: pageIn('zh'), en: pageIn('en') })).toEqual(
      JSON.parse(readFileSync(recordFile, 'utf8')),
    );
  });

  const aPage = (title: string, date = '2 May 2026') =>
    `<body><header>Yaolan</header><article data-card><h1>${title}</h1><p>Checked on ${date}.</p><details>More</details></article><article data-card>Next</article>`;

  it('are of another page when a word in sight has changed, and of no other for the day of a check', () => {
    expect(wordsInSight(aPage('One'))).not.toBe(wordsInSight(aPage('Two')));
    expect(wordsInSight(aPage('One', '13 June 2027'))).toBe(wordsInSight(aPage('One')));
    expect(wordsInSight(aPage('One'))).toBe('YaolanOneCheckedondate.');
  });
});

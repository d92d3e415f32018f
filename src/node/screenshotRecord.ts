import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../core/language';
import { projectRoot } from './content';

/**
 * The report that is in the pictures, and what they depend on, as hashes: the words that are in sight in each
 * language, and the styles. `npm run screenshots` writes it to `recordFile`; a house test compares it with today's page.
 */
export type ScreenshotRecord = Readonly<Record<'article' | Language | 'styles', string>>;

export const recordFile = join(projectRoot, 'src/node/screenshots.json');

/** The styles of what is in sight, below `src/app`. */
const sheets = [
  ...['ui/tokens.css', 'ui/Figure.module.css', 'ui/CheckLine.module.css', 'shell/Frame.module.css'],
  ...['features/language/LanguageSwitch.module.css', 'features/app-status/StatusLine.module.css'],
  ...['features/reader/Overview.module.css', 'features/reader/Essentials.module.css'],
];

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 16);

/** The words from the top of an article's page to the end of what is in sight of its first card. */
export function wordsInSight(html: string): string {
  const [shown] = /<body[\s\S]*?data-card[\s\S]*?(?=<details|<\/article>)/.exec(html) ?? [];
  if (shown === undefined) throw new Error('expected a page with a card (data-card), got none');
  return (
    shown
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, '')
      // A new comparison with the source changes its date, which is no reason to take the pictures anew.
      .replace(/\d+年\d+月\d+日|\d+[A-Z][a-z]+20\d\d/g, 'date')
  );
}

function stylesInSight(): string {
  const texts = sheets.map((sheet) => readFileSync(join(projectRoot, 'src/app', sheet), 'utf8'));
  return texts.join('').replace(/\/\*[\s\S]*?\*\/|\s+/g, '');
}

/** The report in the pictures stays the same when others are published, so that they need not be taken anew. */
export const articleInPictures = (): string =>
  (JSON.parse(readFileSync(recordFile, 'utf8')) as ScreenshotRecord).article;

/** @param pages the article's page in each language, as it is built */
export const recordOf = (
  article: string,
  { zh, en }: Readonly<Record<Language, string>>,
): ScreenshotRecord => ({
  article,
  zh: hashOf(wordsInSight(zh)),
  en: hashOf(wordsInSight(en)),
  styles: hashOf(stylesInSight()),
});

import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../../src/core/language';
import { changeFile, copyProject } from '../support/project';
import { buildSite } from '../support/site';

/** What a publisher does to a site that readers have stored. */
export const edits = ['card', 'script', 'article'] as const;
export type Edit = (typeof edits)[number];

interface Words {
  readonly cards: Record<string, { summary: string }>;
}

const more = { zh: '文章只说到这里。', en: ' The article says no more than that.' } as const;

/** One more sentence in one card, in both languages. */
function editCard(project: string, article: string): void {
  for (const language of languages) {
    changeFile(project, `locales/${language}/articles/${article}.json`, (text) => {
      const words = JSON.parse(text) as Words;
      const card = Object.values(words.cards).at(-1);
      if (!card) throw new Error(`${article} has no cards`);
      card.summary += more[language];
      return JSON.stringify(words, null, 2);
    });
  }
}

/** The smallest change to the script that every page loads first. */
const editScript = (project: string): void =>
  changeFile(project, 'src/app/platform/idle.ts', (text) => text.replace('timeout: 2000', 'timeout: 2001'));

export const addedTo = (article: string): string => `${article}-b`;

/** The same report a second time, under another name; nobody has compared it with its source. */
function addArticle(project: string, article: string): void {
  const added = addedTo(article);
  const rename = (text: string) => text.replaceAll(article, added);
  cpSync(join(project, 'src/content', article), join(project, 'src/content', added), { recursive: true });
  rmSync(join(project, 'src/content', added, 'checked.json'));
  changeFile(project, `src/content/${added}/facts.json`, rename);
  for (const language of languages) {
    const folder = join(project, 'locales', language, 'articles');
    cpSync(join(folder, `${article}.json`), join(folder, `${added}.json`));
  }
}

/** Builds a copy of the project with one change, and returns where. */
export function buildEdited(edit: Edit, article: string): Promise<string> {
  const project = copyProject();
  switch (edit) {
    case 'card':
      editCard(project, article);
      break;
    case 'script':
      editScript(project);
      break;
    case 'article':
      addArticle(project, article);
      break;
  }
  return buildSite({ project });
}

import { commandLine } from './commandLine';
import {
  type ArticleReport,
  ContentError,
  checkContent,
  type Fault,
  linesOf,
  projectRoot,
  type Report,
  recordChecks,
  sourceDirOf,
} from './content';

const { values } = commandLine(
  `npm run check -- [--record] [--source DIR] [--root DIR]

Tells a publisher whether the content may go out: one line for each fault.
  --record      also compares every measure with the source and keeps the result for the pages to show
  --source DIR  where <article>.txt stands; SOURCE_DIR says it too
  --root DIR    the project that holds src/content and locales`,
  { options: { root: { type: 'string' }, source: { type: 'string' }, record: { type: 'boolean' } } },
);

try {
  if (values.record) record();
  const { faults, report } = checkContent(values.root, values.source);
  console.log(linesFor(report).join('\n'));
  conclude(faults);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.log('The content could not be read.');
  conclude(error.faults);
}

function record(): void {
  const root = values.root ?? projectRoot;
  const today = new Date().toISOString().slice(0, 10);
  const files = recordChecks(root, values.source ?? sourceDirOf(root), today);
  console.log(
    files.length > 0
      ? `Compared and recorded: ${files.join(', ')}`
      : 'No source is at hand: nothing recorded.',
  );
}

function conclude(faults: readonly Fault[]): void {
  if (faults.length === 0) {
    console.log('No faults.');
    return;
  }
  console.error(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}:`);
  for (const line of linesOf(faults)) console.error(`  ${line}`);
  process.exitCode = 1;
}

function linesFor({ articles, terms, uiWords, gates }: Report): string[] {
  return [
    `Articles: ${articles.length}. Terms: ${terms}. Interface words: ${uiWords} in each language. Gates: ${gates}.`,
    ...articles.flatMap(linesForArticle),
  ];
}

function linesForArticle(article: ArticleReport): string[] {
  const { id, cards, measures, headline, ledger, compared, sourceFile } = article;
  return [
    `${id}: ${cards} cards, ${measures} measures (${headline} headline), ${ledger} ledger entries.`,
    compared
      ? `  Compared with the source, its ledger made anew: ${sourceFile}.`
      : `  NOT compared with the source: ${sourceFile} is not at hand (--source DIR or SOURCE_DIR says where it is).`,
  ];
}

import { commandLine, fail } from './commandLine';
import {
  type ArticleReport,
  ContentError,
  checkContent,
  type Fault,
  figureTable,
  isUnwritten,
  linesOf,
  projectRoot,
  type Report,
  recordComparison,
  sourceDirOf,
} from './content';

const { values } = commandLine(
  `npm run check -- [--record] [--source DIR] [--root DIR] [--figures REPORT]

Tells a publisher whether the content may go out: every fault, with what to do about it.
  --record          also keeps the date of the comparison with the source for the pages to show, if there is no fault
  --source DIR      where <article>.txt stands; SOURCE_DIR says it too
  --root DIR        the project that holds src/content and locales
  --figures REPORT  only prints what is read of each figure of a report, a line each`,
  {
    options: {
      root: { type: 'string' },
      source: { type: 'string' },
      record: { type: 'boolean' },
      figures: { type: 'string' },
    },
  },
);

try {
  const root = values.root ?? projectRoot;
  if (values.figures === undefined) check(root);
  else console.log(figureTable(root, values.figures).join('\n'));
} catch (error) {
  if (!(error instanceof ContentError)) fail(error);
  else {
    console.log('The content could not be read.');
    conclude(error.faults);
  }
}

function check(root: string): void {
  const checked = checkContent(root, sourceDirOf(root, values.source), { renews: values.record === true });
  console.log(linesFor(checked.report).join('\n'));
  conclude(checked.faults);
  if (values.record) record(recordComparison(root, checked, new Date().toISOString().slice(0, 10)));
}

function record(files: readonly string[]): void {
  if (files.length > 0) {
    console.log(`Compared and recorded: ${files.join(', ')}`);
    return;
  }
  const why = process.exitCode ? 'mend the faults first' : 'the source text of no article is at hand';
  console.error(`Nothing recorded: ${why}.`);
  process.exitCode = 1;
}

function conclude(faults: readonly Fault[]): void {
  if (faults.length === 0) {
    console.log('No faults.');
    return;
  }
  const gaps = faults.filter(isUnwritten);
  const others = faults.filter((fault) => !isUnwritten(fault));
  for (const line of toDoList(gaps)) console.error(line);
  if (others.length > 0) console.error(`${others.length} ${others.length === 1 ? 'fault' : 'faults'}:`);
  for (const line of linesOf(others)) console.error(`  ${line}`);
  process.exitCode = 1;
}

/** What is left to write, file by file. Its remedy is the same for all of a file and stands once. */
function toDoList(gaps: readonly Fault[]): string[] {
  const files = [...new Set(gaps.map(({ file }) => file))];
  return files.flatMap((file) => {
    const here = gaps.filter((gap) => gap.file === file);
    return [
      `${file}: ${here.length} left to write.`,
      `    Remedy: ${here[0]?.remedy}`,
      ...here.map(({ path, expected }) => `  ${path}: ${expected}`),
    ];
  });
}

function linesFor({ articles, terms, unusedTerms, uiWords, gates }: Report): string[] {
  return [
    `Articles: ${articles.length}. Terms: ${terms}. Interface words: ${uiWords} in each language. Gates: ${gates}.`,
    ...articles.flatMap(linesForArticle),
    ...(unusedTerms.length > 0
      ? [
          `No report uses ${unusedTerms.join(', ')}: the glossary leaves them out. If one should, list the form in which it does under "said".`,
        ]
      : []),
  ];
}

function linesForArticle(article: ArticleReport): string[] {
  const { id, cards, measures, headline, ledger, compared, sourceFile } = article;
  return [
    `${id}: ${cards} cards, ${measures} measures (${headline} headline), ${ledger} ledger entries.`,
    compared
      ? `  Compared with the source, its ledger made anew: ${sourceFile}.`
      : `  NOT compared with the source: ${sourceFile} is not at hand (--source DIR or SOURCE_DIR says where it is).`,
    ...(article.record === 'void' && !values.record
      ? [
          '  Its facts were changed after the last recorded comparison, so the pages say nothing of one.',
          '  With the source at hand, npm run check -- --record renews the record.',
        ]
      : []),
  ];
}

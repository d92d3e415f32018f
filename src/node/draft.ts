import { commandLine, fail, oneFile, UsageError } from './commandLine';
import { ContentError, linesOf, projectRoot } from './content';
import { draftReport, type Outcome } from './draft/draftReport';

const help = `npm run draft -- FILE --slug NAME [--root DIR]

Drafts a report from its source (.txt, .docx, .html or .pdf): facts, cards, quotes and labels as far as they can be read,
and a gap that begins with TODO: for each thing that an editor must write. npm run check lists the gaps.
Run again after the source or the draft was changed: it adds what is new and keeps every word that is written.
  --slug NAME  the report's address, such as hubei-2026
  --root DIR   the project that holds src/content and locales`;

function slugOf(slug: string | undefined): string {
  if (slug) return slug;
  throw new UsageError(`Expected --slug, got none; usage: ${help.split('\n')[0]}`);
}

function linesFor(outcome: Outcome): string[] {
  const { paragraphs, cards, measures, headline, names, asides, gaps, isMerged, added, gone } = outcome;
  return [
    ...(outcome.dropped.length > 0 ? [`Not read: ${outcome.dropped.join(', ')}.`] : []),
    `${paragraphs} paragraphs, ${cards} cards, ${measures} measures (${headline} headline), ${names} names, ${asides} numbers set aside, ${gaps} gaps.`,
    ...(isMerged ? [`New measures: ${added.join(', ') || 'none'}.`] : []),
    ...(gone.length > 0
      ? ['No longer in the source, kept all the same:', ...gone.map((line) => `  ${line}`)]
      : []),
    ...(outcome.files.length > 0 ? outcome.files.map((file) => `Wrote ${file}`) : ['Nothing changed.']),
    'npm run check says what is left to do.',
  ];
}

const { values, positionals } = commandLine(help, {
  allowPositionals: true,
  options: { slug: { type: 'string' }, root: { type: 'string' } },
});
try {
  const outcome = await draftReport(
    values.root ?? projectRoot,
    oneFile(help, positionals),
    slugOf(values.slug),
  );
  console.log(linesFor(outcome).join('\n'));
} catch (error) {
  if (!(error instanceof ContentError)) fail(error);
  else {
    console.error('The draft that is there cannot be read; mend it first. Nothing was written.');
    for (const line of linesOf(error.faults)) console.error(`  ${line}`);
    process.exitCode = 1;
  }
}

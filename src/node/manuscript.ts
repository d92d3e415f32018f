import { commandLine, fail, UsageError } from './commandLine';
import { readManuscript } from './manuscript/readManuscript';

const help = `npm run -s manuscript -- FILE

Reads the source of a report (.txt, .docx, .html or .pdf) and prints its text and the roles of its paragraphs as JSON.
A source of which anything would be lost is refused.`;

function fileOf(names: readonly string[]): string {
  const [file] = names;
  if (names.length === 1 && file) return file;
  throw new UsageError(`Expected one file, got ${names.length}; usage: ${help.split('\n')[0]}`);
}

const { positionals } = commandLine(help, { allowPositionals: true });
try {
  console.log(JSON.stringify(await readManuscript(fileOf(positionals)), null, 2));
} catch (error) {
  fail(error);
}

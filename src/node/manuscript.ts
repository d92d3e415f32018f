import { commandLine, fail, oneFile } from './commandLine';
import { readManuscript } from './manuscript/readManuscript';

const help = `npm run -s manuscript -- FILE

Reads the source of a report (.txt, .docx, .html or .pdf) and prints its text and the roles of its paragraphs as JSON.
A source of which anything would be lost is refused.`;

const { positionals } = commandLine(help, { allowPositionals: true });
try {
  console.log(JSON.stringify(await readManuscript(oneFile(help, positionals)), null, 2));
} catch (error) {
  fail(error);
}

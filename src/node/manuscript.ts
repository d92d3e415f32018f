import { commandLine, fail, oneFile } from './commandLine';
import { readManuscript } from './manuscript/readManuscript';

const help = `npm run -s manuscript -- FILE [--text]

Reads the source of a report (.txt, .docx, .html or .pdf) and prints its text and the roles of its paragraphs as JSON.
A source of which anything would be lost is refused.
  --text  prints the text alone, as the check compares it: … --text > REPORT.txt`;

const { values, positionals } = commandLine(help, {
  allowPositionals: true,
  options: { text: { type: 'boolean' } },
});
try {
  const manuscript = await readManuscript(oneFile(help, positionals));
  process.stdout.write(values.text ? manuscript.text : `${JSON.stringify(manuscript, null, 2)}\n`);
} catch (error) {
  fail(error);
}

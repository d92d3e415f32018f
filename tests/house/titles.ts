import { type Node, nodesOf, parseCode, projectFiles, readText } from './sources';

/** The titles of a file's tests as they are written, with their places for values. */
function titlesIn(file: string): Set<string> {
  const code = readText(file);
  const titles = [...nodesOf(parseCode(file, code))].flatMap(({ node }) => {
    if (node.type !== 'CallExpression' || !/^(?:it|test)\b/.test(code.slice(node.start, node.start + 8)))
      return [];
    const [first] = node.arguments as Node[];
    if (first?.type === 'Literal') return [String(first.value)];
    return first?.type === 'TemplateLiteral' ? [code.slice(first.start + 1, Number(first.end) - 1)] : [];
  });
  return new Set(titles);
}

const titles = new Map<string, Set<string>>();
/** Whether a file of the project has a test of that title. */
export function isTest([file, title]: readonly [string, string]): boolean {
  if (!projectFiles.includes(file)) return false;
  const known = titles.get(file) ?? titlesIn(file);
  titles.set(file, known);
  return known.has(title);
}

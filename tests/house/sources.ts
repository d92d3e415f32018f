import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseSync } from 'vite';
import { projectRoot } from '../../src/node/content';

const folders = ['.ci', 'src', 'tests', 'locales', 'public'];
const isText = (file: string) => !/\.(?:png|ico|jpe?g|webp|woff2?|tgz)$/.test(file);

/** Every text file of the project, in folders and at the top; relative, with slashes. Needs no git: a ZIP has none. */
export const textFiles: readonly string[] = [
  ...readdirSync(projectRoot, { withFileTypes: true }),
  ...folders.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true }),
  ),
]
  .filter((entry) => entry.isFile() && entry.name !== '.git' && !entry.name.endsWith('.log'))
  .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)).split(sep).join('/'))
  .filter(isText);

export const readText = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');

/** One node of a syntax tree, as far as rules about code look at it. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** A node and everything below it, with the node above. */
export function* nodesOf(node: Node, above?: Node): Generator<{ node: Node; above: Node | undefined }> {
  yield { node, above };
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* nodesOf(child, node);
    }
  }
}

/** @throws where the file cannot be parsed: a rule must not pass because it saw nothing */
export function parseCode(file: string, code = readText(file)): Node {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  return program as unknown as Node;
}

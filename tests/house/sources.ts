import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'vite';
import { projectRoot } from '../../src/node/content';

/** Every file of the project as git knows it, those not yet added included; relative, with slashes. */
export const projectFiles: readonly string[] = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { cwd: projectRoot, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 },
)
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(projectRoot, file)));

export const readText = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');

export const filesIn = (folder: string, ending: RegExp): string[] =>
  projectFiles.filter((file) => file.startsWith(`${folder}/`) && ending.test(file));

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

export const lineOf = (code: string, { start }: Node): number => code.slice(0, start).split('\n').length;

export interface Import {
  readonly file: string;
  readonly specifier: string;
  /** The project's file that is meant, or the package's name. */
  readonly target: string;
  readonly isPackage: boolean;
  /** Gone after compilation. */
  readonly isType: boolean;
}

const isTypeOnly = (node: Node): boolean =>
  node.type === 'TSImportType' ||
  node.importKind === 'type' ||
  node.exportKind === 'type' ||
  (node.type === 'ImportDeclaration' &&
    (node.specifiers as Node[]).length > 0 &&
    (node.specifiers as Node[]).every(({ importKind }) => importKind === 'type'));

const importing = new Set([
  ...['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'],
  ...['ImportExpression', 'TSImportType'],
]);

const packageOf = (specifier: string): string =>
  specifier.startsWith('node:')
    ? 'node:'
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');

/** Everything a file imports: statements, re-exports, `import()` and `typeof import()`. */
export function importsOf(file: string, code = readText(file)): Import[] {
  return [...nodesOf(parseCode(file, code))].flatMap(({ node }) => {
    if (!importing.has(node.type)) return [];
    const specifier = (node.source as Node | null)?.value;
    // An address that is known only in the browser is not a file of ours.
    if (typeof specifier !== 'string') return [];
    const isPackage = !specifier.startsWith('.');
    const target = isPackage ? packageOf(specifier) : normalize(join(dirname(file), specifier));
    return [{ file, specifier, target, isPackage, isType: isTypeOnly(node) }];
  });
}

import { type ParseArgsConfig, parseArgs } from 'node:util';

/** A mistake in how a command was called. Its message is all that the caller needs; no stack is shown. */
export class UsageError extends Error {}

type Config = Pick<ParseArgsConfig, 'options' | 'allowPositionals'>;

/**
 * Reads the arguments of a command with `parseArgs`. `--help` prints the help and ends the process; an
 * argument that the command does not know ends it with one sentence and exit code 1.
 *
 * @param help its first line shows how the command is typed
 */
export function commandLine<const T extends Config>(
  help: string,
  config?: T,
): ReturnType<typeof parseArgs<T>> {
  try {
    const options = { ...config?.options, help: { type: 'boolean', short: 'h' } } as const;
    const parsed = parseArgs({ ...config, options });
    if (parsed.values.help !== true) return parsed as unknown as ReturnType<typeof parseArgs<T>>;
    console.log(help);
  } catch (error) {
    // Only the first sentence is shown, because Node adds advice in further ones.
    const [sentence] = (error as Error).message.split(/\.\s|\n/);
    console.error(`${sentence}; usage: ${help.split('\n')[0]}`);
    process.exitCode = 1;
  }
  process.exit();
}

/**
 * The one file that a command is about.
 *
 * @throws UsageError where none or several are named
 */
export function oneFile(help: string, names: readonly string[]): string {
  const [file] = names;
  if (names.length === 1 && file) return file;
  throw new UsageError(`Expected one file, got ${names.length}; usage: ${help.split('\n')[0]}`);
}

/** @throws UsageError where the text is no whole number from `least` to `most` */
export function wholeNumber(name: string, text: string, least = 0, most = Number.MAX_SAFE_INTEGER): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError(`${name}: expected a whole number from ${least} to ${most}, got "${text}"`);
}

/**
 * Says why a command could not do its work, and sets exit code 1. Usage errors and those of the system (no such file,
 * no right to it) say all in their message; any other is a fault of the code and shows its stack.
 */
export function fail(error: unknown): void {
  const isExpected = error instanceof UsageError || (error instanceof Error && 'syscall' in error);
  console.error(isExpected ? error.message : error);
  process.exitCode = 1;
}

/** From a page to the version that waits: the reader has accepted that version. */
export interface SkipWaiting {
  readonly type: 'SKIP_WAITING';
}

/** From a page to the active version, with a port for the answer, which is an `AuditReport`. */
export interface AuditRequest {
  readonly type: 'AUDIT';
}

/** From a version that has just been stored to the active one, which may still need files of its own. */
export interface TidyRequest {
  readonly type: 'TIDY';
  /** The cache's keys for the files of the newest version. */
  readonly newest: readonly string[];
}

/** To all open pages: a version could not be stored. */
export interface FailureReport {
  readonly type: 'FAILED';
  /** The file that did not come as it should, or what the browser said. */
  readonly why: string;
  /** Whether there was too little room for it. */
  readonly isFull: boolean;
}

/** The state of the worker's cache, as it was just read back. */
export interface AuditReport {
  readonly type: 'AUDITED';
  /** Whether every file of this version is there with the hash it should have, and the page that asks is one of them. */
  readonly complete: boolean;
  /** Size of the files' bodies. */
  readonly bytes: number;
  readonly files: number;
}

/** All messages between the pages and workers of this reader. */
export type Message = SkipWaiting | AuditRequest | TidyRequest | FailureReport | AuditReport;

type Fields<M> = Readonly<Record<Exclude<keyof M, 'type'>, (value: unknown) => boolean>>;

const isText = (value: unknown) => typeof value === 'string';
const isFlag = (value: unknown) => typeof value === 'boolean';
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
const areTexts = (value: unknown) => Array.isArray(value) && value.every(isText);

const fieldsOf: { readonly [Type in Message['type']]: Fields<Extract<Message, { type: Type }>> } = {
  SKIP_WAITING: {},
  AUDIT: {},
  TIDY: { newest: areTexts },
  FAILED: { why: isText, isFull: isFlag },
  AUDITED: { complete: isFlag, bytes: isCount, files: isCount },
};

/**
 * The only entry for messages, on both sides. Any page and any worker of the origin can send
 * something. A message counts only if it is exactly one of ours, with its fields and no others. The
 * receiver has to check who sent it.
 */
export function parseMessage(value: unknown): Message | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, ...given } = value as Readonly<Record<string, unknown>>;
  if (typeof type !== 'string' || !Object.hasOwn(fieldsOf, type)) return undefined;
  const checks = Object.entries<(value: unknown) => boolean>(fieldsOf[type as Message['type']]);
  const isExact = Object.keys(given).length === checks.length;
  return isExact && checks.every(([name, isRight]) => isRight(given[name])) ? (value as Message) : undefined;
}

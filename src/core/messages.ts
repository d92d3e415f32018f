/** What a page and the worker say to each other. */
export interface AuditRequest {
  readonly type: 'AUDIT';
}

/** From a version just stored to the one in force, which may still need files of its own. */
export interface TidyRequest {
  readonly type: 'TIDY';
  /** The cache's keys for the files of the newest version. */
  readonly keep: readonly string[];
}

/** To all open pages: a version could not be stored. */
export interface FailureReport {
  readonly type: 'FAILED';
  /** The file that did not come as it should, or what the browser says. */
  readonly why: string;
  /** Whether there was too little room for it. */
  readonly isFull: boolean;
}

/** The worker's cache as it was read back just now. */
export interface AuditReport {
  /** Every file of this version is there and has the hash it should have. */
  readonly complete: boolean;
  /** Size of the files' bodies. */
  readonly bytes: number;
  readonly files: number;
}

export function isAuditReport(value: unknown): value is AuditReport {
  const report = value as Partial<AuditReport> | null;
  return (
    typeof report === 'object' &&
    report !== null &&
    typeof report.complete === 'boolean' &&
    typeof report.bytes === 'number'
  );
}

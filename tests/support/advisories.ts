/** What `npm audit --json` has to say, as far as it counts here. */
export type Advisories =
  | { readonly kind: 'answered'; readonly high: number; readonly names: readonly string[] }
  /** The registry was not to be asked: no network, or one that only hands out packages. */
  | { readonly kind: 'unasked'; readonly reason: string };

interface Report {
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string }>>;
  readonly message?: string;
  readonly error?: { readonly summary?: string };
}

export function advisoriesIn(said: string): Advisories {
  const report = parse(said);
  if (!report?.vulnerabilities) {
    const reason = report?.message ?? report?.error?.summary ?? 'no answer';
    return { kind: 'unasked', reason: reason.trim() };
  }
  const grave = Object.entries(report.vulnerabilities).filter(([, { severity }]) =>
    ['high', 'critical'].includes(severity),
  );
  return { kind: 'answered', high: grave.length, names: grave.map(([name]) => name) };
}

function parse(said: string): Report | undefined {
  try {
    return JSON.parse(said) as Report;
  } catch {
    return undefined;
  }
}

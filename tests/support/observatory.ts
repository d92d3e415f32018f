/**
 * The scoring of the MDN HTTP Observatory, algorithm 6, as far as a site without cookies and foreign
 * scripts can meet it. The package on npm (1.4.8) still holds algorithm 4 and brings two hundred others
 * along, so the rules are written out here from the source of version 1.6.3; cases that this site cannot
 * be in (a preload list, cookies of sessions, scripts of foreign hosts) end in the worst score instead of
 * being told apart.
 *
 * @see https://github.com/mdn/mdn-http-observatory/tree/94042bbfbf9f1af722ad9114ada6d271dcb525b9/src/analyzer/tests
 * @see https://github.com/mdn/mdn-http-observatory/blob/94042bbfbf9f1af722ad9114ada6d271dcb525b9/src/grader/charts.js
 */
export interface Scanned {
  /** The answer to the site's root over HTTPS. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly html: string;
  /** Where plain HTTP leads; nothing where it does not lead on. */
  readonly redirect: string | undefined;
  readonly host: string;
}

interface Finding {
  readonly what: string;
  readonly score: number;
  readonly isPassed: boolean;
}

export interface Score {
  readonly score: number;
  readonly grade: string;
  readonly findings: Readonly<Record<string, Finding>>;
}

const passed = (what: string, score = 0): Finding => ({ what, score, isPassed: true });
const failed = (what: string, score: number): Finding => ({ what, score, isPassed: false });

type Policy = ReadonlyMap<string, ReadonlySet<string>>;

/** @throws where a directive stands twice */
function parsePolicy(text: string): Policy {
  const directives = text
    .split(';')
    .map((entry) => entry.trim().split(/\s+/))
    .filter(([name]) => name);
  const names = directives.map(([name = '']) => name.toLowerCase());
  if (new Set(names).size !== names.length) throw new Error(`a directive stands twice in: ${text}`);
  return new Map(
    directives.map(([, ...sources], at) => [
      names[at] ?? '',
      new Set(sources.length > 0 ? sources.map((source) => source.toLowerCase()) : ["'none'"]),
    ]),
  );
}

/** What two policies together allow: a source counts only where both name it. */
function bothOf(one: Policy, two: Policy): Policy {
  const names = new Set([...one.keys(), ...two.keys()]);
  return new Map(
    [...names].map((name) => {
      const [first, second] = [one.get(name), two.get(name)];
      if (!first || !second) return [name, first ?? second ?? new Set()];
      const shared = [...first].filter((source) => second.has(source));
      return [name, new Set(shared.length > 0 ? shared : ["'none'"])];
    }),
  );
}

const broad = /^(?:ftp:|http:|https:|\*|data:|blob:|filesystem:)/;
const isPlain = (source: string) => /^(?:http|ftp):/.test(source);
const passive = ['img-src', 'media-src'];

function sourcesOf(policy: Policy, name: string): string[] {
  return [...(policy.get(name) ?? policy.get('default-src') ?? ['*'])];
}

/** Inline code that hashes or nonces allow needs no general leave; where both stand the general one is void. */
function inlineIn(sources: readonly string[]): boolean {
  return sources.includes("'unsafe-inline'") && !sources.some((source) => /^'(?:sha\d+|nonce)-/.test(source));
}

function policyFinding(policy: Policy): Finding {
  if (policy.size === 0) return failed('no policy', -25);
  const [script, style, object] = ['script-src', 'style-src', 'object-src'].map((name) =>
    sourcesOf(policy, name),
  );
  if (!script || !style || !object) return failed('no policy', -25);
  if (script.includes("'strict-dynamic'")) return failed('strict-dynamic is not scored here', -25);
  if (inlineIn(script) || [...script, ...object].some((source) => broad.test(source))) {
    return failed('unsafe scripts or objects', -20);
  }
  const active = [...policy]
    .filter(([name]) => !passive.includes(name))
    .flatMap(([, sources]) => [...sources]);
  if (active.some(isPlain)) return failed('active content over plain HTTP', -20);
  if ([...script, ...style].includes("'unsafe-eval'")) return failed('eval', -10);
  if (passive.flatMap((name) => sourcesOf(policy, name)).some(isPlain)) {
    return passed('pictures over plain HTTP', -10);
  }
  if (inlineIn(style) || style.some((source) => broad.test(source))) return passed('unsafe styles', 0);
  const fallback = policy.get('default-src');
  return fallback?.size === 1 && fallback.has("'none'")
    ? passed("nothing unsafe, default-src 'none'", 10)
    : passed('nothing unsafe', 5);
}

const tokenFinding = (
  value: string | undefined,
  good: readonly string[],
  neutral: readonly string[],
): Finding => {
  if (value === undefined) return passed('not said', 0);
  const token = value.split(';')[0]?.trim() ?? '';
  if (good.includes(token)) return passed(token, 10);
  return neutral.includes(token) ? passed(token, 0) : failed(`not understood: ${value}`, -5);
};

function transportFinding(value: string | undefined): Finding {
  if (value === undefined) return failed('not said', -20);
  const age = /(?:^|;)\s*max-age=(\d+)/i.exec(value)?.[1];
  if (age === undefined || value.includes(',')) return failed(`not understood: ${value}`, -20);
  return Number(age) < 15_552_000 ? failed('less than half a year', -10) : passed('half a year or more');
}

const privateReferrers = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'];
const knownReferrers = [
  ...privateReferrers,
  ...['origin', 'origin-when-cross-origin', 'unsafe-url', 'no-referrer-when-downgrade'],
];

function referrerFinding(value: string | undefined): Finding {
  if (value === undefined) return passed('not said', 0);
  const last = value
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => knownReferrers.includes(part))
    .at(-1);
  return privateReferrers.includes(last ?? '')
    ? passed(String(last), 5)
    : failed(`not private: ${value}`, -5);
}

function redirectFinding({ redirect, host }: Scanned): Finding {
  if (redirect === undefined) return failed('plain HTTP leads nowhere', -20);
  const { protocol, hostname } = new URL(redirect, `http://${host}`);
  if (protocol !== 'https:') return failed('not to HTTPS at once', -20);
  return hostname === host ? passed('to HTTPS') : failed('to another host first', -5);
}

function scriptsFinding(html: string): Finding {
  const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes = '']) => attributes);
  if (scripts.length === 0) return passed('no scripts', 0);
  const addresses = scripts.map((attributes) => /\ssrc="([^"]*)"/.exec(attributes)?.[1]);
  if (addresses.some((address) => address !== undefined && /^(?:https?:)?\/\//.test(address))) {
    return failed('a script of a foreign host', -50);
  }
  const isChecked = scripts.some(
    (attributes, at) => addresses[at] !== undefined && /\sintegrity="/.test(attributes),
  );
  return isChecked ? passed('scripts with integrity', 5) : passed('own scripts', 0);
}

const grades = [
  'F',
  'F',
  'F',
  'F',
  'F',
  'D-',
  'D',
  'D',
  'D+',
  'C-',
  'C',
  'C',
  'C+',
  'B-',
  'B',
  'B',
  'B+',
  'A-',
  'A',
  'A',
  'A+',
];
const gradeOf = (score: number) => grades[Math.min(Math.floor(Math.max(score, 0) / 5), 20)] ?? 'F';

/** What the site would be told of itself. */
export function scoreOf(scanned: Scanned): Score {
  const said = (name: string): string | undefined => {
    const value = scanned.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
  const inPage = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(scanned.html)?.[1];
  const inHeader = parsePolicy(said('content-security-policy') ?? '');
  const policy = inPage === undefined ? inHeader : bothOf(inHeader, parsePolicy(inPage));
  const frames = said('x-frame-options')?.trim().toLowerCase();
  const findings: Record<string, Finding> = {
    'content-security-policy': policyFinding(policy),
    cookies: said('set-cookie') === undefined ? passed('none') : failed('cookies are not scored here', -40),
    'cross-origin-embedder-policy': tokenFinding(
      said('cross-origin-embedder-policy'),
      ['require-corp', 'credentialless'],
      ['unsafe-none'],
    ),
    'cross-origin-opener-policy': tokenFinding(
      said('cross-origin-opener-policy'),
      ['same-origin', 'same-origin-allow-popups', 'noopener-allow-popups'],
      ['unsafe-none'],
    ),
    'cross-origin-resource-policy': tokenFinding(
      said('cross-origin-resource-policy'),
      ['same-origin', 'same-site'],
      ['cross-origin'],
    ),
    'cross-origin-resource-sharing':
      said('access-control-allow-credentials') === undefined
        ? passed('not allowed to read with credentials')
        : failed('sharing with credentials', -50),
    redirection: redirectFinding(scanned),
    'referrer-policy': referrerFinding(said('referrer-policy')),
    'strict-transport-security': transportFinding(said('strict-transport-security')),
    'subresource-integrity': scriptsFinding(scanned.html),
    'x-content-type-options':
      said('x-content-type-options')?.trim().toLowerCase() === 'nosniff'
        ? passed('nosniff')
        : failed('not said', -5),
    'x-frame-options':
      policy.has('frame-ancestors') || frames === 'deny' || frames === 'sameorigin'
        ? passed('no framing', 5)
        : failed('framing is allowed', -20),
  };
  const scores = Object.values(findings).map(({ score }) => score);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 100);
  const withoutExtra = sum(scores.filter((score) => score < 0));
  // What is done better than asked counts only for a site that does all that is asked.
  const score = withoutExtra >= 90 ? sum(scores) : withoutExtra;
  return { score, grade: gradeOf(score), findings };
}

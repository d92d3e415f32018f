/**
 * The requirements of OWASP ASVS 5.0 that a static reader can meet or miss, in our own words, each with
 * the tests that hold it or with the reason why there is none. What is about accounts, sessions, databases,
 * uploads, mail, tokens, sockets or services of our own is left out: there are none.
 *
 * @see https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en
 */
export interface Requirement {
  readonly id: string;
  readonly level: 1 | 2 | 3;
  readonly asks: string;
  readonly met: Met;
}

/** A test by its file and title, a heading of the README that says it, or why it is not met. */
export type Met =
  | { readonly tests: readonly (readonly [file: string, title: string])[]; readonly said?: string }
  | { readonly said: string }
  | { readonly exception: string };

const by = (...tests: [string, string][]): Met => ({ tests });
const pages = 'tests/prerender/pages.test.ts';
const json = 'tests/node/content/json.test.ts';
const parse = 'tests/node/content/parse.test.ts';
const hosts = 'tests/hosts/headers.test.ts';
const served = 'tests/hosts/served.test.ts';
const supply = 'tests/house/supply.test.ts';
const offline = 'tests/journeys/offline.test.ts';
const security = 'Security';

const tableOnFiles = [hosts, '%s comes whole, with the headers of the table'] as [string, string];
const tableOnMissing = [hosts, '%s has its language’s page, kept by nobody'] as [string, string];
const tableOnRefused = [hosts, 'refuses %s'] as [string, string];

export const requirements: readonly Requirement[] = [
  // 1 Encoding and sanitization
  {
    id: '1.1.1',
    level: 2,
    asks: 'decode input once, before it is checked',
    met: by([json, 'refuses a key that stands twice, also when one of them is escaped']),
  },
  { id: '1.1.2', level: 2, asks: 'encode for output last', met: by([pages, 'make no element']) },
  {
    id: '1.2.1',
    level: 1,
    asks: 'encode for the place: text, attribute, title',
    met: by(
      [pages, 'come out as text in title, description and body'],
      [pages, 'come out as text on the pages in both languages'],
    ),
  },
  {
    id: '1.2.2',
    level: 1,
    asks: 'encode what addresses are made of; only safe schemes',
    met: by(
      [pages, 'cannot leave an address'],
      [pages, 'links only to pages, files and places of this site'],
    ),
  },
  {
    id: '1.2.3',
    level: 1,
    asks: 'encode what JSON and scripts are made of',
    met: by(
      [pages, 'cannot end the block of data'],
      ['tests/prerender/jsonLd.test.ts', 'carries it as one block that no text can end'],
    ),
  },
  {
    id: '1.2.9',
    level: 2,
    asks: 'escape what patterns are made of',
    met: by(['tests/node/content/gates.test.ts', 'is done with hostile patterns at once']),
  },
  {
    id: '1.2.10',
    level: 2,
    asks: 'no formulas in CSV, quotes by RFC 4180',
    met: by(
      ['tests/prerender/openData.test.ts', 'have no cell that a spreadsheet would run as a formula'],
      ['tests/prerender/openData.test.ts', 'quote what needs quoting'],
    ),
  },
  {
    id: '1.3.2',
    level: 1,
    asks: 'no eval',
    met: by([served, 'makes no code of text'], ['tests/prerender/policy.test.ts', 'never says %s']),
  },
  {
    id: '1.3.3',
    level: 2,
    asks: 'only characters that are safe where the data goes, and not too many',
    met: by(
      [json, 'refuses text that is not in form NFC'],
      [json, 'refuses a string that no page could show'],
    ),
  },
  {
    id: '1.3.7',
    level: 2,
    asks: 'no templates made of input',
    met: by([json, 'refuses a nested key of i18next']),
  },
  {
    id: '1.3.12',
    level: 3,
    asks: 'no pattern that backtracks without end',
    met: by(['tests/core/extract/properties.test.ts', 'are read in time that grows with their length: %s']),
  },
  {
    id: '1.5.2',
    level: 2,
    asks: 'read data by a list of what it may hold',
    met: by([parse, 'answers with what the file holds'], ['tests/core/language.test.ts', 'refuses %j']),
  },
  {
    id: '1.5.3',
    level: 2,
    asks: 'all readers of one format read alike',
    met: by([json, 'refuses a byte order mark'], [json, 'refuses UTF-16 without a mark']),
  },
  // 2 Validation
  { id: '2.1.1', level: 1, asks: 'say how data is checked', met: { said: 'How to add …' } },
  {
    id: '2.2.1',
    level: 1,
    asks: 'check input against lists, patterns and ranges',
    met: by([parse, 'refuses %s'], [json, 'refuses %s, which is no safe number']),
  },
  {
    id: '2.2.2',
    level: 1,
    asks: 'check where it can be trusted: before anything is published',
    met: by(['tests/node/build.test.ts', 'stops at %s and leaves the last good build alone']),
  },
  {
    id: '2.2.3',
    level: 2,
    asks: 'check that related data agree',
    met: by(
      [parse, 'lists the faults of facts and of both languages together'],
      ['tests/node/content/checks.test.ts', 'finds no fault in the content of this project'],
    ),
  },
  // 3 Frontend
  { id: '3.1.1', level: 3, asks: 'say what the browser must be able to do', met: { said: security } },
  { id: '3.2.1', level: 1, asks: 'no answer is shown as what it is not', met: by(tableOnFiles) },
  {
    id: '3.2.2',
    level: 1,
    asks: 'text is written as text',
    met: by([pages, 'come out as text among claims and steps'], [pages, 'make no element']),
  },
  {
    id: '3.2.3',
    level: 3,
    asks: 'no id of the content stands for a name of the page',
    met: by(
      [parse, 'keeps the id %s for the page itself'],
      [pages, 'has ids that are its own and that every reference finds'],
    ),
  },
  { id: '3.3.1', level: 1, asks: 'cookies are secure: there are none', met: by(tableOnFiles) },
  {
    id: '3.4.1',
    level: 1,
    asks: 'HSTS on every answer, a year or more, with subdomains',
    met: by(tableOnFiles, tableOnMissing, tableOnRefused, [
      'tests/node/server.test.ts',
      'promise HTTPS only where it is spoken',
    ]),
  },
  { id: '3.4.2', level: 1, asks: 'no other origin may read', met: by(tableOnFiles) },
  {
    id: '3.4.3',
    level: 2,
    asks: 'a content security policy with object-src and base-uri',
    met: by(tableOnFiles, ['tests/prerender/policy.test.ts', 'allows nothing that it does not name']),
  },
  {
    id: '3.4.4',
    level: 2,
    asks: 'nosniff on every answer',
    met: by(tableOnFiles, tableOnMissing, tableOnRefused),
  },
  { id: '3.4.5', level: 2, asks: 'the address is told to nobody', met: by(tableOnFiles) },
  {
    id: '3.4.6',
    level: 2,
    asks: 'framing is forbidden by the policy',
    met: by(tableOnFiles, [
      'tests/node/server.test.ts',
      'carry the policy of the built pages and forbid framing',
    ]),
  },
  {
    id: '3.4.7',
    level: 3,
    asks: 'violations of the policy are reported',
    met: {
      exception:
        'Reports would tell a server who reads what. The site has no server that takes anything, and the tests look for violations on every page instead.',
    },
  },
  { id: '3.4.8', level: 3, asks: 'no opener reaches the page', met: by(tableOnFiles) },
  { id: '3.5.4', level: 2, asks: 'applications stand on hosts of their own', met: { said: security } },
  {
    id: '3.5.5',
    level: 2,
    asks: 'messages of an unknown form are dropped',
    met: by(['tests/core/i18n.test.ts', 'refuses %j']),
  },
  {
    id: '3.5.6',
    level: 3,
    asks: 'no JSONP',
    met: by(
      ['tests/hosts/served.test.ts', 'has only endings that hosts are told to serve'],
      [hosts, '%s comes whole, with the headers of the table'],
    ),
  },
  {
    id: '3.6.1',
    level: 3,
    asks: 'nothing is loaded from elsewhere, or by its hash',
    met: by(
      [served, 'names no other host'],
      [
        pages,
        'runs the boot script and, after the text, one module with its hash, and holds one block of data',
      ],
    ),
  },
  {
    id: '3.7.1',
    level: 2,
    asks: 'only techniques that browsers still keep up',
    met: by([served, 'has no inline handler or style, no form and no frame']),
  },
  {
    id: '3.7.2',
    level: 2,
    asks: 'no redirect to another host',
    met: by(
      [hosts, 'sends nobody to another site: %s'],
      [hosts, 'leads to the same address of the same host'],
    ),
  },
  {
    id: '3.7.3',
    level: 3,
    asks: 'say when a link leaves the site',
    met: by(['tests/journeys/without-script.test.ts', 'lead nowhere but to this site']),
  },
  {
    id: '3.7.4',
    level: 3,
    asks: 'the host is on the preload list',
    met: {
      exception: 'The publisher’s host and not part of the product; the header says what the list asks for.',
    },
  },
  {
    id: '3.7.5',
    level: 3,
    asks: 'do as is said where the browser lacks something',
    met: by(
      ['tests/journeys/without-script.test.ts', 'the page at %s is complete'],
      ['tests/app/platform/storage.test.ts', 'nothing is mirrored and nothing breaks'],
    ),
  },
  // 4 API and web service
  {
    id: '4.1.1',
    level: 1,
    asks: 'every body has its type and charset',
    met: by(tableOnFiles, tableOnMissing),
  },
  {
    id: '4.1.2',
    level: 2,
    asks: 'only pages lead from HTTP to HTTPS',
    met: by([hosts, 'leads to the same address of the same host']),
  },
  { id: '4.1.4', level: 3, asks: 'methods that are not used are refused', met: by(tableOnRefused) },
  {
    id: '4.2.2',
    level: 3,
    asks: 'the length that is said is the length that is sent',
    met: by([hosts, 'is %s, with its length']),
  },
  // 5 Files
  {
    id: '5.3.2',
    level: 1,
    asks: 'no path is made of what a stranger says',
    met: by([parse, 'refuses the article id %s'], [hosts, 'leads to nothing: %s']),
  },
  // 11 Cryptography
  {
    id: '11.2.1',
    level: 2,
    asks: 'hashes are the platform’s own',
    met: by(['tests/prerender/policy.test.ts', 'is the SHA-256 of the bytes']),
  },
  {
    id: '11.4.1',
    level: 1,
    asks: 'only approved hashes',
    met: by(
      ['tests/prerender/policy.test.ts', 'is the SHA-256 of the bytes'],
      [supply, 'comes from the registry, in one version, with its sha512'],
    ),
  },
  {
    id: '11.4.3',
    level: 2,
    asks: 'hashes that hold data together have 256 bits',
    met: by(
      ['tests/prerender/policy.test.ts', 'is the SHA-256 of the bytes'],
      [offline, 'a lost and a falsified file are fetched again at the next visit'],
    ),
  },
  // 12 Communication
  {
    id: '12.1.1',
    level: 1,
    asks: 'TLS 1.2 and 1.3 only',
    met: by([hosts, 'takes no old TLS, and no keys that may be read later']),
  },
  {
    id: '12.1.2',
    level: 2,
    asks: 'only strong suites, with forward secrecy',
    met: by([hosts, 'takes no old TLS, and no keys that may be read later']),
  },
  {
    id: '12.2.1',
    level: 1,
    asks: 'nothing without TLS',
    met: by([hosts, 'leads to the same address of the same host']),
  },
  {
    id: '12.2.2',
    level: 1,
    asks: 'certificates that browsers trust',
    met: {
      exception: 'The publisher’s certificate and not part of the product; caddy fetches one by itself.',
    },
  },
  // 13 Configuration
  { id: '13.1.1', level: 2, asks: 'say whom the application talks to', met: { said: security } },
  {
    id: '13.2.4',
    level: 2,
    asks: 'a list of whom it may talk to',
    met: by(
      ['tests/prerender/policy.test.ts', 'allows nothing that it does not name'],
      [pages, 'asks nobody else for anything'],
    ),
  },
  { id: '13.4.1', level: 1, asks: 'no history of the code is served', met: by(tableOnMissing) },
  {
    id: '13.4.2',
    level: 2,
    asks: 'no mode for developers is served',
    met: by([served, 'has no source map'], [pages, 'shows nothing that a program left over']),
  },
  { id: '13.4.3', level: 2, asks: 'no listing of folders', met: by(tableOnMissing) },
  { id: '13.4.4', level: 2, asks: 'no TRACE', met: by(tableOnRefused) },
  {
    id: '13.4.5',
    level: 2,
    asks: 'no page for operators is served',
    met: by([served, 'has only endings that hosts are told to serve'], tableOnMissing),
  },
  {
    id: '13.4.6',
    level: 3,
    asks: 'no version of the server is told',
    met: by(tableOnFiles, [
      hosts,
      'of the server has the headers of the table and tells nothing of its inside',
    ]),
  },
  {
    id: '13.4.7',
    level: 3,
    asks: 'only known endings are served',
    met: by(tableOnMissing, [served, 'has only endings that hosts are told to serve']),
  },
  // 14 Data protection
  {
    id: '14.2.3',
    level: 2,
    asks: 'nothing of the reader goes to anybody',
    met: by(
      [pages, 'asks nobody else for anything'],
      [offline, 'reading every page asks the server for nothing but a newer worker'],
    ),
  },
  {
    id: '14.2.5',
    level: 2,
    asks: 'a missing file is a 404 and kept by nobody',
    met: by(tableOnMissing, [offline, '%s gets the not-found page of its language']),
  },
  {
    id: '14.3.3',
    level: 2,
    asks: 'nothing sensitive is kept in the browser',
    met: by([
      'tests/journeys/kept.test.ts',
      'the place is recorded while reading and once more when the page is left',
    ]),
  },
  // 15 Coding and architecture
  {
    id: '15.1.1',
    level: 1,
    asks: 'say how soon known faults of packages are mended',
    met: { said: security },
  },
  {
    id: '15.1.2',
    level: 2,
    asks: 'a list of all packages',
    met: by([supply, 'comes from the registry, in one version, with its sha512']),
  },
  {
    id: '15.2.1',
    level: 1,
    asks: 'no package is past that time',
    met: by([supply, 'counts what is high or critical']),
  },
  {
    id: '15.2.3',
    level: 2,
    asks: 'nothing is served that is not needed',
    met: by([served, 'has no source map'], [supply, 'holds code of ten packages or fewer']),
  },
  {
    id: '15.2.4',
    level: 3,
    asks: 'packages come from where they are meant to',
    met: by(
      [supply, 'comes from the registry, in one version, with its sha512'],
      [supply, 'would be refused with %s'],
    ),
  },
  {
    id: '15.3.5',
    level: 2,
    asks: 'values are of the type they are taken for',
    met: by(['tests/core/language.test.ts', 'refuses %j'], [parse, 'answers with what the file holds']),
  },
  {
    id: '15.3.6',
    level: 2,
    asks: 'no prototype can be changed',
    met: by(
      [json, 'refuses the key %s'],
      [json, 'answers with objects that find only their own keys'],
      [parse, 'finds only what was written, in records as well'],
    ),
  },
  {
    id: '15.4.2',
    level: 3,
    asks: 'a look and what follows from it are one step',
    met: by(
      ['tests/node/release.test.ts', 'takes over by one step'],
      ['tests/hosts/deploy.test.ts', 'miss nothing while the site is deployed ten times'],
    ),
  },
  // 16 Errors
  {
    id: '16.5.1',
    level: 2,
    asks: 'errors tell nothing of the inside',
    met: by([hosts, 'of the server has the headers of the table and tells nothing of its inside']),
  },
  {
    id: '16.5.2',
    level: 2,
    asks: 'go on where something outside fails',
    met: by(
      [offline, '%s opens'],
      [offline, 'and %s, nothing is called saved, and the next visit repairs it'],
    ),
  },
  {
    id: '16.5.3',
    level: 2,
    asks: 'fail closed: half a build or half an install is never used',
    met: by(
      ['tests/node/build.test.ts', 'stops at %s and leaves the last good build alone'],
      ['tests/node/release.test.ts', 'is refused when the build is not whole'],
    ),
  },
  {
    id: '16.5.4',
    level: 3,
    asks: 'an error that nobody expected takes nothing down',
    met: by(
      ['tests/journeys/without-script.test.ts', 'the page at %s is complete'],
      [hosts, 'of the client does not end the server'],
    ),
  },
];

/**
 * Every fault that must or should be survived, and where the project tries it: the map of the whole
 * catalogue, whose sentences the rows' own titles say. `tests/house/catalogue.test.ts` holds it true.
 */

/** C, F, W: Chromium, Firefox, WebKit. N: without a browser. S: on web servers. */
export type Mark = 'C' | 'F' | 'W' | 'N' | 'S';

/** A scenario of this folder by its id, or a test by its file and title. */
export type Place = string | readonly [file: string, title: string];

export interface Row {
  readonly id: string;
  readonly level: 'must' | 'should';
  /** Where it is to be tried. */
  readonly marks: string;
  readonly places: readonly Place[];
  /** Where it cannot be tried on machines like the one this was written on, and why. */
  readonly notIn?: Partial<Record<Mark, string>>;
  /** Why there is nothing to try: the product has no such feature. */
  readonly except?: string;
  /** What falls short. */
  readonly unmet?: string;
}

const must = (id: string, marks: string, ...places: readonly Place[]): Row => ({
  id,
  level: 'must',
  marks,
  places,
});
const should = (id: string, marks: string, ...places: readonly Place[]): Row => ({
  ...must(id, marks, ...places),
  level: 'should',
});

const onHosts = (title: string): Place => ['tests/hosts/headers.test.ts', title];
const ofPages = (title: string): Place => ['tests/prerender/pages.test.ts', title];
const ofJson = (title: string): Place => ['tests/node/content/json.test.ts', title];
const ofData = (title: string): Place => ['tests/journeys/my-data.test.ts', title];
const ofKept = (title: string): Place => ['tests/journeys/kept.test.ts', title];
const ofWayOut = (title: string): Place => ['tests/journeys/way-out.test.ts', title];
const ofSupply = (title: string): Place => ['tests/house/supply.test.ts', title];

const oneArticle =
  'all articles are in the edition that is stored as a whole: none is saved, cut or resumed by itself';

const refusedBefore = 'such an id stops the build, so that none reaches a browser';

export const catalogue: readonly Row[] = [
  must('I01', 'CFW', 'I01'),
  must('I02', 'CFW', 'I02'),
  must('I03', 'CFW', 'I03'),
  must('I05', 'CF', 'I05'),
  must('I07', 'CFW', 'I07', 'I07b'),
  must('I08', 'CF', 'I08'),
  must('I09', 'CFW', 'I09'),
  must('I10', 'N', 'I10'),
  must('I11', 'CFWS', 'I11', onHosts('%s has its language’s page, kept by nobody')),
  must('I12', 'CFWS', 'I12', onHosts('sends %s on to %s')),
  must('I15', 'CFW', 'I15'),
  must('U01', 'CFW', 'U01'),
  must('U02', 'CFW', 'U02'),
  must('U03', 'CFW', 'U03'),
  must('U05', 'CFW', 'U05'),
  must('U06', 'CFW', 'U06'),
  must('U07', 'CFW', 'U07'),
  must('U08', 'CFW', 'U08'),
  must('U10', 'CFW', 'U10'),
  must(
    'U11',
    'CFW',
    ofWayOut('the kill switch takes the worker out at the next visit, and a release brings it back'),
  ),
  must('U12', 'NCFW', 'U12'),
  must('U15', 'S', ['tests/hosts/deploy.test.ts', 'miss nothing while the site is deployed ten times']),
  must('N01', 'CFW', 'N01'),
  must('N02', 'CFW', 'N02'),
  must('N03', 'CF', 'N03'),
  must('N04', 'CFW', 'N04'),
  { ...must('N06', 'CFW'), except: oneArticle },
  { ...must('N07', 'CFW'), except: oneArticle },
  must('N08', 'CFW', 'N08'),
  must('N10', 'CFW', 'N10', [
    'tests/journeys/share.test.ts',
    'the link leads to the card, and the citation says its figures as printed with their source',
  ]),
  must('D01', 'CF', [
    'tests/journeys/durability.test.ts',
    'nothing that was called kept is lost when the browser is killed',
  ]),
  must(
    'D02',
    'CFW',
    'D02',
    ofKept(
      'where all storage is denied everything can be read and done, and one sentence says what is not kept',
    ),
  ),
  must('D03', 'CFW', 'D03'),
  must('D04', 'CFW', 'D04'),
  must('D06', 'NCF', 'D06', ofKept('what schema 1 kept is there, once and for all'), [
    'tests/core/transfer.test.ts',
    'has no saved cards and is taken in',
  ]),
  must(
    'D07',
    'NCFW',
    ofKept('what a newer version wrote is used where it is known and left where it is not'),
    ['tests/app/platform/records.test.ts', 'are found in a database of a newer release, whose version stays'],
  ),
  must(
    'D09',
    'CFW',
    ofKept('a newer version in another tab does not have to wait for this one'),
    ofKept('a tab that holds the database in the way of ours is not waited for: the reader is told'),
  ),
  must('D11', 'CFW', 'D11'),
  must(
    'D12',
    'CFW',
    ofData('a copy brings everything back after it was deleted, and from one engine to the next'),
  ),
  must('B01', 'CFW', 'B01'),
  must('B03', 'CFW', 'B03'),
  must('B04', 'CFW', 'B04'),
  must('R02', 'CFW', 'R02'),
  must('R04', 'CFW', 'R04'),
  must('R05', 'CF', 'R05'),
  must('R06', 'C', 'R06'),
  must('R09', 'N', 'R09'),
  must(
    'X01',
    'NCFW',
    'X01',
    ofPages('come out as text in title, description and body'),
    ofPages('make no element'),
  ),
  must(
    'X02',
    'N',
    ofPages('links only to pages, files and places of this site'),
    ofPages('cannot leave an address'),
  ),
  must('X03', 'N', ofJson('refuses U+%x in values and in keys, and names it')),
  must(
    'X04',
    'N',
    ofJson('refuses U+%x in values and in keys, and names it'),
    ['tests/node/content/parse.test.ts', 'refuses the article id %s'],
    ['tests/node/content/gates.test.ts', 'reads no number in a word'],
  ),
  must(
    'X06',
    'N',
    ofJson('reads %s as JSON.parse does'),
    ofJson('refuses %j'),
    ofJson('refuses a key that stands twice, also when one of them is escaped'),
    ofJson('refuses %s, which is no safe number'),
    ofJson('refuses UTF-16 without a mark'),
    [
      'tests/node/content/fuzz.test.ts',
      'are never taken for JSON where JSON.parse refuses them, nor for other values',
    ],
  ),
  must(
    'X07',
    'NCFW',
    'X07',
    ofJson('refuses a string that no page could show'),
    ofJson('refuses a million levels without running out of stack'),
    ofJson('is done with %s within a second'),
  ),
  must('X08', 'NCFW', 'X08', ofJson('refuses a nested key of i18next')),
  must('X09', 'N', ['tests/node/content/parse.test.ts', 'refuses the article id %s']),
  must('X11', 'NCFW', 'X11', ['tests/core/routes.test.ts', 'is absolute where the origin is known']),
  must('X12', 'CFW', 'X12'),
  must(
    'X13',
    'N',
    ['tests/core/extract/properties.test.ts', 'are read in time that grows with their length: %s'],
    ['tests/node/content/gates.test.ts', 'is done with hostile patterns at once'],
    ['tests/core/search.test.ts', 'may be very long: %s'],
  ),
  {
    ...must('X15', 'CFW'),
    except: 'nothing is downloaded but the edition itself, whose hashes I02 and I15 try',
  },
  must(
    'X16',
    'CFW',
    ofData('a file that is no such copy is refused at once, with its reason, and nothing changes'),
  ),
  must(
    'H01',
    'S',
    onHosts('%s comes whole, with the headers of the table'),
    onHosts('%s has its language’s page, kept by nobody'),
    onHosts('refuses %s'),
    onHosts('of the server has the headers of the table and tells nothing of its inside'),
  ),
  must('H02', 'S', ['tests/hosts/observatory.test.ts', 'ends in A+ with 155 points, no test failed']),
  must('H04', 'CFW', 'H04'),
  must('H05', 'S', onHosts('leads to the same address of the same host')),
  must(
    'S01',
    'N',
    ofSupply('runs nobody’s script'),
    ofSupply('needs nobody’s script: what has one works without'),
  ),
  must(
    'S02',
    'N',
    ofSupply('comes from the registry, in one version, with its sha512'),
    ofSupply('is asked for by its name and version, never by an address'),
  ),

  should('I16', 'NC', 'I16'),
  should('I17', 'CFW', 'I17'),
  should('I18', 'CFWS', 'I18', onHosts('%s comes whole, with the headers of the table')),
  should('I19', 'CFW', 'I19'),
  should('I20', 'CFW', 'I20'),
  should('I21', 'N', 'I21'),
  should('U16', 'CFW', 'U16'),
  should('U17', 'CFW', 'U17'),
  should('U18', 'CFW', 'U18'),
  should('U19', 'CF', 'U19'),
  should('U20', 'CFW', 'U20'),
  should('U21', 'CFW', 'U21'),
  should('U22', 'CFW', ofWayOut('a worker that shows no page is replaced by the rescue in one visit')),
  should('N11', 'CFW', 'N11'),
  should('N12', 'CF', 'N12'),
  should('N13', 'CFW', 'N13'),
  { ...should('N14', 'CF', 'N14'), notIn: { F: 'its driver trusts every certificate or none' } },
  should('N15', 'C', 'N15'),
  {
    ...should('D13', 'CFW', 'D13'),
    notIn: { W: 'its driver keeps no profile: every session of every row is such a one' },
  },
  should('D14', 'CFW', 'D14'),
  should('D15', 'CFW', 'D15'),
  should('D16', 'CF', 'D16'),
  should('D17', 'CFW', 'D17'),
  { ...should('D18', 'CFW'), unmet: 'nobody is reminded to make a copy; the about page offers it' },
  should('D19', 'CFW', ofData('deleting asks first; then nothing is left, and the reader begins anew')),
  should('D20', 'CFW', 'D20'),
  should(
    'D21',
    'CFW',
    ofData('a copy brings everything back after it was deleted, and from one engine to the next'),
  ),
  should('B06', 'CFW', 'B06'),
  should('B07', 'CF', 'B07'),
  should('B08', 'CF', 'B08'),
  should('B09', 'CF', 'B09'),
  should('B10', 'CFW', 'B10'),
  should('B11', 'CFW', 'B11'),
  should('R10', 'C', 'R10'),
  should('R11', 'C', 'R11'),
  should('R12', 'CFW', 'R12'),
  should('R13', 'CFW', 'R13'),
  should('R14', 'CFW', 'R14'),
  {
    ...should('X17', 'NCFW', ['tests/node/content/parse.test.ts', 'keeps the id %s for the page itself']),
    notIn: { C: refusedBefore, F: refusedBefore, W: refusedBefore },
  },
  {
    ...should('X18', 'NS', onHosts('%s comes whole, with the headers of the table'), [
      'tests/hosts/served.test.ts',
      'has no inline handler or style, no form and no frame',
    ]),
    notIn: { N: 'content brings no files of its own: there is no asset to refuse' },
  },
  should(
    'X19',
    'N',
    ['tests/node/content/fuzz.test.ts', 'are read as facts or refused, with a file and a reason'],
    [
      'tests/node/content/fuzz.test.ts',
      'are taken in as a copy of what a reader made or refused, and nothing else comes in',
    ],
  ),
  should('X20', 'N', ofSupply('holds no character that turns or hides it')),
  {
    ...should('H06', 'S'),
    unmet: 'measured by `npm run bench -- --only load`; a rate on a shared machine passes or fails nothing',
  },
  should('H07', 'S', onHosts('is %s, with its length')),
  should('S05', 'N', ofSupply('counts what is high or critical')),
  should(
    'S06',
    'N',
    ofSupply('is under licences that ask for no more than their notice, and every tool under a known one'),
  ),
  should('S07', 'N', [
    'tests/house/project.test.ts',
    'is there: a licence, a policy, tests that fuzz, one pinned way to prove itself, and nothing built',
  ]),

  must('K1', 'CFW', 'K1'),
  must('K4', 'CFW', 'K4', [
    'tests/worker/door.test.ts',
    'gives the released bytes with the headers of our table and no others',
  ]),
  must('K5', 'CFW', 'K5'),
  must('K6', 'CFW', 'K6'),
  must('K10', 'CFW', 'K10'),
  must('K11', 'CF', 'K11'),
  must('K14', 'NCFW', 'K14', ['tests/core/messages.test.ts', 'takes $type with no other field']),
  must('K16', 'CFW', 'K16'),
];

/** Scenarios that the catalogue has no row for. */
export const beyond: readonly string[] = ['U14', 'B02'];

/**
 * Ways in which an article could come to say something untrue. Each is a small change to one of its files.
 */

import { type Language, languages } from '../../core/language';
import { type ArticleWords, type Measure, type MeasureWords, notStated } from '../../core/model';
import { figuresIn } from '../../core/reading';
import { fingerprintOf } from './checked';
import { checkedFileOf, factsFileOf, uiFileOf, wordsFileOf } from './files';
import { fillFrom } from './fill';
import type { Content } from './load';

/** A value put at a place in a file; undefined removes what is there. */
export interface Edit {
  readonly file: string;
  readonly keys: readonly (string | number)[];
  readonly value: unknown;
}

export interface Mutant {
  /** What sort of thing was changed. */
  readonly kind: string;
  /** What was changed into what, for whoever looks at a mutant that survived. */
  readonly what: string;
  readonly edits: readonly Edit[];
  /** The article whose source alone shows the change; no file of the repository does. */
  readonly needsSource?: string;
}

type Changes = readonly (readonly [what: string, value: unknown])[];

/** One article, and a measure in it with its neighbours. */
interface Subject {
  readonly content: Content;
  readonly article: Content['articles'][number];
  readonly measure: Measure;
  readonly index: number;
}

export function mutantsOf(content: Content): Mutant[] {
  return [
    ...content.articles.flatMap((article) => [
      ...article.facts.measures.flatMap((measure, index) => {
        const subject = { content, article, measure, index };
        return [...factMutants(subject), ...languages.flatMap((language) => wordMutants(subject, language))];
      }),
      ...nameMutants(article),
      ...cardMutants(content, article),
      ...claimMutants(article),
    ]),
    ...phraseMutants(content),
  ];
}

const measuresOf = ({ article }: Subject): readonly Measure[] => article.facts.measures;

/** The measure `step` places further on; after the last comes the first. */
function neighbour(subject: Subject, step: number): Measure {
  const measures = measuresOf(subject);
  return measures[(subject.index + step) % measures.length] ?? subject.measure;
}

const except = <Option>(options: readonly Option[], left: Option): Option[] =>
  options.filter((option) => option !== left);

function factMutants(subject: Subject): Mutant[] {
  const { measure, article } = subject;
  const file = factsFileOf(article.facts.id);
  const change = (key: keyof Measure, changes: Changes): Mutant[] =>
    changes.map(([what, value]) => ({
      kind: key,
      what: `${measure.id}: ${key} ${what}`,
      edits: [{ file, keys: ['measures', subject.index, key], value }],
    }));
  const to = (values: readonly unknown[]): Changes =>
    values.map((value) => [`becomes ${String(value)}`, value]);
  return [
    ...change('paragraph', to([measure.paragraph - 1, measure.paragraph + 1])),
    ...change('quote', quoteChanges(subject)),
    ...change('token', to(tokenChanges(measure))),
    ...change('scope', to(scopeChanges(subject))),
    ...change('override', overrideChanges(measure)),
    ...headlineMutants(subject, change),
    ...forgedQuotes(subject),
  ];
}

/** Another number of the same quote, and one that is none of its numbers. */
const tokenChanges = ({ quote, token }: Measure): string[] =>
  except([...new Set([...figuresIn(quote).map((figure) => figure.token), '7'])], token);

/** An editor overrides the quote without a ground, or with what the quote says anyway. */
function overrideChanges({ override, value, direction, qualifier }: Measure): Changes {
  const why = 'no ground';
  const moved = direction === 'up' ? 'down' : 'up';
  const wrong: Changes = [
    ['gives another direction', { why, direction: moved }],
    ['gives none reported', { why, qualifier: 'none-reported', value: 1 }],
    ['gives what is read', { why, direction, qualifier }],
    ['leaves the value open', { why, value: notStated, kind: 'count' }],
  ];
  const isOpen = value === notStated;
  return [
    ...wrong.filter(([what]) => !isOpen || what !== 'leaves the value open'),
    ...(override === undefined ? [] : ([['is lost', undefined]] as const)),
  ];
}

/**
 * Scopes that several measures share are the harder test, because the parser notices a scope
 * that is left without measures.
 */
function scopeChanges(subject: Subject): string[] {
  const scopes = measuresOf(subject).map(({ scope }) => scope);
  const isShared = (scope: string) => scopes.filter((other) => other === scope).length > 1;
  const wanted = [...scopes.filter(isShared), neighbour(subject, 1).scope, neighbour(subject, 7).scope];
  return [...except([...new Set(wanted)], subject.measure.scope), 'elsewhere'];
}

function quoteChanges(subject: Subject): Changes {
  const { quote } = subject.measure;
  const characters = [...quote];
  const altered = (at: number): string =>
    characters
      .map((character, place) => (place === at ? (character === '某' ? '何' : '某') : character))
      .join('');
  const middle = Math.floor(characters.length / 2);
  const wanted: Changes = [
    ['has another first character', altered(0)],
    ['has another character in the middle', altered(middle)],
    ['has another last character', altered(characters.length - 1)],
    ['is cut at the start', characters.slice(1).join('')],
    ['is cut at the end', characters.slice(0, -1).join('')],
    ['is cut in half', characters.slice(middle).join('')],
    ['is another measure’s', neighbour(subject, 1).quote],
    ['is a farther measure’s', neighbour(subject, 5).quote],
    ...['同比', '累计', '普遍', '以上', '余', '全市'].map(
      (word) => [`loses ${word}`, quote.replace(word, '')] as const,
    ),
  ];
  return wanted.filter(([, value]) => value !== quote);
}

/** A fourth headline on a card. Which three are headlines is the editor's choice, so no other change is a fault. */
function headlineMutants(
  { measure, ...subject }: Subject,
  change: (key: keyof Measure, changes: Changes) => Mutant[],
): Mutant[] {
  const onCard = subject.article.facts.measures.filter(
    ({ card, headline }) => card === measure.card && headline,
  );
  return measure.headline || onCard.length < 3 ? [] : change('headline', [['becomes true', true]]);
}

/** Quote and fingerprint altered together: the files of the repository agree, and only the source can tell. */
function forgedQuotes({ content, article, measure, index }: Subject): Mutant[] {
  const { facts } = article;
  if (content.compared.get(facts.id)?.[measure.id] === undefined) return [];
  const [first = ''] = measure.quote;
  const quote = (first === '某' ? '何' : '某') + measure.quote.slice(first.length);
  return [
    {
      kind: 'quote with its fingerprint',
      what: `${measure.id}: quote forged`,
      needsSource: facts.id,
      edits: [
        { file: factsFileOf(facts.id), keys: ['measures', index, 'quote'], value: quote },
        {
          file: checkedFileOf(facts.id),
          keys: ['quotes', measure.id],
          value: fingerprintOf(facts, { ...measure, quote }),
        },
      ],
    },
  ];
}

/** A name altered, moved or lost. Only the source tells what its numerals belong to. */
function nameMutants({ facts }: Content['articles'][number]): Mutant[] {
  const names = facts.ledger.flatMap((entry) => ('name' in entry ? entry : []));
  const file = factsFileOf(facts.id);
  return names.flatMap(({ name, paragraph }, index): Mutant[] => {
    const change = (what: string, keys: Edit['keys'], value: unknown): Mutant => ({
      kind: 'name',
      what: `${name}: ${what}`,
      needsSource: facts.id,
      edits: [{ file, keys: ['names', ...keys], value }],
    });
    return [
      change('altered', [index, 'name'], `某${name}`),
      change('paragraph +1', [index, 'paragraph'], paragraph + 1),
    ];
  });
}

/** What could be typed into a sentence of this language. */
const typed: Readonly<
  Record<
    Language,
    { hedges: readonly string[]; heat: readonly string[]; moves: readonly (readonly [string, string])[] }
  >
> = {
  zh: {
    hedges: ['约', '近', '超过', '仅', '高达'],
    heat: ['显著', '我市'],
    moves: [
      ['上升', '下降'],
      ['下降', '上升'],
      ['上升', '达到'],
      ['下降', '降至'],
      ['破案率', '发案'],
      ['发案', '破案率'],
    ],
  },
  en: {
    hedges: ['about ', 'nearly ', 'more than ', 'only ', 'as many as '],
    heat: ['significantly ', 'our '],
    moves: [
      ['rose', 'fell'],
      ['fell', 'rose'],
      ['fallen', 'risen'],
      ['rose', 'reached'],
      ['fallen by', 'fallen to'],
      ['rose', 'surged'],
      ['fell', 'plunged'],
      ['clearance rate', 'cases'],
      ['Clearance rate', 'Cases'],
      ['cases', 'clearance rate'],
    ],
  },
};

const modifierWords: Readonly<Record<Language, readonly string[]>> = {
  zh: ['同比', '累计', '普遍', '年均', '“去年以来”，'],
  en: ['year on year', 'cumulative', 'generally', 'a year on average', '“Since last year”, '],
};

const shares: Readonly<Record<Language, string>> = { zh: '百分点', en: ' percentage points' };

function wordMutants(subject: Subject, language: Language): Mutant[] {
  const { article, measure } = subject;
  const words = article.words[language].measures[measure.id];
  if (words === undefined) return [];
  const file = wordsFileOf(language, article.facts.id);
  const put = (kind: string, what: string, entries: Readonly<Record<string, unknown>>): Mutant => ({
    kind,
    what: `${measure.id}, ${language}: ${what}`,
    edits: Object.entries(entries).map(([key, value]) => ({
      file,
      keys: ['measures', measure.id, key],
      value,
    })),
  });
  const sentences = (['text', 'gloss'] as const).flatMap((key) => {
    const text = words[key];
    if (text === undefined) return [];
    return sentenceChanges(subject, language, text).map(([kind, what, value]) =>
      put(kind, `${key} ${what}`, { [key]: value }),
    );
  });
  return [
    ...sentences,
    ...unitMutants(words, language, put),
    ...labelMutants(subject, language, put),
    ...stepMutants(words, put),
  ];
}

type Put = (kind: string, what: string, entries: Readonly<Record<string, unknown>>) => Mutant;
type Change = readonly [kind: string, what: string, value: string];

function sentenceChanges(subject: Subject, language: Language, text: string): Change[] {
  const { content, article, measure } = subject;
  const hole = `{{${measure.id}}}`;
  const figure = fillFrom(content)(hole, language, article);
  const { hedges, heat, moves } = typed[language];
  const inserted = (word: string) => text.replace(hole, `${word}${hole}`);
  const scope = content.readings.get(article.facts.id)?.scopes.find((entry) => entry.scope === measure.scope);
  const changes: Change[] = [
    ['placeholder removed', 'without its placeholder', text.replace(hole, '')],
    [
      'placeholder replaced',
      'with the next measure’s',
      text.replace(hole, `{{${neighbour(subject, 1).id}}}`),
    ],
    [
      'placeholder replaced',
      'with a farther measure’s',
      text.replace(hole, `{{${neighbour(subject, 6).id}}}`),
    ],
    ['placeholder typed', 'with its figure typed', text.replace(hole, figure)],
    ['placeholders swapped', 'with its figures swapped', swappedIn(text)],
    ...hedges.map((word): Change => ['hedge added', `with ${word.trim()}`, inserted(word)]),
    ...heat.map((word): Change => ['tone', `with ${word.trim()}`, inserted(word)]),
    ...moves
      .filter(([from]) => !isOtherThing(from, measure))
      .map(([from, to]): Change => ['direction or reading', `${from} → ${to}`, text.replace(from, to)]),
    ...modifierWords[language].map(
      (word): Change => ['modifier word', `without ${word}`, text.replace(word, '')],
    ),
    ['direction or reading', 'with another movement', inserted(otherMovement(measure, language))],
    // What is given in points already would only name its unit twice, so its text stays, which is no change.
    [
      'direction or reading',
      'in percentage points',
      measure.unit === 'percentage-point' ? text : text.replace(hole, hole + shares[language]),
    ],
    ...(scope?.[language] ?? []).map(
      (sign): Change => ['scope word', `without ${sign}`, text.replace(sign, '')],
    ),
  ];
  // A translated phrase need not name a scope that stands outside the phrase.
  const isGloss = text === article.words[language].measures[measure.id]?.gloss;
  return changes.filter(([kind, , value]) => value !== text && !(isGloss && kind === 'scope word'));
}

/** To say something else than “cases” changes the meaning only where cases are counted. */
const isOtherThing = (word: string, { kind }: Measure): boolean =>
  word === 'cases' && kind !== 'count-change';

function otherMovement({ direction }: Measure, language: Language): string {
  if (direction === 'down') return language === 'zh' ? '上升' : 'up ';
  return language === 'zh' ? '下降' : 'down ';
}

/** The text with its first two different placeholders exchanged. */
function swappedIn(text: string): string {
  const [first, second] = [...new Set(text.match(/\{\{[^{}]+\}\}/g) ?? [])];
  if (first === undefined || second === undefined) return text;
  return text.replaceAll(first, '\n').replaceAll(second, first).replaceAll('\n', second);
}

const wrongUnits: Readonly<Record<Language, readonly string[]>> = {
  zh: ['人', '份', '起'],
  en: ['people', 'documents', 'cities'],
};

function unitMutants({ unit: word, text: sentence }: MeasureWords, language: Language, put: Put): Mutant[] {
  const [first = ''] = wrongUnits[language];
  if (word === '') return [put('unit word', `unit ${first}`, { unit: first })];
  return except(wrongUnits[language], word).flatMap((unit) => {
    const text = sentence.replace(`}} ${word}`, `}} ${unit}`).replace(`}}${word}`, `}}${unit}`);
    return [
      put('unit word', `unit ${unit}`, { unit }),
      put('unit word', `text with ${unit}`, { text }),
      put('unit word', `unit and text with ${unit}`, { unit, text }),
    ];
  });
}

function labelMutants(subject: Subject, language: Language, put: Put): Mutant[] {
  const words = subject.article.words[language].measures;
  const next = neighbour(subject, 1);
  const label = words[next.id]?.label ?? '';
  const told = words[next.id]?.text.replaceAll(`{{${next.id}}}`, `{{${subject.measure.id}}}`);
  return [
    // What a thing amounts to and how it changed may share a label.
    ...(label === words[subject.measure.id]?.label
      ? []
      : [put('label', 'label of the next measure', { label })]),
    put('sentence', 'sentence of the next measure', { text: told }),
    put('limits', 'no limits', { limits: [] }),
  ];
}

/** Names of steps: two exchanged, one too few, one that is wrong, and none. */
function stepMutants({ steps }: MeasureWords, put: Put): Mutant[] {
  if (steps === undefined) return [];
  const [first = '', second = '', ...rest] = steps;
  return [
    put('steps', 'two steps exchanged', { steps: [second, first, ...rest] }),
    put('steps', 'without the first step', { steps: [second, ...rest] }),
    put('steps', 'a step that is none', { steps: [first, first === '某' ? '何' : '某', ...rest] }),
    put('steps', 'no steps', { steps: undefined }),
  ];
}

/** Ways to tell a claim as more than it is. */
const claimChanges: Readonly<
  Record<Language, readonly (readonly [what: string, from: string, to: string])[]>
> = {
  zh: [
    ['in our own voice', '文章称', ''],
    ['in our own voice', '报告称', ''],
    ['with a figure after all', '没有给出', '给出了'],
    ['as an award', '入围', '获奖'],
  ],
  en: [
    ['in our own voice', 'The article says', 'It is true that'],
    ['in our own voice', 'The report says', 'It is true that'],
    ['with a figure after all', 'it gives no figure', 'it gives figures'],
    ['as an award', 'shortlisted', 'awarded'],
  ],
};

/** Claims told as more than they are, or with another paragraph. */
function claimMutants({ facts, words }: Content['articles'][number]): Mutant[] {
  const texts = facts.claims.flatMap(({ id }) =>
    languages.flatMap((language) => {
      const text = words[language].claims[id] ?? '';
      const put = (what: string, value: string | undefined): Mutant => ({
        kind: 'claim',
        what: `${id}, ${language}: ${what}`,
        edits: [{ file: wordsFileOf(language, facts.id), keys: ['claims', id], value }],
      });
      return [
        ...claimChanges[language]
          .filter(([, from]) => text.includes(from))
          .map(([what, from, to]) => put(what, text.replace(from, to))),
        ...typed[language].heat.map((word) => put(`with ${word.trim()}`, text.replace('“', `${word}“`))),
        put('with a number', text.replace('“', '7“')),
        put('with a measure', text.replace('“', `{{${facts.measures[0]?.id}}}“`)),
        put('without the article’s own phrase', text.replace(/[“”]/g, '')),
        put('removed', undefined),
      ];
    }),
  );
  return [...texts, ...claimPlaces(facts)];
}

const claimPlaces = ({ id, claims, source }: Content['articles'][number]['facts']): Mutant[] =>
  claims.flatMap(({ id: claim, paragraph }, index) =>
    [paragraph - 1, paragraph + 1, source.paragraphs].map(
      (value): Mutant => ({
        kind: 'claim',
        what: `${claim}: paragraph ${value}`,
        // The order of the claims may show it; otherwise only the source does.
        needsSource: id,
        edits: [{ file: factsFileOf(id), keys: ['claims', index, 'paragraph'], value }],
      }),
    ),
  );

/** Changes to the figures in the sentences of cards and of the brief. */
function cardMutants(content: Content, article: Content['articles'][number]): Mutant[] {
  const { facts, words } = article;
  const fill = fillFrom(content);
  return languages.flatMap((language) =>
    cardSentences(words[language]).flatMap(({ keys, text }) => {
      const holes = text.match(/\{\{[^{}]+\}\}/g) ?? [];
      const put = (kind: string, what: string, value: string): Mutant => ({
        kind: `card: ${kind}`,
        what: `${keys.join('.')}, ${language}: ${what}`,
        edits: [{ file: wordsFileOf(language, facts.id), keys, value }],
      });
      const swapped = swappedIn(text);
      return [
        ...(swapped === text ? [] : [put('placeholders swapped', 'figures swapped', swapped)]),
        ...holes.flatMap((hole) => [
          put('placeholder removed', `without ${hole}`, text.replace(hole, '')),
          put('placeholder typed', `${hole} typed`, text.replace(hole, fill(hole, language, article))),
          put(
            'placeholder replaced',
            `another for ${hole}`,
            text.replace(hole, otherHole(hole, facts.measures)),
          ),
          ...typed[language].hedges.map((hedge) =>
            put('hedge added', `${hedge}${hole}`, text.replace(hole, hedge + hole)),
          ),
        ]),
        put('tone', typed[language].heat[0] ?? '', (typed[language].heat[0] ?? '') + text),
      ];
    }),
  );
}

function cardSentences({ brief, cards }: ArticleWords): { keys: string[]; text: string }[] {
  const news = Object.entries(brief).map(([id, text]) => ({ keys: ['brief', id], text }));
  const told = Object.entries(cards).flatMap(([id, card]) =>
    (['takeaway', 'summary', 'unsaid'] as const).flatMap((field) => {
      const text = card[field];
      return text === undefined ? [] : [{ keys: ['cards', id, field], text }];
    }),
  );
  return [...news, ...told];
}

const otherHole = (hole: string, measures: readonly Measure[]): string =>
  `{{${measures.find(({ id }) => !hole.includes(id))?.id ?? ''}}}`;

/** Changes to the phrases in figures.json with which figures print their hedges. */
function phraseMutants({ ui, articles }: Content): Mutant[] {
  const used = new Set(articles.flatMap(({ facts }) => facts.measures.map(({ qualifier }) => qualifier)));
  return languages.flatMap((language) =>
    except([...used], 'exact').flatMap((qualifier): Mutant[] => {
      // A Chinese figure prints the hedge of its source.
      if (language === 'zh' && qualifier !== 'none-reported' && qualifier !== 'all') return [];
      const phrase = ui[language].figures?.[qualifier];
      if (typeof phrase !== 'string' || phrase === '{{number}}') return [];
      const put = (what: string, value: string): Mutant => ({
        kind: 'hedge phrase',
        what: `${language}: ${qualifier} ${what}`,
        edits: [{ file: uiFileOf(language, 'figures'), keys: [qualifier], value }],
      });
      const others = { zh: ['近{{number}}'], en: ['nearly {{number}}', 'about {{number}}'] }[language];
      return [
        put('says nothing', '{{number}}'),
        ...except(others, phrase).map((other) => put('says another', other)),
      ];
    }),
  );
}

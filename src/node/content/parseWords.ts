import { type Language, languages } from '../../core/language';
import {
  type ArticleWords,
  type CardWords,
  type Facts,
  hasSteps,
  type Measure,
  type MeasureWords,
} from '../../core/model';
import { show } from './fault';
import {
  fieldsOf,
  inside,
  listOf,
  objectOf,
  reading,
  refuse,
  type Spot,
  textOf,
  textOrEmpty,
} from './reading';

/**
 * One language's words, held against the facts they belong to.
 *
 * @throws {ContentError} with every fault of the file
 */
export const parseWords = (file: string, value: unknown, facts: Facts, language: Language): ArticleWords =>
  reading(file, (spot) => wordsAt(spot, value, facts, language));

export const placeholdersIn = (text: string): Set<string> =>
  new Set(Array.from(text.matchAll(/\{\{([^{}]+)\}\}/g), (found) => found[1] ?? ''));

const wordKeys = [
  ...([
    'title',
    'kicker',
    'standfirst',
    'description',
    'publisher',
    'sourceTitle',
    'sourceSubtitle',
  ] as const),
  ...(['byline', 'sections', 'cards', 'measures', 'claims', 'scopes', 'unsaid'] as const),
];

export function wordsAt(spot: Spot, value: unknown, facts: Facts, language: Language): ArticleWords {
  const fields = fieldsOf(spot, value, wordKeys);
  const at = (key: (typeof wordKeys)[number]): [Spot, unknown] => [inside(spot, key), fields[key]];
  const sentence: Sentence = (place, text) => sentenceAt(place, text, facts);
  const named = <Words>(
    key: 'sections' | 'cards' | 'measures' | 'claims' | 'scopes',
    ids: readonly string[],
    read: Read<Words>,
  ) => exactly(...at(key), { what: key.slice(0, -1), ids, facts, language }, read);
  return {
    title: nameAt(...at('title')),
    kicker: nameAt(...at('kicker')),
    standfirst: sentence(...at('standfirst')),
    description: sentence(...at('description')),
    publisher: nameAt(...at('publisher')),
    sourceTitle: nameAt(...at('sourceTitle')),
    sourceSubtitle: nameAt(...at('sourceSubtitle')),
    byline: nameAt(...at('byline')),
    sections: named('sections', idsOf(facts.sections), sectionWordsAt),
    cards: named('cards', idsOf(facts.cards), (place, card) => cardWordsAt(place, card, sentence)),
    measures: named('measures', idsOf(facts.measures), (place, measure, id) =>
      measureWordsAt(place, measure, id, {
        sentence,
        isTranslation: language !== facts.language,
        facts: facts.measures.find((candidate) => candidate.id === id),
      }),
    ),
    // Without placeholders: what has a figure is a measure.
    claims: named('claims', idsOf(facts.claims), nameAt),
    scopes: named('scopes', [...new Set(facts.measures.map(({ scope }) => scope))], sentence),
    unsaid: listOf(...at('unsaid'), sentence),
  };
}

type Sentence = (spot: Spot, value: unknown) => string;
type Read<Words> = (spot: Spot, value: unknown, id: string) => Words;

const idsOf = (owners: readonly { readonly id: string }[]): string[] => owners.map(({ id }) => id);

interface Named {
  /** `card`, for messages. */
  readonly what: string;
  readonly ids: readonly string[];
  readonly facts: Facts;
  readonly language: Language;
}

/** Words for exactly the ids that the facts name: none missing in this language, none unknown. */
function exactly<Words>(
  spot: Spot,
  value: unknown,
  { what, ids, facts, language }: Named,
  read: Read<Words>,
) {
  const record: Record<string, Words> = Object.create(null);
  const object = objectOf(spot, value);
  if (object === undefined) return record;
  const factsFile = `src/content/${facts.id}/facts.json`;
  for (const id of ids) {
    if (id === '') continue;
    if (id in object) record[id] = read(inside(spot, id), object[id], id);
    else refuse(inside(spot, id), `words in ${language} for the ${what} "${id}" of ${factsFile}`, 'nothing');
  }
  for (const key of Object.keys(object)) {
    if (!ids.includes(key))
      refuse(inside(spot, key), `a ${what} that ${factsFile} names`, `unknown ${what} ${show(key)}`);
  }
  return record;
}

/** Names stand where nothing fills placeholders: in titles, labels and lists. */
function nameAt(spot: Spot, value: unknown): string {
  const text = textOf(spot, value);
  const [first] = placeholdersIn(text);
  if (first !== undefined) refuse(spot, 'a name without placeholders', `{{${first}}}`);
  return text;
}

function sentenceAt(spot: Spot, value: unknown, { measures }: Facts): string {
  const text = textOf(spot, value);
  for (const id of placeholdersIn(text)) {
    if (!measures.some((measure) => measure.id === id)) {
      refuse(spot, 'placeholders of known measures only', `{{${id}}}`);
    }
  }
  return text;
}

function sectionWordsAt(spot: Spot, value: unknown): ArticleWords['sections'][string] {
  const fields = fieldsOf(spot, value, ['title', 'sourceTitle']);
  return {
    title: nameAt(inside(spot, 'title'), fields.title),
    sourceTitle: nameAt(inside(spot, 'sourceTitle'), fields.sourceTitle),
  };
}

function cardWordsAt(spot: Spot, value: unknown, sentence: Sentence): CardWords {
  const fields = fieldsOf(spot, value, ['title', 'summary', 'items', 'notes']);
  return {
    title: nameAt(inside(spot, 'title'), fields.title),
    summary: sentence(inside(spot, 'summary'), fields.summary),
    items: listOf(inside(spot, 'items'), fields.items, (place, item) => {
      const { name, text } = fieldsOf(place, item, ['name', 'text']);
      return { name: nameAt(inside(place, 'name'), name), text: sentence(inside(place, 'text'), text) };
    }),
    notes: listOf(inside(spot, 'notes'), fields.notes, sentence),
  };
}

interface MeasureManners {
  readonly sentence: Sentence;
  readonly isTranslation: boolean;
  readonly facts: Measure | undefined;
}

function measureWordsAt(spot: Spot, value: unknown, id: string, manners: MeasureManners): MeasureWords {
  const { sentence, isTranslation, facts } = manners;
  const isStepped = facts !== undefined && hasSteps(facts);
  const fields = fieldsOf(spot, value, [
    ...(['label', 'unit', 'text', 'limits'] as const),
    ...(isTranslation ? (['gloss'] as const) : []),
    ...(isStepped ? (['steps'] as const) : []),
  ]);
  const text = sentence(inside(spot, 'text'), fields.text);
  if (text !== '' && !placeholdersIn(text).has(id)) {
    refuse(inside(spot, 'text'), `a sentence with its own placeholder {{${id}}}`, show(text));
  }
  const limits = listOf(inside(spot, 'limits'), fields.limits, (place, limit) => sentence(place, limit));
  if (Array.isArray(fields.limits) && (limits.length < 1 || limits.length > 3)) {
    refuse(inside(spot, 'limits'), 'one to three sentences', `${limits.length}`);
  }
  const words = {
    label: nameAt(inside(spot, 'label'), fields.label),
    unit: unitAt(inside(spot, 'unit'), fields.unit),
    text,
    limits,
    ...(isStepped && { steps: stepsAt(inside(spot, 'steps'), fields.steps, facts) }),
  };
  return isTranslation ? { ...words, gloss: sentence(inside(spot, 'gloss'), fields.gloss) } : words;
}

function stepsAt(spot: Spot, value: unknown, { value: count }: Measure): string[] {
  const steps = listOf(spot, value, nameAt);
  if (Array.isArray(value) && steps.length !== count) {
    refuse(spot, `a name for each of ${count} steps`, `${steps.length}`);
  }
  return steps;
}

function unitAt(spot: Spot, value: unknown): string {
  const unit = textOrEmpty(spot, value);
  return unit === '' ? unit : nameAt(spot, unit);
}

/** One language's words beside another's: the same shape, and the same placeholders in each sentence. */
export interface Side {
  readonly spot: Spot;
  readonly value: unknown;
  readonly language: Language;
}

/**
 * Notes in the second side's file where it differs from the first. What only one of them holds has been
 * noted when each was held against the facts.
 */
export function agree(first: Side, second: Side): void {
  const { value: a } = first;
  const { spot, value: b } = second;
  if (typeof a === 'string' && typeof b === 'string') {
    placeholdersAgree(spot, a, b, first.language);
  } else if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) {
    refuse(spot, `${a.length} entries as in ${first.language}`, `${b.length}`);
  } else if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
    const theirs = new Map<string, unknown>(Object.entries(b));
    for (const [key, value] of Object.entries(a)) {
      if (theirs.has(key))
        agree({ ...first, value }, { ...second, spot: inside(spot, key), value: theirs.get(key) });
    }
  }
}

function placeholdersAgree(spot: Spot, a: string, b: string, language: Language): void {
  const [theirs, ours] = [namesOf(a), namesOf(b)];
  if (theirs !== ours) refuse(spot, `the placeholders as in ${language}: ${theirs}`, ours);
}

const namesOf = (text: string): string =>
  [...placeholdersIn(text)]
    .sort()
    .map((name) => `{{${name}}}`)
    .join(' ') || 'none';

/** The source's language first: the others are held against it. */
export const inOrder = (source: Language): Language[] => [
  source,
  ...languages.filter((language) => language !== source),
];

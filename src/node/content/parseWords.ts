import * as v from 'valibot';
import { type Language, languages } from '../../core/language';
import { type Facts, hasSteps, isOverview, type Measure, notStated } from '../../core/model';
import { inside, type Remark, remark, show, unlessKnown } from './fault';
import { factsFileOf, wordsFileOf } from './files';
import { idsOf } from './parseFacts';
import { exact, list, name, read, record, refuse, text } from './schema';
import { isGap, listed, placeholdersIn, stringsIn } from './strings';

/** Sentences may hold placeholders. Names may not, because nothing fills them there. */
const sentence = text;

const measureWords = exact({
  label: name,
  unit: v.exactOptional(v.union([v.literal(''), name], 'a string')),
  text: v.exactOptional(sentence),
  limits: v.exactOptional(
    v.pipe(
      list(sentence),
      v.check(({ length }) => length >= 1 && length <= 3, 'one to three sentences'),
    ),
  ),
  lacks: v.exactOptional(name),
  gloss: v.exactOptional(sentence),
  steps: v.exactOptional(list(name)),
});

/** What an editor writes for a measure; `templates.ts` says the rest. */
export type WrittenMeasureWords = v.InferOutput<typeof measureWords>;

const wordsSchema = exact({
  title: name,
  kicker: name,
  standfirst: sentence,
  description: sentence,
  issuer: v.exactOptional(name),
  publisher: name,
  place: name,
  sourceTitle: name,
  sourceSubtitle: v.exactOptional(name),
  byline: v.exactOptional(name),
  sections: record(exact({ title: name, sourceTitle: name })),
  cards: record(
    exact({
      title: name,
      takeaway: v.exactOptional(sentence),
      summary: v.exactOptional(sentence),
      unsaid: v.exactOptional(sentence),
      items: v.optional(list(exact({ name, text: sentence })), []),
      notes: v.optional(list(sentence), []),
    }),
  ),
  brief: record(sentence),
  measures: record(measureWords),
  claims: record(name),
  scopes: record(sentence),
  unsaid: list(sentence),
});

/** One language's words as an editor writes them. */
export type WrittenWords = v.InferOutput<typeof wordsSchema>;

/**
 * One language's words. If the facts could not be read, only the form of the words is checked.
 *
 * @throws {ContentError} with every fault of the file
 */
export function parseWords(
  file: string,
  value: unknown,
  facts: Facts | undefined,
  language: Language,
): WrittenWords {
  const words = read(file, value, wordsSchema);
  if (facts !== undefined) {
    refuse(file, [
      ...idsAgree(words, facts, language),
      ...takeawaysHold(words, facts),
      ...sourceIsTold(words, facts, language),
      ...placeholdersAreKnown(words, facts),
      ...facts.measures.flatMap((measure) =>
        measureHolds(words.measures[measure.id], measure, language !== facts.language),
      ),
    ]);
  }
  return words;
}

function idsAgree(words: WrittenWords, facts: Facts, language: Language): Remark[] {
  const { sections, cards, measures, claims } = facts;
  const scopes = measures.map(({ scope: id }) => ({ id }));
  const named = { file: factsFileOf(facts.id), language };
  return [
    ...Object.entries({ sections, cards, measures, claims, scopes }).flatMap(([group, owners]) =>
      wordsForEach(group, words[group as 'cards'], idsOf(owners), { what: group.slice(0, -1), ...named }),
    ),
    ...wordsForEach('brief', words.brief, facts.brief, { what: 'card of the brief', ...named }),
  ];
}

/** The brief is the news of the whole report, so only the other cards have news of their own. */
const takeawaysHold = (words: WrittenWords, facts: Facts): Remark[] =>
  facts.cards.flatMap((card) => {
    const written = words.cards[card.id];
    if (written === undefined || isOverview(facts, card) === (written.takeaway === undefined)) return [];
    const path = `cards[${card.id}].takeaway`;
    return isOverview(facts, card)
      ? [remark(path, 'nothing, as the brief tells the news', show(written.takeaway), 'Take the key out.')]
      : [remark(path, 'a sentence that tells the card’s news', 'nothing', 'Add the key "takeaway".')];
  });

/** What the facts leave open has no words, and everything else has. The short name must tell the report from others. */
function sourceIsTold(words: WrittenWords, { id, period, source }: Facts, language: Language): Remark[] {
  const { issuer, subtitle, byline, delivered, published } = source;
  const told = { issuer, sourceSubtitle: subtitle, byline: byline === 'none' ? notStated : byline };
  const years = [...new Set([period, delivered.slice(0, 4), published.slice(0, 4)])].filter(Number);
  const isNamed = words.kicker.includes(words.place) && years.some((year) => words.kicker.includes(year));
  const called = `a short name with the place, ${words.place}, and the year, ${years.join(' or ')}`;
  const file = factsFileOf(id);
  return [
    ...Object.entries(told).flatMap(([key, fact]) => {
      const text = words[key as keyof typeof told];
      if ((fact === notStated) === (text === undefined)) return [];
      return fact === notStated
        ? [remark(key, `nothing, as ${file} does not state it`, show(text), `Take the key "${key}" out.`)]
        : [remark(key, `words in ${language} for ${show(fact)}`, 'nothing', `Add the key "${key}".`)];
    }),
    ...(isNamed || isGap(words.kicker) ? [] : [remark('kicker', called, show(words.kicker), 'Name both.')]),
  ];
}

interface Named {
  /** `card`, for messages. */
  readonly what: string;
  /** The file that names it. */
  readonly file: string;
  readonly language: Language;
}

/** There must be words for exactly the ids that a file names: none missing in this language, none unknown. */
export function wordsForEach(
  path: string,
  words: Readonly<Record<string, unknown>>,
  ids: readonly string[],
  { what, file, language }: Named,
): Remark[] {
  const at = (id: string) => inside(path, words, id, undefined);
  const missing = [...new Set(ids)].filter((id) => !(id in words));
  const strangers = Object.keys(words).filter((id) => !ids.includes(id));
  const remedy = 'Take it out, or correct its id.';
  return [
    ...missing.map((id) =>
      remark(at(id), `words in ${language} for the ${what} "${id}" of ${file}`, 'nothing', 'Add them.'),
    ),
    ...strangers.map((id) =>
      remark(at(id), `a ${what} that ${file} names`, `unknown ${what} ${show(id)}`, remedy),
    ),
  ];
}

const placeholdersAreKnown = (words: WrittenWords, { measures }: Facts): Remark[] =>
  stringsIn(words).flatMap(({ path, text }) =>
    [...placeholdersIn(text)].flatMap((id) => unlessKnown(path, 'measure', id, idsOf(measures))),
  );

function measureHolds(
  words: WrittenMeasureWords | undefined,
  measure: Measure,
  isTranslation: boolean,
): Remark[] {
  if (words === undefined) return [];
  const { id, value } = measure;
  const path = `measures.${id}`;
  const { text, gloss, steps } = words;
  const count = hasSteps(measure) ? value : undefined;
  const remarks: Remark[] = [];
  if (text !== undefined && !isGap(text) && !placeholdersIn(text).has(id)) {
    const remedy = `Write {{${id}}} where the figure stands in the sentence.`;
    remarks.push(remark(`${path}.text`, `a sentence with its own placeholder {{${id}}}`, show(text), remedy));
  }
  if (!isTranslation && gloss !== undefined) {
    const expected = 'no gloss in the language of the source';
    remarks.push(remark(`${path}.gloss`, expected, show(gloss), 'Take the key "gloss" out.'));
  }
  if (steps?.length !== count) {
    const expected = count === undefined ? 'no steps of this figure' : `a name for each of ${count} steps`;
    const remedy = count === undefined ? 'Take the key "steps" out.' : 'Name each step, first to last.';
    remarks.push(remark(`${path}.steps`, expected, show(steps), remedy));
  }
  return remarks;
}

/**
 * Refuses words whose lists have other lengths, or whose sentences have other placeholders, than those in the
 * language of the source. Words that only one side has were reported when each was compared with the facts.
 *
 * @throws {ContentError}
 */
export function refuseDifferences(
  article: string,
  words: Readonly<Record<Language, WrittenWords>>,
  source: Language,
): void {
  for (const language of languages) {
    const file = wordsFileOf(language, article);
    if (language === source) continue;
    refuse(file, [
      ...differences('', words[source], words[language], source),
      ...limitsInOne(words[source], words[language]),
    ]);
  }
}

/** Limits that one language writes and the other leaves to the templates would say different things. */
const limitsInOne = (a: WrittenWords, b: WrittenWords): Remark[] =>
  Object.entries(b.measures).flatMap(([id, words]) =>
    (['limits', 'lacks'] as const).flatMap((field) => {
      const isWritten = a.measures[id]?.[field] !== undefined;
      if (isWritten === (words[field] !== undefined)) return [];
      const expected = `${isWritten ? '' : 'no '}${field}, as in the other language`;
      const remedy = 'Write them in both languages, or in neither: then they are made from the facts.';
      return [remark(`measures.${id}.${field}`, expected, show(words[field]), remedy)];
    }),
  );

function differences(path: string, a: unknown, b: unknown, language: Language): Remark[] {
  if (typeof a === 'string' && typeof b === 'string') {
    if (isGap(a) || isGap(b)) return [];
    const [wanted, got] = [listed(placeholdersIn(a)), listed(placeholdersIn(b))];
    const remedy = 'Let both sentences tell the same figures.';
    return wanted === got ? [] : [remark(path, `the placeholders as in ${language}: ${wanted}`, got, remedy)];
  }
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) {
    const remedy = 'Say the same in both languages, entry by entry.';
    return [remark(path, `${a.length} entries as in ${language}`, `${b.length}`, remedy)];
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return [];
  const counterparts = new Map<string, unknown>(Object.entries(b));
  return Object.entries(a)
    .filter(([key]) => counterparts.has(key))
    .flatMap(([key, value]) =>
      differences(inside(path, b, key, undefined), value, counterparts.get(key), language),
    );
}

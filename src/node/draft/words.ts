/** Proposes the words of a report in both languages: what its facts give, and a gap for each that an editor must write. */
import type { Language } from '../../core/language';
import { hasSteps, type Measure, notStated } from '../../core/model';
import { figuresIn, type UnitRule } from '../../core/reading';
import type { WrittenFacts } from '../content/factsSchema';
import type { WrittenMeasureWords, WrittenWords } from '../content/parseWords';
import { readFacts } from '../content/readFacts';
import { gapSign } from '../content/strings';
import { sentenceKey } from '../content/templates';
import { proposeLabel } from './labels';
import { englishOf, knownPartsOf, type Lexicon } from './lexicon';
import type { Paragraph } from './parts';

export interface WordGrounds {
  readonly facts: WrittenFacts;
  readonly paragraphs: readonly Paragraph[];
  readonly lexicon: Lexicon;
  readonly units: readonly UnitRule[];
  /** Whether the files of words have a sentence for a measure: `growth.result-up`. */
  hasSentence(key: string): boolean;
}

const gap = (what: string): string => `${gapSign} ${what}`;

/** Named things and notes are left out of a draft: only an editor knows whether a card needs any. */
type ProposedCard = Omit<WrittenWords['cards'][string], 'items' | 'notes'>;

interface ProposedWords extends Omit<WrittenWords, 'cards'> {
  readonly cards: Readonly<Record<string, ProposedCard>>;
}

export function proposeWords(language: Language, grounds: WordGrounds): ProposedWords {
  const { facts, lexicon } = grounds;
  const isSource = language === facts.language;
  const printed = (text: string) => (isSource ? text : gap(`the English of “${text}”`));
  const codes = new Set(facts.measures.map(({ scope }) => scope));
  return {
    title: gap('a plain title of the report'),
    kicker: gap('one line above the title: whose report, of which year'),
    standfirst: gap('one or two sentences: what this is, who reports, whose figures these are'),
    description: gap('one sentence for search engines'),
    publisher: printed(facts.source.publisher),
    place: printed(facts.source.place),
    sourceTitle: printed(facts.source.title),
    ...imprintWords(facts.source, printed),
    sections: Object.fromEntries(
      facts.sections.map(({ id, title }) => [
        id,
        { title: headingOf(title, isSource), sourceTitle: printed(title) },
      ]),
    ),
    cards: Object.fromEntries(facts.cards.map((card) => [card.id, cardWords(card, language, grounds)])),
    brief: Object.fromEntries(
      facts.brief.map((id) => [id, gap('the news of this card in one sentence, with one figure')]),
    ),
    measures: measureWords(language, grounds),
    claims: Object.fromEntries(
      facts.claims.map(({ id }) => [id, gap('who claims it, its own phrase, no figure')]),
    ),
    scopes: Object.fromEntries(
      [...codes].map((code) => [
        code,
        lexicon.scopes.find((scope) => scope.code === code)?.[language] ?? gap('whom or what is counted'),
      ]),
    ),
    unsaid: [gap('what the report does not say, one sentence an entry')],
  };
}

/** Words for what the source states, and for nothing else. */
function imprintWords(
  { issuer, subtitle, byline }: WrittenFacts['source'],
  printed: (text: string) => string,
) {
  return {
    ...(issuer !== notStated && { issuer: printed(issuer) }),
    ...(subtitle !== notStated && { sourceSubtitle: printed(subtitle) }),
    ...(byline !== 'none' && { byline: gap('who wrote it, without a name') }),
  };
}

/** 一、 and （一） number a heading and are no words of it. */
const headingOf = (title: string, isSource: boolean): string =>
  isSource
    ? title.replace(/^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])/, '')
    : gap(`a plain title for “${title}”`);

const overviewTitle: Readonly<Record<Language, string>> = { zh: '概览', en: 'Overview' };
const sentenceLength: Readonly<Record<Language, string>> = {
  zh: 'at most 60 characters',
  en: 'at most 34 words',
};

function cardWords(
  { id, paragraphs: numbers }: WrittenFacts['cards'][number],
  language: Language,
  { paragraphs }: WordGrounds,
): ProposedCard {
  const begins = numbers.flatMap(
    (number) => paragraphs[number - 1]?.text.match(/^[—\s]*([^，。；：]{2,16})/u)?.[1] ?? [],
  );
  const hint = begins.slice(0, 4).join(' / ');
  if (id === 'overview') return { title: overviewTitle[language] };
  const told = `the news of paragraph ${numbers.join(', ')} in one sentence, ${sentenceLength[language]}`;
  return { title: gap(`a title (paragraphs begin ${hint})`), takeaway: gap(told) };
}

/** The labels that are given: on which card, and in English for which Chinese name. */
interface Labels {
  readonly onCards: Set<string>;
  readonly names: Map<string, string>;
}

/** One label means one thing on a card, but a thing and its change may share it. */
function isTakenBy({ onCards }: Labels, measure: Measure, label: string): boolean {
  const key = `${measure.card} ${label} ${measure.direction === 'none'}`;
  if (onCards.has(key)) return true;
  onCards.add(key);
  return false;
}

/** The English of a name, unless another name has it: 生产总值 and 地区生产总值 are told apart in both languages. */
function nameIn(lexicon: Lexicon, { names }: Labels, subject: string): string | undefined {
  const english = englishOf(lexicon, subject);
  if (english === undefined) return undefined;
  if (!names.has(english)) names.set(english, subject);
  return names.get(english) === subject ? english : undefined;
}

function measureWords(language: Language, grounds: WordGrounds): Record<string, WrittenMeasureWords> {
  const labels: Labels = { onCards: new Set(), names: new Map() };
  const { measures } = readFacts(grounds.facts, grounds.units).facts;
  // Of two figures that would have one label, the one that stands large gets it.
  const largeFirst = measures.toSorted((a, b) => Number(b.headline) - Number(a.headline));
  const labelOf = new Map(largeFirst.map((each) => [each.id, labelFor(each, language, grounds, labels)]));
  return Object.fromEntries(
    measures.map((measure) => [
      measure.id,
      { label: labelOf.get(measure.id) ?? '', ...openWords(measure, grounds) },
    ]),
  );
}

function labelFor(measure: Measure, language: Language, { lexicon }: WordGrounds, labels: Labels): string {
  const { quote, token } = measure;
  const figures = figuresIn(quote);
  const figure = figures.find((each) => each.token === token);
  if (figure === undefined) return gap('a label');
  const { subject, isLabel } = proposeLabel(measure, figure, figures);
  if (!isLabel || isTakenBy(labels, measure, subject)) return gap(`a label for ${token} of “${quote}”`);
  if (language === 'zh') return subject;
  const known = knownPartsOf(lexicon, subject);
  return (
    nameIn(lexicon, labels, subject) ??
    gap(`a label for “${subject}”${known.length > 0 ? ` (${known.join(', ')})` : ''}`)
  );
}

/** What no template says of a measure. */
function openWords(measure: Measure, { hasSentence }: WordGrounds): Partial<WrittenMeasureWords> {
  const { id, value } = measure;
  const steps = hasSteps(measure) && typeof value === 'number' ? value : 0;
  return {
    ...(!hasSentence(sentenceKey(measure).replace(/^sentences:/, '')) && {
      text: gap(`a sentence with the figure ${id}; no template fits it`),
    }),
    ...(steps > 0 && { steps: Array.from({ length: steps }, (_, at) => gap(`the name of step ${at + 1}`)) }),
  };
}

/** Says of a measure what an editor has left to the templates: its unit, its sentence and its usual limits. */
import { noteKeyOf, wordingOf } from '../../core/figures';
import { MissingWords, openI18n, translateIn } from '../../core/i18n';
import type { Language } from '../../core/language';
import {
  type Article,
  type ArticleWords,
  type Facts,
  type Measure,
  type MeasureWords,
  notStated,
} from '../../core/model';
import { FaultList, remark } from './fault';
import { wordsFileOf } from './files';
import type { UiWords } from './parse';
import type { WrittenMeasureWords, WrittenWords } from './parseWords';
import { refuse } from './schema';

export interface WrittenArticle {
  readonly facts: Facts;
  readonly words: Readonly<Record<Language, WrittenWords>>;
}

/**
 * Articles with all of their words. Templates are filled here and not on the phone, so that their sentences pass
 * the same checks as those of an editor.
 *
 * @throws {ContentError} where no template fits a measure
 */
export function withTemplates(
  articles: readonly WrittenArticle[],
  ui: Readonly<Record<Language, Readonly<Record<string, UiWords>>>>,
): Article[] {
  const faults = new FaultList();
  const i18n = openI18n('en', ui);
  const sayIn = (language: Language) => translateIn(i18n, language) as unknown as Say;
  const whole = articles.map(({ facts, words }): Article => {
    const wordsIn = (language: Language): ArticleWords => ({
      ...words[language],
      measures: Object.fromEntries(
        facts.measures.flatMap((measure) => {
          const told = faults.attempt(() =>
            wordsFor(measure, words[language], { language, facts, say: sayIn(language) }),
          );
          return told === undefined ? [] : [[measure.id, told]];
        }),
      ),
    });
    return { facts, words: { zh: wordsIn('zh'), en: wordsIn('en') } };
  });
  faults.throwIfAny();
  return whole;
}

interface Telling {
  readonly say: Say;
  readonly language: Language;
  readonly facts: Facts;
}

/** i18next with keys that are put together from codes of the facts. */
type Say = (key: string, options?: object) => string;

function wordsFor(measure: Measure, { measures }: WrittenWords, telling: Telling): MeasureWords {
  const { say: sayOf, language, facts } = telling;
  // The sentences name what they speak of: an article, or a report.
  const say: Say = (key, options) => sayOf(key, { ...options, context: facts.source.kind });
  const written = measures[measure.id] as WrittenMeasureWords;
  try {
    return completed(measure, written, language, facts.language, say);
  } catch (error) {
    if (!(error instanceof MissingWords)) throw error;
    const remedy = 'Write "text" and "unit" for this measure, or add the words to that file.';
    refuse(wordsFileOf(language, facts.id), [
      remark(`measures.${measure.id}`, 'a template for what is left out', error.message, remedy),
    ]);
    throw error;
  }
}

function completed(
  measure: Measure,
  written: WrittenMeasureWords,
  language: Language,
  source: Language,
  say: Say,
): MeasureWords {
  const unit = written.unit ?? (language === source ? measure.unitWord : unitWord(measure, say));
  const space = language === 'zh' || unit === '' ? '' : ' ';
  const quantity = `{{${measure.id}}}${space}${unit}`;
  return {
    ...written,
    label: labelOf(measure, written.label, language, say),
    unit,
    text: written.text ?? say(sentenceKey(measure), { label: written.label, quantity }),
    ...(written.text !== undefined && { isWritten: true }),
    limits: written.limits ?? openIn(measure).map((field) => say(`sentences:open.${field}`)),
    ...lacksOf(measure, written, say),
  };
}

/** Words of a label that tell a target or a plan from a result. */
const saysStatus: Readonly<Record<Language, RegExp>> = {
  zh: /目标|计划|拟|预期|预计/,
  en: /\b(?:targets?|plans?|planned|expected|aims?)\b/i,
};

/** Where a figure stands without its sentence, only its label can tell a target from a result. */
const labelOf = ({ status }: Measure, label: string, language: Language, say: Say): string =>
  status === 'result' || saysStatus[language].test(label)
    ? label
    : say(`sentences:label.${status}`, { label });

const unitless: ReadonlySet<string> = new Set(['none', 'percent']);

const unitWord = ({ unit, value }: Measure, say: Say): string =>
  unitless.has(unit) ? '' : say(`units:${unit}`, { count: value === notStated ? 0 : value });

export const sentenceKey = (measure: Measure): string =>
  `sentences:${wordingOf(measure)}.${[measure.status, noteKeyOf(measure)].filter(Boolean).join('-')}`;

/** The fields that the source leaves open. */
const openIn = ({ basis, comparedWith, period }: Measure): string[] =>
  Object.entries({ basis, comparedWith, period }).flatMap(([field, value]) =>
    value === notStated ? field : [],
  );

function lacksOf(measure: Measure, { lacks, limits }: WrittenMeasureWords, say: Say): { lacks?: string } {
  if (lacks !== undefined) return { lacks };
  if (limits !== undefined) return { lacks: say('sentences:lacks.other') };
  const [field] = openIn(measure);
  return field === undefined ? {} : { lacks: say(`sentences:lacks.${field}`) };
}

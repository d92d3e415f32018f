/** What must not be read into a figure of a kind, whatever the report: a change is no level, a target no result. */
import type { Language } from '../../../core/language';
import type { Measure } from '../../../core/model';
import { notStated } from '../../../core/model';
import { patternIn } from './rules';
import { type ArticleGate, type Finding, findingIn, mark, phrases, type Word } from './view';

interface KindRule {
  readonly id: string;
  readonly why: string;
  readonly holdsFor: (measure: Measure) => boolean;
  /** Words around the figure (`#`), in every text that tells it. */
  readonly near?: Readonly<Record<Language, readonly string[]>>;
  /** Words in the label, the sentence or the translated phrase of the measure. */
  readonly within?: Readonly<Record<Language, readonly string[]>>;
  /** Words of which one must stand in the sentence of the measure. */
  readonly needed?: Readonly<Record<Language, readonly string[]>>;
  /** What to do, where it is something else than to say it otherwise. */
  readonly remedy?: string;
}

const isChange = ({ kind }: Measure): boolean => kind === 'rate-change' || kind === 'count-change';

const rules: readonly KindRule[] = [
  {
    id: 'change-as-level',
    why: 'A change is no level.',
    holdsFor: isChange,
    near: {
      zh: phrases('达到#，达#，为#，是#，升至#，升到#，降至#，降到#，保持在#，涨到#，增至#，率#'),
      en: phrases(
        'reached #, reach #, reaches #, to #, is #, was #, are #, were #, stands at #, stood at #, at #, of #, hit #, # rate, # clearance rate',
      ),
    },
    within: {
      zh: phrases('率…达到，率…高于，率…超过'),
      en: phrases('rate reached, rates reached, rate is, rate was, rate of'),
    },
  },
  {
    id: 'percentage-points',
    why: 'Points are named only where the report names them.',
    holdsFor: ({ basis, unit }) => basis !== 'percentage-points' && unit !== 'percentage-point',
    near: { zh: ['#百分点', '#个百分点'], en: ['# percentage point', '# percentage points'] },
  },
  {
    id: 'share-as-success',
    why: 'A share is not a rate of success.',
    holdsFor: ({ kind }) => kind === 'share',
    within: {
      zh: phrases('成功率，成功化解，化解率，化解了#'),
      en: phrases('success rate, succeeded, successfully, settled, resolved #, # resolved, # success'),
    },
  },
  {
    id: 'total-as-this-year',
    why: 'A running total is not the number of one year.',
    holdsFor: ({ modifiers }) => modifiers.includes('cumulative'),
    near: {
      zh: phrases('新增#，新建#，新增…#，新建…#'),
      en: phrases('new #, # new, added #, # added, newly built #, # newly built'),
    },
    within: {
      zh: phrases('今年，当年，全年，年内，新增，新建，去年'),
      en: phrases('this year, last year, during the year, new, newly, added, additional'),
    },
  },
  {
    id: 'coverage-as-count',
    why: 'Full coverage is the report’s word; no number stands behind it.',
    holdsFor: ({ kind, value }) => kind === 'coverage' && value === notStated,
    within: {
      zh: phrases('百分之百，全部达到'),
      en: phrases('a hundred per cent, hundred percent, every single'),
    },
  },
  {
    id: 'zero-attributed',
    why: 'That there was none is what the report says.',
    holdsFor: ({ kind }) => kind === 'zero',
    needed: { zh: ['文章称', '报告称', '公报称'], en: ['article', 'report', 'communiqué'] },
  },
  {
    id: 'target-as-result',
    why: 'A target is no result.',
    holdsFor: ({ status }) => status !== 'result',
    within: {
      zh: phrases('已达到，已完成，实现了，完成了'),
      en: phrases('achieved, completed, has reached, have reached'),
    },
    needed: {
      zh: ['目标', '计划', '拟', '预期', '预计', '安排'],
      en: ['target', 'plan', 'plans', 'planned', 'expected', 'expects', 'aim', 'aims'],
    },
  },
  {
    id: 'result-as-target',
    why: 'A result is no target and no plan.',
    // A result may be told by a target that it met (优于考核目标14.6个百分点).
    holdsFor: ({ status, quote }) => status === 'result' && !/目标|计划|拟/.test(quote),
    near: {
      zh: phrases('目标是#，目标为#，计划#，拟#'),
      en: phrases('target of #, targets #, plans #, planned #'),
    },
    within: {
      zh: phrases('目标，计划，拟'),
      en: phrases('target, targets, planned, plans to, plan to'),
    },
    remedy:
      'If the report aims at it or plans it, give its card a "status" (target, plan) in facts.json; otherwise say it without these words.',
  },
];

/** Rules that belong to kinds, for every report. */
export const kindsGate: ArticleGate = (view) =>
  rules.flatMap((rule) => {
    const measures = view.article.facts.measures.filter(rule.holdsFor);
    const ids = new Set(measures.map(({ id }) => id));
    return view.words.flatMap((word) => findingsUnder(rule, word, ids));
  });

const ownFields: ReadonlySet<string> = new Set(['label', 'text', 'gloss']);

function findingsUnder(rule: KindRule, word: Word, ids: ReadonlySet<string>): Finding[] {
  const { language } = word;
  const isOwn = word.measure !== undefined && ids.has(word.measure) && ownFields.has(word.field);
  const isAbout = word.field !== 'limits';
  const text = markedIn(word.text, ids);
  const found =
    (isAbout && text.includes(mark) ? patternIn(text, language, rule.near?.[language] ?? []) : undefined) ??
    (isOwn ? patternIn(text, language, rule.within?.[language] ?? []) : undefined);
  const says = `${rule.id}: ${rule.why}`;
  const remedy = rule.remedy === undefined ? {} : { remedy: rule.remedy };
  if (found !== undefined) return [{ ...findingIn(word, `no “${found}” (${says})`, word.text), ...remedy }];
  const needed = rule.needed?.[language];
  if (!isOwn || word.field !== 'text' || needed === undefined) return [];
  if (patternIn(text, language, needed) !== undefined) return [];
  return [findingIn(word, `“${needed.join('” or “')}” (${says})`, word.text)];
}

/** Marks the figures that the rule is about; all others are other figures. */
const markedIn = (text: string, ids: ReadonlySet<string>): string =>
  text.replaceAll(mark, '¤').replace(/\{\{([^{}]*)\}\}/g, (_hole, id: string) => (ids.has(id) ? mark : '¤'));

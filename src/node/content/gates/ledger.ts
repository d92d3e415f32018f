import type { LedgerEntry, Measure, Modifier, Qualifier } from '../../../core/model';
import { notStated } from '../../../core/model';
import { fold } from '../strings';
import { numeralAt, placeOf } from './numerals';
import { type ArticleGate, factFindings, type MeasureRemark } from './view';

/** A quote must contain a token of the ledger, and come from its paragraph. */
export const quotesGate: ArticleGate = (view) =>
  factFindings(view, (measure) => {
    const { quote, paragraph } = measure;
    const entries = entriesOf(view.article.facts.ledger, measure);
    const tokens = entries.map(({ token }) => token);
    const remarks: MeasureRemark[] = [];
    if (!tokens.some((token) => placeOf(token, quote) >= 0)) {
      remarks.push({ key: 'quote', expected: `a clause with ${tokens.join(' or ')}`, got: quote });
    }
    if (!entries.some((entry) => entry.paragraph === paragraph)) {
      remarks.push({ key: 'paragraph', expected: 'the paragraph of its ledger entry', got: `${paragraph}` });
    }
    return remarks;
  });

/** The value of a measure and its hedges must be those of its ledger entry and its quote. */
export const ledgerGate: ArticleGate = (view) =>
  factFindings(view, (measure) => [
    ...entriesOf(view.article.facts.ledger, measure).flatMap(({ token }) => remarksOnToken(measure, token)),
    ...remarksOnModifiers(measure),
  ]);

export const entriesOf = (ledger: readonly LedgerEntry[], { id }: Measure): LedgerEntry[] =>
  ledger.filter((entry) => 'measure' in entry && entry.measure === id);

/** What a token says by itself: its number, whether that is written out, and its hedge. */
interface Said {
  readonly value: Measure['value'];
  readonly isSpelled: boolean;
  readonly qualifier: Qualifier;
}

function remarksOnToken(measure: Measure, token: string): MeasureRemark[] {
  const said = saidBy(token, measure);
  if (said === undefined) return [];
  const remarks: MeasureRemark[] = [];
  if (said.value !== measure.value) {
    remarks.push({ key: 'value', expected: `${said.value} for ${token}`, got: `${measure.value}` });
  }
  if (said.isSpelled !== measure.spelled) {
    remarks.push({ key: 'spelled', expected: `${said.isSpelled} for ${token}`, got: `${measure.spelled}` });
  }
  if (said.qualifier !== measure.qualifier) {
    remarks.push({ key: 'qualifier', expected: `${said.qualifier} for ${token}`, got: measure.qualifier });
  }
  return remarks;
}

/** Undefined if the words do not decide it. */
function saidBy(token: string, { quote, kind }: Measure): Said | undefined {
  const numeral = numeralAt(token);
  if (numeral !== undefined) {
    const qualifier = hedgeOf(token, quote, numeral.length) ?? (kind === 'coverage' ? 'all' : 'exact');
    return { value: numeral.value, isSpelled: numeral.isSpelled, qualifier };
  }
  if (/清零|归零/.test(token)) return { value: 0, isSpelled: true, qualifier: 'exact' };
  if (/没有|未|无|零/.test(token)) return { value: 0, isSpelled: false, qualifier: 'none-reported' };
  if (/全|均|都/.test(token)) return { value: notStated, isSpelled: false, qualifier: 'all' };
  return undefined;
}

const hedgesAfter: readonly (readonly [string, Qualifier])[] = [
  ['余', 'more-than'],
  ['多', 'more-than'],
  ['以上', 'at-least'],
  ['左右', 'about'],
  ['上下', 'about'],
];

const hedgesBefore: readonly (readonly [string, Qualifier])[] = [
  ['至少', 'at-least'],
  ['不少于', 'at-least'],
  ['超过', 'more-than'],
  ['超', 'more-than'],
  ['逾', 'more-than'],
  ['约', 'about'],
  ['近', 'about'],
];

/** The hedge that touches the number, in the token or around it in the quote. */
function hedgeOf(token: string, quote: string, length: number): Qualifier | undefined {
  const phrase = fold(quote);
  const at = placeOf(token, quote);
  const before = at < 0 ? '' : phrase.slice(0, at);
  const after = (at < 0 ? fold(token) : phrase.slice(at)).slice(length).replace(/^%/, '');
  return (hedgesAfter.find(([hedge]) => after.startsWith(hedge)) ??
    hedgesBefore.find(([hedge]) => before.endsWith(hedge)))?.[1];
}

const modifierWords: readonly (readonly [string, Modifier])[] = [
  ['累计', 'cumulative'],
  ['普遍', 'generally'],
  ['同比', 'year-on-year'],
];

function remarksOnModifiers({ quote, modifiers }: Measure): MeasureRemark[] {
  return modifierWords.flatMap(([word, modifier]): MeasureRemark[] => {
    const stands = quote.includes(word);
    if (stands === modifiers.includes(modifier)) return [];
    const expected = stands
      ? `${modifier}, as the quote says ${word}`
      : `no ${modifier}, as the quote does not say ${word}`;
    return [{ key: 'modifiers', expected, got: modifiers.join(', ') || 'none' }];
  });
}

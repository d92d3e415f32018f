/** Proposes a label: what a figure counts, in the words of its quote. */
import type { Measure } from '../../core/model';
import type { QuotedFigure } from '../../core/reading';
import { behindUnit, countedIn, isNoun, isRelative, namesClass, subjectIn } from './phrases';

const longest = 14;
const moves =
  /上升|提高|增长|增加(?!值)|上涨|提升|回升|攀升|跃升|反弹|激增|上浮|下降|减少|降低|下跌|回落|下行|下浮|走低|锐减/;

/** What is benefited is not what was done; a lead over others is no level; 减材料 hides a fall. */
const unclear = /惠及|覆盖(?!率)|受益|高于|低于|快于|慢于|优于|好于|连续|延长|减(?=时间|材料|环节)/;

export interface LabelProposal {
  /** Words of the quote, however long. */
  readonly subject: string;
  /** Whether they can stand as a label. */
  readonly isLabel: boolean;
}

/** @param others all figures of the quote */
export function proposeLabel(
  { quote, direction }: Pick<Measure, 'quote' | 'direction'>,
  figure: QuotedFigure,
  others: readonly QuotedFigure[],
): LabelProposal {
  const told = others.filter((other) => other.start === figure.start || !namesClass(quote, other));
  const subject = withoutMarks(subjectOf(quote, figure, told));
  const isLabel =
    [...subject].length >= 2 &&
    [...subject].length <= longest &&
    !/[\d，。；、：]/.test(subject.replace(/^\dG/, '')) &&
    !(direction === 'none' && moves.test(subject)) &&
    !isRelative(subject) &&
    !unclear.test(quote.slice(0, figure.start).replace(/^.*[，；]/, '')) &&
    !/^(?:我们|以|对|把|将|减|过|[一两三四五六七八九十]+[只个条名艘次])/.test(subject);
  return { subject: subject || quote, isLabel };
}

function subjectOf(quote: string, figure: QuotedFigure, others: readonly QuotedFigure[]): string {
  const next = others.find(({ start }) => start >= figure.end);
  const after = countedIn(quote.slice(behindUnit(quote, figure), next?.start ?? quote.length)).replace(
    /[，。；].*$/,
    '',
  );
  const before = beforeOf(quote, figure, others);
  const isCount = figure.unit !== '%' && !/百分点$|月$|年$|天$/.test(figure.unit);
  // A number is followed by what it counts, unless its clause ends there or goes on with a verb.
  return isCount && isNoun(after) && !goesOn.test(after) ? after : before;
}

const goesOn = /^(?:受益|增长|正增长|、|支持|惠及|通过|全面|台阶|以上|大关)/;

/** The words before a figure, from the nearest clause that names something; 占比 goes with the thing it is of. */
function beforeOf(quote: string, figure: QuotedFigure, others: readonly QuotedFigure[]): string {
  const earlier = others.filter(({ end }) => end <= figure.start);
  const edges = [0, ...earlier.map((each) => behindUnit(quote, each))];
  const stretches = edges.map((edge, at) => quote.slice(edge, earlier[at]?.start ?? figure.start)).reverse();
  const [own = ''] = stretches.map((stretch) => subjectIn(lastClause(stretch)));
  if (isNoun(own)) return own;
  const owner = [
    ...clausesIn(stretches[0] ?? '')
      .slice(0, -1)
      .reverse(),
    ...stretches.slice(1),
  ]
    .map((stretch) => subjectIn(stretch.replace(/^[，、；]/, '')))
    .find(isNoun);
  if (owner === undefined) return own;
  return isRelative(own) && !/^[人户家个名]$/.test(own) ? `${owner}${own}` : owner;
}

const clausesIn = (text: string): string[] => text.split(/[，；]/);
const lastClause = (text: string): string => (clausesIn(text).at(-1) ?? '').replace(/^、/, '');

/** A label needs no quotation marks around the whole of it. */
const withoutMarks = (text: string): string =>
  text
    .replace(/^“([^“”]+)”$/, '$1')
    .replace(/[，、：]+$/, '')
    .trim();

import {
  type Card,
  type Direction,
  type Kind,
  type Measure,
  type Modifier,
  notStated,
  type Status,
  toDate,
} from '../model';
import type { QuotedFigure } from './figures';
import { occasions, type QuotedUnit } from './units';

/** What the words around a figure say of it. */
export type Statement = Pick<
  Measure,
  'kind' | 'direction' | 'modifiers' | 'period' | 'comparedWith' | 'basis' | 'status'
>;

/** What holds for a measure unless its quote says otherwise. */
export interface Setting {
  /** The period that the report is about. */
  readonly period: string;
  readonly card: Pick<Card, 'period' | 'status'> | undefined;
}

interface Grounds {
  readonly quote: string;
  /** The words of the quote that belong to this figure. */
  readonly text: string;
  /** Those of them that stand before it. */
  readonly before: string;
  readonly figure: QuotedFigure;
  readonly unit: QuotedUnit | undefined;
  readonly setting: Setting;
}

const rises =
  '上升|提高|(?<![负零])增长|增加(?!值)|上涨|提升|上调|上浮|调增|净增|多增|激增|增产|回升(?!向好)|攀升|跃升|反弹(?!率)|扩大$';
/** 减时间 and 减材料 are how offices say that they ask for less; a better concentration of dust is a lower one. */
const falls =
  '负增长|下降|减少|降低|下跌|下滑|下行|下浮|回落|走低|收窄|少增|锐减|下调|调减|缩减|减[产亏](?!面|农户|措施)|精简|压缩|压减|压降|缩短|降价|降了|浓度改善|减(?=时间|材料|环节)';
const moves = new RegExp(`(?<up>${rises})|(?<down>${falls})`, 'g');
/** A rate (率) that moves in the same clause. */
const rateMoves = new RegExp(`率[^，,。；;]{0,8}?(?:${rises}|${falls})`);
/** 涨幅3% is the size of a rise. What moves it (涨幅回落) is told by the verbs. */
const risen = sizeOf('涨增升');
const fallen = sizeOf('降跌');
/** 提高到66% gives the level that was reached, and not the change. */
const reached = /(?:到|至|达|为|突破|超过|稳定在|保持在)$/;

/** 高于全国0.7个百分点 tells how far two figures are apart, and so does 比全省高出19.81%. */
const apartByShare = /(?:高出|低出|[高低]于[^，。；]{2,12}|超(?:年度)?计划)$/;
const apart =
  /(?:[高低优快好慢]于|高出|低出|超过|超出|领先|比[^，。；]{0,8}(?:全[国省市]|平均)[^，。；]{0,4}(?<![提降])[高低快慢]出?)[^，。；]{0,12}$/;

const share = /占|比重|比例|份额|分之/;
const level = /率|指数|增速|系数/;
/** 全部 before a noun (全部工业增加值) says what is counted, and not that nothing is left out. */
const whole = /全面建成|全部(?:建成|完成|实现|达标|覆盖|办结|落实|化解|整改|投)|均已|都已/;
const wholeBehind = /全部(?!退出|工业)/;

/** A size (幅) of one of these kinds, as it stands before its number. */
function sizeOf(kinds: string): RegExp {
  return new RegExp(`[${kinds}]幅(?:为|达|达到|约|控制在|保持在)?$`);
}

/** Verbs whose object counts as work done, so that its figure is an activity. */
const deeds =
  /提拔|整改|查处|侦破|破获|办理|办结|举办|举行|召开|开展|培训|救助|资助|化解|处置|整治|改造|新建(?!商品房)|新增(?!就业)|新开|发放|拨付|下达|安置|帮扶|清理|审结|受理/;
/** The verb of the figure before (新增9个、总量达79个) does not reach a total. */
const total = /(?:达到?|增至|增加到|总[量数])$/;
/** Verbs that place a count in the year reported on. */
const dated = /提供|明确|排查|学习|出台|制定|印发|发布|完成|实施|投产|开工/;

/** 预期寿命 is how long people live, and 争取资金 is money that was won. */
const target =
  /目标(?!任务?完成|完成|责任|考核|管理)|努力实现|力争|预期(?!寿命)|争取(?![^，。；]{0,10}资金)|确保/;
/** A target that was met or surpassed stands beside a result. */
const met = /(?:完成|[优好高快]于|超过)[^，。；]{0,20}目标/;
/** 行动计划 and 人才计划 are names. */
const plan =
  /拟|(?<!已|已经|共|累计)安排|(?:^|[，。；]|[今明]年|还)将(?=新建(?!商品房)|建成(?!区)|开工|实施)|(?:^|[，。；、]|[今明]年|[0-9]年|我[省市县区们]|还|共|总)计划/;

/** The year that a figure is compared with: 比2020年增长1.2倍, 与2020年相比, 是2020年的3.1倍. In 比2020年的3% it has a figure of its own. */
const since =
  /(?:(?<!占)比|较|与(?=[0-9]{4}年[^，。；]{0,3}相比))((?:19|20)[0-9]{2})年(?!的?[0-9])|(?:是|为|达到?|相当于)((?:19|20)[0-9]{2})年[^，。；0-9]{0,4}的[^，。；0-9]{0,3}[0-9.]+倍/;

/** What is said with 分别 holds for the figures that follow, each with its verb: 同比分别下降3.6%和上升9.4%. */
const each = /(?:同比|[比较](?:上|去)年)分别[^，。；]*$/;

const hedges: readonly (readonly [RegExp, Modifier])[] = [
  [/累计/, 'cumulative'],
  [/普遍/, 'generally'],
  [/同比|[比较](?:上|去)年/, 'year-on-year'],
  // In 近年均 and 每年均 the words part otherwise: 均 means all.
  [/(?<![近每])年均/, 'yearly-average'],
];

/** A verb holds for all figures of its quote, a direction only for the figure that it stands by. */
export function statementOf(grounds: Grounds): Statement {
  const { quote, text, figure } = grounds;
  const direction = directionOf(grounds);
  const kind = kindOf(grounds, direction);
  const [saidOfEach = ''] = each.exec(quote.slice(0, figure.start)) ?? [];
  const said = saidOfEach + comparedBefore(grounds, direction) + text;
  const modifiers = hedges.flatMap(([word, modifier]) => (word.test(said) ? [modifier] : []));
  // A yearly average compares each year with the one before, so that nothing is left open.
  const isOpen = direction !== 'none' && !modifiers.includes('yearly-average');
  const [, year, yearOfMultiple] = since.exec(text.normalize('NFKC')) ?? [];
  return {
    ...{ kind, direction, modifiers },
    comparedWith: modifiers.includes('year-on-year')
      ? 'previous-year'
      : (year ?? yearOfMultiple ?? (isOpen ? notStated : 'none')),
    basis: basisOf(grounds, kind, direction),
    period: periodOf(grounds, kind, modifiers),
    status: statusOf(grounds),
  };
}

/** In 比上年减少1.6万件、下降7.8% both changes are compared with the year that is named once. */
function comparedBefore({ quote, before, figure }: Grounds, direction: Direction): string {
  if (direction === 'none' || /[比较与]|累计|年均|年来|以来/.test(before)) return '';
  const [, compared = ''] =
    /(同比|[比较](?:上|去)年)[^，。；]*、[^，。；、]*$/.exec(quote.slice(0, figure.start)) ?? [];
  return compared;
}

const isPercentage = (unit: QuotedUnit | undefined): boolean =>
  unit?.unit === 'percent' || unit?.unit === 'percentage-point';

const isGap = ({ before, unit }: Pick<Grounds, 'before' | 'unit'>): boolean =>
  (unit?.unit === 'percentage-point' && apart.test(before)) ||
  (unit?.unit === 'percent' && apartByShare.test(before));

/**
 * In 由47.6%提升至73.4% two levels are told: what was at the outset, and what was reached. Each may have its year:
 * 从2020年的3万亿元增长到2025年的4万亿元.
 */
export function pairEnd(
  quote: string,
  { start, end }: Pick<QuotedFigure, 'start' | 'end'>,
): 'outset' | 'reached' | undefined {
  const before = quote.slice(0, start).normalize('NFKC');
  if (/[从由][^，。；]*(?:到|至|为)(?:\d{4}年的?)?$/.test(before)) return 'reached';
  const leadsOn = /^[^，。；]*(?:到|至|为)[^，。；]*\d/.test(quote.slice(end));
  return leadsOn && /[从由](?:\d{4}年)?[^，。；\d]*$/.test(before) ? 'outset' : undefined;
}

/** A percentage moves if its clause says so, anything else only if the verb touches the number: 减少160万吨. */
function directionOf(grounds: Grounds): Direction {
  const direction = directionSaid(grounds);
  // 增长-3.1% is a fall.
  return direction === 'up' && isBelowZero(grounds.figure) ? 'down' : direction;
}

/** A range such as -5—8% has both signs. */
export const isBelowZero = ({ value, upper }: Pick<QuotedFigure, 'value' | 'upper'>): boolean =>
  value !== notStated && value < 0 && upper === undefined;

function directionSaid({ quote, text, before, figure, unit }: Grounds): Direction {
  if (figure.value === notStated || figure.value === 0) return 'none';
  if (isGap({ before, unit }) || pairEnd(quote, figure) !== undefined) return 'none';
  if (isPercentage(unit) && risen.test(before)) return 'up';
  if (isPercentage(unit) && fallen.test(before)) return 'down';
  if (reached.test(before)) return 'none';
  if (isPercentage(unit)) return verbNear(before, text.slice(before.length));
  // 提升 with a number of things (提升农房26.4万户) is work done; with money, ranks and ages it is a rise.
  const verb = before.replace(/了$/, '').slice(-2);
  return verb === '提升' && !/[元倍岁位级分]$/.test(figure.unit) ? 'none' : verbNear(verb, '');
}

/** The verb that stands nearest in the same clause: the last one before a figure, or else the first behind it. */
function verbNear(before: string, behind: string): Direction {
  const clause = before.replace(/^.*[，。；]/, '');
  const verb = [...clause.matchAll(moves)].at(-1) ?? [...behind.replace(/[，。；].*/, '').matchAll(moves)][0];
  return verb === undefined ? 'none' : verb.groups?.up === undefined ? 'down' : 'up';
}

function kindOf(grounds: Grounds, direction: Direction): Kind {
  const { quote, text, before, figure, unit } = grounds;
  const behind = text.slice(before.length);
  // Only a rate or a share can move by points.
  if (direction !== 'none' && unit?.unit === 'percentage-point') return 'rate-change';
  if (direction !== 'none') return rateMoves.test(text) ? 'rate-change' : 'count-change';
  if (figure.value === 0) return 'zero';
  if (figure.value === notStated || whole.test(text) || wholeBehind.test(behind)) return 'coverage';
  // The closed list has no kind for a gap. It is no share and no change, but like a level it stands at one time.
  if (isGap(grounds) || unit?.unit === 'percentage-point') return 'level';
  if (isPercentage(unit) || figure.unit === '‰') {
    // In 城镇化率从63.2%提高到72.7% what was and what was reached are of one thing.
    const said = pairEnd(quote, figure) === 'reached' ? quote.slice(0, figure.start) : text;
    // The 分之 of 百分之九十五 only says that it is a percentage.
    return level.test(said) && !share.test(said.replaceAll('百分之', '')) ? 'level' : 'share';
  }
  if (unit?.unit === 'yuan' || unit?.unit === 'us-dollar') return 'amount';
  if (occasions.has(unit?.word ?? '') || deeds.test(text) || /提升了?$/.test(before)) return 'activity';
  return deeds.test(quote) && !total.test(before) ? 'activity' : 'count';
}

/**
 * A count that changed by a percentage can only have changed relatively, and so can a rate, if it is above 100%. A
 * multiple (增长5.1倍) is one of what there was.
 */
function basisOf({ figure: { value }, unit }: Grounds, kind: Kind, direction: Direction): string {
  if (direction !== 'none' && unit?.unit === 'multiple') return 'relative';
  if (direction === 'none' || !isPercentage(unit)) return 'none';
  if (unit?.unit === 'percentage-point') return 'percentage-points';
  return kind === 'count-change' || (value !== notStated && value > 100) ? 'relative' : notStated;
}

const standing: ReadonlySet<Kind> = new Set(['amount', 'level', 'share', 'count']);

const isWork = (text: string): boolean =>
  deeds.test(text) || dated.test(text) || /投入|争取|减免|减税|引进|带动|支持|筹集|补助/.test(text);

function periodOf(
  { quote, text, before, figure, setting }: Grounds,
  kind: Kind,
  modifiers: readonly Modifier[],
): string {
  const { period, card } = setting;
  if (modifiers.includes('cumulative')) return toDate;
  // 连续13个月 began before the year, and what is steady (稳定在) is the figure of one year among several.
  if (/连续|稳定在/.test(text)) return notStated;
  const [year] = /(?<![0-9])(?:19|20)[0-9]{2}(?=年)/.exec(text.normalize('NFKC').replace(since, '')) ?? [];
  // What was and what was reached (增至, 达到) are levels of two times, of which a span tells none; nor does it tell
  // when there was as much as is said (生产总值6.66万亿元) without a word of work or of change.
  const isStock =
    pairEnd(quote, figure) !== undefined ||
    /[到至达]$/.test(before) ||
    (standing.has(kind) && !isWork(text) && !/每年|保持在$/.test(before));
  const isOfSpan = card?.period?.includes('/') && isStock;
  if (isOfSpan && year === undefined) return notStated;
  const said = year ?? card?.period;
  if (said) return said;
  switch (kind) {
    case 'rate-change':
    case 'count-change':
      return modifiers.includes('year-on-year') ? period : notStated;
    case 'activity':
    case 'zero':
    case 'share':
    case 'level':
      return period;
    case 'count':
    case 'amount':
    case 'coverage':
      return dated.test(quote) ? period : notStated;
  }
}

/** A year by which something is to be: 到2027年. 截至2025年 and 延长到2025年 tell of a result. */
const until = /(?:^|[，。；、：“]|力争|争取|确保|计划|预计)到((?:19|20)[0-9]{2})年/;

function statusOf({ text, setting: { card, period } }: Grounds): Status {
  if (card?.status) return card.status;
  const [, year = ''] = until.exec(text.normalize('NFKC')) ?? [];
  if (target.test(text.replace(met, '')) || year > period.slice(-4)) return 'target';
  return plan.test(text) ? 'plan' : 'result';
}

/** Tells in a clause what is counted from the words that only introduce or hedge the number. */
import type { QuotedFigure } from '../../core/reading';

const hedges =
  '每年|全年|今年|去年|先|年均|累计|平均|普遍|同比|环比|共计|合计|总共|约|近|已经|已|均|都|共|分别|仅|只|就|也|将|要|可|再|各|总计|目前|预计|力争|确保|争取|努力|继续|进一步|其中|并且|并|且|使|让';
const verbs =
  '达到|达|超过|超|突破|逾|增至|升至|进至|降至|提高到|提高至|提升到|提升至|增加到|增加至|扩大到|下降到|降低到|减少到|上升到|增长|上升|提高|提升|增加|上涨|回升|攀升|跃升|反弹|激增|上浮|下降|减少|降低|回落|下跌|下行|下浮|走低|锐减|保持在|保持|稳定在|稳定|维持在|控制在|拟按|按|拟安排|安排|拟|发行|为|是|至|到|了|不到|不足|不低于|不超过|高达|多达|实现|完成|进入|迈入|迈上|跨入|位列|居|占|由|从|在|以|等|的|有|达成|高于全国|低于全国|高于|低于|动态|连续|惠及|覆盖';
/** 比上年年初预算 says what something is compared with. */
const comparison = '比[^，、]{1,8}?(?=增|减|提|下|上|高|低)';

/** 从2020年的 and 到2025年的 say when. */
const year = '[从由到至]?\\d{4}年';

const tail = new RegExp(`(?:${hedges}|${verbs}|${comparison}|${year})+$`);
const openers =
  '全年|今年|去年|累计|平均|普遍|同比|其中|并且|预计|力争|确保|争取|努力|继续|进一步|稳妥|重点|大力|深入|成功|扎实|拟安排|安排|拟|将|惠及|覆盖|带动|吸引|促进|实现|完成|达到|超过|突破|提请|办理|实施|推进|应对|做好|开办|专项用于';
/** Single characters are no openers: 可再生能源 begins with none. */
const head = new RegExp(`^(?:${openers}|${comparison})+`);

/** Words that name no thing of their own: 占比 of what? */
const relative =
  /^(?:占比|比重|总量|总数|总规模|总额|总值|金额|增速|规模|数量|涨幅|降幅|增幅|总产值|台阶|大关|关口|新增|名|人|户|家|个|年产量|年均)$/;

/** Behind 以上 these go on with what happened; any other noun is the class that has the size. */
const noClass = /^的?(?:目标|水平|规模|增速|速度|就业|增长|参加|参与|受益|通过|实现|完成|达到)/;

/**
 * Whether a number only names a class by its size: 千亿县, 亿元以上项目, 20户以上自然村, 25兆瓦级风机, 新一轮千亿斤粮食产能提升行动.
 */
export function namesClass(text: string, figure: QuotedFigure): boolean {
  const { token, value, spelled, unit, start, end } = figure;
  const after = text.slice(end);
  if (/元以上$/.test(token)) return /^(?:新建|续建)*(?:\p{Script=Han}{0,2}项目|企业|城市)/u.test(after);
  if (/以[上下]$/.test(token) && unit !== '%')
    return /^的?\p{Script=Han}{2}/u.test(after) && !noClass.test(after);
  if (!spelled && unit !== '级' && /^级\p{Script=Han}/u.test(text.slice(behindUnit(text, figure))))
    return true;
  if (!spelled || typeof value !== 'number' || value < 1e8) return false;
  const isOver = token.startsWith('过') || /(?<!超)过$/.test(text.slice(0, start));
  const isSize = !/[元斤亩]/.test(unit) && /^级?\p{Script=Han}/u.test(after);
  return isOver || isSize || /^[元斤亩](?:城市|级|\p{Script=Han}{2,10}(?:行动|工程|计划))/u.test(after);
}

/** Where the unit of a figure ends. */
export function behindUnit(text: string, { end, token, unit }: QuotedFigure): number {
  if (unit === '' || token.includes(unit)) return end;
  const rest = text.slice(end, end + unit.length + 2);
  const at = rest.indexOf(unit);
  return at < 0 ? end : end + at + unit.length;
}

/** What stands before a number, without the words that introduce it. */
export function subjectIn(before: string): string {
  const bare = before.replace(tail, '').replace(head, '');
  // 比上年增加 leaves nothing: the whole is a comparison.
  return /^(?:比|较|同比)/.test(bare) ? '' : bare;
}

/** What stands behind a number and its unit, if it names what is counted. */
export const countedIn = (after: string): string =>
  /^(?:以上|以下|左右|以内|的(?=目标)|，|。)/.test(after) ? '' : after.replace(/^的/, '');

const hanIn = (text: string): number => text.match(/\p{Script=Han}|[A-Za-z]/gu)?.length ?? 0;

/** Whether words name a thing by themselves. */
export const isNoun = (text: string): boolean => hanIn(text) >= 2 && !relative.test(text);

export const isRelative = (text: string): boolean => relative.test(text);

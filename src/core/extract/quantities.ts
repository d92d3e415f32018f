import { type Amount, rangeOf, readAmount, readHigh } from './amounts';
import { readDate } from './dates';
import type { ExpressionClass, Found, Qualifier } from './expression';
import { namedAfter } from './names';
import { type Numeral, readNumeral } from './numerals';
import { barePrefixAt, type Hedge, joined, prefixAt, suffixAt } from './qualifiers';
import { isDigit, isHan } from './text';
import { countsAfterChinese, measuresOne, type Unit, unitAt, unitName } from './units';

/** A number with its unit and the word that hedges it from behind. */
interface Quantity {
  readonly amount: Amount;
  /** The end of the number, of the half behind the unit, or of the suffix, whichever comes last. */
  readonly end: number;
  readonly value: number | null;
  readonly upper: number | undefined;
  readonly unit: Unit;
  readonly suffix: Qualifier;
}

/** Reads a measure with its qualifier: 超过300, 12.45万, 近三成, 5至8%, 340余, 40%以上, 两年半. */
export function readQuantity(text: string, start: number): Found | undefined {
  const front = isDigit(text.charAt(start))
    ? undefined
    : (prefixAt(text, start) ?? barePrefixAt(text, start));
  const at = front?.end ?? start;
  const dated = front && readDate(text, at);
  if (dated) return withPrefix(text, start, dated, front);
  const amount = readAmount(text, at);
  if (!amount || (front && needsBare(front) && !isBare(amount, text, at))) return undefined;
  const quantity = completed(text, at, amount);
  const hedge = hedgeOf(text, start, front, quantity);
  if (!isNumber(text, at, quantity, hedge)) return undefined;
  return foundQuantity(text, hedge.front === 'exact' ? at : start, quantity, hedge);
}

function withPrefix(text: string, start: number, { expression, next }: Found, { qualifier }: Hedge): Found {
  const token = text.slice(start, expression.offset + expression.token.length);
  return { expression: { ...expression, offset: start, token, qualifier }, next };
}

const bareOnly = new Set(['过', '破', '上', '每']);

const needsBare = ({ word }: Hedge): boolean => bareOnly.has(word);

/** 过 and 破 hedge any large number or share (过三千亿元, 破10%); before small ones they are verbs. */
function isBare({ numeral, unit }: Amount, text: string, at: number): boolean {
  const isFirst = text.slice(Math.max(0, at - 2), at) === '首破';
  const isLarge = unit === '%' || isFirst || (numeral !== undefined && numeral.power >= 4);
  return numeral?.isBare || text.charAt(at) === '半' || (isLarge && '过破'.includes(text.charAt(at - 1)));
}

/** Reads on behind the first number: range, unit, half, suffix. */
function completed(text: string, at: number, low: Amount): Quantity {
  const unit = unitOf(text, low);
  const range = isChange(text, at) ? undefined : readRange(text, low, unit);
  return range ? withSuffix(text, range, unitOf(text, range)) : withSuffix(text, low, unit);
}

/** 从3家到5家 says what was and what is, and no range. */
const isChange = (text: string, at: number): boolean => '从由'.includes(text.charAt(at - 1) || ' ');

function readRange(text: string, low: Amount, unit: Unit): Amount | undefined {
  const high = readHigh(text, low, low.end) ?? sameUnit(text, unit, readHigh(text, low, unit.end));
  if (!high || (low.unit !== '' && high.unit !== low.unit)) return undefined;
  const isDate = high.unit === '' && readDate(text, high.end - lengthOf(high)) !== undefined;
  return isDate ? undefined : rangeOf(low, high);
}

const lengthOf = ({ numeral, end }: Amount): number => (numeral ? end - numeral.start : 0);

const unitOf = (text: string, { unit, end, numeral }: Amount): Unit =>
  unit === ''
    ? (sharedRank(text, end, numeral) ?? sharedUnit(text, end, numeral) ?? unitAt(text, end))
    : { text: unit, end };

/** In 快4.6、3.1和2.2个百分点 and 达1409万、1305万人次 all numbers have the unit of the last. */
function sharedUnit(text: string, end: number, numeral: Numeral | undefined): Unit | undefined {
  if (numeral?.script !== 'arabic') return undefined;
  const [list = '', classifier] = restOfList.exec(text.slice(end, end + longestList)) ?? [];
  const unit = list === '' ? '' : unitAt(text, end + list.length).text;
  // 12.7个、12个百分点: what is counted by 个 is said with the last.
  const isShared = classifier === undefined ? sharedUnits.test(unit) : unit.endsWith('百分点');
  return isShared ? { text: unit, end } : undefined;
}

const restOfList = /^(个)?(?:[、和与][\d.]{1,7}[万亿]{0,2}个?(?![\d.万亿])){1,4}/;
const sharedUnits = /^(?:个?百分点|倍|.{0,2}元|人|人次|户|家|件|吨|公里|亩|号)$/;
const longestList = 48;

/** In 一、二季度 and 二、三级 the first number has the unit of the second, which is read next. */
function sharedRank(text: string, end: number, numeral: Numeral | undefined): Unit | undefined {
  const isLone = numeral?.script === 'chinese' && text.charAt(end) === '、';
  const second = isLone ? readNumeral(text, end + 1) : undefined;
  if (!second || second.value !== (numeral?.value ?? 0) + 1) return undefined;
  const { text: unit } = unitAt(text, second.end);
  return ranks.has(unit) ? { text: unit, end } : undefined;
}

/** 5个至8个 is a range, 5个到8月 is not. */
function sameUnit(text: string, unit: Unit, high: Amount | undefined): Amount | undefined {
  if (!high || unit.text === '') return undefined;
  return unitOf(text, high).text === unit.text ? high : undefined;
}

const halves = new Set(['年', '天', '倍', '个', '小时', '岁']);

function withSuffix(text: string, amount: Amount, unit: Unit): Quantity {
  const { value, upper } = amount;
  const hasHalf = halves.has(unit.text) && text.charAt(unit.end) === '半' && value !== null;
  const numberEnd = hasHalf ? unit.end + 1 : amount.end;
  const unitEnd = Math.max(unit.end, numberEnd);
  const suffix = suffixBehind(text, amount, unit, numberEnd, unitEnd);
  return {
    amount,
    end: suffix?.end ?? numberEnd,
    value: hasHalf ? value + 0.5 : value,
    upper,
    unit: hasHalf ? unitBehindHalf(text, unit, unitEnd) : { text: unit.text, end: unitEnd },
    suffix: suffix?.qualifier ?? 'exact',
  };
}

/** In 一个半小时 the unit's second part stands behind the half. */
function unitBehindHalf(text: string, unit: Unit, end: number): Unit {
  const behind = unit.text === '个' ? ['小时', '月'].find((part) => text.startsWith(part, end)) : undefined;
  return behind ? { text: unit.text + behind, end: end + behind.length } : { text: unit.text, end };
}

function suffixBehind(
  text: string,
  amount: Amount,
  unit: Unit,
  numberEnd: number,
  unitEnd: number,
): Hedge | undefined {
  const near = suffixAt(text, numberEnd);
  if (near && isSuffix(text, near, amount.unit || '%')) return near;
  // 1000吨级以上: the class of what has such a size.
  const classEnd = text.charAt(unitEnd) === '级' ? unitEnd + 1 : unitEnd;
  const far = unitEnd > numberEnd ? suffixAt(text, classEnd) : undefined;
  return far && isSuffix(text, far, unit.text) ? far : undefined;
}

/** After these units 多 and 余 may follow (三年多, 两个多月). After others they begin another word (5个多功能厅). */
const followedByMore = new Set([
  '年',
  '天',
  '倍',
  '岁',
  '里',
  '公里',
  '小时',
  '%',
  '个月',
  '分钟',
  '周',
  '米',
]);

function isSuffix(text: string, { word, end }: Hedge, unit: string): boolean {
  const next = text.charAt(end);
  switch (word) {
    case '多':
    case '余':
      return (
        (followedByMore.has(unit) && !'元样功次年方项额家'.includes(next || ' ')) ||
        (unit === '个' && ['月', '小时', '星期', '学期', '季度'].some((rest) => text.startsWith(rest, end)))
      );
    case '上下':
      return !'联游齐贯级同一衔互都'.includes(next || ' ');
    case '不到':
      return !isHan(next) || next === '的';
    default:
      return true;
  }
}

interface HedgeOfAll {
  readonly qualifier: Qualifier;
  readonly front: Qualifier;
}

function hedgeOf(text: string, start: number, prefix: Hedge | undefined, quantity: Quantity): HedgeOfAll {
  const front = prefix && !isOtherMeaning(text, start, prefix, quantity) ? prefix.qualifier : 'exact';
  const { hint } = quantity.amount;
  const inner = hint === 'none' ? 'exact' : hint === 'more' ? 'more-than' : 'about';
  return { qualifier: joined(front, inner, quantity.suffix), front };
}

/** 近三年来 and 近十年最好 mean the last years; 突破20项技术 means to master them. */
function isOtherMeaning(text: string, start: number, { word }: Hedge, { unit }: Quantity): boolean {
  if (word === '近') return isLastYears(text, start, unit);
  return (
    word.startsWith('突破') &&
    /^[^,。;、]{0,10}(技术|难题|瓶颈|难点|堵点)/.test(text.slice(unit.end, unit.end + 14))
  );
}

const spans = new Set(['年', '个月', '天', '周', '届', '期', '次', '个季度']);

function isLastYears(text: string, start: number, unit: Unit): boolean {
  if (!spans.has(unit.text)) return false;
  const isClauseStart =
    start === 0 || /[,，。;；:：、(（\s“”在比对是的与和及了]/.test(text.charAt(start - 1));
  return (
    isClauseStart ||
    /^(来|以来|间|内|里|中|共|累计|平均|年均|最|新高|新低)/.test(text.slice(unit.end, unit.end + 2))
  );
}

/** Whether this is a number at all. Arabic digits always are one; a Chinese numeral needs evidence. */
function isNumber(
  text: string,
  at: number,
  { amount, unit, upper, suffix }: Quantity,
  { qualifier, front }: HedgeOfAll,
): boolean {
  const { numeral } = amount;
  if (!numeral || numeral.script === 'arabic') return true;
  if (numeral.isSequence) return false;
  const word = unit.text;
  const isHedged = qualifier !== 'exact' || suffix !== 'exact' || front !== 'exact';
  if (numeral.hint === 'about' && numeral.value < 10)
    return countsAfterChinese(text, unit.end - word.length, word);
  if (upper !== undefined)
    return numeral.value >= 10 || countsAfterChinese(text, unit.end - word.length, word);
  if (isHedged) return word !== '' || numeral.value >= 10 || !isHan(text.charAt(numeral.end));
  if (numeral.isBare) return isBareNumber(text, at, numeral, word);
  if (numeral.end - numeral.start > 1) return isLongNumber(text, numeral, word);
  return isLoneDigit(text, at, numeral, unit);
}

const bareUnits = new Set([
  '元',
  '级',
  '亿级',
  '吨',
  '千瓦',
  '亩',
  '美元',
  '立方米',
  '人次',
  '平方米',
  '斤',
  '人',
  '头',
  '只',
  '羽',
  '户',
  '台',
  '辆',
  '县',
]);

/** 万吨级, 亿元级. */
const isGraded = (text: string, at: number): boolean => text.charAt(at) === '级';

/** 每千人, 百亿元 and 千万级 are numbers; 万元 and 百家 alone mean many. */
function isBareNumber(text: string, at: number, numeral: Numeral, unit: string): boolean {
  if (text.charAt(at - 1) === '每') return true;
  return (
    bareUnits.has(unit) &&
    (numeral.end - numeral.start > 1 || unit === '级' || isGraded(text, numeral.end + 1))
  );
}

/** 十二项 and 三百 are numbers; 三十六计 and 二十四节气 are words. */
const isLongNumber = (text: string, { end, value }: Numeral, unit: string): boolean =>
  unit !== '' || value >= 100 || !isHan(text.charAt(end));

const levelsOf = '省市县区乡镇村上下高低各同这统';
const ranks = new Set(['级', '期', '类', '年级', '季度', '号', '等']);

/** A single character: 一 is an article unless it measures, 二 is a rank, 两 to 十 count things. */
function isLoneDigit(text: string, at: number, { value }: Numeral, unit: Unit): boolean {
  const digit = text.charAt(at);
  if (digit === '一') return isOne(text, at, unit);
  if (digit === '二') return ranks.has(unit.text) || isRank(text, at + 1);
  if (isRank(text, at + 1)) return true;
  return value > 0 && countsAfterChinese(text, unit.end - unit.text.length, unit.text);
}

const isRank = (text: string, at: number): boolean =>
  text.charAt(at) === '等' && '奖功品级'.includes(text.charAt(at + 1) || ' ');

function isOne(text: string, at: number, unit: Unit): boolean {
  if (isRank(text, at + 1)) return true;
  if (unit.text === '级') return !levelsOf.includes(text.charAt(at - 1) || ' ');
  if (unit.text === '期') return !'这每上新同首'.includes(text.charAt(at - 1) || '这');
  if (unit.text === '号' && isCraft(text, at)) return true;
  if (unit.text === '号') return /^(文件|工程|检察|建议|令|台)/.test(text.slice(unit.end, unit.end + 2));
  if (halves.has(unit.text) && text.charAt(unit.end - 1) === '半') return true;
  if (unit.text === '年' || unit.text === '天') {
    return /(为期|历时|满)$/.test(text.slice(Math.max(0, at - 2), at));
  }
  return measuresOne.has(unit.text);
}

function foundQuantity(text: string, offset: number, quantity: Quantity, { qualifier }: HedgeOfAll): Found {
  const { end, value, upper, unit, amount } = quantity;
  return {
    expression: {
      offset,
      token: text.slice(offset, end),
      value,
      ...(upper !== undefined && { upper }),
      unit: amount.numeral?.isBare && unit.text === '县' ? '' : unitName(unit.text),
      qualifier,
      class: classOf(text, amount, unit),
    },
    next: Math.max(end, unit.end),
  };
}

const ordinalUnits = new Set(['号', '年级']);

function classOf(text: string, { numeral, end }: Amount, unit: Unit): ExpressionClass {
  if (numeral && (isRank(text, end) || isTier(text, numeral, unit))) return 'ordinal';
  if (unit.text === '季度') return 'date';
  if (unit.text === '号' && numeral && isCraft(text, numeral.start)) return 'name';
  if (ordinalUnits.has(unit.text) || (unit.text === '期' && numeral && isPhase(text, numeral, unit))) {
    return 'ordinal';
  }
  return numeral?.script === 'arabic' && unit.text === '' && isNamed(text, numeral) ? 'name' : 'measure';
}

const crafts =
  /(?:嫦娥|长征|天问|神舟|天舟|天宫|风云|高分|海洋|北斗|快舟|雪龙|深海|探索|谷神星|力箭|朱雀|引力)(?:[一二三四五六七八九十]{1,3}、)?$/;

/** 嫦娥六号, 长征五号: numbered spacecraft, rockets and ships. */
const isCraft = (text: string, at: number): boolean => crafts.test(text.slice(Math.max(0, at - 7), at));

/** 存储三期 is the third phase of a project; 举办三期 counts, and so does 三期培训班. */
function isPhase(text: string, { script, start }: Numeral, { end }: Unit): boolean {
  if (script !== 'chinese' || text.charAt(start) === '两') return false;
  if (/^(?:工程|项目|建设)/.test(text.slice(end, end + 2))) return true;
  const isCounted = /[办展了出共续分印编]/.test(text.charAt(start - 1));
  return !isCounted && !/^[培轮专主研讲班]/.test(text.charAt(end));
}

/** 二、三级子公司 and 三级公路 say which tiers; 省、市、县三级企业 counts those that stand before it. */
function isTier(text: string, { script, start }: Numeral, { text: unit, end }: Unit): boolean {
  if (unit !== '级' || script !== 'chinese') return false;
  if (text.charAt(start) === '两' || levelsOf.includes(text.charAt(start - 1) || ' ')) return false;
  const behind = text.slice(end, end + longestTiers).replace(/^(?:、[一二三四五六七八九])+级/, '');
  return /^(?:子|分)?公司|^企业|^(?:综合)?医院|^甲等|^响应|^市场|^资质|^公路|^航道/.test(behind);
}

const longestTiers = 12;

/** 500强 is a list, 数字政府2.0 a version, 2025·论坛 an event and 附件1 a place in a document. */
function isNamed(text: string, { start, end }: Numeral): boolean {
  if (namedAfter(text, end) !== '') return true;
  if (text.charAt(end) === '强') return !'化力调劲大'.includes(text.charAt(end + 1) || ' ');
  if (end - start === 3 && text.startsWith('.0', start + 1)) return isVersion(text, start, end);
  if (/(?:附件|附表|专栏)$/.test(text.slice(Math.max(0, start - 2), start))) return true;
  const isYear = end - start === 4 && /^(?:19|20)\d\d$/.test(text.slice(start, end));
  return isYear && event.test(text.slice(end, end + longestEvent));
}

/** 工业4.0 and 2.0时代 are versions; 系数为3.0 says how much. */
const isVersion = (text: string, start: number, end: number): boolean =>
  /^(?:时代|升级)/.test(text.slice(end, end + 2)) ||
  (isHan(text.charAt(start - 1)) && !'为达是到约超至近增降率比'.includes(text.charAt(start - 1)));

/** What takes place in a year and bears it in its name: 2025·中国西藏发展论坛, 2025中国民营企业500强. */
const event = /^(?:·|[^,。;、]{1,14}(?:论坛|大会|峰会|年会|博览会|展览会|交易会|锦标赛|大赛|音乐节|\d00强))/;
const longestEvent = 20;

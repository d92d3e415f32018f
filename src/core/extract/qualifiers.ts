import type { Qualifier } from './expression';
import { afterBlank, isDigit, type WordAt, wordsAt, wordsOf } from './text';

type Words = Readonly<Record<Exclude<Qualifier, 'exact'>, readonly string[]>>;

/**
 * The words that hedge a number. Source: GB/T 15835-2011 (余, 多, 左右, 上下, 约 with numerals), and the usage of
 * statutes (民法典 1259: 以上, 以下, 以内 include the number itself; 不满, 超过 do not).
 */
const before: Words = {
  'more-than': wordsOf('超过 超过了 超 远超 超出 逾 突破 突破了 高于 多于 大于 不止 不只 远高于 > ＞'),
  'at-least': wordsOf(
    '不少于 不低于 不小于 不下于 不下 至少 最少 起码 至少有 至少为 ≥ ⩾ >= 不得少于 不得低于 下限 下限为',
  ),
  about: wordsOf('约 约占 约为 约有 约达 约合 大约 大约有 约莫 大概 大致 大体 ≈'),
  nearly: wordsOf('近 接近 将近 近乎'),
  'less-than': wordsOf('不足 不到 低于 少于 小于 未满 不满 未达 未达到 未到 远低于 尚不足 < ＜'),
  'at-most': wordsOf(
    '不超过 不超 未超过 未超 不高于 不多于 不大于 至多 最多 顶多 不得超过 最多不超过 最高不超过 最长不超过 最高 最高可达 上限 上限为 封顶 ≤ ⩽ <=',
  ),
};

const after: Words = {
  'more-than': wordsOf('多 余 有余 出头 开外'),
  'at-least': wordsOf('以上 及以上 或以上 (含)以上 含以上 及其以上 之上'),
  about: wordsOf('左右 上下'),
  nearly: [],
  'less-than': wordsOf('不到'),
  'at-most': wordsOf('以下 及以下 或以下 (含)以下 以内 之内 (含)以内'),
};

/** Qualifiers only in front of a bare scale: 过半, 上百, 破千亿, 每万人. Before digits they are verbs (办过20件, 侦破3起). */
const beforeBare: Readonly<Record<string, Qualifier>> = {
  过: 'more-than',
  破: 'more-than',
  上: 'at-least',
  每: 'exact',
};

/**
 * The characters that make another word of a qualifier when they stand before it: 节约100万元
 * means saving it, 附近3个 means nearby.
 */
const otherWords: Readonly<Record<string, string>> = {
  约: '节签预特违合条履公集契邀简誓婚失续制租缔守爽赴相毁立盟',
  近: '附邻最临靠就走拉亲相新贴抵',
  超: '赶反高',
  不足: '找在改补析摆究对题',
  不到: '做达办想找看得感遇',
  // 历史最高 compares with others.
  最高: '史省市国县区球界',
  上: '线网以会路车场身手市海边地天早晚班岗之船',
  过: '通经超不难渡度错办理务审查处接见访去来用做看',
  破: '侦攻查连爆突打冲',
  每: '',
  大致: '',
};

/** Words that end in such a character and leave the hedge one: 损失约148亿元, 更新近2万台, 提高超10%. */
const wholeWords = new Set(
  wordsOf(
    '损失 丢失 流失 消失 遗失 连续 持续 陆续 继续 研制 编制 绘制 炼制 录制 定制 设立 成立 建立 创立 确立 挂立 东盟 联盟 筹集 募集 征集 收集 采集 归集 出租 招租 联合 综合 整合 融合 组合 办公',
    '更新 翻新 创新 刷新 焕新 提高 升高 增高 走高 推高',
  ),
);

function qualifierTable(words: Words): { at: WordAt; of: ReadonlyMap<string, Qualifier> } {
  const entries = (Object.keys(words) as (keyof Words)[]).flatMap((qualifier) =>
    words[qualifier].map((word) => [word, qualifier] as const),
  );
  return { at: wordsAt(entries.map(([word]) => word)), of: new Map(entries) };
}

const prefixes = qualifierTable(before);

/** The first characters of all words in front of a number. */
export const headsOfPrefixes = [...prefixes.of.keys(), ...Object.keys(beforeBare)].map((word) =>
  word.charAt(0),
);

const suffixes = qualifierTable(after);

export interface Hedge {
  readonly word: string;
  readonly qualifier: Qualifier;
  /** Where the number, or the text behind the suffix, begins. */
  readonly end: number;
}

function isOtherWord(text: string, at: number, word: string): boolean {
  if (at === 0 || !(otherWords[word] ?? '').includes(text.charAt(at - 1))) return false;
  // In 12条约1300公里 the lines are counted.
  const isCounted = text.charAt(at - 1) === '条' && isDigit(text.charAt(at - 2));
  return !isCounted && !wholeWords.has(text.slice(at - 2, at));
}

export function prefixAt(text: string, at: number): Hedge | undefined {
  const word = prefixes.at(text, at);
  const qualifier = prefixes.of.get(word);
  if (!qualifier || isOtherWord(text, at, word)) return undefined;
  return { word, qualifier, end: afterBlank(text, at + word.length) };
}

const bareWords = new Map(Object.entries(beforeBare));

/** Reads a word of `beforeBare`. The caller must make sure that a bare scale follows. */
export function barePrefixAt(text: string, at: number): Hedge | undefined {
  const word = text.charAt(at);
  const qualifier = bareWords.get(word);
  if (!qualifier || isOtherWord(text, at, word)) return undefined;
  return { word, qualifier, end: at + 1 };
}

export function suffixAt(text: string, at: number): Hedge | undefined {
  const start = afterBlank(text, at);
  const word = suffixes.at(text, start);
  const qualifier = suffixes.of.get(word);
  return qualifier ? { word, qualifier, end: start + word.length } : undefined;
}

/**
 * Of two hedges the one in front counts: 近300余 is nearly, 不低于95%以上 at least, 超过300多 more. Writers put the
 * weight on the word in front; the one behind is habit.
 */
export const joined = (front: Qualifier, inner: Qualifier, behind: Qualifier): Qualifier => {
  if (front !== 'exact') return front;
  return behind !== 'exact' ? behind : inner;
};

/** A hedge reaches its number over other words: 至少培训20万人, 最高可申请贷款30万元, 不低于支出额的1%. */
interface Distant {
  readonly words: RegExp;
  readonly qualifier: Qualifier;
  /** Of other units the words would say something else: 最高奖励2次, 不少于规定人数的20个单位. */
  readonly unit: RegExp;
}

const distant: readonly Distant[] = [
  { words: /(?:至少|起码)(?!\p{Script=Han}*的)\p{Script=Han}{1,4}$/u, qualifier: 'at-least', unit: /^/ },
  { words: /(?:不低于|不少于)[^，。；、\d]{2,10}的$/, qualifier: 'at-least', unit: /[%元]$/ },
  { words: /(?:不超过|不高于)[^，。；、\d]{2,10}的$/, qualifier: 'at-most', unit: /[%元]$/ },
  {
    words:
      /(?:至多|最多|(?<![获得史省市国县区球界])最高)(?:可以?|能)?(?:申请)?(?:给予|补贴|补助|奖励|资助|支持|贷款|报销|减免)(?:资金|贷款|金额)?$/,
    qualifier: 'at-most',
    unit: /[%元]$/,
  },
];

export const longestDistance = 14;

/** @param before the text in front of the number, `longestDistance` characters of it */
export const distantHedge = (before: string, unit: string): Qualifier =>
  distant.find((hedge) => hedge.unit.test(unit) && hedge.words.test(before))?.qualifier ?? 'exact';

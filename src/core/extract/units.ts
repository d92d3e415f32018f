import { afterBlank, digitsEnd, isLetter, wordsAt, wordsOf } from './text';

/**
 * Units and classifiers as reports print them. After Arabic digits any word may follow, and an unknown one
 * only leaves `unit` empty; after a Chinese numeral the unit is the evidence that there is a number at all.
 */
const plainUnits = wordsOf(
  // people and bodies
  '人 人次 人员 人口 纳税人 学生 群众 职工 党员 农民 农民工 老人 老年人 儿童 妇女 残疾人 毕业生 高校毕业生 劳动力 居民 市民 村民 游客 旅客 患者 用户 家庭 农户 名 位 户 户次 家 家次 所 间 处 站 支 队 支队 班 组 个组 批 批次 届 员 对 单位 部门 部委 行业 方阵',
  // things and cases
  '个 件 件次 起 宗 桩 例 例次 项 项次 条 条次 类 大类 小类 种 样 款 级 层级 等次 期 次 场 场次 轮 轮次 届次 回 趟 遍 步 台 台次 套 辆 辆次',
  '架 架次 艘 艘次 列 车次 班次 航班 张 张次 份 封 页 本 册 篇 部 幅 块 片 面 枚 颗 粒 根 只 头 匹 羽 尾 株 棵 座 栋 幢 栋次 扇 盏',
  '方面 领域 环节 阶段 维度 条线 大 项目 课时 学时 学分 门 具 副 剂 剂次 针 针次 盒 瓶 箱 桶 袋 包 捆 单 笔 票 标准箱 箱次 团 招 则 幕 集 节 盘',
  '车道 梯次 层 楼 栏 格 档 环 区域 板块 批文 通 例数 时段 路 标段 床 床位 点位 梯队 席 卷 段 串 跨',
  // places
  '村 镇 乡 县 市 省 区 州 国 城 城市 县区 市县 县市区 省份 省区市 省市 国家 地区 乡镇 街道 社区 片区',
  // money
  '元 美元 欧元 港元 日元 英镑 卢布 韩元 澳元 新台币 元人民币 人民币 角 分钱 块钱',
  // length, area, volume, weight
  '公里 千米 米 厘米 毫米 微米 纳米 里 海里 光年 亩 亩次 公顷 平方公里 平方千米 平方米 平方厘米 平方 平米 立方米 立方 立方厘米 升 毫升 车公里 人公里 吨公里',
  '吨 万吨公里 吨标准煤 吨标煤 公斤 千克 克 毫克 微克 斤 两重 担 磅 桶油 标箱 载重吨 总吨 英寸 英里',
  // energy, data, temperature
  '千瓦 千瓦时 瓦 兆瓦 兆瓦时 吉瓦 千伏 千伏安 伏 度 度电 摄氏度 千卡 焦 千焦 吉焦 赫兹 兆赫 兆 千兆 分贝 马力 卡路里 比特 字节 帧 像素',
  // time
  '日 年 年期 年级 周年 周岁 岁 个月 个季度 个年 个工作日 工作日 个小时 小时 分钟 刻钟 秒 秒钟 毫秒 天 天次 个昼夜 昼夜 周 星期 个星期 学年 学期 学时数 代 季度 交易日 个交易日',
  // shares
  '百分点 个百分点 千分点 个千分点 基点 个基点 倍 番 成',
  '股 手 点 分 口 道 方 行 字 词 句 号 圈 线 度 头 站点 岗 把 顶 尊 束 堂 课 讲 界 宗次 亩地 人份 床次 人日 人年 例每 跑 等级 星级 亿级 级别 棵树 单元 席位 学位 岗位 床位数 票次 名额 金 银 铜',
);

/** After a lone Chinese digit these units too often make other words (十分, 三方, 四面, 五角, 两点一线). */
const rareAfterChinese = new Set(
  wordsOf(
    '人口 纳税人 学生 群众 职工 党员 农民 农民工 老人 老年人 儿童 妇女 残疾人 毕业生 高校毕业生 劳动力 居民 市民 村民 游客 旅客 患者 用户 家庭 农户 单位 部门 部委 行业 方阵 城市 人民币',
    '金 银 铜 日 分 方 面 口 头 道 点 度 角 代 线 周 字 行 包 袋 手 股 升 里 克 单 把 格 通 路 两 界 圈 国 城 区 州 市 县 环 楼 床 员 席 堂 讲 课 跑 把 点位 团 对 盘 平方 立方 兆 焦 瓦 伏 队 班 集 节 步 则 幕 卷 段 串 跨 头 尾 样 担 磅 词 句',
  ),
);

/** The phrases in which such a unit does count after 两 and 三 to 九. */
const stillCounts = wordsAt(
  wordsOf(
    '个方面 步走 道防线 道关 道关口 道题 条线 个代 小时 省区 市县 点意见 点建议 点要求 点希望 面红旗 面锦旗 代人 节课 省一 省市 市一 县市',
  ),
);

const unitWord = wordsAt(plainUnits);

const latinUnits = new Set(
  wordsOf(
    'km m cm mm nm um kg g mg t kt Mt L l ml mL V kV W kW MW GW TW kWh MWh GWh TWh Wh kVA MVA Hz kHz MHz GHz TB GB MB KB PB EB',
    'Gbps Mbps Kbps bps Tbps ha min s h ms dB dBA Pa hPa kPa MPa mmHg mmol ppm ppb J kJ MJ EFLOPS PFlops FLOPS EFlops P PF Pflops TEU mAh Ah mm2 cm2 hm2 m2 cm3 m3 Nm3 km2 tce kWp MWp GWp BP',
  ),
);

export interface Unit {
  readonly text: string;
  readonly end: number;
}

const none = (at: number): Unit => ({ text: '', end: at });

const signs = '%‰‱℃℉°㎡㎥';

export function unitAt(text: string, at: number): Unit {
  const start = afterBlank(text, at);
  const first = unitPart(text, start);
  return first.text === '' ? none(at) : withDenominator(text, first);
}

function unitPart(text: string, at: number): Unit {
  const unit = text.charAt(at);
  if (unit === '' || ',。;、，'.includes(unit)) return none(at);
  if (signs.includes(unit)) return { text: unit, end: at + 1 };
  if (isLetter(unit) || unit === 'μ') return latinUnit(text, at);
  const word = countedWord(unitWord(text, at), text, at);
  return { text: word, end: at + word.length };
}

/** Words that begin like a unit: 1万亿国债 counts no countries, and 2.5万通过 no lanes. */
const noUnit = wordsAt(
  wordsOf(
    '分之 分别 分布 分配 分类 市场 市属 市级 市域 市值 省级 省属 省会 省际 国产 国有 国际 国内 国债 国资 国企 国家级 区间 区级 村级 村干部 村庄 乡村 乡亲 镇域 镇级 县域 县级 城乡 城镇',
    '户籍 人大 人才 天然 代表 代理 对外 大型 大关 面向 面积 包括 包含 本科 本地 本级 部分 部署 行动 行政 路网 门诊 门店 课程 股东 股权 成果 成为 成功 处理 处置 位于 位居 位列',
    '口岸 口径 度假 日均 年均 期间 期末 团队 团体 组织 组建 支持 支撑 支出 支付 具有 具备 通过 通车 通航 通用 通信 环境 环保 环比 楼宇 手机 节能 节约 节水 盘活 条件 条例 层面 列入 列为',
    '台阶 集群 集团 集体 集聚 集中 金牌 金属 金融 金额 金卡 银牌 银行 银发 银龄 铜牌 铜矿 页岩 根据 头部 匹配 针对 招商 招聘 招生 招引 单产 单价 里程',
  ),
);

/** 个月 and 个百分点 are units; 个项目 is 个 with what is counted. */
const countedWord = (word: string, text: string, at: number): string =>
  noUnit(text, at).length > word.length ? '' : word;

const longestLatinUnit = 8;

function latinUnit(text: string, at: number): Unit {
  let end = at;
  while (end - at <= longestLatinUnit && (isLetter(text.charAt(end)) || text.charAt(end) === 'μ')) end += 1;
  if (/[23²³]/.test(text.charAt(end)) && latinUnits.has(plainPower(text.slice(at, end + 1)))) end += 1;
  const word = plainPower(text.slice(at, end)).replace('μ', '');
  return latinUnits.has(word) ? { text: text.slice(at, end), end } : none(at);
}

const plainPower = (unit: string): string => unit.replace('²', '2').replace('³', '3');

/** 元/吨, 微克/立方米, and the rates of health bulletins: 15.1/10万 has the unit /10万. */
function withDenominator(text: string, first: Unit): Unit {
  if (text.charAt(first.end) !== '/') return first;
  const below = denominatorAt(text, first.end);
  return below.text === '' ? first : { text: first.text + below.text, end: below.end };
}

/** 个百分点 is named 百分点, because its 个 counts nothing else; 1000亿人民币 are yuan, as 1000亿元 are. */
export const unitName = (unit: string): string => {
  if (unit.endsWith('人民币')) return '元';
  return unit.startsWith('个') && /点$/.test(unit) ? unit.slice(1) : unit;
};

export function denominatorAt(text: string, at: number): Unit {
  if (text.charAt(at) !== '/') return none(at);
  const numberEnd = digitsEnd(text, at + 1);
  if (numberEnd > at + 1) {
    const isRate = numberEnd - at <= 8 && '万千百'.includes(text.charAt(numberEnd) || ' ');
    return isRate ? { text: text.slice(at, numberEnd + 1), end: numberEnd + 1 } : none(at);
  }
  const isScaled = unitPart(text, at + 1).text === '' && '万千百'.includes(text.charAt(at + 1) || ' ');
  const below = unitPart(text, at + (isScaled ? 2 : 1));
  return below.text === '' ? none(at) : { text: text.slice(at, below.end), end: below.end };
}

/** Whether a unit proves that the lone Chinese digit before it counts. */
export const countsAfterChinese = (text: string, at: number, unit: string): boolean =>
  unit !== '' && (!rareAfterChinese.has(unit) || stillCounts(text, at) !== '');

/** True measures: with these even 一 is a number (增长一倍, 一小时), not an article as in 一个, 一批. */
export const measuresOne = new Set(
  wordsOf(
    '倍 百分点 个百分点 成 小时 个小时 分钟 刻钟 公里 里路 吨 亩 公顷 平方米 平方公里 立方米 周岁 周年 个季度 个月 季度 年级 个基点 千瓦时 度电 公斤 级',
  ),
);

/** Whether 成 means tenths. Before these characters it is part of another word: 三成员, 五成立. */
export const isTenths = (text: string, at: number): boolean =>
  text.charAt(at) === '成' &&
  !'员立为果功本熟长绩效交品型就都分份不像套活'.includes(text.charAt(at + 1) || ' ');

import { wordsAt, wordsOf } from './text';

/**
 * Names that contain numerals, wherever they stand (in quotation marks every numeral belongs to a name). They
 * are reported with class `name`; the number in them counts nothing.
 */
const congresses = ['十二', '十三', '十四', '十五', '十六', '十七', '十八', '十九', '二十', '二十一'];

const nameWords = wordsOf(
  // plans and meetings
  '十一五 十二五 十三五 十四五 十五五 十六五 两会 十八大 十九大 二十大 党的十七大 党的十六大 党的十五大 党的十四大 党的十二大',
  // Party formulas that are often printed without quotes
  '一带一路 三个代表 四个全面 五位一体 两个确立 两个维护 四个意识 四个自信 六稳 六保 三重一大 两学一做 三会一课 三严三实',
  '建军一百年 两个毫不动摇 两个结合 四个伟大 两个一百年 八项规定 四风 三公经费 三公 四个服务 两个健康 四个最严 四下基层',
  // policies and fields of work
  '三农 三支一扶 三下乡 两不愁三保障 三保障 三权分置 三品一标 五险一金 三通一平 七通一平 四好农村路 三北工程 三北 三夏 三秋 两化融合',
  '三网融合 三医联动 两新 两重 两癌 两山 三资 三社联动 五社联动 三孩 二孩 五保 五保户 三留守 三无 三小 两非 两盗 三假 九小 九小场所 四上企业 四上 三废',
  '三线一单 三区三线 一老一小 一府两院 一府一委两院 两法衔接 两高一低 两卡 四类人员 双随机一公开 三项制度 四个一批 三减三健 五育并举',
  '两企三新 两优一先 五个一工程 八五普法 七五普法 九五普法 三化 四化 五化 六化',
  // bodies
  '两高 两院 两委 两代表一委员 两会一节 九三学社 七国集团 二十国集团 金砖五国',
);

/**
 * Words with numerals that count nothing. They are skipped without an expression. Grouped
 * as a reader would explain them.
 */
const plainWords = wordsOf(
  // 一 as an adverb, pronoun or part of a verb
  '一些 一定 一般 一致 一直 一起 一共 一同 一道 一旦 一再 一律 一贯 一向 一切 一概 一并 一经 一味 一时 一度 一手 一线 一流 一体 一方面 一面 一边',
  '一带 一番 一心 一生 一行 一样 一系列 一揽子 一把手 一盘棋 一体化 一站式 一条龙 一条心 一大批 一窗式 一刀切 一言堂 一票否决 一如既往 一以贯之 一马当先',
  '一帆风顺 一鼓作气 一丝不苟 一视同仁 一脉相承 一举 一审 二审 再审 一次性 一成不变 一分为二 一元化 一元论 一级市场 一家人 一家亲 一年一度 一年来 一天天',
  '一步步 一项项 一个个 一件件 一桩桩 一次次 一代代 一张网 一张图 一件事 一本账 一点 一下 一会 一层 一环 一头 一半天 一股脑 一口气 一路 一把 一心一意 一点一滴',
  '一朝一夕 一举一动 一砖一瓦 一言一行 一草一木 一针一线 一五一十 一分一毫 一生一世 一步一个脚印 一茬接着一茬 一年接着一年 一件接着一件 一代接着一代 一锤接着一锤',
  '统一 唯一 专一 单一 万一 同一 进一步 更进一步 其一 其二 其三 之一 每一 某一 另一 任一 这一 那一 逐一 归一 合一 三合一 二合一 多合一 划一 整齐划一 如一 始终如一 不一 第一手 清一色 说一不二 独一无二 任何一 哪一',
  // 二 to 九 in words
  '二手 二维码 二维 二氧化碳 二氧化硫 二氧化氮 三氧化 二次供水 二次创业 二次元 二次污染 二次分配 二次开发 二元结构 二元 一氧化碳 二噁英 二甲 三甲 三乙 二乙 三等分 三角 三角洲 三角债 三角形 三明治 三文鱼',
  '三维 四维 三轮车 三轮摩托 两轮车 三方 第三人 四方 八方 四周 四季 四面 四面八方 四海 五湖四海 四通八达 五花八门 五彩 五谷 五谷丰登 五金 五官 六神无主 六畜 七夕 七上八下 七嘴八舌 八卦',
  '八面 九天 九州 三心二意 三番五次 三令五申 三言两语 三天两头 三五成群 接二连三 丢三落四 不三不四 四分五裂 四舍五入 五光十色 五味 五体 朝三暮四 举一反三 颠三倒四 低三下四 推三阻四 九牛一毛 九死一生 两全 两难 两岸 两极 两极分化',
  '两性 两用 两旁 两者 两栖 两手 两手抓 两头 两端 两面 两面派 两面人 两侧 两地 两相 两两 一举两得 两口子 两回事 两码事 两下 三代同堂 四代同堂 四大名著 三部曲 三级跳 五角 五常 五脏 三军 三国 三伏 数九 三包 三餐 三线建设',
  '三线城市 二线城市 一线城市 一线 二线 三线 新一线 十一黄金周 三观 四肢 八旬 七旬 六旬 九旬 五旬 百分制 十分制 五分制 三审三校 三位一体 四位一体 三教九流 四平八稳 四梁八柱',
  '五星 五星级 五星红旗 三星 四星 四星级 三星级 五好家庭 五保供养 三人行 三人成虎 七一勋章 八一勋章 四环素 三聚氰胺 二甲苯 三产 二产 一产 三次产业 一二三产 一二三产业 二三产业 二三产 三三制 五项全能 四人帮',
  // 十
  '二十四节气 十二生肖 十分 十足 十全十美 十字 十字路口 十字架 十堰 十里 十拿九稳 十年磨一剑 十年树木 五指 六盘',
  // 百, 千, 万, 亿 as words for many
  '百姓 老百姓 百货 百年 百年变局 百年大计 百科 百度 百合 百花 百花齐放 百家争鸣 百忙 百倍 百业 百强 百折不挠 百般 百战 百日 百尺竿头 百分点 千分点 百花园 百色 百万雄师 百战不殆 百舸争流 百里挑一',
  '几万里 千方百计 千家万户 千万家 千头万绪 千变万化 千军万马 千辛万苦 千山万水 千言万语 千载难逢 千钧 千篇一律 千秋 千古 千年 千里 千里马 千里眼 千军 千差万别 千锤百炼 千家 千丝万缕 千难万险 千禧 千斤顶 千分尺 千瓦 千兆 千伏 千斤',
  '千万不 千万别 千万要 千百年 成千上万 成百上千 万众一心 万众 万象 万物 万里 万里长城 万里长征 万水千山 万户 万家 万家灯火 万紫千红 万无一失 万事 万全 万分 万能 万般 万科 万达 万向 万代 万世 万岁 万马奔腾 万变 万有 亿万 万宁 万州 万盛 万载 万年 万源 万荣 万元户 万全区 万隆 万国 万金油 万古',
  // places
  '四川 三亚 三峡 三明 三门峡 三沙 九江 九龙 九寨沟 九龙坡 五台山 五台县 五指山 五常市 五河 五莲 五华 五原 六安 六盘水 六盘山 六合 六枝 八宝山 八达岭 八里 八公山 九华山 七台河 七里河 七星 四平 四会 四平市 三水 三台 三台县 三门 三门县 三原 三都 三江 三江源 三江平原 三元区 三元里 三元桥 三里屯 三里河 三穗 三河 三河市 三星堆 五家渠 五大连池 五道口 六里桥 八里桥 九台 九原 九里 二连浩特 二连 二道 两江 两江新区 两河口 两广 两湖 两淮 两当 两河 长三角 珠三角 泛珠三角 金三角 北大三院 三一重工 十三陵 十八洞 十八洞村 十里河 千岛湖 千阳 千山 百里 八角 八步 八家子 七宝 三环 四环 五环 二环 六环 三坊七巷 五羊 五岳 七彩 八仙 五粮液 六必治 三清山 三苏 三味 四库 二里头 四行',
  // a fixed word with 零 that measures nothing
  '零基预算 零基 零售 零星 零件 零部件 零散 零碎 零工 零钱 零食 零头 零陵 零用 零花 零点整 零点起 零点前 零点后 零点至 零时 凋零 飘零 孤零 零丁 零和 零乱 零配件 零就业 零碳 零基础 零担 零敲 零关税清单 零碎化 零落 零门',
);

/** Service numbers. Three digits are a name only if no unit follows and one of these words does. */
const shortLines = new Set(wordsOf('110 119 120 122 114 999'));
const lineContext = wordsAt(
  wordsOf(
    '接处 接警 报警 热线 指挥 联动 警情 平台 急救 电话 专线 服务 出警 调度 、 与 和 , 。 宣传日 巡逻 非警务 接 急',
  ),
);
const longLines = new Set(
  wordsOf(
    '10010 10000 10086 12110 12301 12305 12308 12309 12310 12312 12313 12315 12316 12317 12318 12319 12320 12321 12325 12328',
    '12329 12331 12333 12335 12336 12337 12338 12339 12340 12341 12342 12343 12345 12346 12348 12349 12350 12351 12355 12356 12358 12360',
    '12361 12363 12365 12366 12367 12368 12369 12370 12371 12377 12378 12379 12380 12381 12385 12386 12388 12389 12390 12391 12393 12395 12396 96110 96119 95598 12306',
  ),
);

/** 国道107 and 318国道: the road's number stands on either side. */
export const roadAt = wordsAt(wordsOf('国道 省道 县道 乡道'));

/** Programmes that everybody calls by their number. */
const programmes = new Set(wordsOf('211 985'));

export const isServiceNumber = (text: string, start: number, end: number): boolean => {
  const digits = text.slice(start, end);
  return (
    longLines.has(digits) ||
    programmes.has(digits) ||
    (shortLines.has(digits) && lineContext(text, end) !== '')
  );
};

/** A number directly in front of one of these words is part of a name: 365工作法. */
export const namedAfter = wordsAt(
  wordsOf(
    '工作法 工作机制 机制 模式 工程 行动 行动计划 计划 体系 专案 战略 工作体系 工作模式 治理模式 高校 三角洲 会议精神 版 目标纲要 议程 远景目标',
  ),
);

/** The last characters of phrases that give one thing to each: 一县一策, 一人一档. Other phrases 一…一… are idioms. */
export const oneEach =
  '策案档品码表图员警企长册单卡证号票机校师专特法格站室院街景链园区色村县家户议查评卷网门地店牌岗责片';

/** Words that begin like a word of the lists above, but are numbers. */
const numbersAfterAll = new Set(
  wordsOf(
    '十分钟 十分之 万分之 千分之 一点五 一点二 三公里 三公顷 三公斤 三公分 三公开 三小时 九小时 一审查 三方面 四方面 五方面 一层层',
    '两重身份 三无线 两院士 两山路 两高速 两新增 三资金 二次会议 二次全会 四季度 两会场 三轮次 百分之 千瓦时代 两地区 三国家',
  ),
);

const unlessNumber = (words: readonly string[]): ((text: string, at: number) => string) => {
  const longest = wordsAt([...words, ...numbersAfterAll]);
  return (text, at) => {
    const word = longest(text, at);
    return numbersAfterAll.has(word) ? '' : word;
  };
};

const congressWords = congresses.flatMap((number) => ['党的', '中共'].map((body) => `${body}${number}大`));

export const nameWordAt = unlessNumber([...nameWords, ...congressWords]);

export const plainWordAt = unlessNumber(plainWords);

/** The first characters of all listed words. */
export const headsOfNames = [...nameWords, ...congressWords, ...plainWords, '国', '省', '县', '乡'].map(
  (word) => word.charAt(0),
);

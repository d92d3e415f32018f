import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Expression, expressionsIn, expressionsOf } from '../../../src/core/extract';
import { bodyParagraphsOf } from '../../../src/node/content/source';
import { theArticle } from '../aSpeaker';

const marks = {
  exact: '',
  'more-than': '>',
  'at-least': '≥',
  about: '≈',
  nearly: '~',
  'less-than': '<',
  'at-most': '≤',
} as const;

/** Short enough to write many by hand: `token=≥40%`, and the class where it is not a measure. */
const shown = ({ token, value, upper, unit, qualifier, class: kind }: Expression): string => {
  const number = upper === undefined ? (value ?? '-') : `${value}…${upper}`;
  return `${token}=${marks[qualifier]}${number}${unit}${kind === 'measure' ? '' : ` ${kind}`}`;
};

const found = (line: string): string[] => expressionsIn(line).map(shown);

const cases: Readonly<Record<string, readonly (readonly [line: string, ...expected: string[]])[]>> = {
  'Arabic numbers': [
    ['修好１，２７３盏灯', '１，２７３=1273盏'],
    ['收到1,273封信和1,2,3号', '1,273=1273封', '1=1', '2=2', '3=3号 ordinal'],
    ['存放12.45万个箱子', '12.45万=124500个'],
    ['花去3.2亿元、1万亿元', '3.2亿=320000000元', '1万亿=1000000000000元'],
    ['共2亿3000万元，3万5千人', '2亿3000万=230000000元', '3万5千=35000人'],
    ['建成500千伏线路，算力1.3万PF', '500=500千伏', '1.3万=13000PF'],
    ['降到-2.5℃，最低零下8度', '-2.5=-2.5℃', '零下8=-8度'],
    ['产值 134.9 万亿元', '134.9 万亿=134900000000000元'],
    ['由负0.5%转正', '负0.5%=-0.5%'],
    ['投入5个亿，建5个亿元项目', '5个亿=500000000', '5=5个'],
  ],
  'Chinese numerals': [
    ['一百二十三人、两千零五户、十二亿元', '一百二十三=123人', '两千零五=2005户', '十二亿=1200000000元'],
    ['三亿五千万元和四点五倍', '三亿五千万=350000000元', '四点五=4.5倍'],
    ['种了两三棵、七八百株', '两三=≈2…3棵', '七八百=≈700…800株'],
    ['十几个、二十多万人、数百家', '十几=>10个', '二十多万=>200000人', '数百=≈-家'],
    ['三个方面、十大工程、四级联动', '三=3个', '十=10大', '四=4级'],
    ['过去一年、一个苹果、一批设备、每一项'],
    ['一年半、两年半、增长一倍、一小时', '一年半=1.5年', '两年半=2.5年', '一=1倍', '一=1小时'],
    ['一个半小时、两个半月', '一个半=1.5个小时', '两个半=2.5个月'],
    ['全年四季好，四季度更好', '四季度=4 date'],
    ['今年一、二季度都好', '一=1季度 date', '二季度=2 date'],
  ],
  'shares and multiples': [
    ['占百分之九十一点五和98.6％', '百分之九十一点五=91.5%', '98.6％=98.6%'],
    ['千分之三、6.39‰、15.1/10万', '千分之三=3‰', '6.39‰=6.39‰', '15.1/10万=15.1/10万'],
    ['提高2.1个百分点', '2.1=2.1百分点'],
    [
      '快4.6、3.1和2.2个百分点，1.5和2倍',
      '4.6=4.6百分点',
      '3.1=3.1百分点',
      '2.2=2.2百分点',
      '1.5=1.5倍',
      '2=2倍',
    ],
    ['三成、两成半、近九成', '三成=30%', '两成半=25%', '近九成=~90%'],
    ['四分之三和1/4', '四分之三=0.75', '1/4=0.25'],
    ['翻番、翻一番、翻了两番', '翻番=2倍', '翻一番=2倍', '翻了两番=4倍'],
    ['超半数、过半、一半以上', '超半数=>0.5', '过半=>0.5', '一半以上=≥0.5'],
    ['结构调整为9:41:50', '9:41:50=-'],
    ['结构比为6:38:56，比例3比2', '6:38:56=-', '3比2=-'],
  ],
  units: [
    ['发行1000亿人民币，合1.8亿元人民币', '1000亿=100000000000元', '1.8亿=180000000元'],
    ['惠及1100多万学生、上千万家庭', '1100多万=>11000000学生', '上千万=≥10000000家庭'],
    ['14亿多人口，12部门联合', '14亿多=>1400000000人口', '12=12部门'],
    ['1万亿国债、2万亿市场、30万国有职工', '1万亿=1000000000000', '2万亿=2000000000000', '30万=300000'],
    ['收入100、200分别增长', '100=100', '200=200'],
    ['获9金6银3铜、5枚金牌，3金属企业', '9=9金', '6=6银', '3=3铜', '5=5枚', '3=3'],
    ['电价0.5元/千瓦时，500Wh/kg，10万标箱', '0.5=0.5元/千瓦时', '500=500Wh/kg', '10万=100000标箱'],
    ['新增4个千亿县，跻身第一方阵', '4=4个', '千亿=100000000000', '第一=1方阵 ordinal'],
  ],
  ranges: [
    ['种1—3棵、5至8株、三到五个', '1—3=1…3棵', '5至8=5…8株', '三到五=3…5个'],
    ['3至5万元、4.5%—5%、5至8%', '3至5万=30000…50000元', '4.5%—5%=4.5…5%', '5至8%=5…8%'],
    ['3000元到5000元，3—5个百分点左右', '3000元到5000=3000…5000元', '3—5个百分点左右=≈3…5百分点'],
    ['五到六成、两三成、百分之五至八', '五到六成=50…60%', '两三成=≈20…30%', '百分之五至八=5…8%'],
    ['三五千元、一千七八百户', '三五千=≈3000…5000元', '一千七八百=≈1700…1800户'],
    ['从3家到5家，由10%至20%', '3=3家', '5=5家', '10%=10%', '20%=20%'],
    ['实行5—3赛制', '5=5', '3=3'],
    ['一到两年，二十到三十家', '一到两=1…2年', '二十到三十=20…30家'],
  ],
  qualifiers: [
    ['超300盏、突破5万、逾9成', '超300=>300盏', '突破5万=>50000', '逾9成=>90%'],
    ['不少于5棵，不低于90%，40%以上', '不少于5=≥5棵', '不低于90%=≥90%', '40%以上=≥40%'],
    ['约3吨、8天左右、60岁上下', '约3=≈3吨', '8天左右=≈8天', '60岁上下=≈60岁'],
    ['不足十盏，低于3%，未满18周岁', '不足十=<10盏', '低于3%=<3%', '未满18=<18周岁'],
    ['不超过3%，5天以内，14岁以下', '不超过3%=≤3%', '5天以内=≤5天', '14岁以下=≤14岁'],
    ['340余人次、三年多、五个多月', '340余=>340人次', '三年多=>3年', '五个多=>5个'],
    ['近300余盏，不低于95%以上', '近300余=~300盏', '不低于95%以上=≥95%'],
    ['近三年来，历时近三年', '三=3年', '近三=~3年'],
    [
      '3个过三千亿元城市，增速过10%，破5万亿元',
      '3=3个',
      '过三千亿=>300000000000元',
      '过10%=>10%',
      '破5万亿=>5000000000000元',
    ],
    ['办过20件，服务过3万人，侦破3万起', '20=20件', '3万=30000人', '3万=30000起'],
    ['攻关突破20项技术', '20=20项'],
    ['节约100万元，签约20个，附近3个', '100万=1000000元', '20=20个', '3=3个'],
    ['上千盏、近百株、破千亿元', '上千=≥1000盏', '近百=~100株', '破千亿=>100000000000元'],
  ],
  'ordinals and dates': [
    ['第一盏、第3位、第1至5批', '第一=1盏 ordinal', '第3=3位 ordinal', '第1至5=1…5批 ordinal'],
    ['第十四届大会第三次会议', '第十四=14届 ordinal', '第三=3次 ordinal'],
    ['排全市前三，位列前10名', '三=3 ordinal', '10=10名 ordinal'],
    [
      '2023、2024年和1998、2000和2002年',
      '2023=2023 date',
      '2024年=2024 date',
      '1998=1998 date',
      '2000=2000 date',
      '2002年=2002 date',
    ],
    ['由二00二年到二00七年，二00二年', '二00二年到二00七年=2002…2007 date', '二00二年=2002 date'],
    ['2024年、2024年3月5日、3月', '2024年=2024 date', '2024年3月5日=- date', '3月=3 date'],
    ['8时30分，8:30，20世纪90年代', '8时30分=- date', '8:30=- date', '20世纪90年代=- date'],
    ['2023—2024年，1—11月', '2023—2024年=2023…2024 date', '1—11月=1…11 date'],
    ['2020~2022，2024-01-05，2021/22学年', '2020~2022=2020…2022 date', '2024-01-05=- date', '2021/22=- date'],
    ['二〇二四年三月五日', '二〇二四年三月五日=- date'],
    ['灯塔二期、三期，举办三期培训班', '二=2期 ordinal', '三=3期 ordinal', '三=3期'],
    ['第一、二、三批灯，第一、第二产业', '第一、二、三=1…3批 ordinal', '第一=1 ordinal', '第二=2 ordinal'],
    ['2500年灯史，1800年历史，1800年以来', '2500=2500年', '1800=1800年', '1800年=1800 date'],
    ['8:30:15开灯', '8:30:15=- date'],
    ['第七届灯展，五次党代会', '第七=7届 ordinal', '五=5次 ordinal'],
    ['灯会七次、八次全会，九次会议', '七=7次 ordinal', '八=8次 ordinal', '九=9次 ordinal'],
    ['引进二、三级子公司和一级企业', '二=2级 ordinal', '三=3级 ordinal', '一=1级 ordinal'],
    ['省、市、县三级企业，两级医院，四级联动', '三=3级', '两=2级', '四=4级'],
    ['2025中国灯协杯，2025家灯厂参加世界灯具大会', '2025=2025 date', '2025=2025家'],
    ['住院8.8日，15日内办完', '8.8=8.8日', '15=15日'],
  ],
  names: [
    ['推行“365灯法”和“1+4”', '365灯法=365 name', '1+4=- name'],
    ['落实“一灯一档”，一村一册', '一灯一档=- name', '一村一册=- name'],
    ['拨打12345，与110联动', '12345=12345 name', '110=110 name'],
    ['党的二十大和二十届三中全会', '党的二十大=20 name', '二十届三中全会=- name'],
    ['“十四五”时期，两会，三农', '十四五=- name', '两会=2 name', '三农=3 name'],
    ['《第十号灯具通知》', '第十=10号 name'],
    ['灯发〔2024〕3号', '〔2024〕3号=- name'],
    ['PM2.5、COVID-19、5G、C919', 'PM2.5=- name', 'COVID-19=- name', '5G=- name', 'C919=- name'],
    ['“增长20%”“零事故”', '20%=20%', '零=0'],
    [
      '“从0到1”，“从0到1、从1到2、从2到9”',
      '从0到1=- name',
      '0=0 name',
      '1=1 name',
      '1=1 name',
      '2=2 name',
      '2=2 name',
      '9=9 name',
    ],
    ['国道107、G318，改造318国道', '国道107=107 name', 'G318=- name', '318国道=318 name'],
    ['新改建国道12条、省道300公里', '12=12条', '300=300公里'],
    ['世界500强，工业4.0，2.0时代，3.0版', '500=500 name', '4.0=4 name', '2.0=2 name', '3.0=3 name'],
    ['今年3强化措施', '3=3'],
    ['嫦娥六号、天问一号', '六=6号 name', '一=1号 name'],
    [
      '985、211高校，90后、00后，30后续',
      '985=985 name',
      '211=211 name',
      '90后=90 name',
      '00后=0 name',
      '30=30',
    ],
    ['PM_2.5下降，建军一百年奋斗目标', 'PM_2.5=- name', '建军一百年=100 name'],
  ],
  zero: [['零事故、动态清零、零售、零部件', '零=0', '清零=0']],
  'words that count nothing': [
    ['一些一定一般一致一方面进一步统一万一唯一一起一直'],
    ['十分重要、千方百计、万众一心、百姓、千万不要、亿万群众'],
    ['四川、三亚、九江、六安、五台山、三峡、二连浩特、八宝山、长三角'],
    ['（一）点灯。1.换灯。2.修灯。①照明。另见[12]'],
    ['一是点灯，二是换灯，三是修灯'],
    ['最高的百分点、三轮车、四季、七夕、百货、五湖四海'],
    ['三次产业结构，负增长'],
  ],
};

describe.each(Object.entries(cases))('expressionsIn › %s', (_, lines) => {
  it.each(lines.map(([line, ...expected]) => ({ line, expected })))('$line', ({ line, expected }) => {
    expect(found(line)).toEqual(expected);
  });
});

describe('expressionsIn', () => {
  it('gives the place and the printed characters of the untrimmed line', () => {
    const line = '　　修好１２盏灯，约３％没修';
    for (const { offset, token } of expressionsIn(line))
      expect(line.slice(offset, offset + token.length)).toBe(token);
    expect(expressionsIn(line).map(({ offset, token }) => [offset, token])).toEqual([
      [4, '１２'],
      [9, '约３％'],
    ]);
  });
});

describe('isSpelled', () => {
  it.each([
    ['四级', true],
    ['动态清零', true],
    ['数百盏', true],
    ['第一位', true],
    ['“十四五”时期', true],
    ['百分之三十', true],
    ['4级', false],
    ['１２盏', false],
    ['1万亿元', false],
    ['C919', false],
  ])('of %s is %s', (line, isSpelled) => {
    expect(expressionsIn(line).map((expression) => expression.isSpelled)).toEqual([isSpelled]);
  });
});

describe('expressionsOf', () => {
  it('counts non-empty lines from 1, whatever ends them', () => {
    const text = '第一盏\r\n\r\n  \n两盏\r三盏';
    expect(expressionsOf(text).map(({ paragraph, token }) => [paragraph, token])).toEqual([
      [1, '第一'],
      [2, '两'],
      [3, '三'],
    ]);
  });
});

describe('the first article', () => {
  const { facts } = theArticle();
  const file = join(import.meta.dirname, '../../../../shared/source', `${facts.id}.txt`);

  it.runIf(existsSync(file))('yields every measure of the ledger that is printed as a number', () => {
    const paragraphs = bodyParagraphsOf(readFileSync(file, 'utf8')).map(expressionsIn);
    const missing = facts.ledger.flatMap((entry) => {
      const measure = 'measure' in entry && facts.measures.find(({ id }) => id === entry.measure);
      if (!measure || typeof measure.value !== 'number' || entry.token === '没有') return [];
      const qualifier = measure.qualifier in marks ? measure.qualifier : 'exact';
      const list = paragraphs[entry.paragraph - 1] ?? [];
      const at = list.findIndex(
        (one) =>
          entry.token.startsWith(one.token) && one.value === measure.value && one.qualifier === qualifier,
      );
      if (at < 0) return [`${entry.paragraph} ${entry.token}`];
      list.splice(at, 1);
      return [];
    });
    expect(missing).toEqual([]);
  });
});

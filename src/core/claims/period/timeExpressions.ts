/*
 * Expressions of time, as TimeML has them (TIMEX3: dates, times of day, sets, durations), by what they are made of. The named groups
 * are what `daysOf` reads.
 */

const NUMERALS = '一二三四五六七八九十';
const HAN = `[${NUMERALS}]`;
const YEAR = String.raw`(?<year>(?:19|20)\d{2}|[一二][〇零一二三四五六七八九]{3})年(?!代)(?:度(?!假))?`;
export const TO = '[至到—–―~～〜-]';
/** 下午, 8时, 晚9时30分, 0—24时, 早些时候, 约15:00 */
const CLOCK = String.raw`(?:(?:较?早|较?晚)些时[候间]|[上下]午|凌晨|清晨|早[晨上]?(?!期|已|在|就)|中午|傍晚|晚[上间]?(?!报|会|餐|点)|深夜|夜[间里]?(?!市|校|班|景))?(?:约?(?:\d{1,2}|零)(?:${TO}\d{1,2})?(?:[时点](?!间)(?:\d{1,2}分|半)?(?:\d{1,2}秒)?钟?|[:：]\d{2})(?:许|多|左右|过后)?)?`;
/** 今天（5月17日）, 周六（16日） */
const BRACKET = String.raw`(?:（(?:\d{1,2}月)?\d{1,2}[日号]）)?`;
const DAY = String.raw`\d{1,2}[日号](?!线|楼|馆|院|文|令|公|机|坑)(?:${TO}(?:\d{1,2}月)?\d{1,2}[日号])?${CLOCK}`;
const IN_MONTH = `份|底|末|初|[上中下]旬|中(?![国央方期间共外美日俄欧东华韩非医学心小石铁部])`;
const MONTH = String.raw`\d{1,2}月(?:${DAY}|\d{1,2}${TO}\d{1,2}日|${IN_MONTH})?`;
const PART = String.raw`上半年|下半年|前三季度|[一二三四]季度(?:末|初)?|第[一二三四1-4]季度?(?:末|初)?|前[一二两三四五六七八九十\d]{1,2}个?(?:月|季度)|[头首][一二两三四五六七八九十\d]{1,2}个月|\d{1,2}月?(?:份?)${TO}\d{1,2}月(?:份|\d{1,2}日|底|末|初|[上中下]旬)?|${MONTH}|全年(?!计划|任务|目标|预算|指标|龄)|年?底|年?末|年?初|年[内中头](?!央|心|国)|春季|夏季|秋季|冬季|春节(?:期间)?`;
/** 七月一日, 元月份: where a year stands before. */
const HAN_MONTH = `(?:十[一二]|${HAN}|元)月(?:${HAN}{1,3}日|${IN_MONTH})?`;
/** Feasts, holidays, seasons: their days are not known. */
const OCCASION = String.raw`(?:(?:的?[春夏秋冬][季天日])|(?:(?:全国)?两会|疫情|汛期|[春暑]运|[暑寒]假|暑期|(?:五一|十一|七一|八一|六一)(?=前后|期间|假|长假|小长假|黄金周|当天)|[“"](?:五一|十一|双十一|三夏|七一|八一|六一|三八)[”"]|春节|元旦|国庆|端午|中秋|清明|元宵|重阳|除夕|假期)节?(?:小?长假|假[期日]?|黄金周|档|\d天假期)?(?:的?(?:第${HAN}|首|前[一二两三四五六七八九])[天日]|[当前]日|当[天晚]|期间|前[夕后])?)`;
/** What closes a time expression: 2012年以来, 6月底前, 10月16日开始. */
const SIDE = `(?:以来|来(?=[，,的])|之前|之后|以[前后]|前(?!三|后|列|往|来|期|${HAN}|[\\d])|左右|前后|起|开始|期间|期?间(?=[，,])|至今|当[天日]|为?止|(?:一整?|整|的一?)年(?:间|里)?)?`;
const COUNT = String.raw`[一二三四五六七八九十两几\d]{1,3}`;
const SPAN = `(?:${COUNT}|数|多)多?(?:年|个月|天|周|个星期|个季度|小时)多?`;
/** Which year a year is by the day of the text. */
const RELATIVE = '(?<relative>今年|去年|前年|明年|本年|上年|当年)(?!同期)度?';

/** An expression of time, as a pattern that finds `example` whole and nothing in `counterExample`. */
export interface TimeExpression {
  readonly id: string;
  readonly example: string;
  readonly counterExample: string;
  readonly pattern: string;
}

export const TIME_EXPRESSIONS: readonly TimeExpression[] = [
  {
    id: 'a year, and a part of it',
    example: '2012年前三个季度',
    counterExample: '第2012号',
    pattern: `${YEAR}(?<part>${PART}|${HAN_MONTH}|${OCCASION})?${SIDE}`,
  },
  {
    // a bare 112年 can be a span of time, 112年度 and 112年3月 cannot; without days, as budgets name hundreds of items 预算
    id: 'a year of the Republic',
    example: '112年3月',
    counterExample: '建校112年',
    pattern: String.raw`(?:(?:中华)?民国(?=\d{2,3}年)|(?<![\d.,第])(?=(?:1[01]\d|9\d|8\d)年(?:度|底|末|初|[上下]半年|\d{1,2}月)))\d{2,3}年(?:度|(?:${PART}))?${SIDE}`,
  },
  {
    // those of Hong Kong begin in April
    id: 'a budget year',
    example: '2023-24财政年度',
    counterExample: '2023-24号',
    pattern: `(?<budget>(?:19|20)\\d{2})${TO}\\d{2,4}财政年度`,
  },
  {
    id: 'a year of two',
    example: '2023/24学年',
    counterExample: '23/24',
    pattern: `(?:(?:19|20)\\d{2}${TO}\\d{2,4}|(?:19|20)?\\d{2}/\\d{2})(?:年度?间?|度|学年|财年)`,
  },
  {
    id: 'a year by the day of the text',
    example: '去年十二月',
    counterExample: '往年同样',
    pattern: `${RELATIVE}(?<relativePart>${PART}|${HAN_MONTH}|${OCCASION})?${SIDE}`,
  },
  {
    id: 'a part of a year',
    example: '1月至5月',
    counterExample: '大半年',
    pattern: `(?<bare>${PART})${SIDE}`,
  },
  {
    id: 'a feast or holiday',
    example: '国庆假期首日',
    counterExample: '国庆阅兵',
    pattern: String.raw`(?!(?:(?:全国)?两会|疫情|汛期|假期)(?!期间|首|前|第|当|的第))(?:今[春夏秋冬](?![\p{Script=Han}]{0,1}[季天日])|${OCCASION})(?<=期|档|[天日晚]|间|夕|后|节|运|假|今[春夏秋冬]|季|周)(?<!国庆节)`,
  },
  {
    id: 'a day',
    example: '5日下午3时许',
    counterExample: '5日报',
    pattern: `(?<![\\d年月.])\\d{1,2}日(?!报|[元均子常益前后内用游程历期薪])(?:${TO}\\d{1,2}日)?${CLOCK}${SIDE}`,
  },
  {
    id: 'a five-year plan',
    example: '“十四五”期末',
    counterExample: '三十五年',
    pattern: `[“"]?(?<![第二三四五六七八九])(?<plan>十[一二三四五]?)五(?!年|个|[届次期批条款]|[〇零一二三四五六七八九十百千万])[”"]?(?<planPart>期?末|时期末|期间|以来|时期|前[一二三四]年)?`,
  },
  {
    // 近五年来, 过去的三年, 未来几天, 五年间, 三个月内, 多年来
    id: 'a span up to now or from now on',
    example: '过去的三年里',
    counterExample: '三年级',
    pattern: `(?:近|这|此前的?|过去的?|最近|未来|今后|前(?=[几数两]))${SPAN}(?:的?时间)?(?:来|间(?!隔)|内|里)?|(?<![第\\d.])${SPAN}(?:来|间(?!隔)|之?内|的?时间里?)`,
  },
  {
    id: 'an age of history',
    example: '改革开放以来',
    counterExample: '改革开放',
    pattern:
      '(?:党的)?十[八九]大以来|二十大以来|改革开放(?:以来|初期)|(?:(?:19|20|上)世纪\\d0|(?:19|20)\\d0)年代(?:初期?|中期|末期?|后期)?|[本上]世纪(?:初|末|中叶)',
  },
  {
    // without days: the same part of another year
    id: 'the same part of another year',
    example: '去年同期',
    counterExample: '同期声',
    pattern: '[今去上前]年同期|今明两?年',
  },
  {
    id: 'a time by what was spoken of',
    example: '近年来',
    counterExample: '年来往',
    pattern: `该(?:月|年(?:[度底末初]|全年)?|季度?|周)(?!份额|会)|[本上下当](?:个?(?:月|季度)(?:\\d{1,2}日|底|末|初|[上中下]旬|中)?|个?(?:周|星期)(?![${NUMERALS}日末天]))|近些?年来?|近期|截至目前|至今(?![年天日])|(?:次年|翌年|下年|同年)(?:度|${PART})?|以往|连日来|这些年来?`,
  },
  {
    id: 'a day by the day of the text',
    example: '今天（5月17日）上午',
    counterExample: '今日报道',
    pattern: `(?:[今昨明前]天|[今昨当翌次同]日(?!报)|[当隔]天|同一天|前一天|第二天|[今昨当同]晚|[今昨]早|今[晨午])${CLOCK}${BRACKET}${CLOCK}`,
  },
  {
    id: 'a day of the week',
    example: '上周四（7日）下午',
    counterExample: '周日说',
    pattern: `[上本下每]?(?:周|星期|礼拜)[一二三四五六日末天](?![\\p{Script=Han}]{0,2}(?:说|表示))${BRACKET}${CLOCK}`,
  },
  {
    id: 'each time, or now',
    example: '每3年',
    counterExample: '题目前面',
    pattern: `每(?:半年|隔?${COUNT}(?:年|个月|[天周])|个?月|年度?(?:${MONTH})?|[天日周晚]|季度|小时)(?!度)|(?<![题项])目前(?!的困难)|(?<![正应恰适])当前|(?<![体表展呈实再出涌浮])现在`,
  },
  {
    id: 'a month in Chinese numerals, and a part of it',
    example: '七月一日晚上',
    counterExample: '三月三',
    pattern: `(?<![第${NUMERALS}])(?:十[一二]|${HAN})月(?:${HAN}{1,3}日${CLOCK}${SIDE}|份|底|末|初|[上中下]旬)`,
  },
  {
    id: 'an hour',
    example: '晚上10时30分',
    counterExample: '下午茶',
    pattern: String.raw`(?:[上下]午|凌晨|早上|中午|晚上?)约?\d{1,2}[时点](?:\d{1,2}分|半)?(?:许|多|左右)?`,
  },
];

/** What an expression of time begins with, all of those above: most characters are known by it to begin none. */
export const BEGINS =
  '[\\d一二三四五六七八九十第前上下全年底末初春夏秋冬中民今去明本当“"近两几过最未党改截至次翌以该昨每目现同星周礼多数这此头首端国元清重除暑寒疫汛假的隔连凌早晚]';

/** 三年, 半年时间, 一年多后, 80多年前: how long, which may say of what span something is counted. */
export const DURATION = String.raw`(?<![第\d.年月])(?:近|过去|连续|短短|不到|约)?(?:[一二三四五六七八九十百两几数]{1,4}|\d{1,3}|半|多)(?:多|余|来)?(?:年(?![${NUMERALS}\d级龄代度月底末初]|义务|规划|计划|行动|制|一贯)|个?(?:多|半)?月(?![一二三四五六七八九十\d份底末初])|[天夜]|[周](?![${NUMERALS}日末年边岁围])|个?(?:星期|礼拜|季度|世纪|学期)|个?(?:半|多)?小时|日(?![元均子常益用游程历薪报]))(?:多|余)?(?:\d{1,2}夜|[一二三]夜)?(?:的?时间)?(?:之?[间内后前]|以[来后前]|来|里|下来)?`;

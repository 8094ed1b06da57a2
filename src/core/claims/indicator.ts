import type { Span } from '../text/span';
import type { Period, Quantity } from './claim';
import { isMeasureWord } from './units';

/** Words between a clause's beginning and what it measures. */
const LEADING =
  /^(?:其中|当中|以来|而(?!且)|但是?|虽然|不过|并且?(?!购|网|联|轨)|却|同时|此外|另外|另有|特别是|目前|当前|现在|截至|截止|到|至|将|已|已经|累计|全年|预计|力争|确保|我们|我省|我市|我国|也|都|均|还|再|经初步测算|初步测算|据统计|据初步统计|与此同时|的|以及|及|和|，|、|“|”|由|从|使|让|把|在)+/u;

/** Verbs with what is measured before them: 产量达到, 价格由, 收入增长. */
const CHANGE =
  '增长|增加|提高|上升|上涨|扩大|提升|回升|增产|多增|增收|拓展|上浮|上调|升值|成长|增幅|涨幅|快于|高于|高出|多出|翻|下降|减少|降低|缩短|缩减|缩小|压减|压缩|回落|下跌|下浮|下调|贬值|降幅|跌幅|低于|慢于|少了|[大小多少]于|[增升降减涨][到至为了]';
const BEHIND = new RegExp(
  `(?:(?:${CHANGE})(?!值|额|率|速|量|点|的)|(?<![下传送表直])达到?|突破|超过|逾|(?:稳定|保持|维持|控制|定)[在到]|保持(?=两|[一二三四五六七八九\\d])|(?:发展|扩展|覆盖|延伸)[到至]|[位跃稳]居|居(?=全|世|第|首)|列(?=全|第)|排名?(?=全|第|中|世|由)|(?<![作成认])为(?!期|主)|是|约占|占到了?|占(?!比|用|有率)|[由从]|只有|仅|只|不足|不到|不及|相当于|接近|截至|力争|预计|有望|预期|(?:年均|日均|月均)(?=增|下|提)|同比|环比|` +
    // a comparison: 用水量比2020年下降, 来水较常年偏多, 面积与去年相比
    '(?<![占同环之对评配价入分])比(?![重例率如赛价])|(?<!(?<!占)比)较(?![高大低小强快好多少为])|与(?=[^，。]{1,14}相比)|到(?=20\\d\\d年))',
  'u',
);
/** Verbs with what is counted behind them: 完成投资, 现有学校, 新增就业, 组建创新联合体15个. */
const BEFORE =
  /(?:完成|实现|拥有|现有|共有|(?<![公总])共计?(?![同建享])|合计|(?<![所国私只没])有(?![望效关的些人机色害轨线氧序限])|累计|新增|净增|组建|新建|创建|建成|建设(?![用银工规项])|培育(?![基中])|招收|选派|发放|提供|动用|拨款|预留|购置|开展|举办|安排|下达|签订|签约|引进|设立|配备|成立(?![以后时])|吸引|投入(?![品产])|减免|组织(?![部领生机架])|解决|查处|办理|受理|审结|批准|发布|推出|新?入选|认定|改造提升|改造|扩建|供应(?![链商量])|化解|转移支付|改制|配套|派出|接待(?!量|能)|接种|检测(?!中|能|机)|涉及|评选|命名|授予|缴纳|收取|筹集|争取|打造|布局建设|创造|带动|帮助|惠及|覆盖(?![面率范])|发行|出口(?![额量总产增])|进口(?![额量总产增])|生产(?![总值力线经企性])|销售(?![额量收总])|减少|填报|报考|选择|设置|划分为?|包括|规定了?)/gu;
/** Adverbs between what is measured and its verb. */
const TRAILING =
  /(?:(?<!平)均|平均|都|已经?|也|分别|大幅|继续|再|累计|总共|共|合计|去年|今年|前年|上年|当年|目前|稳步|持续|进一步|将|达|的|了|预计|力争|要|更|现|首次|历史性|需要?|则|又|还|约)+$/u;
/** What is counted stands behind the measure word: 20座智能化煤矿. */
const COUNTED =
  /^(?!的|以|遇难|受伤|失踪|参加|参与|走上|获|享受)\p{Script=Han}{1,14}?(?=[，。；、：,;”“）)的等和与及\n]|$|参加|参与|参会|签订|签约|走上|维持|实现|完成|达到|进入|开展|已|正在|将|均|都|做[了过]|装了|享受|纳入|获|遇难|受伤|落户|入选|投入|投用|建成|开工|上线|列入|得到|受益|靠前|同时|在)/u;

/** Verbs and degrees that say nothing by themselves of what is measured. */
const BARE = /^(?:新?实施|已?开工|已?交付|落成|努力做到|做到|成长|组织|举办|回流|最[快短长高低多少大小]|平均每年)$/u;

const MAX_LENGTH = 28;

/**
 * What the figure measures: the noun before its verb (全省煤炭产量 of 去年全省煤炭产量达到11.93亿吨), behind it (投资 of 完成投资), or
 * behind the measure word. `from` is where its clause begins, or where the figure before it in that clause ends.
 */
export function indicatorOf(
  text: string,
  from: number,
  quantity: Quantity,
  periods: readonly Period[],
): Span | undefined {
  const start = skipLead(text, from, quantity.start, periods);
  const words = text.slice(start, quantity.start);
  // 省一级达标高中（18所）
  const named = /([^，。；：、（）]{2,20})（(?:共|约|计)?$/u.exec(words);
  if (named) return nounOf(text, start + named.index, start + named.index + named[1]!.length);
  const behind = BEHIND.exec(words);
  const head = behind ? words.slice(0, behind.index) : words;
  const has = lastVerb(head);
  const object = has ? nounOf(text, start + has.end, start + head.length) : undefined;
  if (object) return object;
  if (!behind || has) {
    const counted =
      quantity.kind === 'quantity' && isMeasureWord(quantity.unit) ? countedNoun(text, quantity.end) : undefined;
    if (counted) return counted;
    const ofMoney = quantity.kind === 'money' && head.length <= 4 ? moneyNoun(text, quantity.end) : undefined;
    if (ofMoney) return ofMoney;
  }
  return nounOf(text, start, start + (has ? has.start : head.length));
}

function skipLead(text: string, from: number, to: number, periods: readonly Period[]): number {
  let start = from;
  for (let moved = true; moved; ) {
    const period = periods.find(
      (candidate) => candidate.start === start || (candidate.start === start + 1 && /[到至“"]/u.test(text[start]!)),
    );
    const lead = LEADING.exec(text.slice(start, to))?.[0].length ?? 0;
    moved = (period !== undefined && period.end > start) || lead > 0;
    start = period ? period.end : start + lead;
  }
  return Math.min(start, to);
}

/** The words between `start` and `end` where they can be a noun phrase, adverbs and marks at the edges left out. */
function nounOf(text: string, start: number, end: number): Span | undefined {
  const words = text.slice(start, end).replace(TRAILING, '');
  const lead = /^(?:了|近|约|超过|各类|[”"\s])*/u.exec(words)![0].length;
  const noun = words.slice(lead).replace(/[“"\s、]+$|(?<![总饱缓温平共])和$/u, '');
  return noun.length < 2 || noun.length > MAX_LENGTH || /[（(][^）)]*$|^[和与及]/u.test(noun) || BARE.test(noun)
    ? undefined
    : { start: start + lead - (opensBefore(text, start + lead, noun) ? 1 : 0), end: start + lead + noun.length };
}

/** “八纵八横”高铁主通道: the mark before a noun belongs to it where it is closed inside. */
const opensBefore = (text: string, start: number, noun: string): boolean =>
  text[start - 1] === '“' && /^[^“]*”/u.test(noun);

function countedNoun(text: string, at: number): Span | undefined {
  const counted = COUNTED.exec(text.slice(at, at + 18));
  return counted ? { start: at, end: at + counted[0].length } : undefined;
}

/** 2500元津贴, 400亿的一次性措施. */
function moneyNoun(text: string, at: number): Span | undefined {
  const noun = /^的?(\p{Script=Han}{2,10}?)(?=[，。；、）]|后|$)/u.exec(text.slice(at, at + 14));
  const start = noun ? at + noun[0].length - noun[1]!.length : at;
  return noun ? { start, end: start + noun[1]!.length } : undefined;
}

/** The last of the verbs in `BEFORE`. */
function lastVerb(words: string): Span | undefined {
  let found: Span | undefined;
  BEFORE.lastIndex = 0;
  for (let match = BEFORE.exec(words); match; match = BEFORE.exec(words))
    found = { start: match.index, end: BEFORE.lastIndex };
  return found;
}

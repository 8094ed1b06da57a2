import { isAmong } from '../text/characters';
import { hedgeBefore } from './hedges';
import type { Unit } from './units';

/*
 * What the words around a number say about it: whether it counts something or only gives structure, says when, or
 * refers to a group named elsewhere. All look a few characters to either side, inside the clause.
 */

const before = (text: string, at: number, length: number): string => text.slice(Math.max(0, at - length), at);
const behind = (text: string, at: number, length: number): string => text.slice(at, at + length);

/** 居全国第一, 排名第5, 位列首位: an order is asserted. */
export function isRankCue(text: string, at: number): boolean {
  return /(?:[居列排位]|名次|排名|全国|全省|全市|全区|全球|世界|亚洲|中部|西部|东部|国内|国际|流域|同期|以来|同类|保持|进入|跃升至|升至|上升到|蝉联|稳居|连续第?[一二三四五六七八九十\d]{1,2}[年届次]|由|从)[^，。；,;、：！？“”]{0,8}$/u.test(
    before(text, at, 14),
  );
}

/** Words for a speaker's own structure: 三个方面, 五项举措. */
const STRUCTURE =
  /^(?:大?(?:方面|问题|关键|重点|字|维度|层面|角度|环节|阶段|特点|特征|原则|坚持|必须|确保|转变|举措|措施|任务|抓手|要求|关系|建议|意见|体会|目标|思路|主线|底线|红线|路径|途径|方向|着力点|优势|方式|情况|原因|因素|层次|步骤|不|如何|更加|聚焦|突出|强化|着力|结合|统筹|一|大?实?事(?:[，。；：、]|$|情)))/u;

/** A word that makes a count refer to things named elsewhere: 这六个市, 其他四市, 前三名, 每三年. */
const REFERENCE =
  /(?:这|那|该|其他|其余|另外|上述|以上|此|每|首|(?<![^\P{Script=Han}的在])头|(?<![目当此])前|(?<!先)后|各|(?<![合协])同|任何|哪|某|再|任|双|这样|上面)$/u;

/** What is counted for the sake of order alone, however many. */
const ALWAYS_STRUCTURE = /^(?:方面|层面|环节|部分|阶段|步骤|要点)/u;

/** 满意度九十分, 加三分: marks of a test, in words. */
const SCORES =
  /(?:满意度|得分|评分|分数|总分|指数|均分|考了?|分值|加分|减分|扣分?|[加减计记得积]|满分)[^，。；]{0,6}$/u;
/** 12时38分 is a time. */
const MINUTES = /[时点時]$/u;

/** 上午9点, 11点, 十点二十分: no clock goes beyond 24. */
const isHour = (text: string, start: number, end: number): boolean => {
  const words = text.slice(start, end - 1);
  const hour = /^\d{1,2}$/u.test(words)
    ? Number(words)
    : /^(?:十[一二]?|二十[一二三四]?|[一二两三四五六七八九]|十[三-九])$/u.test(words)
      ? 0
      : 99;
  return hour <= 24 && !/^(?:建议|意见|要求|希望|体会|看法|说明|思考|启示|共识)/u.test(text.slice(end, end + 2));
};

/** Measure words whose small Chinese counts are still claims: 三次, 两家. */
const TELLING = new Set(
  '次 届 家 所 部 座 台 辆 架 艘 户 名 人 人次 例 件 批次 处 场 种 宗 头 幢 栋 门 间 幅 支 箱'.split(' '),
);

/** 在六个社区, 覆盖两个市; 三个市的比例, 两个市不足60%: how many places something reaches, or is measured in. */
const WHERE = /(?:在|覆盖|涉及|惠及|遍布)$/u;
const PLACE = /^(?:行业|口岸|学校|医院|机场|车站|景区|市|县|区|省|镇|乡|村|社区|街道|城市|国家|园区|州|盟)/u;
const PLACES_THAT = /^[市县区省镇乡村州盟](?:的|已|均|超|不[足到]|[近约达]|\d)/u;

/** 两项控罪, 两项“某某”罪: what somebody is charged with. */
const CHARGES = /^(?:“[^”]{2,36}”)?的?(?:控?罪|指控)/u;

interface Counted {
  readonly start: number;
  readonly end: number;
  readonly unit: Unit;
  /** Written in Chinese numerals. */
  readonly han: boolean;
  /** At most ten, and no hedge says that it was measured. */
  readonly small: boolean;
  readonly decimal: boolean;
}

/** Whether a number with a measure word counts things that can be checked. */
export function isCountedThing(text: string, { start, end, unit, han, small, decimal }: Counted): boolean {
  const next = behind(text, end, 4);
  const previous = before(text, start, 3);
  // 这二十二个字: how long a formula is
  if (han && unit.name === '个' && next.startsWith('字')) return false;
  if (unit.unitClass === 'place' && han) return false;
  if (decimal && unit.name === '版') return false;
  // 6.8级地震, 8级大风; else a grade
  if (unit.name === '级')
    return (
      decimal ||
      (!han && /^(?:地震|强震|余震|大风|阵风|台风|[东南西北]{1,2}风)/u.test(next)) ||
      /(?:里氏|震级)$/u.test(previous) ||
      /(?:风力|阵风)[^，。；、]{0,6}$/u.test(before(text, start, 10))
    );
  if (han && unit.name === '期') return false;
  // 捏不到一起
  if (unit.name === '起' && text[end - 2] === '一') return false;
  if (unit.name === '个' && ALWAYS_STRUCTURE.test(next)) return false;
  // 三家子村
  if (han && unit.name === '家' && next.startsWith('子')) return false;
  // 过去5个财政年度 says when
  if (unit.name === '个' && /^(?:财政年度|会计年度|财年|年度|学年|生肖)/u.test(behind(text, end, 4))) return false;
  if (unit.name === '方面') return false;
  // 23条立法, 基本法27条 cite a law
  if (unit.name === '条' && (next.startsWith('立法') || /(?:(?<!办)法|宪法|条例|公约)$/u.test(previous))) return false;
  // 1类水质 is a grade, as one kind is 一类; 上午9点 a time
  if (unit.name === '类' && text.slice(start, end) === '1类') return false;
  if (unit.name === '点' && isHour(text, start, end)) return false;
  if (han && isSession(unit.name, next)) return false;
  if (unit.name === '分' && !decimal)
    return (
      !MINUTES.test(previous) &&
      (han ? text.slice(start, end) !== '十分' && SCORES.test(before(text, start, 14)) : true)
    );
  // 一两个: no more told than by 一个
  if (han && text.startsWith('一两', start) && unit.end === start + 2 + unit.name.length) return false;
  if (han && small) {
    if (unit.unitClass === 'loose' && previous.endsWith('等') && !STRUCTURE.test(next)) return true;
    if (unit.name === '项' && CHARGES.test(behind(text, end, 40)) && !REFERENCE.test(previous)) return true;
    if (unit.name === '个' && (WHERE.test(previous) ? PLACE : PLACES_THAT).test(next) && !REFERENCE.test(previous))
      return true;
    if (!TELLING.has(unit.name) || STRUCTURE.test(next) || REFERENCE.test(previous)) return false;
    // 四处奔走: everywhere
    if (unit.name === '处' && text[start] === '四' && !/[有共设建了]$/u.test(previous)) return false;
    // 三次产业, 二次供水, 两次分配 are terms
    if (unit.name === '次' && (/^(?:分配|产业|方|函|能源|供水|创业|元|污染)/u.test(next) || text[start] === '二'))
      return false;
    return true;
  }
  if (unit.unitClass === 'loose' && small && STRUCTURE.test(next)) return false;
  if (small && REFERENCE.test(previous) && !previous.endsWith('每')) return false;
  return true;
}

/** 十四届全国人大三次会议, 二十届三中全会: which one, not how many. */
const isSession = (unit: string, next: string): boolean =>
  (unit === '届' || unit === '次') &&
  /^(?:[一二三四五六七八九十]{1,3}次|历次|全国|全会|人大|政协|中央|省|市|区|县|[一二三四五六七八九]中|会议|全体|常委|委员)/u.test(
    next,
  );

/** 108国道, 12345热线, 2101次列车: the number names a thing; 北纬24.37度 a place. */
export function isNumberedName(text: string, start: number, end: number): boolean {
  return (
    /(?:[北南]纬|[东西]经)$/u.test(before(text, start, 2)) ||
    /^(?:国道|省道|高速|热线|频道|路公交)/u.test(behind(text, end, 3)) ||
    // 100米跑 is an event
    /^米(?:跑|短跑|长跑|赛跑|游泳|自由泳|蛙泳|蝶泳|仰泳|接力|栏|跨栏|折返跑|气步枪|步枪)/u.test(
      text.slice(end - 1, end + 4),
    ) ||
    /^次(?:列车|动车|高铁|快车)/u.test(text.slice(end - 1, end + 2))
  );
}

/** Verbs and nouns that make a span of time the thing that is measured. */
const TIME_MEASURED =
  /(?:达到?了?|[为是]|(?:缩短|缩减|压缩|压减|控制|延长|延迟|推迟|展延|延期|宽限|减少|增加|提高|精简|下降)(?:至|到|了|为|在)?|[缩减压延][至到为成]|降至|降到|提前(?:至|到|了)?|增至|升至|回落至|平均|仅需|只需|仅用|只用|只要|只需要|最快|最短|最长|(?:用时|耗时|时长|[日天]数|提前量|间隔|[轮等]候|等待|排队|停留|滞后)(?:往往|一般|通常|普遍|平均|都|仍|已|就|要|需)?|高峰期的|快了|省下|节省|年限|寿命|周期|时间|小时数|年龄|工龄|(?:过去|以前|原来|原先|从前)(?:都|平均)?(?:需要|需|要|得)|比.{1,6}[长短快慢早晚多少]了?|[要得需]等|(?:一共|总共)(?:[用花费等]了?)?|只[来干])$/u;
const TIME_CHANGE_FROM = /[由从](?:原来的?|过去的?|以前的?|此前的?|平均|最初的?)?(?:近|约|超过)?$/u;
/** Behind a span that only says when: 三年来, 两年内, 10年间. */
const TIME_WHEN =
  /^(?:来|内|间|前|后|以来|期|底|初|末|中|里|之(?!内)|度|代|多来|的时间里|起|至今|份|上旬|有效|审|一|计划|规划|行动)/u;
const CHANGE_TO =
  /^(?:左右|以上|以内|多)?(?:逐步|大幅|进一步)?(?:缩短|缩减|延迟|推迟|压缩|压减|延长|减少|增加|提高|下降|降|提|增|升|回落|变|[缩减压延][到至为成])/u;
const FEWER = /^(?:逐步|大幅)?[缩压减]/u;
const TO_FEWER = /(?:缩短?|缩减|压缩|压减?|减少?)[到至为]$/u;

/** 延长至30日, 办结时限为15日 */
const SETS_DAYS = /(?:(?:延长|展延|延期|宽限)(?:[到至为]了?)?|时限[为是]?|逾期)$/u;

/** A term that a rule sets or that something takes: 满五年, 期限为3年, 约需一年, 公示三个工作日, 共187天. */
const TERM =
  /(?:(?<![丰圆饱美不充])满|(?<![日短长学时早前后近周假孕到定分如按同初中末为效])期限?(?:一般|通常|均|最长|最短|至少)?[为是]?|[约还才仍少多共]需要?|需时|公示|拘留|判[监囚]|判处|监禁|入狱|逾期|[多少][缴交]|[一总]共[是有]?|应付|\d[年月天时][或至])$/u;
const TERM_BEHIND =
  /^(?:[^，。；、]{0,3}(?:租期|租用期|租约|刑期|有期徒刑|(?:过渡|宽限|冷静|缓冲|试用|保修|质保|观察|公示)期|[产年陪病婚丧]假|以上(?!的时间|来))|以下|期(?:规定|限|的))/u;

/** Words with which a rule sets a limit. */
const LIMIT = /^(?:不足|不满|未满|超过|逾)/u;

/** Units that only say when. */
const ONLY_WHEN: ReadonlySet<string> = new Set('月 时 分 年代 世纪 季度 季 点钟 学期 个学期 周 星期'.split(' '));
/** Units of what lasts. */
const MEASURES_TIME: ReadonlySet<string> = new Set('年 天 晚 岁 周岁 小时 个月 分钟 个小时'.split(' '));
const WORKDAYS: ReadonlySet<string> = new Set('个工作日 工作日 个工作天'.split(' '));
/** Units of what one has completed: 满五年. */
const OF_TERMS: ReadonlySet<string> = new Set('年 岁 周岁 个月'.split(' '));

/** Units in which a rule sets a deadline. */
const OF_DEADLINES: ReadonlySet<string> = new Set('年 个月 日 天 小时 个小时'.split(' '));
/** 自受理之日起15日内, 于移运后五日内, 应当在六十日内: what a rule says before a deadline, in the same clause. */
const DEADLINE_BEFORE =
  /(?:[自从][^，。；]{0,24}日起|于[^，。；]{1,24}后|(?:应当?|须|必须|责令|不得)(?:向[^，。；]{1,16})?[在于]?)，?$/u;
/** 可在六十日内: a permission counts in days of the calendar. */
const MAY_BEFORE = /(?:可以?|限)(?:向[^，。；]{1,16})?[在于]?$/u;
/** 内办结, 内不得任职, 内未补办的: and behind it. */
const DEADLINE_BEHIND =
  /^(?:以|之)?内[^，。；]{0,4}(?:不得|未.{1,6}的|[办审核][结理批查]|申[请报领诉]|答复|作出|补[办正交缴]|报请|备案|缴[纳清]|改正|起诉)/u;

/** Within how long something has to be done by a rule; not when something will be, or was. */
function isDeadline(text: string, start: number, end: number, unit: Unit): boolean {
  const next = behind(text, end, 12);
  const isWithin = /^(?:以|之)?内/u.test(next);
  if (!isWithin || !OF_DEADLINES.has(unit.name)) return false;
  const previous = before(text, start, 32);
  return (
    DEADLINE_BEHIND.test(next) || DEADLINE_BEFORE.test(previous) || (unit.name === '日' && MAY_BEFORE.test(previous))
  );
}

/** Whether a span of time or an age is itself the quantity (受教育年限达到10.45年), not when or how long. */
export function isMeasuredTime(text: string, start: number, end: number, unit: Unit, decimal: boolean): boolean {
  const isDay = unit.name === '日';
  if (unit.name === '秒' && /[时点分]\d*$/u.test(before(text, start, 3))) return false;
  if (ONLY_WHEN.has(unit.name)) return false;
  // days of work are counted only where something has to be done in them
  if (WORKDAYS.has(unit.name)) return true;
  const next = behind(text, end, 6);
  const hedge = hedgeBefore(text, start);
  const edge = hedge?.edge ?? start;
  const previous = before(text, edge, 8);
  // 满五年后, 未满五年的
  if (OF_TERMS.has(unit.name) && /(?<![丰圆饱美不充])满$|未满$/u.test(before(text, start, 3))) return true;
  // 不足1年的，可……: what a rule holds for
  if (next.startsWith('的') && LIMIT.test(text.slice(edge, start)) && isAmong('，,', next.charCodeAt(1))) return true;
  // 周岁 is said in rules: 女50周岁, 男60周岁
  if (unit.name === '周岁') return !/^(?:[（(]?[及以]|生日)/u.test(next);
  // 每4个月延迟1个月
  if (text[edge - 1] === '每' && /^(?:延|缩|推迟|提高|增加|减少)/u.test(next)) return true;
  // 达20年之久, but not how long something lasted
  if (next.startsWith('之久') && /(?<!长)达$/u.test(previous)) return true;
  if (isDeadline(text, edge, end, unit)) return true;
  if (TIME_WHEN.test(next)) return false;
  // 日 is a day of some month, but where it gets fewer of them: 由90日缩短至60日
  const isLimited = /^不[得能应]?(?:超过|少于|低于)/u.test(text.slice(edge, start));
  if (isDay)
    return (
      isLimited ||
      (TIME_CHANGE_FROM.test(previous) && FEWER.test(next)) ||
      TO_FEWER.test(previous) ||
      SETS_DAYS.test(previous)
    );
  if (unit.unitClass === 'age' && /^[（(]?[及以]/u.test(next)) return false;
  if (TIME_CHANGE_FROM.test(previous) && CHANGE_TO.test(next)) return true;
  if (decimal && MEASURES_TIME.has(unit.name)) return true;
  if (MEASURES_TIME.has(unit.name) && (TERM.test(previous) || (TERM_BEHIND.test(next) && !previous.endsWith('个'))))
    return true;
  if (
    unit.unitClass === 'age' &&
    /(?:今年|已经|已|现年|刚满|才|最(?:年[轻长]|[小大老])的?(?:[仅才为是]|只有)?|中位数为?)$/u.test(previous)
  )
    return true;
  // 提前24小时公告 says when, 工期提前15天 how much
  if (previous.endsWith('提前') && /^(?!左右|以上|多|[完实达建竣投通])\p{Script=Han}/u.test(next)) return false;
  // 比全国早3个月
  if (/[早晚迟]$/u.test(previous) && /[比较提偏推][^，。；]*$/u.test(before(text, edge, 24))) return true;
  if (!TIME_MEASURED.test(previous)) return isLimited && !next.startsWith('的');
  // 为期三年, 时间为两年 set a term; 为 and 是 need a mean or an age
  if (/[为是]$/u.test(previous) && !/(?:[缩压延减][短缩减长少]?|[降提增]|调整)为$/u.test(previous))
    return /(?:平均|人均|年限|寿命|时长|[日天]数|时间|年龄|(?<![日短长学时早前后近周假])期)[^，。；]{0,6}$/u.test(
      before(text, start, 12),
    );
  return true;
}

const MONEY_WORDS =
  /(?:投资|产值|收入|支出|额|资金|GDP|生产总值|总值|[贷放存拨捐借欠罚]款|融资|税|费用|利润|资产|(?<!参数|人口|人员|用户|读者|队伍|会员)规模|债|消费|补贴|补助|奖励|成本|价值|营收|赔[了偿付]|[自己]掏|花[了费])/u;

/** What is money by itself, behind or directly before an amount: 逾400亿的盈余, 拨款200亿. */
const MONEY_BEHIND =
  /^(?:多|余|元)?(?:的|（[^（）]{1,6}）)?[^，。；、！？]{0,3}(?:盈余|赤字|收入|储备金?|资金|投资|拨款|开支|债务|债券|贷款|税收|税款|补贴|基金|预算|支出|款项|资源|一次性措施|经费|善款|票房|资产)/u;
const MONEY_BEFORE =
  /(?:拨款|耗资|涉资|斥资|注资|投资|款项|人民币|港币|美金|盈余|赤字|预算|开支|花费?了?|收入|市值|融资|募资)(?:只|仅|共|约|近|达|有|高达|逾|超过){0,2}$/u;

/** Whether a number in 万 or 亿 without unit is an amount of money (近3000亿). */
export function isMoney(text: string, start: number, end: number): boolean {
  if (MONEY_BEHIND.test(behind(text, end, 16)) || MONEY_BEFORE.test(before(text, start, 10))) return true;
  if (!/^[，。；、,;的）)]|^$|^以|^左右|^出头|^[^\p{Script=Han}]/u.test(behind(text, end, 2))) return false;
  const clause = /[^，。；！？：,;]*$/u.exec(before(text, start, 24))?.[0] ?? '';
  return MONEY_WORDS.test(clause);
}

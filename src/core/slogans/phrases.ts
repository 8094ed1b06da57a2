/**
 * Which quotations without a numeral list are slogans. What stands around a quotation tells: formulas are carried out
 * (推行“链长制”) and head a policy word (“放管服”改革); figures of speech become something (成了“定心丸”). Each sign has a
 * weight; a quotation is a slogan from `THRESHOLD` on.
 */
interface Sign {
  readonly name: string;
  readonly example: string;
  readonly weight: number;
  /** Matched against the quotation, what directly precedes it, what directly follows it, or quotation, mark and follower. */
  readonly where: 'inside' | 'before' | 'behind' | 'both';
  readonly pattern: RegExp;
}

const THRESHOLD = 2;
const MAX_LENGTH = 36;

const SIGNS: readonly Sign[] = [
  {
    name: 'heads a policy word',
    example: '“放管服”改革',
    weight: 2,
    where: 'behind',
    pattern:
      /^的?(?:总|大|新|管理|工作|发展|治理|服务|政治|基本|重要|重大|这一|这个|科学|执政|战略|安全|系列|综合|全面|一体化|国家|长效|协同|审批|育人|政商|培养|创新)?(?:方针|策略|理念|原则|战略|思路|改革|机制|机制体制|体制机制|体制|模式|制度|政策|要求|方略|方法论|定位|路子|格局|责任感|政商关系|关系|进程|试点|行动|思想|路线|精神|体系|导向|取向|总目标|目标|口号|做法|打法|攻坚战|重要论断|论断|育人|监管|办法|法|办)/u,
  },
  {
    name: 'carried out or kept',
    example: '推行“田长制”',
    weight: 1,
    where: 'before',
    pattern:
      /(?:推行|实行|坚持|落实|深化|推进|推动|践行|实践|贯彻|树立|牢记|秉持|遵循|把握|实施|执行|恪守|倡导|奉行|做到|健全|完善|探索|纳入|全面|严格|启动|聚焦|围绕|发扬|推广|采取|采用|开展|促进|实现|持续|按照|通过|坚守|强化|加快|落细|从|创建|培育|支持|以|提出|把|将|坚定不移)(?:了|好|着)?(?:的)?$/u,
  },
  {
    name: 'pieces joined by +',
    example: '“政府+企业+园区”',
    weight: 2,
    where: 'inside',
    pattern: /^[^+＋]{1,12}(?:[+＋][^+＋]{0,12})+$/u,
  },
  {
    name: 'a responsibility system',
    example: '“链长制”',
    weight: 2,
    where: 'inside',
    pattern:
      /^(?:.{1,6}长|.{2,6}(?:包保|责任|负责|榜|票|首问|承诺|评价|考核|代办|积分|清单|网格|承包|公示|轮候|双随机))制$/u,
  },
  {
    name: 'from one to the other',
    example: '“公转铁”, “小账换大账”',
    weight: 2,
    where: 'inside',
    pattern:
      /^\p{Script=Han}(?:(?:转|改|进|变|换|促)\p{Script=Han}{1,2}|(\p{Script=Han})[转变换促带]\p{Script=Han}\1)$/u,
  },
  {
    name: 'parallel halves',
    example: '“外防输入、内防反弹”',
    weight: 2,
    where: 'inside',
    pattern:
      /^(?:\p{Script=Han}{3,8}[、，]\p{Script=Han}{3,8}|\p{Script=Han}{2,8}(?:[、，]\p{Script=Han}{2,8}){2,})(?:[、，]\p{Script=Han}{3,8})*$/u,
  },
  {
    name: 'each its own, one for many',
    example: '“一校一案”, “一签多行”',
    weight: 2,
    where: 'inside',
    pattern:
      /^(?:(?:\p{Script=Han}?一\p{Script=Han}){2,3}(?:\p{Script=Han}{1,2})?|一\p{Script=Han}{1,2}多\p{Script=Han})$/u,
  },
  {
    name: 'one for all, nationwide or same town',
    example: '“一网通办”',
    weight: 2,
    where: 'inside',
    pattern:
      /^(?:一[网窗门次证码件]|跨[省市域境]|[省市县]内|全[程省市域国])(?:\p{Script=Han}{1,3})?(?:通办|联办|受理|办成|办结|通取|可办|代办|互认|审批|审管|服务|通享|统管|通管)$/u,
  },
  {
    name: 'what several things do together',
    example: '推行“医防融合”',
    weight: 1,
    where: 'inside',
    pattern: /^\p{Script=Han}{2,5}(?:融合|联动|一体化|协同|互促)$/u,
  },
  {
    name: 'what several things do together, said behind it',
    example: '“岗课赛证”融通',
    weight: 1,
    where: 'behind',
    pattern: /^(?:一体化|融合|联动|协同|融通|贯通|衔接|并举|并重|同步)/u,
  },
  {
    name: 'how things used to be',
    example: '过去村里的路“晴天一身土、雨天两脚泥”',
    weight: -3,
    where: 'before',
    pattern: /(?:过去|以前|以往|从前|原来|曾经|昔日|原先|此前)[^，。；]{0,6}$/u,
  },
  {
    name: 'a circle of so many minutes',
    example: '“15分钟生活圈”',
    weight: 5,
    where: 'inside',
    pattern: /^(?:\d{1,2}|[一二三五十]{1,3})(?:分钟|刻钟|小时)\p{Script=Han}{2,8}圈$/u,
  },
  {
    name: 'four single words side by side',
    example: '“岗课赛证”',
    weight: 1,
    where: 'inside',
    pattern: /^\p{Script=Han}{3,4}$/u,
  },
  {
    name: 'do not, or guard against',
    example: '“房住不炒”',
    weight: 1,
    where: 'inside',
    pattern:
      /(?:^|\p{Script=Han})(?:不|防|无|零|优先|至上|为本|第一|结合|并举|挂帅|下沉|直达|免申|容缺|包容|清零|归零|振兴|双赢|高质量)/u,
  },
  {
    name: 'also names a project',
    example: '“一江碧水向东流”工程',
    weight: 2,
    where: 'both',
    pattern: /^\p{Script=Han}{5,14}[”」』"’]\p{Script=Han}{0,4}?(?:工程|行动|攻坚战|专项整治)/u,
  },
  {
    name: 'a clause of its own',
    example: '“一江碧水向东流”',
    weight: 1,
    where: 'inside',
    pattern: /^\p{Script=Han}{6,14}$/u,
  },
  {
    name: 'an item of a list',
    example: '一是“无差别”，',
    weight: -3,
    where: 'before',
    pattern: /(?:[一二三四五六七八九]是|[一二三四五六七八九]要|第[一二三四五六七八九]，|首先，|其次，)$/u,
  },
  {
    name: 'somebody feels or fears it',
    example: '担心“等不起”',
    weight: -3,
    where: 'before',
    pattern:
      /(?:担心|怕|觉得|感到|感觉|认为|反映|有人|误以为|质疑|炒作|指责|渲染)(?:的是|，)?$|(?:反映|抱怨|吐槽|质疑|担心)，?\p{Script=Han}{1,3}$/u,
  },
  {
    name: 'a figure of speech',
    example: '吃下“定心丸”',
    weight: -3,
    where: 'before',
    pattern:
      /(?:成为|成了|变成|变为|变|当好|当成|吃下|吃上|打通|啃|啃下|牵住|按下|跑出|跑好|誉为|称为|被称|叫做|称作|所谓的?|美誉|人称|俗称|号称|送上|端上|装上|插上|走出|走完|解决|破解|遇到|唱|打好|握紧|系好|把好|守住|按|长成了?|从|凑|摆脱|告别|遏制|避免|防止|不搞|不能|杜绝|克服|反对|整治|喊|一句|喊出|出现|打造|擦亮|叫响|跨越|跨过|敲开|念好|下好|下活|打出|这把|一本|一张|这张|一个个|一批批?)(?:了|的|一)?$/u,
  },
  {
    name: 'a figure of speech goes on as a noun',
    example: '“最后一公里”问题',
    weight: -2,
    where: 'behind',
    pattern:
      /^(?:变成|变为|转变为|转化为|变|问题|难题|现象|难|病|困境|瓶颈|帽子|名片|品牌|产品|公司|平台|系统|小程序|APP|App|热线|号|机器人|卡车|企业家|之路|之称|的说法|的称号|的美誉|的美称|一词|二字|四字|两个字|四个字|广场|公园|基地|大桥|项目|列车|班列|专列|港|城|节|杯|奖|季|展|周)/u,
  },
  {
    name: 'said to be a thing that one uses',
    example: '“亲清通”是惠企服务平台',
    weight: -4,
    where: 'behind',
    pattern: /^就?是[^，。；]{0,9}(?:平台|系统|软件|产品|程序|网站|模型)/u,
  },
  {
    name: 'an event, meeting or document',
    example: '“数字未来”主题论坛',
    weight: -4,
    where: 'behind',
    pattern:
      /^等(?:系列|专项|品牌|主题)?(?:活动|赛事|比赛|展会|论坛|讲座|品牌)|^的?\p{Script=Han}{0,8}?(?:主题|论坛|大会|峰会|发布会|座谈会|采访活动|博览会|展览|规划|纲要|意见|通知|条例|提问|询问)|^(?:会议|活动|期间|时期|末|计划|假期|倡议|奖学金|直播|专栏|栏目|专题)/u,
  },
  {
    name: 'a campaign or event by its own name',
    example: '“便民春风行动”',
    weight: -5,
    where: 'inside',
    pattern:
      /(?:行动|活动|工程|计划|通道|大赛|峰会|论坛|之家|之声|平台|热线|指数|走廊|基金|纲领|纲要|蓝图|规划|方案|条例|办法|意见|通知|宣言|公约|白皮书|报告|夜市)$/u,
  },
  {
    name: 'a question',
    example: '“如何保障供水”的提问',
    weight: -4,
    where: 'inside',
    pattern: /如何|怎样|怎么|为何|什么|哪些|是否|能否/u,
  },
  {
    name: 'from one side of the country to the other',
    example: '“北粮南运”',
    weight: 2,
    where: 'inside',
    pattern: /^(?:东\p{Script=Han}西|西\p{Script=Han}东|南\p{Script=Han}北|北\p{Script=Han}南)\p{Script=Han}$/u,
  },
  {
    name: 'quoted speech',
    example: '他说：“……”',
    weight: -3,
    where: 'before',
    pattern: /(?:[：:]|[说讲]|表示|问|道|感叹|坦言|直言|喊)[，,]?$/u,
  },
  {
    name: 'a sentence of its own',
    example: '“这钱从哪里来？”',
    weight: -4,
    where: 'inside',
    pattern: /[。？！；?!]|^(?:我|你|他|她|这|那|您|咱|俺)|(?:了|吗|呢|吧|啊)$|，.*，|[《》·•]|^[A-Za-z0-9.\s-]+$/u,
  },
  {
    name: 'a product, name or date',
    example: '“手撕钢”',
    weight: -2,
    where: 'inside',
    pattern:
      /^(?!.*[、，]).*(?:钢|号|车|机|芯|谷|店|房|药|酒|茶|米|鱼|虾|网红|达人|丸|牛鼻子|金钥匙|硬骨头|绊脚石|拦路虎|试金石|压舱石|稳定器|助推器|加速度|加速键|快车道|新引擎|引擎|排头兵|主力军|领头雁|领头羊|店小二|烟火气|肠梗阻|堵点|痛点|最后一公里|第一书记|高地|名片|饭碗|钱袋子|菜篮子|米袋子|车轱辘话|组合拳|金招牌|样板间|样板|先手棋|大棋局|阵地|支撑|瓶颈|热词|生态|干部|墙|锅|桥|梁|宝|券|屋|链主|链核)$/u,
  },
  {
    name: 'names a measure',
    example: '“风险容忍度”',
    weight: -2,
    where: 'inside',
    pattern: /(?:(?<!制)度|率|系数|指数)$/u,
  },
  {
    name: 'one of a concrete thing',
    example: '“一碗面”',
    weight: -2,
    where: 'inside',
    pattern: /^一[碗杯粒颗株棵头只把根壶朵桌盘块条张]\p{Script=Han}{1,2}$/u,
  },
  {
    name: 'a by-name',
    example: '“云上之城”',
    weight: -2,
    where: 'inside',
    pattern: /^\p{Script=Han}{2,3}之(?![治制])\p{Script=Han}$/u,
  },
  {
    name: 'a line of verse',
    example: '“生如夏花之绚烂，死如秋叶之静美”',
    weight: -3,
    where: 'inside',
    pattern: /[之兮][^、，]*[、，][^、，]*[之兮也]/u,
  },
  {
    name: 'no Chinese in it',
    example: '“GDP”',
    weight: -4,
    where: 'inside',
    pattern: /^[^\p{Script=Han}]+$/u,
  },
];

/** How much speaks for a quotation being a slogan; from 0 up it needs `THRESHOLD`. `text` is one paragraph. */
export function phraseScore(text: string, start: number, end: number): number {
  const inside = text.slice(start, end);
  if (inside.length < 2 || inside.length > MAX_LENGTH) return -9;
  // 会不会一查了之: what is asked
  if (/(会|能|有|该|可|好|够)不\1/u.test(inside)) return -9;
  // 做到“应保尽保”“应助尽助”, “公转铁”和“公转水”改革: what governs one of several side by side governs all
  const before = text
    .slice(Math.max(0, start - 41), start - 1)
    .replace(/(?:“[^“”]{1,16}”[、和与及]?)+$/u, '')
    .slice(-8);
  const behind = text
    .slice(end + 1, end + 53)
    .replace(/^(?:[、和与及]?“[^“”]{1,16}”)+/u, '')
    .slice(0, 12);
  const context = { inside, before, behind, both: inside + text[end] + behind };
  let score = 0;
  for (const { where, weight, pattern } of SIGNS) {
    if (pattern.test(context[where])) score += weight;
  }
  return score;
}

export const isPhrase = (score: number): boolean => score >= THRESHOLD;

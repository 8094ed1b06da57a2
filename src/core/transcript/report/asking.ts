import type { Span } from '../../text/span';
import { cleanOutlet } from '../speakers';

/** A told question: who asks and about what, as offsets in the words that were read. */
export interface Asking extends Span {
  readonly asker: string;
  readonly topic: Span;
  /** Nothing but the answer ends the topic: 有记者问，甲，乙，何某说. */
  readonly isOpen: boolean;
  /** The press asks by these words, whether anybody answers or not. */
  readonly isTold: boolean;
  /** Who asks is the subject of the sentence: verbs without another are his. */
  readonly isBySubject: boolean;
  /** The sentence does not say what was asked; `topic` is a word for it. */
  readonly isUntold: boolean;
}

const OUTLET =
  '(?<outlet>[^，。：；！？“”]{0,24}?)(?:记者|(?:传媒|媒体)(?!集团|公司|中心|大学))(?:[^，。：；“”关有就对的提问]{0,6}?)';
/** Who is meant by `OUTLET`. */
const REPORTERS = /记者|传媒|媒体/u;
const ASKS = '(?:问及|问到|问起|提问|询问|追问|发问|请教|质询|高喊|喊道|插话|问(?!答))';
/** Who is the first to ask, or goes on. */
const FIRST =
  '(?:率先|首先|抢先|第一个|开篇|开场|劈头|接着|紧接着|继续|随即|随后|举手|大声|高声|突然|忽然|连番|多次|再次|再度|(?:先后|前后)?(?:\\d{1,2}|[一二两三四五六七八九十数几])[度次])';
/** Whom the press asks: 问他是否知情. */
const HIM = '(?:(?<=问)[他她](?!的|们))?';
const ASKED = '(?:提问|问题|询问|疑问|追问|发问|质疑|关切|查询)';
/** A topic ends with its sentence, but for what is quoted in it. */
const TOPIC = '(?<topic>“[^“”]+”|(?:[^。“]|“[^“”]*”|“){2,120}?)';
/** What only questions have; without it 对于… and 至于… speak of a matter nobody asked about. */
export const OPEN =
  '(?:会否|是否|能否|可否|有否|为何|为什么|如何|怎么|怎样|何时|多少|哪里|哪些|靠什么|有没有|会不会|能不能|是不是|要不要|可不可以|愿不愿意?)';

/** A way of telling a question; a told question is found in `example`, its topic in brackets, and none in `counterExample`. */
interface AskingRule {
  readonly id: string;
  readonly example: string;
  readonly counterExample: string;
  readonly pattern: RegExp;
  readonly isOpen?: true;
  readonly isBySubject?: true;
  readonly isTold?: true;
  readonly isUntold?: true;
  /** Words without which it need not be looked for: quicker to find. */
  readonly needs?: RegExp;
}

/**
 * The ways in which newspapers tell a question. Each has a made-up example with the topic in brackets; a test reads them. Who
 * answers is no matter of theirs.
 */
export const ASKINGS: readonly AskingRule[] = [
  {
    id: 'word for word, to somebody',
    example: '针对某报记者提出的“[粮食够不够吃]”，何某回应说，够吃。',
    counterExample: '何某对“粮食日”活动表示支持。',
    pattern: new RegExp(
      `(?:针对|面对|对于|对|就|回应)${OUTLET}(?:(?:提出|抛出|追问|问及|问到|提问|询问|发问|关心|关注)(?:的|：)?“(?<topic>[^“”]{2,100})”(?:这[一个]{0,2})?的?(?:${ASKED}|话题)?|“(?<quoted>[^“”]{4,100})”的?${ASKED})时?`,
      'du',
    ),
    needs: REPORTERS,
  },
  {
    id: 'as to what a reporter goes on to ask',
    example: '对于某报记者追问[粮价何时下降]，何某未正面答复。',
    counterExample: '对于某报记者的文章，何某没有看。',
    pattern: new RegExp(
      `(?:对于|针对|面对|就)${OUTLET}(?:追问|问及|问到|提问|询问)(?<topic>[^，。；：“”]{0,40}?${OPEN}[^，。；：“”]{1,40}?)(?:的问题)?(?=，)`,
      'du',
    ),
    needs: REPORTERS,
  },
  {
    id: 'in answer to a question about',
    example: '何某代表在回答某报记者关于“[粮食安全]”的提问时说，够吃。',
    counterExample: '何某关于粮食安全的文章发表了。',
    pattern: new RegExp(
      `(?:(?:回答|答复|回应|面对|针对|对于|就)了?${OUTLET}(?:关于|有关|就|对|提出的|所提的|所询|所问|询及|提出|问及的)|对于(?:有|多名)?(?:议员|网民|网友|市民|居民|听众)(?:提出的|问及的?)|(?:回答|答复)(?:关于|有关))${TOPIC}的?(?:提问|问题|询问|查询|疑问|[相有]关问题|一问)(?=时|后|，|。|：“)(?:时|后)?`,
      'du',
    ),
  },
  {
    id: 'about a topic, answered',
    isTold: true,
    example: '何某围绕[粮食安全]，回答了某报记者提问。',
    counterExample: '何某围绕粮食安全作了报告。',
    pattern: new RegExp(
      `(?:围绕|(?<!成)就|针对|关于|(?<![应面针核相反绝])对)${TOPIC}(?:[，,]?等[^，。]{0,8})?(?:[，,](?:[^，。：；！？“”]{2,40}?)?)?(?:(?:回答|答复|回应)了?${OUTLET}的?(?:提问|问题|关切|询问|查询)|答${OUTLET.replace('outlet', 'reporter')}问(?=时|，|。))`,
      'du',
    ),
    needs: REPORTERS,
  },
  {
    id: 'in answer to a question in quotation marks, whoever asked',
    example: '何某在回答“[粮食是否够吃]”的问题时说，够吃。',
    counterExample: '何某回答了“三农”问题。',
    pattern: new RegExp(
      `(?:回答|答复|回应)[完了]?“(?<topic>[^“”]{0,60}(?:${OPEN}|[吗呢？])[^“”]{0,60})”(?:这[一个]{0,2})?的?${ASKED}(?=时|后|，|。)时?`,
      'du',
    ),
    needs: /[答应][完了]?“/u,
  },
  {
    id: 'in answer to an open question, whoever asked',
    example: '在回答[如何稳住粮价]的问题时，何某说，没有涨。',
    counterExample: '何某回答了如何做人。',
    pattern: new RegExp(
      `(?:回答|答复)了?(?<topic>[^，。；：“”]{0,30}?${OPEN}[^，。；：“”]{1,40}?)的?(?:问题|提问)(?=时)时`,
      'du',
    ),
    needs: /问题时|提问时/u,
  },
  {
    id: 'as to an open question, answered',
    example: '就[粮价是否上涨]，何某回答说，没有涨。',
    counterExample: '就粮价是否上涨，专家争论不休。',
    pattern: new RegExp(
      `^就(?<topic>[^，。；：“”]{0,30}?${OPEN}[^，。；：“”]{1,40}?)(?:的问题)?，(?=[^，。；：“”]{2,20}?(?:回答|答复|回应))`,
      'du',
    ),
    needs: /^就/u,
  },
  {
    id: 'media enquiries about',
    example: '就传媒查询有关[粮库停用的安排]，某署发言人回应如下：没有停用。',
    counterExample: '传媒查询系统上线。',
    pattern:
      /(?:就|回应|回复|答复)(?<outlet>[^，。：；“”]{0,12}?)(?:传媒|媒体|报章)的?(?:查询|询问)(?:有关|关于)(?<topic>[^，。；：]{2,80}?)(?=，)/du,
    needs: /(?:查询|询问)(?:有关|关于)/u,
  },
  {
    id: 'asked about, whoever asked',
    isOpen: true,
    example: '何某被问到[粮价]时回应称，没有涨。',
    counterExample: '何某被评为劳动模范。',
    pattern: new RegExp(
      `被(?!抽|点名)(?:${OUTLET}|(?<other>[^，。：；“”]{0,12}?))(?:问及|问到|问起|追问|质疑|(?<![查盘审讯])问)(?!题|卷|前，|[及到起]?时)${TOPIC}(?:[时后](?=[，。；、]|[则就亦也便]?(?:回应|表示|回答|答|说|称|指))|(?=[，。；、]|(?:回应|表示|回答)|$))`,
      'du',
    ),
  },
  {
    id: 'reporters asked',
    isTold: true,
    isOpen: true,
    isBySubject: true,
    example: '有记者问[粮食是否够吃]，何某表示，够吃。',
    counterExample: '有记者在现场拍摄。',
    pattern: new RegExp(
      `(?:^|[，；：])(?:有|一名|一位|多名|现场有?)?(?:(?<outlet>(?:(?!回答|答复|回应|面对|针对|接受|告诉)[^，。：；！？“”被向对]){0,24}?)(?:记者|(?:传媒|媒体)(?=(?:会[前后]|随后|其后|现场|多次|又|再)?[问追质]))|(?:[^，。：；！？“”]{0,8}主持人?|(?<=有)[^，。：；！？“”]{0,6}(?:学生|市民|居民|网民|网友|听众|观众|议员|委员|代表|律师|人))(?=(?:${FIRST}|致电[^，。；]{0,6})?(?:则|也|又|再)?(?:追?问|提问|询问)))(?:在[^，。；]{1,10}[上中]|用[^，。；]{1,5}[语文话]|致电[^，。；]{0,6}|${FIRST}|现场|会[前后]|又|再|还|则|也|更|最)?(?:，?向[^，。：；]{1,12}?(?:[高大]声)?)?(?:${ASKS}|质疑|质问|关注到?|关心|好奇|感兴趣|想知道|想了解|想问)(?!题|者|时)(?:的?(?:则|还|也|问题)?是(?!否)|说|道)?${HIM}[道：:，,]?${TOPIC}(?=[，。？；”]|\\s*$|(?<=[？。！]”))[？”]*`,
      'du',
    ),
  },
  {
    id: 'a reporter asked about',
    isTold: true,
    example: '某报记者就[粮价]提问，何某回应说，没有涨。',
    counterExample: '某报记者就粮价写了报道。',
    pattern: new RegExp(
      `(?<outlet>[^，。：；！？“”]{0,24}?)记者${FIRST}?(?:(?:围绕|就|针对)${TOPIC}(?:提问|发问|提出问题|追问)(?:时|后)?|(?:向[^，。：；]{1,20}?)?提出了?(?:关于|有关)?(?<quoted>[^，。：；“”]{2,40}?)的(?:问题|提问|疑问)(?=[，。]))`,
      'du',
    ),
    needs: /记者.{0,8}(?:围绕|就|针对|向|提出)/u,
  },
  {
    id: 'the words of a question',
    isTold: true,
    example: '当时某报记者的提问是“[粮食够不够吃]”。',
    counterExample: '某报记者的提问是好的。',
    pattern: new RegExp(`${OUTLET}(?:当时)?的?(?:提问|问题|发问)是[：，]?“(?<topic>[^“”]{4,200})”`, 'du'),
    needs: /(?:提问|问题|发问)是/u,
  },
  {
    id: 'the question first, in quotation marks',
    isTold: true,
    example: '“[粮食够不够吃？]”面对某报记者的提问，何某说，够吃。',
    counterExample: '“粮食够不够吃？”何某问自己。',
    pattern: new RegExp(
      `^“(?<topic>[^“”]{4,100})”[，,]?(?:(?:面对|对于|针对|回答|回应)${OUTLET}的?(?:提问|发问|追问|问题|疑问|${FIRST}?一问)|(?<reporter>[^，。：；！？“”]{0,24}?)记者${FIRST}?(?:提问|发问|追问|问|抛出|(?:抢|得|拿|提)[^，。]{0,6}(?:提问|问题))道?|(?:第一个|首[个位先]|率先)?(?:发问|提问)的是(?<first>[^，。：；“”]{0,24}?)记者)`,
      'du',
    ),
  },
  {
    id: 'speaking of a topic, to a reporter',
    example: '在谈到[粮价]时，何某告诉某报记者，没有涨。',
    counterExample: '在谈到粮价时，何某笑了。',
    pattern: new RegExp(
      `(?:谈到|谈及|谈起|说到|说起|提到|提及|讲到|聊到|聊起|问到|问及)${TOPIC}时?[，,](?=[^，。：；！？“”]{2,40}?(?:(?:告诉|告知)(?<outlet>[^，。：；！？“”]{0,24}?)记者|(?:对|向)(?<reporter>[^，。：；！？“”]{0,24}?)记者(?:说|表示|介绍|透露|坦言|解释)))`,
      'du',
    ),
    needs: REPORTERS,
  },
  {
    id: 'asked about an open question, whoever is',
    isOpen: true,
    example: '问及[会否失望]，何某称不会。',
    counterExample: '问及粮价，何某没有谈。',
    pattern: new RegExp(
      `(?:^|[，；])(?:[之其随]后|接着|最后|另外)?(?:又|再|还)?(?:当?被?)(?:问及|问到|问起)(?<topic>[^。；？！]{0,60}?${OPEN}[^，。；？！]{1,50}?)时?(?=，)`,
      'du',
    ),
    needs: /问[及到起]/u,
  },
  {
    id: 'as to an open question',
    isOpen: true,
    example: '至于[粮价，为何不降]，何某表明仍在研究。',
    counterExample: '至于粮价，何某没有谈。',
    pattern: new RegExp(
      `^(?:(?:同时|此外|另外)，)?(?:至于|对于|关于|针对|外界(?:好奇|关注|关心))(?:(?<topic>[^。；？！]{0,60}?${OPEN}[^，。；？！]{1,50}?)(?:的(?:问题|质疑|疑问))?(?=，)|(?<quoted>(?![^。]{0,40}(?:来说|而言|来讲))[^。；？！]{0,60}?(?:${OPEN}|什么|[吗呢])[^。；？！]{0,50}？))`,
      'du',
    ),
  },
  {
    id: 'a question that is not told',
    example: '在回答本报记者[提问]时，何某表示，没有涨。',
    counterExample: '何某接受了本报记者采访。',
    pattern: new RegExp(`(?:回答|答复|回复)${OUTLET}的?(?<topic>提问|查询)时`, 'du'),
    needs: REPORTERS,
  },
  {
    id: 'a question of which nothing is told',
    isUntold: true,
    example: '何某回应记者[提问]时表示，没有涨。',
    counterExample: '何某回应时表示，没有涨。',
    pattern: new RegExp(`回应${OUTLET}的?(?<topic>提问|查询|追问|质问)时`, 'du'),
    needs: REPORTERS,
  },
];

/** No introduction of a question is longer. */
export const ASKING_REACH = 260;

/** The told question with which `words` begin, within its first sentence (which ends at `sentenceEnd`) and the next. */
export function findAsking(words: string, sentenceEnd: number): Asking | undefined {
  for (const { pattern, needs, isOpen = false, isBySubject = false, isTold = false, isUntold = false } of ASKINGS) {
    if (needs && !needs.test(words)) continue;
    const match = pattern.exec(words);
    const { quoted, topic = quoted } = match?.indices?.groups ?? {};
    if (!match || !topic) continue;
    if (HYPOTHETICAL.test(match.groups!.outlet ?? '') || NO_TOPIC.test(words.slice(...topic))) continue;
    if (match.index >= sentenceEnd || match.index + match[0].length > sentenceEnd + 120) continue;
    return {
      start: match.index,
      end: match.index + match[0].length,
      asker: readAsker(match.groups!.outlet ?? match.groups!.reporter ?? match.groups!.first ?? ''),
      topic: trimTopic(words, topic[0], topic[1]),
      isOpen,
      isBySubject,
      isTold,
      isUntold,
    };
  }
  return undefined;
}

/** 假如有记者问……: nobody asked. */
const HYPOTHETICAL = /^(?:假如|如果|倘若|若|一旦|无论|不论|即使|要求|规定)/u;

/** 有传媒问及才公布: what came of it. 就相关热点问题: a word for it. */
const NO_TOPIC =
  /^(?:才|后|而|并|便)|^(?:相关|有关|近期|一些|社会|群众|大家|媒体|记者|公众|普遍|广泛|所)*(?:关心|关注|关切)?的?(?:多个|一系列)?(?:热点|焦点|重点)?(?:问题|话题)?$/u;

const readAsker = (outlet: string): string =>
  cleanOutlet(
    outlet
      .replace(
        /^(?:\*+|其中|当[时中日天]?|该|此时|随后|之后|随即|另外?|又|还|再|有|了|来自|一[名位]|另一[名位]|一位|多名|多位|现场|部分|中外|媒体|外国|境外|海外|的|在场|与会|并|境内外|在|对|向)+/u,
        '',
      )
      .replace(/(?:的|等|等媒体)$/u, ''),
  );

/** Without marks at its edges; wholly quoted, the topic is what stands inside the marks. */
export function trimTopic(words: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (/[，,：:\s]/u.test(words[from] ?? '')) from++;
  while (to > from && /[，,。；：:\s]/u.test(words[to - 1]!)) to--;
  if (/[^不相平]等$/u.test(words.slice(from, to))) to--;
  if (words[from - 1] === '“' && words[to - 1] === '”') to--;
  const quoted = /^[“「『](.*)[”」』]$/u.exec(words.slice(from, to));
  return quoted && !/[“”「」]/u.test(quoted[1]!) ? { start: from + 1, end: to - 1 } : { start: from, end: to };
}

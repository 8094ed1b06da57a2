import { anyOf } from '../../text/anyOf';
import { isAmong } from '../../text/characters';
import type { Span } from '../../text/span';
import type { Mention } from '../cast';
import { BEGINS_TO_SPEAK, EVADES, MANNER, PLAINLY_SAYS, RELATIVES, SAYS } from './sayings';

const MANNERS = anyOf(MANNER);
/** What makes a verb of saying a noun or another word: 发布会, 说明书, 表示的. */
const NO_NOUN =
  '(?!的|者|员|后|之后|书|会|稿|信|函|权|团|人员|意见|要求|了[^，。；]{0,30}(?:问题|提问|疑问|关切|专访|采访)|[^，。；]{0,24}(?:提问|问题)。)';
const SHORT =
  '说(?!法|服|唱|起)|称(?!号|职|呼|赞|为)|指(?!导|定|标|数|挥|南|引|控|责|派|望|向|示|令)|讲(?!话|座|究|台|稿)|(?<![回问解应])答(?!案|卷|题|辩|问|(?:中外)?记者)';
const LONG = `${anyOf(SAYS.filter((verb) => verb.length > 1))}${NO_NOUN}`;
/** Verbs that need an object to tell what was said: 作了介绍. */
const PRESENTS = '(?:作|做|进行|给出)了?(?:介绍|说明|解读|阐述|回应|回答|解答|答案)';
/** Behind the matter that is spoken of. */
const OF_MATTER = '介绍|表示|(?:回应|回答)(?!了?[^，。；]{0,24}(?:提问|问题|询问|关切|记者))|提出(?:明确|具体)?要求';
/** 接过话筒，“……”: no verb but what stands in marks. */
const WITHOUT_VERB = `${anyOf(BEGINS_TO_SPEAK)}(?=[，：。]“)`;
/** A verb of saying, at once. */
const VERB = `(?:${LONG}|${SHORT}|${WITHOUT_VERB})`;
/** A verb behind other words, among which one of a single character would often be another word. */
const LATER_VERB = `(?:${LONG}|${PRESENTS}|(?:说|指|称|答)(?=[：，“]))`;
/** Words of a clause, what is quoted in it included. */
const INNER = '(?:[^，。；：！？“”]|“[^“”]{0,24}”)';
const TO = '(?:(?:对|向|跟)[^，。；：！？“”]{1,20}?)?';
const WHERE = '(?:在[^，。；：！？“”]{1,24}?(?:上|中|时|后|里)?)?';
/** 高兴地说 */
const ADVERB = '[^，。；：！？“”的]{1,5}地(?=[说称答]|表示|告诉|回答|介绍)';
/** 周五, 14日下午: when it was said. */
const WHEN_SAID =
  '(?:\\d{1,2}日|(?:本周|上周|周|星期|礼拜)[一二三四五六日天]|当[天日晚]|[今昨][天日晚]|上午|下午|晚[间上]|中午|（[^（）]{1,12}日）)';
const AT_ONCE = `(?:${MANNERS}|${WHEN_SAID}|${ADVERB}|${EVADES.join('|')}|${TO}|${WHERE}){0,4}${VERB}`;
const NOT_JOINED = `(?!的|等|和|与|、|${RELATIVES.join('|')})`;

/** Behind the one who speaks, which `|` marks in the examples. */
export const WAYS: readonly {
  readonly id: string;
  readonly example: string;
  readonly counterExample: string;
  readonly behind: string;
}[] = [
  {
    id: 'how, where or to whom, and a verb',
    example: '何某|今早对记者表示，没有涨。',
    counterExample: '何某|的说法没有根据。',
    behind: AT_ONCE,
  },
  {
    id: 'a colon',
    example: '何某|：粮价没有涨。',
    counterExample: '何某|：粮价没有涨',
    behind: '：(?=[^。！？]{4,}[。！？])',
  },
  {
    id: 'a clause that leads to a quotation',
    example: '何某|掰着指头算给大家听：“去年八百斤，今年一千斤。”',
    counterExample: '何某|提出：“强县”。',
    behind: `${NOT_JOINED}(?:${INNER}{1,16}|(?:回应|回答|答复)${INNER}{1,60}?)：(?=“[^”]*[。！？…])`,
  },
  {
    id: 'a matter, and a verb',
    example: '何某|重点就粮食安全、市场供应，以及农业农村等内容作了介绍。',
    counterExample: '何某|就任局长。',
    behind: `(?:重点)?(?:围绕|就|针对)[^。；！？]{1,90}?(?:${PRESENTS}|${OF_MATTER})`,
  },
  {
    id: 'more of the clause, and a verb',
    example: '何某|昨日出席“粮食日”活动时透露，没有涨。',
    counterExample: '何某|出席说明会。',
    behind: `${NOT_JOINED}${INNER}{0,36}?${LATER_VERB}`,
  },
  {
    id: 'a clause, and a verb in the next',
    example: '何某|以粮食安全为由，认为没有必要。',
    counterExample: '何某|到场，没有停留。',
    behind: `${NOT_JOINED}${INNER}{0,36}，(?:${MANNERS}|${ADVERB}|并|又){0,3}(?!估计|预计|预料)${VERB}`,
  },
];

const TITLE = '(?:先生|女士|博士|代表|委员|议员)?(?:（[^（）]{1,16}）)?';
const SAYING = new RegExp(`^${TITLE}(?:${WAYS.map(({ behind }) => behind).join('|')})`, 'u');
const SAYING_AT_ONCE = new RegExp(`^${TITLE}${AT_ONCE}`, 'u');
const LEADS = '(?:对此，?|而|但|则|不过|其后|随后|就|据)?';
const HE = `[他她](?!的|被)(?:们)?${INNER}{0,16}?${VERB}`;
const HE_SAYS = new RegExp(`(?:^|[，；：])${LEADS}${HE}`, 'u');
const ANSWERS = new RegExp(`^${LEADS}(?:${HE}|(?:${MANNERS}|${EVADES.join('|')}){0,4}${VERB})`, 'u');
const VERB_BEHIND = new RegExp(`^${INNER}{0,16}${VERB}。?$`, 'u');
const OTHER_SAYS = new RegExp(
  `^(?!他|她|其|我|这|此|据|并|又|同时|对此|此外|另外|最后|首先|“|‘)${INNER}{2,30}?(?:${PLAINLY_SAYS.join('|')}|[说称指](?=[，：“]))(?!了|的)`,
  'u',
);

/** Who is spoken to or about: 向何某查询, 要求何某解释, 请甲、乙、何某介绍. */
const OBJECT =
  /(?:[从向对被请问给将把让替同及为]|要求|促请|敦促|质疑|批评|追问|邀请|希望|呼吁|建议|连同|(?:^|[，。；：])[^，。；：]{0,3}[与跟]|[他她我]们?[^，。；：]{0,4}和)$|(?:邀请|[，。]请|^请)[^。；]*$/u;
/** A clause that only leads to another: 对于何某的说法, 至于何某会否到场, 由于何某反对. */
const GOVERNED = /^(?:而)?(?:对于|对(?!外)|就(?!业)|针对|面对|至于|关于|因为|由于|正?如(?!今)|若|虽然)/u;
const TELLS = `[^，。；]{0,8}(?:${PLAINLY_SAYS.join('|')}|[说称指])[，：]`;
/** Another says what this one does: 有报道指，何某……; 声明指，今后，何某…… */
const TOLD = new RegExp(`(?:(?:报道|消息|有人|声明|文章)${TELLS}[^。；]*|(?:^|[，。；])[他她]${TELLS})$`, 'u');
/** A verb of saying before the one who is mentioned: he is what somebody else speaks of. */
const SPOKEN_OF = new RegExp(`(?:${LONG}|说|称|指(?![挥导定数标引南]))(?!的)`, 'u');
/** 何某的……, 何某儿子……: somebody else. */
const BELONGS = new RegExp(`^(?:的|${RELATIVES.join('|')})`, 'u');
/** 在何某表示歉意之后 */
const WHEN = /^在.*(?:时|后|前|间|中|上)$/u;

const clauseStart = (words: string, at: number): number => {
  let start = at;
  while (start > 0 && !isAmong('，。；：！？“”', words.charCodeAt(start - 1))) start--;
  return start;
};

/** At the beginning of its clause, but for a word or a description: 其后何某, 身兼委员的何某. */
const isAtStart = (words: string, at: number): boolean => {
  const before = words.slice(clauseStart(words, at), at);
  return before.length <= 2 || before.endsWith('的');
};
const ASKED = /(?:[向问访]|采访了?|会见了?)$/u;

/** Of whom a clause at `at` speaks as 他: the subject of the clauses before it, or who is asked there. */
export function findHim(words: string, at: number, mentions: readonly Mention[]): Mention | undefined {
  const before = mentions.filter(({ end }) => end <= at);
  return (
    before.find((mention) => isSubject(words, mention) && isAtStart(words, mention.start)) ??
    before.findLast(({ start }) => ASKED.test(words.slice(0, start)))
  );
}

/** Whether the one who is mentioned in `words` can be the subject of his clause. */
export function isSubject(words: string, { start, end, name }: Mention): boolean {
  const from = clauseStart(words, start);
  const clause = words.slice(from, end) + /^[^，。；：！？]*/u.exec(words.slice(end))![0];
  if (
    BELONGS.test(words.slice(end, end + 3)) ||
    (SPOKEN_OF.test(words.slice(from, start)) && words[start - 1] !== '的') ||
    GOVERNED.test(words.slice(from, name.start))
  )
    return false;
  return !OBJECT.test(words.slice(0, start)) && !TOLD.test(words.slice(0, from)) && !WHEN.test(clause);
}

/** 何某将介绍……, 何某应说明……: he has not said it. */
const INTENDS = /^(?:将|会(?![见上后])|拟|应(?![询邀])|可|必须|需)/u;

/** 定于明日举行发布会，何某介绍……: what is to come. */
const ANNOUNCED = /[定将拟]于[^。；]{2,40}(?:举行|召开|举办)/u;

/** What stands before a name with a colon: marks, and what a newscast writes. */
const LABELS = /^(?:【.{1,4}】)?[-*•·\s]*$/u;

/** The verb by which the one who is mentioned in `words` says something there. */
export function findSaying(words: string, mention: Mention): Span | undefined {
  if (INTENDS.test(words.slice(mention.end, mention.end + 4)) || ANNOUNCED.test(words)) return undefined;
  const said = isSubject(words, mention) && SAYING.exec(words.slice(mention.end, mention.end + 120));
  if (!said || (said[0] === '：' && !LABELS.test(words.slice(0, mention.start)))) return undefined;
  const end = mention.end + said[0].length;
  return { start: end - (LAST_VERB.exec(said[0])?.[0].length ?? 1), end };
}
/** At the end of what was matched: what must follow a verb is not there any more. */
const LAST_VERB = new RegExp(
  `(?:${VERB}|${LATER_VERB}|${PRESENTS}|[说指称答]|${OF_MATTER}|${anyOf(BEGINS_TO_SPEAK)}|：)$`,
  'u',
);

/** Whether the verb stands directly behind the one who is mentioned. */
export const saysAtOnce = (words: string, { end }: Mention): boolean => SAYING_AT_ONCE.test(words.slice(end, end + 60));

/** Whether a clause that begins at `at` answers, in the name of him who was spoken of before. */
export const answersAt = (words: string, at: number): boolean => ANSWERS.test(words.slice(at, at + 60));

/** Whether nothing is said behind the verb: “……”何某说。 */
export const isVerbBehind = (words: string): boolean => VERB_BEHIND.test(words);

/** Where a clause begins in which he or she says something, whoever that is. */
export const findHeSays = (words: string): number | undefined => HE_SAYS.exec(words)?.index;

/** Whether somebody of whom the cast does not know says something. */
export const otherSays = (words: string): boolean => OTHER_SAYS.test(words);

/** “推平”阻隔: a term in marks at the beginning of a sentence is no utterance. */
const isUtterance = (words: string): boolean =>
  /^(?:> ?)?[“‘]/u.test(words) && !/^(?:> ?)?“[^”]{0,12}[^”。！？…，；]”(?![。！？]|$)/u.test(words);

/** Where behind `from` a clause begins in which somebody of whom the cast does not know says something, without the mark before it. */
export function othersClause(words: string, from: number): number | undefined {
  for (let at = words.indexOf('，', from); at >= 0; at = words.indexOf('，', at + 1)) {
    if (
      /^(?![但而]?[他她其])[^，。；：！？“”]{2,30}?(?:表示|指出|强调|认为|回应|[说称](?=[：，“]))/u.test(
        words.slice(at + 1, at + 40),
      )
    )
      return at;
  }
  return undefined;
}

/** Whether a paragraph goes on with what was said before: a quotation, a further point, or his own people as 我们. */
export const isContinued = (words: string): boolean =>
  isUtterance(words) ||
  /^> (?!“)|^(?:他|她|其|我)|^[一二三四五六七八九十]是|^第[一二三四五六七八九十]，|我们|我省|我市|我县|我国|我区|咱们|本人/u.test(
    words,
  );

import type { Mention } from './cast';
import { MANNER, SAYS } from './sayings';

const LONG = SAYS.filter((verb) => verb.length > 1).join('|');
const MANNERS = MANNER.join('|');
/** What makes a verb of saying a noun or another word: 发布会, 说明书, 表示的. */
const NO_NOUN = '(?!的|者|书|会|稿|信|函|权|团|人员|意见|要求|了[^，。；]{0,30}(?:问题|提问|疑问|关切|专访|采访))';
/** Words of a clause, what is quoted in it included. */
const INNER = '(?:[^，。：；！？“”]|“[^“”]{0,24}”)';
const SHORT =
  '说(?!法|服|唱|起)|称(?!号|职|呼|赞|为)|指(?!导|定|标|数|挥|南|引|控|责|派|望|向|示|令)|讲(?!话|座|究|台|稿)|答(?!案|卷|题|辩)';
const TO = '(?:(?:对|向|跟)[^，。；：！？“”]{1,20}?)?';
const WHERE = '(?:在[^，。；：！？“”]{1,24}?(?:上|中|时|后|里)?)?';

/** Verbs that need an object to tell what was said: 作了介绍. */
const PRESENTS = '(?:作|做|进行)了?(?:介绍|说明|解读|阐述|回应|回答|解答)';
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
    behind: `(?:${MANNERS}|${TO}|${WHERE}){0,4}(?:(?:${LONG})${NO_NOUN}|${SHORT})`,
  },
  {
    id: 'a matter, and a verb',
    example: '何某|重点就粮食安全、市场供应，以及农业农村等内容作了介绍。',
    counterExample: '何某|就任局长。',
    behind: `(?:重点)?(?:围绕|就|针对)[^。；！？]{1,90}?(?:${PRESENTS}|介绍|表示|回应)`,
  },
  {
    id: 'more of the clause, and a verb',
    example: '何某|昨日出席“粮食日”活动时透露，没有涨。',
    counterExample: '何某|出席说明会。',
    behind: `(?!的|等|和|与|、)${INNER}{0,36}?(?:(?:${LONG})${NO_NOUN}|${PRESENTS}|(?:说|指|称|答)(?=[：，“]))`,
  },
  {
    id: 'a clause, and a verb in the next',
    example: '何某|以粮食安全为由，认为没有必要。',
    counterExample: '何某|到场，没有停留。',
    behind: `(?!的|等|和|与|、)${INNER}{0,36}，(?:并|又|也|亦|他|她)?(?:表示|说|认为|指出|强调|称|指|否认|坦言|坦承|形容)${NO_NOUN}`,
  },
];
const SAYING = new RegExp(
  `^(?:先生|女士|博士|代表|委员|议员)?(?:（[^（）]{1,16}）)?(?:${WAYS.map(({ behind }) => behind).join('|')})`,
  'u',
);
/** Who is spoken to or about: 向何某查询, 要求何某解释, 请甲、乙、何某介绍. */
const OBJECT =
  /(?:[向对被请问给将把让替同]|要求|促请|敦促|质疑|批评|追问|邀请|希望|呼吁|建议|连同)$|(?:邀请|[，。]请|^请)[^。；]*$/u;

/** Whether the one who is mentioned in `words` says something there. */
export const findSaying = (words: string, { start, end }: Mention): boolean =>
  !OBJECT.test(words.slice(0, start)) && SAYING.test(words.slice(end, end + 120));

/** “……”何某说。: nothing is said behind the verb. */
export const VERB_BEHIND = new RegExp(`^[^，。；：！？“”]{0,16}(?:${LONG}|说|称|指|答)[。]?$`, 'u');

/** Somebody of whom the cast does not know says something. */
export const OTHER_SAYS = new RegExp(
  `^(?!他|她|其|我|这|此|据|并|又|同时|对此|此外|另外|最后|首先|“|‘)[^，。；：！？“”]{2,30}?(?:${MANNERS})?(?:表示|指出|认为|强调|介绍|透露|坦言|解释|回应|续说|分析|形容|说(?=[，：“])|称(?=[，：“])|指(?=[，：“]))(?!了|的)`,
  'u',
);

/** Whether a paragraph goes on with what was said before: a quotation, the speaker as 他, his own people as 我们. */
export const isContinued = (words: string): boolean =>
  /^[“‘]/u.test(words) || /^(?:他|她|其|我)/u.test(words) || /我们|我省|我市|我县|我国|我区|咱们|本人/u.test(words);

import { anyOf } from '../text/anyOf';
import { matchesOf } from '../text/matches';
import { shortRegion } from '../text/regionName';
import REGIONS from '../text/regions.json';
import type { Span } from '../text/span';
import { mayBeginName, nameLikelihood } from './nameLikelihood';
import { endsInOffice, FOREIGN, isSurname, OFFICE } from './names';
import { MANNER, SAYS } from './report/sayings';

const LONG_SAYS = anyOf(SAYS.filter((verb) => verb.length > 1));
/** Behind a name: he is asked, or answers. Who is or does so is a person, whatever characters his name is made of. */
const IS_ASKED = new RegExp(
  `^(?:${OFFICE})?(?:在?(?:回答|答复)|在?接受[^，。]{0,16}(?:采访|专访|访问)|被[^，。]{0,16}问)`,
  'u',
);
const ASKED_SAYS = 6;
/** What stands behind a name, best first, and how much each says for it. */
const BEHIND: readonly { readonly says: number; readonly pattern: RegExp }[] = [
  { says: ASKED_SAYS, pattern: IS_ASKED },
  { says: 4.5, pattern: new RegExp(`^${OFFICE}(?:${LONG_SAYS}|[说称指答](?=[，：“]))`, 'u') },
  {
    says: 3,
    pattern: new RegExp(`^(?:${LONG_SAYS}|[则即也亦续]?(?:指(?=[，：出])|[说称答](?=[，：“。])))`, 'u'),
  },
  // 何某（左）: in a picture
  { says: 4, pattern: new RegExp(`^(?:${OFFICE})?（[左中右前后][^（）]{0,3}）`, 'u') },
  {
    // 何某围绕……，回答了, 何某对记者表示
    says: 3,
    pattern:
      /^(?:围绕|就|针对|结合|对|向|随[即后]|首先)[^。；！？“”]{1,60}?(?:回答|答复|回应|表示|介绍|解答|作答|说明|说(?=[，：]))/u,
  },
  { says: 3, pattern: new RegExp(`^(?:先生|女士|博士|议员|代表|委员|${OFFICE}(?=[，。：、说称指表]))`, 'u') },
  { says: 2, pattern: new RegExp(`^(?:${anyOf(MANNER.filter((word) => word.length > 1))}|[说称指答讲])`, 'u') },
  { says: 1, pattern: /^(?:[，。、：；（）“”「」！？\s]|$)/u },
  {
    says: 1,
    pattern:
      /^(?:[在就对向与和及等于的被因为以续率从用也亦则还又曾都均将昨今]|周[一二三四五六日末]|上[周月午]|本[周月]|下午|当[天日晚]|\d{1,2}日|围绕|透过|通过|主持|出席|接受|一行|去年|日前|现场|结合|没有|未|拒绝|会见|到|查询|早前|其后|明言|卸任|上任|当时|之前|曾经)/u,
  },
];
/** What anything but being asked says at most. */
const MOST_BEHIND = Math.max(...BEHIND.map(({ says }) => says).filter((says) => says !== ASKED_SAYS));
/** Any other word behind it may begin with the name's last character. */
const NOTHING_BEHIND = -1.5;

const PLACE_OR_BODY = /[党盟联会社派]$/u;
function saidBefore(before: string): number {
  if (endsInOffice(before)) return 4;
  if (before === '' || /[，。、：；（）“”《》！？\s\]]$/u.test(before)) return 1;
  if (PLACE_OR_BODY.test(before)) return 1;
  if (/[的和与及向对由被请问同]$/u.test(before)) return 0.5;
  return NOTHING_BEHIND;
}
/** What is called by somebody's name, or like one. */
const IS_NAMED_AFTER = -4;
/** 夏某花苑, 何某路; 何某区长 bears an office. */
const NAMED_AFTER =
  /^(?:花苑|花园|小区|大道|路|街|镇(?!长)|村(?![官民长])|县(?!长)|区(?!长)|公司|集团|大学|学院|中学|小学|医院|基金)/u;
const saidBehind = (behind: string): number =>
  NAMED_AFTER.test(behind)
    ? IS_NAMED_AFTER
    : (BEHIND.find(({ pattern }) => pattern.test(behind))?.says ?? NOTHING_BEHIND);

/** As much of the text around a name as says something of it. */
const wordsBefore = (text: string, start: number): string => text.slice(Math.max(0, start - 12), start);
const wordsBehind = (text: string, end: number): string => text.slice(end, end + 70);

/** A name must be told by so much, its likeliest place and how often it comes taken together. */
const ENOUGH = 5.5;
/** What a place must have to count at all. */
const PERHAPS = 1;
/** What each further place says. */
const AGAIN = 1;
const AGAIN_AT_MOST = 3;

/** Who writes, or asks: no member of the cast by that. */
const BYLINE = /(?:记者|通讯员|编辑|作者|文|图|摄影|见习)[\s：:]?$/u;
const HAN = /^\p{Script=Han}+$/u;

const VERBS: ReadonlySet<string> = new Set(SAYS);
const ENDS_NO_NAME: ReadonlySet<string> = new Set([...SAYS, ...MANNER]);

/** What is no name, though its characters and place may look so. */
const NO_NAME =
  /^(?:文章|基金|基本|根本|曾经|明年|谢谢|冷静|凌晨|法治|廉洁|高水平|豪华|思维|拉布|任内|任期|黄金|黄河|支持|成功|明确|时候|时间|方案|高度)|[的说称指答讲亦也则还又再曾即均都就在对向与和及等于被让把是了着过却]$|^[都国全和同来应将又从相那能有后在与及对被为以向就把让但由当经还也再则亦]|[线员件党区市县省镇乡村局厅部委院社报网台会章太方]$/u;

/** 吉林, 徐州: as short as they are mostly written. */
const IS_REGION: ReadonlySet<string> = new Set(Object.entries(REGIONS).flat(2).map(shortRegion));

/**
 * The persons whom `text` names, the likeliest place of each first. A name is told by the characters that it is made of, by what
 * stands before and behind it, and by how often it comes.
 */
export function findNames(text: string): string[] {
  const candidates = [...chineseNames(text), ...foreignNames(text)].sort(
    (a, b) => b.says - a.says || b.end - b.start - (a.end - a.start),
  );
  const evidence = new Map<string, { best: number; count: number }>();
  for (const { name, says } of candidates) {
    const known = evidence.get(name);
    if (known) known.count++;
    else evidence.set(name, { best: says, count: 1 });
  }
  const isTold = ({ name }: Candidate) => {
    const { best, count } = evidence.get(name)!;
    return best + Math.min(AGAIN_AT_MOST, (count - 1) * AGAIN) >= ENOUGH;
  };
  // of names that overlap the likelier one
  const taken = new Set<number>();
  const found = new Map<string, number>();
  for (const candidate of candidates.filter(isTold)) {
    const { start, end, name } = candidate;
    let isFree = true;
    for (let at = start; at < end; at++) isFree &&= !taken.has(at);
    if (!isFree) continue;
    for (let at = start; at < end; at++) taken.add(at);
    found.set(name, (found.get(name) ?? 0) + 1);
  }
  // 何某上 of 何某上周: where the name comes more often without its last character, that one begins the next word
  return [...found].flatMap(([name, count]) => (count === 1 && (found.get(name.slice(0, -1)) ?? 0) > 1 ? [] : [name]));
}

/** A place where a person may be named, and how likely that is. */
interface Candidate extends Span {
  readonly name: string;
  readonly says: number;
}

/** 黄女士: what somebody is called who is not to be known. */
const TITLED = /^(?:先生|女士|小姐|太太)/u;
const IS_TITLED = 2.5;

function* chineseNames(text: string): Generator<Candidate> {
  for (let start = 0; start < text.length - 1; start++) {
    if (!mayBeginName(text.charCodeAt(start))) continue;
    const before = wordsBefore(text, start);
    const saying = BYLINE.test(before) ? undefined : saidBefore(before);
    if (saying === undefined) continue;
    for (let length = 2; length <= 4 && start + length <= text.length; length++) {
      const end = start + length;
      const isTitled = length === 3 && isSurname(text[start]!) && TITLED.test(text.slice(start + 1, end));
      const likely = isTitled ? IS_TITLED : nameLikelihood(text, start, length);
      if (likely === undefined) continue;
      const behind = wordsBehind(text, end);
      // only that he is asked makes a name of characters that tell against one
      if (likely + saying + MOST_BEHIND < PERHAPS && !IS_ASKED.test(behind)) continue;
      const name = text.slice(start, end);
      if (!HAN.test(name) || NO_NAME.test(name) || IS_REGION.has(name) || ENDS_NO_NAME.has(name.slice(-2))) continue;
      if (!isTitled && endsInOffice(name)) continue;
      // 张国 of 张国强调: the name would end in the middle of a verb
      if (VERBS.has(text.slice(end - 1, end + 1))) continue;
      const told = saidBehind(behind);
      const says = (told === ASKED_SAYS ? Math.max(0, likely) : likely) + saying + told;
      if (says >= PERHAPS) yield { start, end, name, says };
    }
  }
}

const isForeign = new Uint8Array(0x10000);
for (const character of FOREIGN) isForeign[character.charCodeAt(0)] = 1;
/** So long is a name that is written with the characters of foreign names. */
const SHORTEST = 2;
const LONGEST = 7;

/** Where so many of these characters stand side by side. */
function foreignRuns(text: string): Span[] {
  const runs: Span[] = [];
  for (let start = 0, at = 0; at <= text.length; at++) {
    if (isForeign[text.charCodeAt(at)] === 1 && at - start < LONGEST) continue;
    if (at - start >= SHORTEST) runs.push({ start, end: at });
    start = isForeign[text.charCodeAt(at)] === 1 ? at : at + 1;
  }
  return runs;
}

/** 大卫·沃伯顿, John Smith */
const DOTTED = /\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8}){1,3}/gu;
/** So many characters has a part of one. */
const PART = 8;
const LATIN = /[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}/gu;
const OFFICE_FIRST = new RegExp(`^\\p{Script=Han}{0,6}${OFFICE}(?=\\p{Script=Han}+·)`, 'u');
/** What such characters alone say. */
const LOOKS_FOREIGN = 0.5;
const IS_DOTTED = 1;
/** Countries and cities that are written with the same characters. */
const PLACES =
  /^(?:阿富汗|阿根廷|埃及|爱尔兰|安哥拉|奥地利|巴西|巴拿马|巴基斯坦|巴林|白俄罗斯|比利时|秘鲁|波兰|玻利维亚|不丹|丹麦|德里|厄瓜多尔|菲律宾|芬兰|斐济|哥伦比亚|古巴|海南|海德拉巴|汉堡|荷兰|吉布提|加纳|加拿大|加沙|捷克|卡塔尔|科威特|克里米亚|肯尼亚|拉萨|老挝|黎巴嫩|利比亚|立陶宛|卢旺达|罗马|罗马尼亚|马来西亚|马尔代夫|马里|蒙古|米兰|秘鲁|摩洛哥|莫斯科|南非|南京|南宁|尼泊尔|尼日利亚|挪威|欧盟|瑞典|瑞士|萨摩亚|塞尔维亚|沙特|沙特阿拉伯|斯里兰卡|苏丹|索马里|泰|泰国|坦桑尼亚|突尼斯|土耳其|乌克兰|乌干达|西安|西班牙|西藏|希腊|夏威夷|叙利亚|亚洲|伊拉克|伊朗|以色列|印尼|英|约旦|越南|赞比亚|乍得|智利|华盛顿|纽约|伦敦|巴黎|柏林|日内瓦|达沃斯|马德里|东京|北京|平安|安全|可以|福利|历史|科技|思想|文明|高考)$/u;

function* foreignNames(text: string): Generator<Candidate> {
  for (const { 0: words, index } of dottedNames(text)) {
    const office = OFFICE_FIRST.exec(words)?.[0].length ?? 0;
    const start = index + office;
    const name = words.slice(office);
    const shape = shorter(text, start, name, name.lastIndexOf('·') + 2);
    const says = IS_DOTTED + saidBefore(wordsBefore(text, start)) + shape.says;
    yield { start, end: start + shape.name.length, name: shape.name, says };
  }
  for (const { 0: name, index: start } of matchesOf(LATIN, text)) {
    const end = start + name.length;
    const says = saidBefore(wordsBefore(text, start).trimEnd()) + saidBehind(wordsBehind(text, end).trimStart());
    if (says > 1) yield { start, end, name, says: IS_DOTTED + says };
  }
  for (const { start, end } of foreignRuns(text)) {
    const { name, says } = shorter(text, start, text.slice(start, end), SHORTEST);
    if (PLACES.test(name) || NO_NAME.test(name) || says < 0) continue;
    const before = saidBefore(wordsBefore(text, start));
    yield { start, end: start + name.length, name, says: LOOKS_FOREIGN + before + says };
  }
}

/** Looked for at their dots, which are few. */
function dottedNames(text: string): RegExpExecArray[] {
  const names: RegExpExecArray[] = [];
  for (let from = 0, dot = text.indexOf('·'); dot >= 0; dot = text.indexOf('·', from)) {
    DOTTED.lastIndex = Math.max(from, dot - 2 * PART);
    const name = DOTTED.exec(text);
    if (!name) break;
    names.push(name);
    from = DOTTED.lastIndex;
  }
  return names;
}

/** Of `words` at `start` so many characters, `least` or more, as have the likeliest words behind them. */
function shorter(text: string, start: number, words: string, least: number): { name: string; says: number } {
  let best = { name: words, says: saidBehind(wordsBehind(text, start + words.length)) };
  for (let length = words.length - 1; length >= least; length--) {
    const end = start + length;
    const says = saidBehind(wordsBehind(text, end));
    if (says > best.says) best = { name: words.slice(0, length), says };
  }
  return best;
}

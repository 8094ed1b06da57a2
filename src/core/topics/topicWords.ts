import type { TaggedWord } from '../text/word';
import { endsInOffice } from '../transcript/names';
import { isGeneral, isHead } from './generalWords';
import type { TaggedText } from './topicQuestion';

/**
 * `name`: a slogan. `noun`: can stand alone. `new`: unknown to the dictionary, a name or a bad cut. `head`: a wide noun,
 * which needs another beside it. `part`: belongs to a noun beside it. `prefix`: to one behind it. `break`: nothing joins
 * across it.
 */
export type Role = 'name' | 'noun' | 'new' | 'head' | 'part' | 'prefix' | 'break';

export interface TopicWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly role: Role;
}

export interface WordSense {
  /** Names of slogans, in plain characters. */
  readonly slogans: readonly string[];
  /** What askers put in quotation marks, in plain characters. */
  readonly phrases: readonly string[];
  /** Names of speakers and outlets, in plain characters. */
  readonly names: readonly string[];
  /** Whether parts of speech are known. */
  readonly tagged: boolean;
}

const NOUN = /^(?:n|ng|nt|nz|vn|an|j|eng)$/u;
/** Verbs, adjectives and set phrases; the names of places and persons too, which dictionaries give to much else. */
const PART = /^(?:v|vi|a|b|k|h|s|i|l|ns|nr|nrt|nrfg|t)$/u;
const FUNCTIONAL =
  '的了着过地得在是有和与及或而且但也都还就又再才把被让将对从向到给为以于由按据如若则因所其此这那哪何谁我你您他她它们不没未非很太更最已曾正会能可要想请问说看做来去上下中里外内前后之等吗呢吧啊么嘛个些每各某几多少年月日时分住好成完出起帮用打搞抓拿走跑吃花交买卖办管使令叫像似约超近达占增减降升涨该应需须愿肯敢比往朝随即便先只仅均皆共同并';
/** Single characters that are no part of a compound. */
const FUNCTION_CHARACTERS = new RegExp(`^[${FUNCTIONAL}]$`, 'u');
/** A word unknown to the dictionary that begins or ends so was cut at the wrong place. */
const EDGES = new RegExp(`^[${FUNCTIONAL}]|[${FUNCTIONAL}]$`, 'u');
const NUMERAL = /^[第一二三四五六七八九十百千万亿两]/u;
/** What the runtime's segmenter gives for a word and is none: 有了, 去了, 我想. */
const PHRASE = /^[是有在我你他她它这那没不到去来已将把被更最]|[了的着过是在到去来上下里有何]$/u;
/** Organs of state: they are asked, and not asked about. */
const ORGAN = /.{2}(?:部|署|厅|局|委|委员会|部门)$/u;
/** 怎么办, 怎样才能, 有没有. */
const ASKING = /^(?:怎|什么|哪|如何|为何|为什|能否|可否|是否|会不会|能不能|有没有|是不是|好不好)|[何一]下$|从何/u;
/** Set phrases that say of something that it is not: 没人管, 不方便. */
const NEGATION = /^[没不未无]/u;
/** Provinces, and countries that are often talked about: what happens there is the topic. */
const PLACES: ReadonlySet<string> = new Set(
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 中国 美国 日本 韩国 朝鲜 俄罗斯 英国 法国 德国 印度 欧盟 欧洲 亚洲 非洲 美洲 北京市 天津市 上海市 重庆市'.split(
    ' ',
  ),
);

/** The words of a text with what they can do in a topic; a slogan is one word, however it was cut. */
export function topicWords({ text, words }: TaggedText, sense: WordSense): TopicWord[] {
  const names = findNames(text, sense);
  const result: TopicWord[] = [];
  let next = 0;
  for (const word of words) {
    while (next < names.length && names[next]!.end <= word.start) next++;
    const name = names[next];
    if (name && name.start < word.end) {
      if (result.at(-1) !== name) result.push(name);
      continue;
    }
    const { start, end } = word;
    result.push({ start, end, text: text.slice(start, end), role: roleOf(text.slice(start, end), word, sense) });
  }
  return result;
}

function findNames(text: string, { slogans, phrases }: WordSense): TopicWord[] {
  const placesOf = (name: string, role: Role) => {
    const places: TopicWord[] = [];
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      places.push({ start: at, end: at + name.length, text: name, role });
    }
    return places;
  };
  const found = [
    ...slogans.flatMap((name) => placesOf(name, 'name')),
    ...phrases.flatMap((name) => placesOf(name, 'noun')),
  ];
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: TopicWord[] = [];
  for (const place of found) if (place.start >= (apart.at(-1)?.end ?? 0)) apart.push(place);
  return apart;
}

/** Names in quotation marks in `text`: three to twelve characters, and no clause. */
export function quotedPhrases(text: string): string[] {
  const quoted = Array.from(text.matchAll(/[“「『]([\p{Script=Han}A-Za-z\d ]{3,12})[”」』]/gu), ([, words]) => words!);
  return quoted.filter((words) => !isGeneral(words) && !/[的了着过得不没吗呢吧这那我你他她]/u.test(words));
}

function roleOf(text: string, { pos }: TaggedWord, { names, tagged }: WordSense): Role {
  if (!/^(?:\p{Script=Han}+|[A-Za-z][A-Za-z\d+.-]*)$/u.test(text) || names.includes(text) || isGeneral(text))
    return 'break';
  const isLong = text.length > 1;
  if (ASKING.test(text) || PLACES.has(text) || ORGAN.test(text) || endsInOffice(text)) return 'break';
  // 某市 in 某市日报, Raymond in Raymond Chan
  const isInName = () => names.some((name) => name.includes(text));
  if (/^[A-Z]/u.test(text) && isInName()) return 'break';
  if (isHead(text)) return 'head';
  if (!tagged) {
    if (isLong) return NUMERAL.test(text) || PHRASE.test(text) ? 'break' : 'noun';
    return FUNCTION_CHARACTERS.test(text) ? 'break' : 'part';
  }
  if (pos === '') {
    if (!isLong) return 'part';
    const isBadCut = NUMERAL.test(text) || EDGES.test(text);
    return isBadCut || isInName() ? 'break' : 'new';
  }
  if (NOUN.test(pos)) return isLong ? 'noun' : 'part';
  if (/^[il]$/u.test(pos) && NEGATION.test(text)) return 'break';
  if (pos === 't' && /[年月日天周季时]$/u.test(text)) return 'break';
  if (!PART.test(pos) || (pos === 'ns' && isInName())) return 'break';
  return isLong ? 'part' : FUNCTION_CHARACTERS.test(text) ? 'break' : 'prefix';
}

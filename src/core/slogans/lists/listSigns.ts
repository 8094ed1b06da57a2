import { isAmong } from '../../text/characters';
import type { Span } from '../../text/span';
import type { Candidate } from '../candidates';
import { type Formula, isLength } from '../formula';
import { MEASURE } from '../keyed';
import { lexiconEntry } from '../lexicon';
import { GOVERNING_WORD } from '../lists';
import type { ListCandidate } from './generateLists';

/*
 * What speaks for or against a list being what a formula stands for, as named signs, each with a learned weight
 * (`listWeights.json`, `scripts/slogans/learnLists.mjs`).
 */

/** In how many documents a formula stands that nobody has to explain any more. */
const WELL_KNOWN = 30;

/** Takes a sign, or two that hold together. */
export type Tell = (sign: string, also?: string) => void;

/** The names of the signs. */
export function listSigns(text: string, mention: Candidate, formula: Formula, list: ListCandidate): string[] {
  const signs: string[] = [];
  tellSigns(text, mention, formula, list, (sign, also) => signs.push(also === undefined ? sign : `${sign}, ${also}`));
  return signs;
}

/** Tells each sign once. */
export function tellSigns(
  text: string,
  mention: Candidate,
  formula: Formula,
  { ways, items }: ListCandidate,
  tell: Tell,
): void {
  const words = items.map(({ start, end }) => text.slice(start, end));
  const count = items.length;
  const size = count < 3 ? 'few' : 'many';
  for (const way of ways) tell(way);
  for (const way of ways) tell(way, size);
  tell(size);
  tell(`read in ${Math.min(ways.length, 4)} ways`);
  const announcing = /(?:即|就是|是指|指的是|包括|分别[是为]|：|——)[：“「]*$/u.test(
    text.slice(Math.max(0, items[0]!.start - 8), items[0]!.start),
  );
  const say = (is: boolean, sign: string) => {
    if (!is) return;
    tell(sign);
    tell(sign, size);
  };
  const counted = countSign(formula, words);
  tell(counted);
  for (const way of ways) tell(way, counted);
  tellLikeness(words, tell);
  const keys = formula.things.map((thing) => thing.replace(MEASURE, ''));
  const carry = (key: string) => words.filter((word) => word.includes(key)).length;
  if (keys.length > 0) {
    say(
      keys.every((key) => carry(key) > 0) && words.every((word) => keys.some((key) => word.includes(key))),
      'whole key',
    );
    if (words.every((word) => keys.some((key) => key.length > 1 && word.startsWith(key)))) {
      tell('each begins with the key');
      tell('each begins with the key', counted);
    } else if (words.every((word) => keys.some((key) => key.length > 1 && word.endsWith(key)))) {
      tell('each ends with the key');
      tell('each ends with the key', counted);
    }
    const first = keys.map((key) => key[0]!);
    const held = words.filter((word) => first.some((key) => word.includes(key))).length;
    tell(held === count ? 'all carry the key' : held * 2 >= count ? 'most carry the key' : 'few carry the key');
  }
  const isBefore = items[0]!.start < mention.start;
  const between = isBefore
    ? text.slice(items.at(-1)!.end, mention.start)
    : text.slice(mention.end, items[0]!.start).replace(/^[”’」』"]/u, '');
  const reach = between.length;
  const place = reach < 3 ? 'near' : reach < 9 ? 'close' : reach < 30 ? 'apart' : 'far';
  const side = isBefore ? 'before' : 'behind';
  tell(side, place);
  for (const way of ways) tell(way, place);
  if (reach > 1) tell(`${side} ${between.slice(-2)}`);
  tell(`${side} ${between.slice(-1)}`);
  say(announcing, 'announced directly');
  if (announcing) tell('announced directly', counted);
  say(/[“‘「]/u.test(isBefore ? between.slice(0, -1) : between), 'another quotation between');
  say(/[。！？\n]/u.test(between), 'another sentence');
  const next = text[items.at(-1)!.end] ?? '';
  tell(`list ends ${next}`);
  tell(`list begins ${text[items[0]!.start - 1] ?? ''}`);
  say(
    words.some((word) => mention.name.includes(word)),
    'a part of its name',
  );
  say(GOVERNS_BEFORE.test(text.slice(Math.max(0, items[0]!.start - 5), items[0]!.start)), 'behind a verb');
  // whether a word that governs lists begins the first item, and each of the others
  const [isFirst = false, ...others] = words.map((word) => GOVERNS.test(word));
  say(isFirst && others.length > 0 && !others.includes(true), 'a verb in the first alone');
  if (others.length > 0 && !others.includes(false)) tell(isFirst ? 'a verb in each' : 'a verb in each but the first');
  const isCut = items.some(({ end }, index) => text[end] === '、' && (items[index + 1]?.start ?? end) !== end + 1);
  if (isCut) tell('cut inside a list');
  tellJoints(text, items, tell);
  const known = lexiconEntry(mention.name);
  say((known?.documents ?? 0) >= WELL_KNOWN, 'well known');
  if (known && known.items.length > 0) {
    const agreed = words.filter((word) =>
      known.items.some((item) => item.includes(word) || word.includes(item)),
    ).length;
    say(agreed * 2 >= known.items.length, 'agrees with the lexicon');
    say(agreed === 0, 'differs from the lexicon');
  }
  say(!isAmong('”’」』"', text.charCodeAt(mention.end)), 'formula without marks');
  say(mention.kind === 'phrase', 'phrase');
}

/** Han characters, in code units. */
const charactersIn = (words: readonly string[]): number => words.join('').replace(/[^\p{Script=Han}]/gu, '').length;

function countSign(formula: Formula, words: readonly string[]): string {
  const { numbers, digits } = formula;
  if (isLength(formula)) return charactersIn(words) === numbers[0] ? 'counts all' : 'count does not fit';
  const count = words.length;
  const whole = numbers.reduce((sum, number) => sum + number, 0);
  if (digits && numbers.length > 1)
    return count === whole || count === numbers.length ? 'digits fit' : 'digits do not fit';
  if (count === whole) return 'counts all';
  if (numbers.length > 1 && count === numbers.length) return 'counts the parts';
  if (numbers.includes(count)) return 'counts a part';
  return 'count does not fit';
}

/** 成为A, 以A: what governs the list. */
const GOVERNED =
  /^(?:从|以|由|让|把|将|对|在|向|为|与|被|使|令|是|无疑|必须|应当|明确|成为|深入|着力|长期的|更加|努力|积极|具体)/u;
/** B等问题, B为代表: what goes on behind the list. */
const BELONGS = /(?:等(?:问题|方面|工作|内容)?|为代表|之一|以及|及其?|的.{1,8}模式)$/u;
const CARRIED_OUT =
  /(?:推行|实行|实施|推进|推动|坚持|落实|提出|开展|做到|推广|探索|建立|打造|构建|形成|走好|做好|抓好)了?$/u;

const GOVERNS = new RegExp(`^${GOVERNING_WORD}`, 'u');
const GOVERNS_BEFORE = new RegExp(`${GOVERNING_WORD}[了好]?$`, 'u');

/** The marks in a word, found in one pass; `open` counts brackets and quotations that begin, less those that end. */
function marksIn(word: string) {
  const found = { hasDigit: false, isList: false, hasClauses: false, hasPause: false, open: 0 };
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code >= 0x3400 && code <= 0x9fff) continue;
    if (code >= 48 && code <= 57) found.hasDigit = true;
    else if (code === 0x3001) found.isList = true;
    else if (isAmong('，；,', code)) {
      if (code !== 0x2c) found.hasClauses = true;
      if (code !== 0xff1b) found.hasPause = true;
    } else if (isAmong('“「（(', code)) found.open++;
    else if (isAmong('”」）)', code)) found.open--;
  }
  return found;
}

function tellLikeness(words: readonly string[], tell: Tell): void {
  const lengths = words.map((word) => word.length);
  const longest = Math.max(...lengths);
  const shortest = Math.min(...lengths);
  tell(
    longest === shortest
      ? 'one length'
      : longest - shortest <= 2
        ? 'about one length'
        : longest > 2 * shortest + 2
          ? 'other lengths'
          : 'some lengths',
  );
  tell(longest > 30 ? 'long items' : longest > 14 ? 'clauses' : 'short items');
  if (shortest === 1) tell('single characters');
  const [first, ...rest] = words;
  if (rest.length > 0) {
    if (words.every((word) => word[0] === first![0])) tell('one beginning');
    else if (rest.length > 1 && rest.every((word) => word[0] === rest[0]![0])) tell('first begins otherwise');
    if (words.every((word) => word.at(-1) === first!.at(-1))) tell('one end');
    else if (rest.length > 1 && words.slice(0, -1).every((word) => word.at(-1) === first!.at(-1)))
      tell('last ends otherwise');
    if (first!.length > Math.max(...rest.map((word) => word.length)) + 1) tell('first is longest');
    if (first!.length < Math.min(...rest.map((word) => word.length)) - 1) tell('first is shortest');
    if (words.at(-1)!.length > Math.max(...words.slice(0, -1).map((word) => word.length)) + 1) tell('last is longest');
  }
  // 企业推行“三联”: the last says who does something with the formula
  if (GOVERNED.test(words[0]!)) tell('first is governed');
  if (BELONGS.test(words.at(-1)!)) tell('last belongs to more');
  if (CARRIED_OUT.test(words.at(-1)!)) tell('last carries something out');
  const all = words.map(marksIn);
  if (all.some(({ hasDigit }) => hasDigit)) tell('digits in items');
  if (all.some(({ isList }) => isList)) tell('lists in items');
  if (all.some(({ hasClauses }) => hasClauses)) tell('clauses in items');
  if (all.at(-1)!.hasPause && !all.slice(0, -1).some(({ hasPause }) => hasPause)) tell('a pause in the last alone');
  if (all.some(({ open }) => open !== 0)) tell('marks cut');
  if (words.some((word) => /[了过吗呢]$|^[这那其它他她我你您并也都还]/u.test(word))) tell('tells');
  if (words.some((word) => /^(?:的|地|得|是|为|就是|即|等)/u.test(word))) tell('begins with a particle');
  tell(`first: ${words[0]!.slice(0, 2)}`);
  tell(`last: ${words.at(-1)!.slice(-2)}`);
}

function tellJoints(text: string, items: readonly Span[], tell: Tell): void {
  const joints = items
    .slice(1)
    .map(({ start }, index) => text.slice(items[index]!.end, start).replace(/[“”「」\s]/gu, ''));
  if (joints.length === 0) return;
  const kinds = new Set(
    joints.map((joint) =>
      joint.length > 6 ? 'far' : /[。\n]/u.test(joint) ? '。' : (/[、，；]/u.exec(joint)?.[0] ?? '和'),
    ),
  );
  tell(`joined by ${[...kinds].sort().join('')}`);
}

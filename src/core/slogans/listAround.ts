import { isAmong } from '../text/characters';
import type { Span } from '../text/span';
import { type Formula, readFormula } from './formula';
import { ANY, align, COMMA, endOfLists, firstOf, isOneLength, isShared, split, tells, trimItems } from './lists';

/*
 * Items that stand beside the formula without a word that says so: A、B、C“三合一”; “三师进社区”，组织A、B、C.
 */

/** What joins a list to the formula behind it. */
export const LINKS =
  /(?:[，,]?[（(]?(?:以下|下文)?(?:也就是|这就是|这是|就是|即|统称|概括为|简称|合称|称之为|称)(?:为)?(?:我们说的|所说的|常说的)?|[（(]|等|的|[，,]?这|等的|为内容的|为主的|这样的|共|等方面的?|[，,])$/u;

const LIST_SEPARATORS = ['、，,', '、，,和与'];

/** `A、B、C“五措并举”`, `A、B、C等“六新”`, `A、B，C、D的“四先”`, `A、B和C，也就是“三品一标”`. */
export function readListBefore(text: string, at: number, counts: ReadonlySet<number>): Span[] | undefined {
  if (!text.slice(Math.max(0, at - 60), at).includes('、')) return undefined;
  const link = LINKS.exec(text.slice(Math.max(0, at - 10), at));
  const end = at - (link?.[0].length ?? 0);
  if (/[，,。；：\n、？]/u.test(text[end - 1] ?? '\n')) return undefined;
  let from = end;
  while (from > 0 && end - from < 120 && !isAmong('。；：！？?\n', text.charCodeAt(from - 1))) from--;
  for (const count of [...counts].sort((a, b) => b - a)) {
    for (const separator of count < 2 ? [] : LIST_SEPARATORS) {
      const parts = split(text, from, end, separator);
      const chosen = parts.slice(-count);
      if (parts.length < count || !isOneList(text, chosen)) continue;
      const items = align(text, trimItems(text, chosen));
      const last = items.at(-1)!.end;
      const reachesFormula = last === end || isShared(text, last, end);
      const isPair = count > 2 || items[0]!.end - items[0]!.start === items[1]!.end - items[1]!.start;
      const words = items.map((item) => text.slice(item.start, item.end));
      if (!reachesFormula || !isPair || !words.every(isPlainItem)) continue;
      return items;
    }
  }
  return undefined;
}

/** Joined by 、 where it begins, and mostly; a comma may stand between its halves, 和 before its last item. */
function isOneList(text: string, parts: readonly Span[]): boolean {
  const joints = parts.slice(1).map((part) => text[part.start - 1]!);
  const commas = joints.filter((joint) => COMMA.includes(joint)).length;
  if (commas > 0 && !isOneLength(parts.slice(1))) return false;
  return (joints[0] === '、' || text[parts[0]!.start - 1] === '、') && commas * 2 <= joints.length;
}

/** The levels of administration, which one character can name. */
const LEVELS = '国部省市州县区旗乡镇街村组户校班院所站室';
const LEVEL = new RegExp(`^[${LEVELS}]$`, 'u');

/** 市县乡“三级联动”: one character for each level, without marks between. */
export function readLevels(text: string, at: number, { things, numbers }: Formula): Span[] | undefined {
  const [count = 0] = numbers;
  if (!things[0]?.startsWith('级') || count < 2) return undefined;
  const row = new RegExp(`(?<![${LEVELS}])[${LEVELS}]{${count}}$`, 'u').exec(text.slice(Math.max(0, at - 12), at))?.[0];
  if (!row) return undefined;
  return Array.from(row, (_, index) => ({ start: at - count + index, end: at - count + index + 1 }));
}

/** Verbs that can stand between a list and a formula, and are no item of it. */
const ALONE =
  /^(?:[\d.]+[%％]|[这那].*|首先.*|促进|推动|增强|坚定|做到|共建|走向|参与|深化|持续|建设|加快|推进|坚持|落实|实现|严格|提出|突出)$/u;

const isPlainItem = (words: string): boolean =>
  (words.length >= 2 || LEVEL.test(words)) &&
  words.length <= 20 &&
  !/[“”「」"]/u.test(words) &&
  !ALONE.test(words) &&
  !tells(words);

/** How far a list behind a formula may reach. */
const REACH = 120;
/** 让药品进得来、用得上: what the formula is for or does to somebody names nothing that it stands for. */
const names = (words: string): boolean =>
  !/^(?:是|不|让|使|令|为|给|向|对|由|被|从|以|力|确|都|就|已|并|也)/u.test(words);

/** The next clause lists exactly so many things: `推行“三师进社区”，组织规划师、建筑师、工程师`. */
export function readListBehind(text: string, at: number, counts: ReadonlySet<number>): Span[] | undefined {
  const intro = /^[^，。；：、“”了已将被\n]{0,12}[，,]/u.exec(text.slice(at, at + 16));
  if (!intro) return undefined;
  const start = at + intro[0].length;
  if (!names(text.slice(start, start + 2))) return undefined;
  const reach = Math.min(text.length, start + REACH);
  const end = firstOf(text, start, reach, '。；，,\n');
  // directly behind the formula also a list of lists: 两提升两确保，提升A、提升B，确保C、确保D
  const isDirect = intro[0].length <= 3;
  const lists = isDirect ? endOfLists(text, start, firstOf(text, start, reach, '。；\n')) : start;
  const whole = Math.max(...counts);
  const parts = [split(text, start, lists, ANY), split(text, start, end, '、'), split(text, start, end, '、和与')].find(
    ({ length }) => length > 2 && length === whole,
  );
  if (!parts) return undefined;
  const items = align(text, trimItems(text, parts));
  const words = items.map((item) => text.slice(item.start, item.end));
  return words.every((item) => item.length <= 14 && isPlainItem(item) && !readFormula(item)) ? items : undefined;
}

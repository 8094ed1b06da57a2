import { setOf } from '../text/characters';
import type { Hedge } from './claim';
import { isMore } from './numerals';

type Loose = Exclude<Hedge, 'exact'>;

/** Words that loosen a number directly before it. Longest first, so that 超过了 is found before 超. */
const BEFORE: readonly (readonly [string, Loose])[] = sorted({
  about: ['近', '约', '大约', '大概', '大致', '接近', '将近', '差不多'],
  atLeast: [
    ...['超', '超过', '超过了', '超出', '逾', '超越', '突破', '突破了', '不低于', '不少于'],
    ...[
      '不得少于',
      '不得低于',
      '不能少于',
      '不能低于',
      '不应低于',
      '不小于',
      '至少',
      '起码',
      '最少',
      '大于',
      '高于',
      '多于',
      '过',
      '破',
    ],
  ],
  atMost: [
    ...[
      '不足',
      '不到',
      '不超过',
      '不得超过',
      '不能超过',
      '不超',
      '不高于',
      '不多于',
      '不大于',
      '少于',
      '低于',
      '小于',
      '至多',
      '最多',
      '未达',
      '未到',
      '未满',
      '不满',
    ],
  ],
});

/** Words that loosen a number behind its unit. */
const BEHIND: readonly (readonly [string, Loose])[] = sorted({
  about: ['左右', '上下'],
  atLeast: ['以上', '或以上', '及以上', '之上', '有余', '出头', '多', '余'],
  atMost: ['以下', '或以下', '及以下', '以内', '之内'],
});

/** Hedges that bind to a number further on: 约占全国的1/4, 不低于总数的10%. */
const DETACHED: readonly (readonly [string, Loose])[] = sorted({
  about: ['约', '大约', '大概', '近', '接近'],
  atLeast: ['超过', '不低于', '不少于', '至少', '最少', '逾', '超'],
  atMost: ['不足', '不到', '不超过', '不高于', '至多', '最多'],
});

/** What each of them holds: most clauses hold none. */
const MAY_DETACH = /[约概近超逾不至最]/u;

function sorted(words: Record<Loose, readonly string[]>): (readonly [string, Loose])[] {
  return Object.entries(words)
    .flatMap(([hedge, list]) => list.map((word) => [word, hedge as Loose] as const))
    .sort(([a], [b]) => b.length - a.length);
}

const lastCharacters = new Set(BEFORE.map(([word]) => word.at(-1)!));
const firstCharacters = new Set([...BEHIND.map(([word]) => word[0]!), '（', '(']);
const INCLUDING = /^[（(]含(?:本数)?[）)](?=[以之])/u;

export interface FoundHedge {
  readonly hedge: Loose;
  /** Where the hedge begins (before a number) or ends (behind it). */
  readonly edge: number;
}

/** Words that end in a hedge's characters and are none: 通过3家 is not 过3家. */
const NO_HEDGE =
  /(?:通|经|渡|跨|度|走|透|太|不|开|开展|错|难|再|最|附|邻|亲|靠|新|最近|临|远|契|签|节|预|集|打|冲|爆|攻|侦|一次|越|跌|击)$/u;

/** 去过一个镇: what is passed as a mark is a large number or a measured one. */
const SINGLE = /^[一二两三四五六七八九\d](?![\d.十百千万亿成%％])/u;

/** The hedge that ends at `at`, or undefined. */
export function hedgeBefore(text: string, at: number): FoundHedge | undefined {
  if (!lastCharacters.has(text[at - 1] ?? '')) return undefined;
  for (const [word, hedge] of BEFORE) {
    const edge = at - word.length;
    if (!text.startsWith(word, edge)) continue;
    if (word.length === 1 && NO_HEDGE.test(text.slice(Math.max(0, edge - 2), edge))) return undefined;
    if (word === '过' && SINGLE.test(text.slice(at, at + 2))) return undefined;
    return { hedge, edge };
  }
  return undefined;
}

/** The hedge that begins at `at`, or undefined. */
export function hedgeBehind(text: string, at: number): FoundHedge | undefined {
  if (!firstCharacters.has(text[at] ?? '')) return undefined;
  // 3年（含）以上
  const from = at + (INCLUDING.exec(text.slice(at, at + 5))?.[0].length ?? 0);
  for (const [word, hedge] of BEHIND) {
    if (!text.startsWith(word, from)) continue;
    return word !== '多' || isMore(text, from) ? { hedge, edge: from + word.length } : undefined;
  }
  return undefined;
}

const REACH = 24;
const endsClause = setOf('，。；：,;:！？、0123456789\n“”');

/**
 * A hedge in the same clause that governs the number at `at` without touching it: directly followed by 占, 有, 为 …,
 * or with words in between that end in 的.
 */
export function detachedHedge(text: string, at: number): Loose | undefined {
  let from = at;
  while (from > 0 && at - from < REACH && !endsClause(text.charCodeAt(from - 1))) from--;
  const clause = text.slice(from, at);
  if (!MAY_DETACH.test(clause)) return undefined;
  for (const [word, hedge] of DETACHED) {
    const found = clause.lastIndexOf(word);
    if (found < 0) continue;
    const rest = clause.slice(found + word.length);
    if (word.length === 1 && NO_HEDGE.test(clause.slice(Math.max(0, found - 2), found))) continue;
    if (/^(?:占|有|为|是|合|需|达|在|等于)$/u.test(rest)) return hedge;
    // 至少配备1名
    if (/[至最]/u.test(word) && /^\p{Script=Han}{2,4}$/u.test(rest)) return hedge;
    if (rest.length > 1 && rest.endsWith('的') && !(word.length === 1 && !/^[占有为是合相]/u.test(rest))) return hedge;
  }
  return undefined;
}

import { CLOSE, COMMA, FIGURE, KINDS, LATIN, NAMES, OPEN, SIGN, SPACE } from './dictionary';
import { hold, newHeld } from './indicatorSigns';
import { kindAt, type Words } from './lexWords';
import type { Place, Side } from './place';

/** Behind a figure what it measures is looked for so far, in characters. */
export const REACH_BEHIND = 36;
/** No name is longer, in characters, or in words. */
const LONGEST = 36;
const MOST_WORDS = 20;

const kindsOf = (list: string): Uint8Array => {
  const kinds = new Set(list.split(' '));
  return Uint8Array.from(KINDS, (kind) => (kinds.has(kind) ? 1 : 0));
};
/** What no noun phrase begins or ends with. */
const NO_FIRST = kindsOf('comma close space sign uj ul figure c p have basis change');
const NO_LAST = kindsOf(
  'comma pause open space sign uj ul figure time c d p r f adverb preposition lead have either basis',
);

/** 3亿元人民币: what stands behind an amount, and is measured by none. */
const CURRENCIES: ReadonlySet<number> = new Set(
  ['人民币', '港币', '港元', '美元', '欧元', '日元', '英镑', '新台币', '台币'].map((name) => NAMES.indexOf(name)),
);

/** Takes words `[first, end)`, and what they hold. */
type Take = (side: Side, first: number, end: number, held: Uint8Array) => void;

/** The stretches of words that may be what a figure measures. */
export function eachCandidate({ words, from, at, quantity, nth }: Place, take: Take): void {
  const held = newHeld();
  const fits: Take = nth
    ? (side, first, end) => {
        const isFrom = nth.start < 0 || nth.start === words.starts[first];
        if (isFrom && (nth.end < 0 || nth.end === words.ends[end - 1])) take(side, first, end, held);
      }
    : take;
  // the nearest first: what is likeliest is found soon
  for (let first = at - 1; first >= from; first--) eachFrom(words, first, at, 'before', held, fits);
  if (nth) return;
  let begin = at + 1;
  // 3万元以上10万元以下罚款
  while (
    begin < words.numbers.length &&
    kindAt(words, begin) === FIGURE &&
    words.starts[begin] === words.ends[begin - 1]
  )
    begin++;
  if (quantity.kind === 'money' && CURRENCIES.has(words.numbers[begin] ?? -1)) begin++;
  const reach = words.ends[at]! + REACH_BEHIND;
  let stop = begin;
  while (stop < words.numbers.length && !isStop(words, stop) && words.ends[stop]! <= reach) stop++;
  for (let first = begin; first < stop; first++) eachFrom(words, first, stop, 'behind', held, take);
}

function isStop(words: Words, at: number): boolean {
  const kind = kindAt(words, at);
  return kind === COMMA || kind === FIGURE;
}

/** The stretches that begin at `first`. */
function eachFrom(words: Words, first: number, limit: number, side: Side, held: Uint8Array, take: Take): void {
  const begin = kindAt(words, first);
  if (NO_FIRST[begin] === 1 && !(begin === FIGURE && isPartOfName(words, first))) return;
  held.fill(0);
  const start = words.starts[first]!;
  let depth = 0;
  for (let end = first + 1; end <= limit && end - first <= MOST_WORDS; end++) {
    const last = kindAt(words, end - 1);
    const length = words.ends[end - 1]! - start;
    if (length > LONGEST) return;
    if (last === OPEN) depth++;
    else if (last === CLOSE && --depth < 0) return;
    if (last === COMMA && depth === 0) return;
    if (last === FIGURE && !isPartOfName(words, end - 1)) return;
    if (depth === 0 && NO_LAST[last] === 0 && (length > 1 || side === 'behind')) take(side, first, end, held);
    hold(words, end - 1, held);
  }
}

/** 17个行业增加值: what a figure counts is a part of the name of what another one measures. */
function isPartOfName(words: Words, at: number): boolean {
  if (at + 1 >= words.numbers.length || words.starts[at + 1] !== words.ends[at]) return false;
  const kind = kindAt(words, at + 1);
  return (
    kind !== FIGURE &&
    kind !== COMMA &&
    kind !== SPACE &&
    kind !== OPEN &&
    kind !== CLOSE &&
    kind !== LATIN &&
    kind !== SIGN
  );
}

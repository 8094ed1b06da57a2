import type { Span } from '../../text/span';
import { WORDS, type WordClass } from './words';

/** Words and marks that can border what a figure measures; what is between them is noun. */
export type TokenClass = WordClass | 'comma' | 'open' | 'close' | 'space' | 'of' | 'figure' | 'time';

export interface Token extends Span {
  readonly kind: TokenClass;
}

interface Node {
  kind?: WordClass | undefined;
  readonly next: Map<number, Node>;
}

const ROOT: Node = { next: new Map() };
for (const [kind, words] of Object.entries(WORDS) as [WordClass, readonly string[]][]) {
  for (const word of words) {
    let node = ROOT;
    for (let at = 0; at < word.length; at++) {
      const next: Node = node.next.get(word.charCodeAt(at)) ?? { next: new Map() };
      node.next.set(word.charCodeAt(at), next);
      node = next;
    }
    node.kind ??= kind;
  }
}

const CLASSES: ReadonlyMap<string, TokenClass> = new Map([
  ...[...'，,：:；;。！？!?—─|\t'].map((mark) => [mark, 'comma'] as const),
  ['、', 'pause'],
  [' ', 'space'],
  ['\n', 'space'],
  ['的', 'of'],
  ...[...'“「『《（(['].map((mark) => [mark, 'open'] as const),
  ...[...'”」』》）)]'].map((mark) => [mark, 'close'] as const),
]);

/** By code unit, for the few that are marks. */
const MARKS: ReadonlyMap<number, TokenClass> = new Map([...CLASSES].map(([mark, kind]) => [mark.charCodeAt(0), kind]));
/** What a token may begin with; most characters are known by it to begin none. */
const begins = new Uint8Array(0x10000);
for (const code of [...MARKS.keys(), ...ROOT.next.keys()]) begins[code] = 1;

/** A mark; what joins a figure to the next one ends its clause. */
function markAt(text: string, at: number, before: Token | undefined): TokenClass | undefined {
  const mark = MARKS.get(text.charCodeAt(at));
  return mark === 'pause' && before?.kind === 'figure' && before.end === at ? 'comma' : mark;
}

/** 增加值, 发行量, 参与者: a verb with one of these is a noun. */
const NOUN_ENDINGS = '值额率量费者性';

/** The longest word at `at`, or undefined. */
function wordAt(text: string, at: number): Token | undefined {
  let node: Node | undefined = ROOT;
  let found: Token | undefined;
  for (let end = at; end < text.length; ) {
    node = node.next.get(text.charCodeAt(end++));
    if (!node) break;
    if (node.kind) found = { start: at, end, kind: node.kind };
  }
  return found && found.end - at > 1 && NOUN_ENDINGS.includes(text[found.end] ?? '-')
    ? { start: at, end: found.end + 1, kind: 'noun' }
    : found;
}

/** The tokens of `[from, to)`; `known` are figures and times in text order, which are tokens themselves. */
export function tokensOf(text: string, from: number, to: number, known: readonly Token[], isBehind = false): Token[] {
  const tokens: Token[] = [];
  let next = 0;
  for (let at = from; at < to; ) {
    while (known[next] && known[next]!.start < at) next++;
    if (begins[text.charCodeAt(at)] === 0 && known[next]?.start !== at) {
      at++;
      continue;
    }
    const mark = markAt(text, at, tokens.at(-1));
    const token =
      known[next]?.start === at ? known[next] : mark ? { start: at, end: at + 1, kind: mark } : wordAt(text, at);
    if (token && token.end <= to && token.kind !== 'noun') tokens.push(token);
    at = token ? token.end : at + 1;
  }
  const at = (index: number): Neighbour => tokens[index] ?? (index < 0 ? { end: from } : { start: isBehind ? -1 : to });
  return tokens.filter((token, index) => isBorder(text, token, at(index - 1), at(index + 1), isBehind));
}

/** The next token, or the edge of what is read. */
type Neighbour = Partial<Token>;

const MARKED: ReadonlySet<TokenClass | undefined> = new Set([
  ...(['comma', 'pause', 'open', 'close', 'space', 'of'] as const),
]);
const KNOWN: ReadonlySet<TokenClass> = new Set(['figure', 'time']);
/** Behind these a word like 建设 goes on with the noun: 新增建设用地, 组建创新中心, 创新投入. */
const OBJECTS: ReadonlySet<TokenClass | undefined> = new Set([
  ...(['take', 'either', 'have', 'mixed', 'pause', 'close', 'of'] as const),
]);

/** These say how only before a verb: 整体上涨, but 整体幅度. */
const QUALIFIERS: ReadonlySet<string> = new Set(['整体', '平均', '实际', '直接', '间接']);

/** 服务业增加值占GDP的比重 is a noun. */
const SHARE = /^占[^，。；]*的?(?:比重|比例|份额)/u;

/** Whether a word that can be a part of others borders here: 将 and 建设 where they touch what does. */
function isBorder(text: string, { start, end, kind }: Token, before: Neighbour, behind: Neighbour, isBehind: boolean) {
  const isShort = end - start === 1;
  if (text[start] === '占' && SHARE.test(text.slice(start, start + 20))) return false;
  if (MARKED.has(kind) || KNOWN.has(kind) || '比占较居'.includes(text.slice(start, end))) return true;
  if (!isShort && kind !== 'adverb' && kind !== 'mixed') return true;
  const touches = before.end === start;
  if (kind === 'mixed') {
    // 212亿元的收入
    if (isBehind && text[start - 1] === '的') return false;
    if (isBehind) return behind.start === end && behind.kind !== 'pause' && behind.kind !== 'open';
    return text[end] === '了' || (touches && !OBJECTS.has(before.kind));
  }
  if ('了着'.includes(text[start]!)) return touches;
  if (behind.start === end && !MARKED.has(behind.kind)) return true;
  if (QUALIFIERS.has(text.slice(start, end))) return false;
  return touches && before.kind !== 'of' && (!isShort || kind === 'preposition' || kind === 'lead');
}

import { groupBy } from '../../groupBy';
import { isBlank, type Line } from '../../text/lines';
import { readLabel } from '../speakers';
import type { LabelCandidate } from './labels';

/*
 * Labels without a colon: 问 and 答 with whatever stands behind them, as recognition of scanned pages leaves it, and any other in bold
 * type, in brackets, before a gap or a stroke, or in a line of its own. One such line says nothing; several that take turns do.
 */

const MARKS = /^[#*>\-•◆◇●○■□▲△★☆※►▶◎\s]{0,8}/u;
const PAIRED =
  /^([「『“"〈＜<《{｛(（]?)(追?问|答|[QA])(?=$|[^：:\w])(?:([」』”"〉＞>》}｝)）][：:]?|[；;，,。.、·丨|/→>?？–—-]+)|)(?![一二三四五六七八九十]{1,3}[：:]|题|责|卷|世|诊|询|道|候|鼎|案|复|覆|应|谢|辩|疑|记者)[ \t\u3000]*/u;
const BEFORE = /^(?:[#>\-•◆◇●○■□▲△★☆※►▶◎\s]|\d{1,2}[.．、])*/u;
const NAME = String.raw`[^，。？！；：:“”"…\s*_（）()〈〉【】\[\]|]`;
/** 某局局长 何某, 何某（某局局长） */
const WIDE = `${NAME}{1,24}?(?:[ \\u3000]${NAME}{2,12})?(?:（[^（）]{2,24}）)?`;
/** How a label is set apart from what follows. */
const SET_APART: readonly RegExp[] = [
  new RegExp(String.raw`^\*\*(${WIDE})\*\*[ \t\u3000]*`, 'u'),
  new RegExp(String.raw`^[（(〈＜<{](${WIDE})[）)〉＞>}][ \t\u3000]*`, 'u'),
  new RegExp(String.raw`^(${WIDE})(?:——|--|[—–→|｜丨︱/-])[ \t\u3000]*`, 'u'),
  new RegExp(String.raw`^(${WIDE})(?:\t|\u3000| {2})[ \t\u3000]*`, 'u'),
  new RegExp(`^(${NAME}{1,24}) (?! )`, 'u'),
  new RegExp(`^(${WIDE})$`, 'u'),
];
/** No label that is set apart is longer. */
const LONGEST = 48;
/** So many of each make a dialogue. */
const LEAST = 2;

interface Paired {
  readonly index: number;
  readonly asks: boolean;
  /** He presides: between those who take turns. */
  readonly isHost?: boolean;
  readonly form: string;
  readonly candidate: LabelCandidate;
}

/** The labels by line where lines take turns asking and answering by 问 and 答, but not in a form that other documents have. */
export function findPairedLabels(text: string, lines: readonly Line[]): ReadonlyMap<number, LabelCandidate> {
  return inTurns(lines.flatMap((line, index) => readPaired(text, line, index) ?? []));
}

/** The labels by line where lines take turns by labels of any words, all of which are set apart in the same way. */
export function findLabelsSetApart(text: string, lines: readonly Line[]): ReadonlyMap<number, LabelCandidate> {
  return inTurns(lines.flatMap((_, index) => readSetApart(text, lines, index) ?? []));
}

function inTurns(labels: readonly Paired[]): ReadonlyMap<number, LabelCandidate> {
  const forms = [...groupBy(labels, ({ form }) => form).values()].filter(takesTurns);
  const found = forms.toSorted((a, b) => b.length - a.length)[0] ?? [];
  return new Map(found.map(({ index, candidate }) => [index, candidate]));
}

/** Who is asked answers, nearly always. */
function takesTurns(all: readonly Paired[]): boolean {
  // where nobody else asks, who presides does
  const hasAsker = all.some(({ asks }) => asks);
  const labels = hasAsker
    ? all.filter(({ isHost }) => !isHost)
    : all.map((label) => ({ ...label, asks: label.isHost === true }));
  const asked = labels.filter(({ asks }) => asks).length;
  const answered = labels.filter(({ asks }, position) => !asks && labels[position - 1]?.asks).length;
  return asked >= LEAST && answered >= LEAST && answered * 4 >= labels.length * 2 - 2;
}

function readPaired(text: string, { inkStart, inkEnd }: Line, index: number): Paired | undefined {
  const head = text.slice(inkStart, Math.min(inkEnd, inkStart + 24));
  const marks = MARKS.exec(head)![0].length;
  const match = PAIRED.exec(head.slice(marks));
  if (!match) return undefined;
  const [whole, opens = '', called = '', closes = ''] = match;
  const labelStart = inkStart + marks + opens.length;
  return {
    index,
    asks: /[问Q]/u.test(called),
    form: `${opens}${closes}${marks + whole.length >= inkEnd - inkStart ? '\n' : ''}`,
    candidate: {
      start: inkStart + marks,
      labelStart,
      labelEnd: labelStart + called.length,
      bodyStart: inkStart + marks + whole.length,
      text: called,
      form: 'colon',
    },
  };
}

function readSetApart(text: string, lines: readonly Line[], index: number): Paired | undefined {
  const { inkStart, inkEnd } = lines[index]!;
  const head = text.slice(inkStart, Math.min(inkEnd, inkStart + LONGEST));
  const before = BEFORE.exec(head)![0].length;
  const rest = head.slice(before);
  for (const [form, pattern] of SET_APART.entries()) {
    const match = pattern.exec(rest);
    if (!match) continue;
    const [whole, label = ''] = match;
    const bodyStart = inkStart + before + whole.length;
    const isAlone = bodyStart >= inkEnd;
    const below = isAlone ? lines.slice(index + 1, index + 4).find((line) => !isBlank(line)) : undefined;
    const body = isAlone ? below && text.slice(below.inkStart, below.inkEnd) : text.slice(bodyStart, inkEnd);
    if (!body || !/[，。？！?]/u.test(body)) continue;
    const { sense } = readLabel({ text: label, form: 'colon' });
    if (sense === 'none') continue;
    const labelStart = inkStart + before + whole.indexOf(label);
    return {
      index,
      asks: sense === 'asker',
      isHost: sense === 'host',
      form: `${form}${isAlone ? '\n' : ''}`,
      candidate: {
        start: inkStart + before,
        labelStart,
        labelEnd: labelStart + label.length,
        bodyStart,
        text: label,
        form: 'colon',
      },
    };
  }
  return undefined;
}

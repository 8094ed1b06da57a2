import type { Line } from '../../text/lines';
import type { LabelCandidate } from './labels';

/*
 * 问 and 答 at the beginnings of lines, with whatever stands behind them: another mark than a colon, as recognition of scanned pages
 * leaves it, brackets of any kind, a line of their own, or nothing. One such line says nothing; several that take turns do.
 */

const MARKS = /^[#*>\-•◆◇●○■□▲△★☆※►▶◎\s]{0,8}/u;
const PAIRED =
  /^([「『“"〈＜<《{｛(（]?)(追?问|答|[QA])(?=$|[^：:\w])(?:([」』”"〉＞>》}｝)）][：:]?|[；;，,。.、·丨|/→>?？–—-]+)|)(?![一二三四五六七八九十]{1,3}[：:]|题|责|卷|世|诊|询|道|候|鼎|案|复|覆|应|谢|辩|疑|记者)[ \t\u3000]*/u;
/** So many of each make a dialogue. */
const LEAST = 2;

interface Paired {
  readonly index: number;
  readonly asks: boolean;
  readonly form: string;
  readonly candidate: LabelCandidate;
}

/** The labels by line where lines take turns asking and answering by 问 and 答, but not in a form that other documents have. */
export function findPairedLabels(text: string, lines: readonly Line[]): ReadonlyMap<number, LabelCandidate> {
  const byForm = new Map<string, Paired[]>();
  lines.forEach((line, index) => {
    const paired = readPaired(text, line, index);
    if (!paired) return;
    const known = byForm.get(paired.form);
    if (known) known.push(paired);
    else byForm.set(paired.form, [paired]);
  });
  const found = [...byForm.values()].find(takesTurns) ?? [];
  return new Map(found.map(({ index, candidate }) => [index, candidate]));
}

/** Who is asked answers, nearly always. */
function takesTurns(labels: readonly Paired[]): boolean {
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

import { isAmong } from '../text/characters';
import type { Hedge, Quantity } from './claim';
import { detachedHedge, hedgeBefore, hedgeBehind } from './hedges';
import type { ClaimCore } from './numberShapes';

/** 每平方公里 before a number makes it a density. */
const PER_AREA = /每(平方公里|平方千米|平方米|平方[公英]?[尺呎]|公顷|亩)$/u;

/** 15日内: a span of time that is a claim is a deadline there. */
const OF_TIME = /^(?:年|月|日|天|小时|工作[日天])$/u;

/** A claim with its sign and what loosens it, none of which begins before `floor`. */
export function withHedges(text: string, core: ClaimCore, floor: number): Quantity {
  let { start, end, unit, value, upper } = core;
  let hedge: Hedge = core.hedge ?? (core.atLeast ? 'atLeast' : 'exact');
  if (text[start - 1] === '上' && start - 1 >= floor && isAmong('百千万亿', text.charCodeAt(start))) {
    start--;
    hedge = 'atLeast';
  }
  const isAmount = core.kind === 'quantity' || core.kind === 'money';
  const density = isAmount ? PER_AREA.exec(text.slice(Math.max(0, start - 6), start)) : null;
  if (density) {
    start -= density[0].length;
    unit = `${unit}/${density[1]}`;
  }
  const sign = signBefore(text, core);
  if (sign && start - sign.length >= floor) {
    start -= sign.length;
    if (sign !== '+') {
      value = -value;
      upper = upper && -upper;
    }
  }
  const before = hedgeBefore(text, start);
  if (before && before.edge >= floor) {
    start = before.edge;
    hedge = before.hedge;
  } else {
    const detached = core.kind === 'rank' ? undefined : detachedHedge(text, start);
    if (detached) hedge = detached;
  }
  // 三分之一强
  const isPart = core.kind === 'fraction' || core.kind === 'percent';
  if (isPart && /^[强弱](?!\p{Script=Han})/u.test(text.slice(end, end + 2))) {
    hedge = text[end] === '强' ? 'atLeast' : 'atMost';
    end++;
  }
  const behind = core.kind === 'rank' && text[end] === '多' ? undefined : hedgeBehind(text, end);
  if (behind) {
    end = behind.edge;
    if (hedge === 'exact' || behind.hedge !== 'about') hedge = behind.hedge;
    const twice = hedgeBehind(text, end);
    if (twice) end = twice.edge;
  } else if (text[end] === '内' && OF_TIME.test(unit)) {
    end++;
    if (hedge === 'exact') hedge = 'atMost';
  }
  return { start, end, kind: core.kind, value, upper, unit, hedge };
}

/** 负0.3%, 零下5度, -0.3%, +3.2%: the sign directly before a number, which is no dash and no part of a word. */
function signBefore(text: string, { start, kind, unit }: ClaimCore): string {
  const before = text.slice(Math.max(0, start - 3), start);
  if (kind === 'rank') return '';
  if (/(?<![抱自欺胜正担肩背亏承])负$/u.test(before)) return '负';
  if (before.endsWith('零下')) return '零下';
  if (!/[-+]$/u.test(before)) return '';
  const isMeasured = kind === 'percent' || /^(?:度|℃|摄氏度)$/u.test(unit);
  return isMeasured
    ? /(?:^|[^\w%℃度%）-]|[a-z]）)[-+]$/u.test(before)
      ? before.at(-1)!
      : ''
    : /(?:^|[为至到是由从达约，（：])[-+]$/u.test(before)
      ? before.at(-1)!
      : '';
}

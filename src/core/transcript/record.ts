import { isBlank, type Line } from '../text/lines';
import type { Span } from '../text/span';
import { asksSomething } from './asks';
import { type LabelCandidate, STAMP_LINE, STAMPED_NOTE } from './labels';
import { isPersonName } from './names';
import { isPageHead, isSectionHeading, isSiteLine } from './siteLines';
import { type LabelSense, type ReadLabel, readLabel } from './speakers';
import type { Turn, TurnKind } from './transcript';

/** A line that could open a turn, with what its label means. */
interface Opening extends ReadLabel {
  readonly index: number;
  readonly candidate: LabelCandidate;
}

export interface RecordInput {
  readonly text: string;
  readonly lines: readonly Line[];
  /** The label candidate of each line, where it has one. */
  readonly candidates: readonly (LabelCandidate | undefined)[];
  /** Page heads and numbers, which end nothing and belong to nothing. */
  readonly isNoise: (index: number) => boolean;
}

/** Turns of the record in lines `[from, to)`; none where these lines are no record of questions and answers. */
export function readRecord(input: RecordInput, from: number, to: number): Turn[] {
  const openings = chooseOpenings(input, from, to);
  const turns = buildTurns(input, openings, from, to);
  return isRecord(input, turns) ? turns : [];
}

/** A record has someone who asks and someone else who speaks. */
function isRecord({ text }: RecordInput, turns: readonly Turn[]): boolean {
  const asking = turns.filter((turn) => turn.kind === 'question');
  if (asking.length === 0 || !turns.some((turn) => turn.kind === 'answer')) return false;
  return asking.some(
    (turn) => turn.label === '' || asksSomething(text.slice(turn.bodyStart, turn.end)) || /^[问問]/u.test(turn.label),
  );
}

/* ---- Which labels speak ---- */

const SPEAKS: ReadonlySet<LabelSense> = new Set(['asker', 'answerer', 'host', 'guest', 'official', 'member']);

function chooseOpenings(input: RecordInput, from: number, to: number): Opening[] {
  const possible: Opening[] = [];
  for (let index = from; index < to; index++) {
    const candidate = input.candidates[index];
    if (!candidate || input.isNoise(index)) continue;
    const label = readLabel(candidate);
    if (label.sense !== 'none') possible.push({ index, candidate, ...label });
  }
  const spoken = withoutFields(input, possible, to);
  const hasParts = spoken.some(({ sense }) => SPEAKS.has(sense) && sense !== 'official' && sense !== 'guest');
  if (!hasParts) return nameDialogue(input, spoken);

  const followsAsker = new Set<string>();
  const count = new Map<string, number>();
  spoken.forEach((opening, position) => {
    count.set(opening.candidate.text, (count.get(opening.candidate.text) ?? 0) + 1);
    const previous = spoken[position - 1];
    if (previous && (previous.sense === 'asker' || previous.sense === 'host')) followsAsker.add(opening.candidate.text);
  });
  const short = shortForms(input, from, to, spoken);
  return spoken.flatMap((opening) => {
    const { sense, candidate } = opening;
    const key = candidate.text;
    const legend = short.get(key);
    if (legend) return [{ ...opening, ...legend }];
    if (SPEAKS.has(sense)) return [opening];
    const recurs = (count.get(key) ?? 0) > 1;
    if (sense === 'name')
      return followsAsker.has(key) || recurs || speaksInFull(input.text, candidate) ? [opening] : [];
    return recurs && followsAsker.has(key) && key.length <= 8 ? [opening] : [];
  });
}

/** A name that comes once speaks where whole sentences follow it. */
const speaksInFull = (text: string, { bodyStart }: LabelCandidate): boolean =>
  /^[^\n]{8,}[。？！]/u.test(text.slice(bodyStart, bodyStart + 400));

/** Drops fields of a document's head (`主持人：某某` among `时间：`, `地点：`): short bodies before the first real turn. */
function withoutFields(input: RecordInput, openings: readonly Opening[], to: number): Opening[] {
  const firstTurn = openings.findIndex((opening) => !isField(input, opening, to));
  return firstTurn < 0 ? [] : openings.slice(firstTurn);
}

function isField(
  { text, lines, candidates, isNoise }: RecordInput,
  { index, candidate }: Opening,
  to: number,
): boolean {
  if (candidate.form !== 'colon') return false;
  const line = lines[index]!;
  const body = text.slice(candidate.bodyStart, line.inkEnd).replace(/\*\*$/u, '').trim();
  if (body === '' || body.length > 60 || /[。？！?!]/u.test(body)) return false;
  for (let next = index + 1; next < to; next++) {
    if (isBlank(lines[next]!) || isNoise(next)) continue;
    const below = text.slice(lines[next]!.inkStart, lines[next]!.inkEnd);
    // a cut paragraph goes on without a label
    return candidates[next] !== undefined || isBlank(lines[index + 1]!) || below.length < 30;
  }
  return true;
}

/** 许：, 毛答： for people whom a legend or the lead names in full. */
function shortForms(
  { text, lines }: RecordInput,
  from: number,
  to: number,
  openings: readonly Opening[],
): Map<string, ReadLabel> {
  const found = new Map<string, ReadLabel>();
  const head = text.slice(lines[from]!.start, lines[openings[0]?.index ?? from]!.start);
  const whole = () => text.slice(lines[from]!.start, Math.min(lines[to - 1]!.end, lines[from]!.start + 20_000));
  for (const { candidate, sense } of openings) {
    const label = candidate.text;
    if (found.has(label) || label.length > 3 || (SPEAKS.has(sense) && sense !== 'asker')) continue;
    const word = /^(\p{Script=Han}{1,2}?)[答问問]?$/u.exec(label)?.[1];
    if (!word || word.length > 2 || (sense === 'asker' && label !== '记')) continue;
    const name =
      legendName(head, label) ??
      legendName(head, word) ??
      (word.length === 1 ? nameBeginning(head || whole(), word) : undefined);
    if (!name) continue;
    if (/记者|記者/u.test(name)) found.set(label, { sense: 'asker', speaker: '', role: '记者' });
    else if (isPersonName(name)) found.set(label, { sense: 'name', speaker: name, role: '' });
  }
  return found;
}

/** 何某（以下简称“何”）, 何某（简称何）, 何：何某, 何=何某. */
function legendName(head: string, short: string): string | undefined {
  const escaped = short.replace(/[^\p{Script=Han}]/gu, '');
  if (escaped === '') return undefined;
  const behind = new RegExp(
    `([^，。；：、（）()\\n“”]{2,40})[，,（(]?(?:以下|下文)?(?:均)?简?(?:简称|稱|称)(?:为)?[“"‘]?${escaped}[”"’]?(?=[）)，。；、\\s])`,
    'u',
  ).exec(head);
  if (behind) return lastName(behind[1]!) ?? (/记者/u.test(behind[1]!) ? '记者' : undefined);
  const before = new RegExp(
    `(?:^|[\\s（(；，、])[“"]?${escaped}[”"]?(?:[＝=]|：|—+|为|指|即)[\\s]*([^，。；：、（）()\\n]{2,30})`,
    'u',
  ).exec(head);
  return before ? (lastName(before[1]!) ?? (/记者/u.test(before[1]!) ? '记者' : undefined)) : undefined;
}

function lastName(words: string): string | undefined {
  for (const length of [3, 2, 4]) {
    const name = words.slice(-length);
    if (name.length === length && isPersonName(name)) return name;
  }
  return undefined;
}

/** The one name in the head that begins with this surname and stands behind an office or at a clause's end. */
function nameBeginning(head: string, surname: string): string | undefined {
  const names = new Set(
    [
      ...head.matchAll(
        new RegExp(`(?<=[长任席席记员授士家人师])${surname}\\p{Script=Han}{1,2}(?=[，。；、（）()\\s就和])`, 'gu'),
      ),
    ].map(String),
  );
  return names.size === 1 ? [...names][0] : undefined;
}

/** A dialogue of named people, one of whom asks nearly always and the others hardly ever. */
function nameDialogue({ text, lines }: RecordInput, openings: readonly Opening[]): Opening[] {
  const named = openings.filter(({ sense }) => sense === 'name' || sense === 'official');
  const asks = new Map<string, { asked: number; all: number; length: number }>();
  named.forEach(({ candidate }, position) => {
    const next = named[position + 1];
    const end = next ? lines[next.index]!.start : Math.min(text.length, candidate.bodyStart + 400);
    const body = text.slice(candidate.bodyStart, end);
    const known = asks.get(candidate.text) ?? { asked: 0, all: 0, length: 0 };
    asks.set(candidate.text, {
      asked: known.asked + (asksSomething(body) ? 1 : 0),
      all: known.all + 1,
      length: known.length + body.length,
    });
  });
  const [first, ...others] = [...asks].sort(([, a], [, b]) => b.asked / b.all - a.asked / a.all);
  if (!first || others.length === 0 || others.length > 4) return [];
  const [asker, own] = first;
  const rest = { asked: 0, all: 0, length: 0 };
  for (const [, { asked, all, length }] of others) {
    rest.asked += asked;
    rest.all += all;
    rest.length += length;
  }
  const clear = own.asked > 1 && own.asked / own.all >= 0.6 && rest.asked / rest.all <= 0.34;
  if (!clear || rest.all < 2 || own.length / own.all >= rest.length / rest.all) return [];
  return named.map((opening) => (opening.candidate.text === asker ? { ...opening, sense: 'host' as const } : opening));
}

/* ---- From labels to turns ---- */

interface OpenTurn {
  readonly start: number;
  readonly labelSpan: Span;
  readonly bodyStart: number;
  readonly label: string;
  readonly read: ReadLabel;
  readonly line: number;
}

function buildTurns(input: RecordInput, openings: readonly Opening[], from: number, to: number): Turn[] {
  const { text } = input;
  const open: OpenTurn[] = [];
  for (const opening of openings) {
    const heading = headingQuestion(input, opening, open.at(-1), from);
    if (heading) open.push(heading);
    const { candidate, index } = opening;
    open.push({
      start: candidate.start,
      labelSpan: { start: candidate.labelStart, end: candidate.labelEnd },
      bodyStart: bodyOf(input, candidate, index, to),
      label: candidate.text,
      read: opening,
      line: index,
    });
  }
  const turns: Turn[] = [];
  const hasAsker = open.some(({ read }) => read.sense === 'asker');
  let asked = false;
  open.forEach((turn, position) => {
    const nextLine = open[position + 1]?.line ?? to;
    const end = Math.max(turn.labelSpan.end, endOfTurn(input, turn, nextLine, nextLine < to));
    const body = text.slice(Math.min(turn.bodyStart, end), end);
    const kind = kindOf(turn.read, body, asked, hasAsker);
    asked ||= kind === 'question';
    const { speaker, role } = turn.read;
    turns.push({
      start: turn.start,
      end,
      label: turn.label,
      labelSpan: turn.labelSpan,
      bodyStart: Math.min(turn.bodyStart, end),
      speaker,
      role,
      kind,
    });
  });
  return turns;
}

function kindOf({ sense }: ReadLabel, body: string, asked: boolean, hasAsker: boolean): TurnKind {
  switch (sense) {
    case 'asker':
      return 'question';
    case 'host':
      return hostAsks(body, hasAsker) ? 'question' : 'moderator';
    case 'member':
      return asksSomething(body) ? 'question' : asked ? 'answer' : 'statement';
    default:
      return asked ? 'answer' : 'statement';
  }
}

/** A host asks with a question mark or 请问; giving the floor (下面请某某介绍) is moderating. */
function hostAsks(body: string, hasAsker: boolean): boolean {
  if (/[？?]/u.test(body))
    return !/^[^。]{0,30}(?:还有|有没有)[^。]{0,12}(?:提问|问题|记者)[^。]{0,8}[？?]/u.test(body);
  if (/[请請][您你](?!提问|发言|继续)/u.test(body)) return true;
  if (/请问|想请教|想了解/u.test(body)) return !hasAsker || /请问|想请教/u.test(body);
  return false;
}

/** Behind the label; where it stands alone, on the next written line that is no time stamp. */
function bodyOf({ text, lines, isNoise }: RecordInput, candidate: LabelCandidate, index: number, to: number): number {
  if (candidate.bodyStart < lines[index]!.inkEnd) return candidate.bodyStart;
  for (let next = index + 1; next < to; next++) {
    const line = lines[next]!;
    if (isBlank(line) || isNoise(next) || STAMP_LINE.test(text.slice(line.inkStart, line.inkEnd))) continue;
    return line.inkStart;
  }
  return candidate.bodyStart;
}

const HEADING_NUMBER =
  /^(?:#{1,6}\s+)?(?:\*\*)?(?:(?:\d{1,3}\s*[.．、]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|Q\d{1,2}[.．:：]?)\s*)?/u;

/** A line without label directly above a labelled answer that asks: a question whose asker has no label. */
function headingQuestion(
  input: RecordInput,
  answer: Opening,
  last: OpenTurn | undefined,
  from: number,
): OpenTurn | undefined {
  const { text, lines, isNoise } = input;
  if (answer.sense === 'asker' || answer.sense === 'host' || answer.sense === 'member') return undefined;
  if (last && (last.read.sense === 'asker' || last.read.sense === 'host' || last.read.sense === 'member'))
    return undefined;
  let index = answer.index - 1;
  while (index >= from && (isBlank(lines[index]!) || isNoise(index))) index--;
  if (index < from || (last && index <= last.line)) return undefined;
  const line = lines[index]!;
  const words = text.slice(line.inkStart, line.inkEnd);
  const prefix = HEADING_NUMBER.exec(words)![0];
  const bare = words.replace(/\*\*$/u, '');
  if (words.length > 160 || !/[？?]$/u.test(bare) || (answer.sense !== 'answerer' && prefix === '')) return undefined;
  const bodyStart = line.inkStart + prefix.length;
  return {
    start: line.inkStart,
    labelSpan: { start: line.inkStart, end: line.inkStart },
    bodyStart,
    label: '',
    read: { sense: 'asker', speaker: '', role: '' },
    line: index,
  };
}

/** The last visible character of a turn, site lines, page heads and headings at its edge left out. */
function endOfTurn(input: RecordInput, turn: OpenTurn, nextLine: number, isFollowed: boolean): number {
  const { text, lines, isNoise } = input;
  const stop = appendixLine(input, turn, nextLine);
  let index = stop - 1;
  let mayBeHeading = isFollowed && stop === nextLine;
  for (; index > turn.line; index--) {
    const line = lines[index]!;
    if (isBlank(line) || isNoise(index)) continue;
    const words = text.slice(line.inkStart, line.inkEnd);
    if (STAMP_LINE.test(words) || STAMPED_NOTE.test(words) || isSiteLine(words) || isPageHead(words)) continue;
    if (mayBeHeading && isSectionHeading(words) && endsSentence(input, index - 1, turn.line)) {
      mayBeHeading = false;
      continue;
    }
    break;
  }
  return lines[index]!.inkEnd;
}

function endsSentence({ text, lines, isNoise }: RecordInput, from: number, floor: number): boolean {
  for (let index = from; index >= floor; index--) {
    const line = lines[index]!;
    if (!isBlank(line) && !isNoise(index)) return /[。？！”…?!]$/u.test(text.slice(line.inkStart, line.inkEnd));
  }
  return false;
}

/** Where a policy text, a list or a law begins under a heading of its own inside what would be the turn. */
function appendixLine({ text, lines, isNoise }: RecordInput, turn: OpenTurn, nextLine: number): number {
  for (let index = turn.line + 1; index < nextLine; index++) {
    const line = lines[index]!;
    if (isBlank(line) || isNoise(index)) continue;
    const words = text.slice(line.inkStart, Math.min(line.inkEnd, line.inkStart + 80));
    if (
      /^(?:附件?|附录|附表|附：|相关政策|政策原文|文件全文|相关链接|相关新闻|新闻链接|延伸阅读|背景资料|名词解释|知识链接)(?:[一二三四五六七八九十\d]*[：:]|[一二三四五六七八九十\d]*$)/u.test(
        words,
      )
    )
      return index;
    if (!/^(?:#{1,6}\s|.{4,40}$)/u.test(words) || /[。？！：；，、”…]$/u.test(words)) continue;
    const below = nextWritten(lines, index + 1, nextLine, isNoise);
    const heading = below === undefined ? '' : text.slice(lines[below]!.inkStart, lines[below]!.inkStart + 16);
    if (/^(?:第[一二三四五六七八九十百]+[条章]|#{1,6}\s)/u.test(heading) || /^#{1,6}\s/u.test(words)) return index;
  }
  return nextLine;
}

function nextWritten(
  lines: readonly Line[],
  from: number,
  to: number,
  isNoise: (index: number) => boolean,
): number | undefined {
  for (let index = from; index < to; index++) if (!isBlank(lines[index]!) && !isNoise(index)) return index;
  return undefined;
}

import { isBlank } from '../../text/lines';
import type { Span } from '../../text/span';
import { asksSomething } from '../asks';
import { endOfTurn, nextWritten } from '../edges';
import { type Person, readPerson } from '../names';
import { OPEN } from '../report/asking';
import { PLAINLY_SAYS } from '../report/sayings';
import { COMPLAINING, type ReadLabel } from '../speakers';
import type { Turn, TurnKind } from '../transcript';
import { BLOCK_MARK, type LabelCandidate, ORNAMENT, STAMP_LINE } from './labels';
import { findModerators } from './moderators';
import { arePresented, chooseOpenings, type Opening, type RecordInput } from './openings';
import { isLatestFirst, spokenOrder } from './order';
import { withOwnForm } from './ownForm';
import { unlabelledAnswers } from './unlabelled';

/** The turns of a record, in the order of the text. */
export interface ReadRecord {
  readonly turns: readonly Turn[];
  /** They were spoken from the last to the first. */
  readonly latestFirst: boolean;
}

/** Turns of the record in lines `[from, to)`; none where these lines are no record of questions and answers. */
export function readRecord(input: RecordInput, from: number, to: number): ReadRecord {
  const labelled = chooseOpenings(input, from, to);
  const openings = labelled.length > 0 ? withOwnForm(input, labelled, from, to) : unlabelledAnswers(input, from, to);
  if (isTold(openings)) return { turns: [], latestFirst: false };
  const { text, lines } = input;
  const heads = openings.map(({ candidate, index }, position) => {
    const before = openings[position - 1];
    const above = Math.max(
      before ? before.candidate.bodyStart : lines[from]!.start,
      lines[Math.max(from, index - 2)]!.start,
    );
    return text.slice(above, candidate.bodyStart);
  });
  const latestFirst = isLatestFirst(heads);
  const turns = buildTurns(input, openings, from, to, latestFirst);
  // in a newscast nobody need ask
  const isNewscast = openings.filter(({ candidate }) => candidate.form === 'sound').length > 1;
  const isSpoken = isNewscast || isRecord(input, turns) || arePresented(input, openings, from);
  return { turns: isSpoken ? turns : [], latestFirst };
}

/** 有记者问：……？何某：……: a report, for all its colons. */
const TELLS_WHO_ASKS = /^(?:另|还|又)?有/u;

function isTold(openings: readonly Opening[]): boolean {
  const asking = openings.filter(({ sense }) => sense === 'asker');
  const told = (asking.length > 0 ? asking : openings).every(({ candidate }) => TELLS_WHO_ASKS.test(candidate.text));
  return told && openings.every(({ sense }) => sense !== 'host' && sense !== 'answerer');
}

/** A record has someone who asks and someone else who speaks. */
function isRecord({ text }: RecordInput, turns: readonly Turn[]): boolean {
  const asking = turns.filter((turn) => turn.kind === 'question');
  if (asking.length === 0 || !turns.some((turn) => turn.kind === 'answer')) return false;
  return asking.some(({ label, bodyStart, end }) => {
    const body = text.slice(bodyStart, end);
    return label === '' || SAYS_THAT_HE_ASKS.test(label) || WONDERS.test(body) || asksSomething(body);
  });
}

/** 问题, 网友反映: who so begins asks, whatever he says. */
const SAYS_THAT_HE_ASKS = new RegExp(`^问|(?:${COMPLAINING})$`, 'u');

/** What asks though its mark is missing: 您观察到有哪些新的变化。 */
const WONDERS = new RegExp(`哪些|什么|多少|${OPEN}`, 'u');

interface OpenTurn {
  readonly start: number;
  readonly labelSpan: Span;
  readonly bodyStart: number;
  readonly label: string;
  readonly read: ReadLabel;
  readonly line: number;
}

function buildTurns(
  input: RecordInput,
  openings: readonly Opening[],
  from: number,
  to: number,
  latestFirst: boolean,
): readonly Turn[] {
  const { text } = input;
  const open: OpenTurn[] = [];
  openings.forEach((opening, position) => {
    if (isSalutation(input, opening, openings[position - 1]) || isProblem(input, opening)) return;
    const heading = headingQuestion(input, opening, open.at(-1), from);
    if (heading) open.push(heading);
    const { candidate, index } = opening;
    const bodyStart = bodyOf(input, candidate, index, to);
    open.push({
      start: candidate.start,
      labelSpan: { start: candidate.labelStart, end: candidate.labelEnd },
      bodyStart,
      label: candidate.text,
      read:
        opening.sense === 'answerer' ? { ...opening, ...answererIn(text.slice(bodyStart, bodyStart + 24)) } : opening,
      line: index,
    });
  });
  for (let position = open.length - 1; position >= 0; position--) {
    const told = toldAnswer(input, open[position]!, open[position + 1]?.line ?? to);
    if (told) open.splice(position + 1, 0, told);
  }
  const ends = open.map((turn, position) => {
    const nextLine = open[position + 1]?.line ?? to;
    const isBeforeQuestion = /^(?:asker|host)$/u.test(open[position + 1]?.read.sense ?? '');
    return Math.max(turn.labelSpan.end, endOfTurn(input, turn, nextLine, nextLine < to, isBeforeQuestion));
  });
  const bodies = open.map(({ bodyStart }, position) => text.slice(bodyStart, ends[position]));
  const moderators = findModerators(spokenOrder(open, latestFirst), spokenOrder(bodies, latestFirst));
  const turns: Turn[] = [];
  const hasAsker = open.some(({ read }) => read.sense === 'asker');
  const askers = new Set<string>();
  let asked = false;
  for (const position of spokenOrder([...open.keys()], latestFirst)) {
    const turn = open[position]!;
    const end = ends[position]!;
    const body = bodies[position]!;
    const { speaker, role } = turn.read;
    const who = speaker || turn.label;
    const said: TurnKind = moderators.has(who) ? 'moderator' : kindOf(turn.read, body, asked, hasAsker);
    // nobody answers what he asked himself
    const kind: TurnKind = said === 'answer' && who !== '' && askers.has(who) ? 'statement' : said;
    if (kind === 'question') askers.add(who);
    asked ||= kind === 'question';
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
  }
  return spokenOrder(turns, latestFirst);
}

function kindOf({ sense, role }: ReadLabel, body: string, asked: boolean, hasAsker: boolean): TurnKind {
  switch (sense) {
    case 'asker':
      return 'question';
    case 'host':
      // who presides over a parliament gives the floor also by asking
      return !isChair(role) && hostAsks(body, hasAsker) ? 'question' : 'moderator';
    case 'member':
      return asksSomething(body) ? 'question' : asked ? 'answer' : 'statement';
    default:
      return asked ? 'answer' : 'statement';
  }
}

/** 答：（某局局长）……: who answers, in brackets behind the label. */
const answererIn = (body: string): Person | undefined => readPerson(/^（([^（）]{2,20})）/u.exec(body)?.[1] ?? '');

/** 问题：……⏎案例：……: what is wrong is no question. */
const isProblem = ({ text, lines }: RecordInput, { candidate, index }: Opening): boolean =>
  candidate.text === '问题' &&
  /^[^？?\n]*\n\s*(?:案例|原因|表现|建议|对策|措施|整改)[：:]/u.test(
    text.slice(lines[index]!.inkStart, lines[index]!.inkStart + 200),
  );

/** 答复：⏎主席：⏎……: who is addressed at the beginning of a written answer does not speak. */
const isSalutation = ({ text }: RecordInput, { sense, candidate }: Opening, previous: Opening | undefined): boolean =>
  sense === 'host' && previous !== undefined && text.slice(previous.candidate.bodyStart, candidate.start).trim() === '';

const isChair = (role: string): boolean => /主席$|^议长$/u.test(role);

/** A host who greets those that listen and presents the guests answers his own question, or leaves it open. */
const WELCOMES =
  /^(?:各位|[观听]众|网友|大家|女士|亲爱的)[^。！？?!]{0,16}好[\s\S]*(?:做客|来到|请来|请到|邀请|嘉宾|欢迎)/u;

/** 请您……, 请两位各说……, 请用一句话概括: a host asks, and does not give the floor. */
const HOST_ASKS =
  /请问|想请教|请[您你](?!提问|发言|继续)|请[两几三]位[^，。！？；]{0,3}(?:用|给|送|说|讲|谈|各)|请[用以][^，。！？；]{0,12}[说讲谈聊概总回](?!.*提问)|请[说讲谈聊]一?[说讲谈聊]/u;

/** A host asks with a question mark or 请问; giving the floor (下面请某某介绍) is moderating. */
function hostAsks(body: string, hasAsker: boolean): boolean {
  if (WELCOMES.test(body) && !/请问|请[您你]|[？?][”』」"）)\s]*$/u.test(body)) return false;
  if (/[？?]/u.test(body))
    return !/^[^。]{0,30}(?:还有|有没有)[^。]{0,12}(?:提问|问题|记者)[^。]{0,8}[？?]/u.test(body);
  return HOST_ASKS.test(body) || (!hasAsker && body.includes('想了解'));
}

/** Behind the label; where it stands alone, on the next written line that is no time stamp. */
function bodyOf({ text, lines, isNoise }: RecordInput, candidate: LabelCandidate, index: number, to: number): number {
  if (candidate.bodyStart < lines[index]!.inkEnd) return candidate.bodyStart;
  for (let next = index + 1; next < to; next++) {
    const line = lines[next]!;
    if (isBlank(line) || isNoise(next) || STAMP_LINE.test(text.slice(line.inkStart, line.inkEnd))) continue;
    return line.inkStart + (/^\*\*[ \u3000]+/u.exec(text.slice(line.inkStart, line.inkEnd))?.[0].length ?? 0);
  }
  return candidate.bodyStart;
}

/** 何某介绍，……: behind a question with a label, an answer that is told. */
const TELLS = new RegExp(
  `^(?:“[^”]{1,80}”)?([^，。：；！？“”、]{2,30}?)(?:${PLAINLY_SAYS.join('|')}|告诉记者|[说称]|的(?:回答|答复|回应)是)(?=[，：])`,
  'u',
);

/** A question in a line of its own, which may lack its mark. */
const ASKED = /[？?]$|^[^。]{1,40}[^。，；：！]$/u;

/** 会后，有记者问及: what follows answers, whoever says it. */
const TOLD_BEHIND = /^(?:会[后上前]|随后|另外?)，?(?:还|又)?有.{0,6}记者.{0,4}问/u;

function toldAnswer({ text, lines, isNoise }: RecordInput, asked: OpenTurn, nextLine: number): OpenTurn | undefined {
  if (asked.read.sense !== 'asker') return undefined;
  const line = nextWritten(lines, asked.line + 1, nextLine, isNoise);
  const isTold = TOLD_BEHIND.test(asked.label);
  if (line === undefined || !(isTold || ASKED.test(text.slice(asked.bodyStart, lines[asked.line]!.inkEnd))))
    return undefined;
  const start = lines[line]!.inkStart;
  const called = TELLS.exec(text.slice(start, start + 120))?.[1];
  if (called === undefined) {
    // 会后有记者问及：……⏎我们……: nobody is named again
    const read = { sense: 'answerer' as const, speaker: '', role: '' };
    return isTold ? { start, labelSpan: { start, end: start }, bodyStart: start, label: '', read, line } : undefined;
  }
  const person = readPerson(called);
  if (!person?.speaker) return undefined;
  const name = text.indexOf(called, start) + called.lastIndexOf(person.speaker);
  const labelSpan = { start: name, end: name + person.speaker.length };
  const read = { sense: 'answerer' as const, ...person };
  return { start, labelSpan, bodyStart: start, label: person.speaker, read, line };
}

const HEADING_NUMBER = new RegExp(
  String.raw`^(?:#{1,6}\s+)?(?:[${ORNAMENT}]+[ \u3000]*)?(?:\*\*)?(?:(?:\d{1,3}\s*[.．、]|[一二三四五六七八九十]{1,3}、|[（(【[][一二三四五六七八九十\d]{1,3}[)）】\]]|Q\d{1,2}[.．:：]?)\s*)?`,
  'u',
);

/** 三、关于收费标准: above a labelled answer this asks about it. */
const NAMES_MATTER = /^[^。！：；]{4,40}$/u;

/** ？（某报何某小姐）: who asks, behind the question. */
const ASKER_BEHIND =
  /(?<=[？?][ \u3000]*)[（(]([^（）()]{2,10}?(?:[社报台网刊视]|新闻|周刊|记者))[^（）()]{0,8}(?:小姐|先生|女士|记者)[)）]$/u;

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
  if (words.length > 160) return undefined;
  const asker = ASKER_BEHIND.exec(words);
  const bare = words.slice(0, asker?.index).replace(/(?:\*\*|[”’])$/u, '');
  const isNumbered = prefix !== '';
  const asks = /[？?]$/u.test(bare) || (isNumbered && answer.sense === 'answerer' && NAMES_MATTER.test(bare));
  if (!asks || (answer.sense !== 'answerer' && !isNumbered)) return undefined;
  const bodyStart = line.inkStart + prefix.length;
  const start = line.inkStart + BLOCK_MARK.exec(words)![0].length;
  return {
    start,
    labelSpan: { start, end: start },
    bodyStart,
    label: '',
    read: { sense: 'asker', speaker: asker?.[1] ?? '', role: '' },
    line: index,
  };
}

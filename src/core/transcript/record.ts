import { splitLines } from '../text/lines';
import type { Span } from '../text/span';
import type { Question, Turn } from './transcript';

const LABEL = /^[\s\u3000]*([^\s\u3000：:，。？！；“”"（）()]{1,24})[：:]/u;
const ASKER = /^(.*?)(记者)$/u;
const ROLE = /(副?(?:书记|厅长|省长|市长|部长|司长|局长|主任|主席|秘书长|发言人|代表|委员))$/u;

/** Turns of a record: a line that begins with a speaker label opens a turn. */
export function readRecord(text: string): Turn[] {
  const turns: Turn[] = [];
  let open: { label: string; labelSpan: Span; bodyStart: number } | undefined;
  let lastInk = 0;
  const close = () => {
    if (open) turns.push({ ...open, start: open.labelSpan.start, end: lastInk, ...nameSpeaker(open.label) });
  };
  for (const line of splitLines(text)) {
    const content = text.slice(line.start, line.end);
    const label = LABEL.exec(content);
    if (label && isSpeaker(label[1]!)) {
      close();
      const start = line.start + label[0].length - label[1]!.length - 1;
      const bodyStart = line.start + label[0].length;
      open = { label: label[1]!, labelSpan: { start, end: bodyStart - 1 }, bodyStart };
    }
    const ink = content.trimEnd().length;
    if (ink > 0) lastInk = line.start + ink;
  }
  close();
  return turns;
}

const isSpeaker = (label: string): boolean =>
  ASKER.test(label) || ROLE.test(label) || /^(问|答|追问|主持人)$/u.test(label);

function nameSpeaker(label: string): Pick<Turn, 'speaker' | 'role' | 'kind'> {
  const asker = ASKER.exec(label);
  if (asker) return { speaker: asker[1]!, role: '记者', kind: 'question' };
  if (label === '问' || label === '追问') return { speaker: '', role: '', kind: 'question' };
  if (label === '主持人') return { speaker: '', role: label, kind: 'moderator' };
  const role = ROLE.exec(label)?.[0] ?? '';
  return { speaker: role ? label.slice(0, -role.length) : '', role, kind: 'answer' };
}

/** Pairs every asking turn with the turns that answer it. */
export function readQuestions(text: string, turns: readonly Turn[]): Question[] {
  const questions: Question[] = [];
  turns.forEach((turn, index) => {
    if (turn.kind !== 'question') return;
    const answers: number[] = [];
    for (let next = index + 1; next < turns.length && turns[next]!.kind !== 'question'; next++) {
      if (turns[next]!.kind === 'answer') answers.push(next);
    }
    const answeredBy = [...new Set(answers.map((answer) => turns[answer]!.speaker).filter((name) => name !== ''))];
    const body = { start: turn.bodyStart, end: turn.end };
    questions.push({ ...body, asker: turn.speaker, answeredBy, asks: findAsks(text, body), turn: index, answers });
  });
  return questions;
}

function findAsks(text: string, body: Span): Span[] {
  const asks: Span[] = [];
  for (const match of text.slice(body.start, body.end).matchAll(/[^。？！\n]+[。？！]?/gu)) {
    if (/？$|请问|请介绍|请谈谈/u.test(match[0])) {
      asks.push({ start: body.start + match.index, end: body.start + match.index + match[0].length });
    }
  }
  return asks;
}

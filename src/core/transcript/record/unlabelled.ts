import { isBlank } from '../../text/lines';
import { nextWritten } from '../edges';
import type { Opening, RecordInput } from './openings';

/*
 * 某部有关负责人就……答记者问: numbered questions, with the answers below them and no label at all. Only where the head says that
 * somebody answers; an explainer whose headings ask is no transcript.
 */

const ANSWERS =
  /答记者问|答问|(?:回答|答复)了?[^，。\n]{0,16}(?:记者|提问|提出的问题)|接受了?[^，。\n]{0,16}(?:采访|专访)/u;
/** Who that is. */
const WHO =
  /(?:^|[，。\n\s（(]|日前|近日|[日天])((?!今|昨)[^，。\n\s（）()\d]{2,24}?(?:负责人|负责同志|发言人))(?=就|接受|回答|答|在)/u;
const QUESTION =
  /^(?:\*\*)?(?:\d{1,2}\s*[.．、]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[)）]|[◆◇●■])\s*[^\n]{4,160}[？?](?:\*\*)?$/u;
/** So many questions, not to take a list for them. */
const LEAST = 3;
const HEAD = 800;

/** The answers below numbered questions, each as if it had a label that is empty; none where the head tells of nobody who answers. */
export function unlabelledAnswers({ text, lines, isNoise }: RecordInput, from: number, to: number): Opening[] {
  const top = lines[from]!.start;
  // most texts tell of nobody who answers: their lines need not be looked at
  if (!ANSWERS.test(text.slice(top, top + HEAD))) return [];
  const asked: number[] = [];
  for (let index = from; index < to; index++) {
    const line = lines[index]!;
    if (isBlank(line) || isNoise(index) || line.inkEnd - line.inkStart > 180) continue;
    if (QUESTION.test(text.slice(line.inkStart, line.inkEnd))) asked.push(index);
  }
  if (asked.length < LEAST) return [];
  const head = text.slice(top, Math.min(top + HEAD, lines[asked[0]!]!.start));
  if (!ANSWERS.test(head)) return [];
  const role = WHO.exec(head)?.[1] ?? '';
  return asked.flatMap((question, position) => {
    const index = nextWritten(lines, question + 1, asked[position + 1] ?? to, isNoise);
    if (index === undefined) return [];
    const start = lines[index]!.inkStart;
    const candidate = { start, labelStart: start, labelEnd: start, bodyStart: start, text: '', form: 'line' as const };
    return [{ index, candidate, sense: 'answerer' as const, speaker: '', role }];
  });
}

import type { Paragraph } from '../text/paragraphs';
import { findAsks } from './asks';
import { spokenOrder } from './record/order';
import type { Question, Turn } from './transcript';

/**
 * Pairs every asking turn of a record with the turns that answer it: those up to the next asker, several officials in
 * turn included. Askers that follow one another without an answer between share the answer.
 */
export function pairQuestions(
  text: string,
  inText: readonly Turn[],
  paragraphs: readonly Paragraph[],
  latestFirst: boolean,
): Question[] {
  const questions: Question[] = [];
  const turns = spokenOrder(inText, latestFirst);
  const place = (index: number) => (latestFirst ? turns.length - 1 - index : index);
  for (let index = 0; index < turns.length; ) {
    let next = index;
    while (next < turns.length && turns[next]!.kind === 'question') next++;
    const askers = turns.slice(index, next);
    const first = index;
    const answers: number[] = [];
    for (; next < turns.length && turns[next]!.kind !== 'question'; next++) {
      if (turns[next]!.kind === 'answer') answers.push(next);
    }
    const answeredBy = [...new Set(answers.map((answer) => turns[answer]!.speaker).filter((name) => name !== ''))];
    askers.forEach((turn, position) => {
      const body = { start: turn.bodyStart, end: turn.end };
      const bare = body.end - 2;
      if (bare >= body.start && text.startsWith('**', bare) && !text.slice(body.start, bare).includes('**'))
        body.end = bare;
      const asker = turn.speaker;
      questions.push({
        ...body,
        asker,
        answeredBy,
        asks: findAsks(paragraphs, body),
        turn: place(first + position),
        answers: answers.map(place),
      });
    });
    index = next;
  }
  return [...spokenOrder(questions, latestFirst)];
}

import type { Span } from '../core/text/span';
import type { Point } from '../core/transcript/points';
import type { Article, Question, Turn } from '../core/transcript/transcript';
import type { AnalysedDocument } from './analyses';
import { engine } from './engine';

/** The one tree of a transcript that outline, folding and selections share: article > question > answer > points. */
export type Part = Span & { readonly children: readonly Part[] } & (
    | { readonly kind: 'article'; readonly of: Article }
    | { readonly kind: 'question'; readonly of: Question; readonly asking: Turn | undefined }
    | { readonly kind: 'turn'; readonly of: Turn }
    | { readonly kind: 'point'; readonly of: Point }
  );

const known = new WeakMap<AnalysedDocument, readonly Part[]>();

/** The parts in text order. An article is a part only where the document has several. */
export function structureOf(analysed: AnalysedDocument): readonly Part[] {
  const made = known.get(analysed) ?? makeStructure(analysed);
  known.set(analysed, made);
  return made;
}

function makeStructure(analysed: AnalysedDocument): readonly Part[] {
  const { articles, turns, questions } = analysed;
  const answersOf = new Map(questions.map((question) => [question.turn, question]));
  // where a live text puts the latest first, answers stand above their question
  const above = (question: Question) =>
    question.answers.filter((answer) => answer < (question.turn ?? 0)).sort((a, b) => a - b);
  const taken = new Set(questions.flatMap(above));
  const parts: Part[] = [];
  turns.forEach((turn, index) => {
    if (taken.has(index)) return;
    const question = answersOf.get(index);
    if (!question) {
      parts.push(turnPart(analysed, turn));
      return;
    }
    // in a report the turn that answers is also the question's own
    const below = question.answers.filter((answer) => answer > index && !taken.has(answer));
    const answers = [...above(question), ...below];
    for (const answer of below) taken.add(answer);
    const own = turn.kind === 'question' ? [] : [turnPart(analysed, turn)];
    const children = [...own, ...answers.map((answer) => turnPart(analysed, turns[answer]!))];
    const start = Math.min(turn.start, question.start, children[0]?.start ?? Number.POSITIVE_INFINITY);
    const end = Math.max(turn.end, question.end, children.at(-1)?.end ?? 0);
    parts.push({ kind: 'question', of: question, asking: turn, start, end, children });
  });
  // told, and not answered
  for (const question of questions)
    if (question.turn === undefined)
      parts.push({
        kind: 'question',
        of: question,
        asking: undefined,
        start: question.start,
        end: question.end,
        children: [],
      });
  parts.sort((a, b) => a.start - b.start);
  if (articles.length < 2) return parts;
  return articles.map((article) => ({
    kind: 'article',
    of: article,
    start: article.start,
    end: article.end,
    children: parts.filter(({ start }) => article.start <= start && start < article.end),
  }));
}

function turnPart({ source }: AnalysedDocument, turn: Turn): Part {
  const body = { start: turn.bodyStart, end: turn.end };
  const children = engine().findPoints(source.text, body).map(pointPart);
  return { kind: 'turn', of: turn, start: turn.start, end: turn.end, children };
}

const pointPart = (point: Point): Part => ({
  kind: 'point',
  of: point,
  start: point.start,
  end: point.end,
  children: point.children.map(pointPart),
});

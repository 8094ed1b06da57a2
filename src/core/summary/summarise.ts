import type { Analysis } from '../analysis';
import type { DocumentFacts } from '../annotation/annotation';
import type { ClaimKind } from '../claims/claim';
import { groupBy } from '../groupBy';
import { LineMap } from '../text/lineMap';
import { type Span, sliceOf } from '../text/span';
import { askerOf } from '../transcript/findSpeakers';
import { turnsOf } from '../transcript/transcript';
import { contextOf } from './contextOf';
import { oneLine } from './oneLine';
import { questionWords } from './questionWords';
import type { ClaimSummary, QuestionSummary, SloganSummary, TranscriptSummary } from './transcriptSummary';

/** How much is kept behind a figure. */
const CONTEXT_BEHIND = 16;
const COUNTING: ReadonlySet<ClaimKind> = new Set(['quantity', 'fraction']);

/** Sums a transcript up. `facts` are what a person has noted; the analysis adds what the text itself states. */
export function summarise(
  text: string,
  analysis: Analysis,
  facts: DocumentFacts = {},
  lines = new LineMap(text),
): TranscriptSummary {
  const words = (span: Span) => oneLine(sliceOf(text, span));
  const date = facts.date ?? analysis.date;
  return {
    facts: { ...facts, ...(date === undefined ? {} : { date }) },
    turns: analysis.turns.map(({ speaker, label, role, kind, labelSpan, start, end }) => ({
      speaker: speaker || label,
      role,
      kind,
      at: lines.range(labelSpan),
      whole: lines.range({ start, end }),
    })),
    questions: analysis.questions.map((question): QuestionSummary => {
      const asks = question.asks.map((ask) => ({ words: words(ask), at: lines.range(ask) }));
      return {
        asker: askerOf(question, analysis.turns),
        answeredBy: question.answeredBy,
        words: questionWords(text, question),
        asks,
        at: lines.range(question),
        answers: question.answers,
      };
    }),
    slogans: summariseSlogans(text, analysis, lines),
    claims: summariseClaims(text, analysis, lines),
  };
}

function summariseSlogans(text: string, { slogans, problems }: Analysis, lines: LineMap): SloganSummary[] {
  const misfits = new Map(
    problems.flatMap((problem) => (problem.code === 'itemCount' ? [[problem.name, problem]] : [])),
  );
  return [...groupBy(slogans, ({ name }) => name)].map(([name, mentions]) => {
    const explained = mentions.findIndex(({ items }) => items.length > 0);
    const misfit = explained < 0 ? misfits.get(name) : undefined;
    return {
      name,
      kind: mentions[0]!.kind,
      items: (mentions[explained]?.items ?? []).map((item) => ({
        words: oneLine(sliceOf(text, item)),
        at: lines.range(item),
      })),
      explained: explained < 0 ? undefined : explained,
      misfit: misfit && { found: misfit.found, expected: misfit.expected },
      mentions: mentions.map((mention) => ({ at: lines.range(mention), context: contextOf(text, mention) })),
    };
  });
}

function summariseClaims(text: string, analysis: Analysis, lines: LineMap): ClaimSummary[] {
  const { turns, claims } = analysis;
  const questionOf = questionsByTurn(analysis);
  return claims.map((claim): ClaimSummary => {
    const turn = claim.turn === undefined ? undefined : turns[claim.turn];
    const from = claim.changedFrom === undefined ? undefined : claims[claim.changedFrom];
    const { period } = claim;
    return {
      words: oneLine(sliceOf(text, claim)),
      kind: claim.kind,
      value: claim.value,
      upper: claim.upper,
      unit: claim.unit,
      hedge: claim.hedge,
      direction: claim.direction,
      basis: claim.basis ?? '',
      period: { words: period ? oneLine(sliceOf(text, period)) : '', from: period?.from, to: period?.to },
      modality: claim.modality,
      indicator: claim.measures ?? (claim.indicator ? oneLine(sliceOf(text, claim.indicator)) : ''),
      behind: claim.measures === undefined && COUNTING.has(claim.kind) ? lineFrom(text, claim.end, CONTEXT_BEHIND) : '',
      speaker: turn ? turn.speaker || turn.label : '',
      role: turn?.role ?? '',
      question: claim.turn === undefined ? undefined : questionOf.get(claim.turn),
      changedFrom: from ? oneLine(sliceOf(text, from)) : '',
      at: lines.range(claim),
    };
  });
}

const lineFrom = (text: string, start: number, length: number): string =>
  text.slice(start, start + length).split('\n')[0]!;

/** For each turn, the question that it asks or answers: the first where several share an answer. */
export function questionsByTurn({ questions }: Pick<Analysis, 'questions'>): Map<number, number> {
  const byTurn = new Map<number, number>();
  questions.forEach((question, index) => {
    for (const own of turnsOf(question)) if (!byTurn.has(own)) byTurn.set(own, index);
  });
  return byTurn;
}

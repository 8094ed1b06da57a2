import type { Analysis } from './analysis';
import { checkArithmetic } from './claims/checkArithmetic';
import type { Claim } from './claims/claim';
import { findQuantities } from './claims/findQuantities';
import type { ReferenceDate } from './claims/period';
import { readContext } from './claims/readContext';
import type { Problem } from './problem';
import { findSlogans } from './slogans/findSlogans';
import type { Slogan } from './slogans/slogan';
import type { Paragraph } from './text/paragraphs';
import { readTranscript } from './transcript/readTranscript';
import type { Turn } from './transcript/transcript';

export interface AnalysisOptions {
  /** The day of the event, to which 今年 and 上半年 refer. */
  readonly date?: ReferenceDate;
  /** Whether the lexicon of national formulas is used; for measuring what it contributes. */
  readonly lexicon?: boolean;
}

/** Reads a text with LF line ends. Total: any string gives an analysis. */
export function analyse(text: string, { date, lexicon = true }: AnalysisOptions = {}): Analysis {
  const { articles, turns, questions, paragraphs } = readTranscript(text);
  const { slogans, problems } = findSlogans(paragraphs, turns, { lexicon });
  const claims: Claim[] = [];
  const arithmetic: Problem[] = [];
  let nextSlogan = 0;
  let turn = 0;
  for (const paragraph of paragraphs) {
    while (turn < turns.length && turns[turn]!.end <= paragraph.start) turn++;
    while (nextSlogan < slogans.length && slogans[nextSlogan]!.end <= paragraph.start) nextSlogan++;
    const quantities = withoutSlogans(paragraph, slogans, nextSlogan);
    if (quantities.length === 0) continue;
    const read = readContext(paragraph.text, quantities, date);
    for (const problem of checkArithmetic(paragraph.text, read)) {
      arithmetic.push({ ...problem, span: paragraph.toSource(problem.span) });
    }
    place(claims, read, paragraph, turns, turn);
  }
  return {
    isTranscript: questions.length > 0,
    articles,
    turns,
    questions,
    slogans,
    claims,
    problems: merge(problems, arithmetic),
  };
}

/** Numbers inside slogans claim nothing. */
function withoutSlogans(paragraph: Paragraph, slogans: readonly Slogan[], from: number) {
  let next = from;
  return findQuantities(paragraph.text).filter((quantity) => {
    const { start, end } = paragraph.toSource(quantity);
    while (next < slogans.length && slogans[next]!.end <= start) next++;
    return !slogans[next] || slogans[next]!.start >= end;
  });
}

/** Adds a paragraph's claims to those of the document: offsets, indices and turn become the document's. */
function place(
  claims: Claim[],
  read: readonly Claim[],
  paragraph: Paragraph,
  turns: readonly Turn[],
  turn: number,
): void {
  const first = claims.length;
  for (const claim of read) {
    const span = paragraph.toSource(claim);
    let at = turn;
    while (at < turns.length && turns[at]!.end <= span.start) at++;
    const inTurn = turns[at] && turns[at]!.start <= span.start;
    claims.push({
      ...claim,
      ...span,
      ...(claim.period ? { period: { ...claim.period, ...paragraph.toSource(claim.period) } } : {}),
      ...(claim.indicator ? { indicator: paragraph.toSource(claim.indicator) } : {}),
      ...(claim.changedFrom === undefined ? {} : { changedFrom: claim.changedFrom + first }),
      ...(claim.changedTo === undefined ? {} : { changedTo: claim.changedTo + first }),
      ...(inTurn ? { turn: at } : {}),
      ...(inTurn && turns[at]!.kind === 'question' ? { modality: 'asked' as const } : {}),
    });
  }
}

const merge = (a: readonly Problem[], b: readonly Problem[]): Problem[] =>
  b.length === 0 ? [...a] : [...a, ...b].sort((one, other) => one.span.start - other.span.start);

import type { AnalysisOptions } from '../analyse';
import type { Analysis } from '../analysis';
import { Anchorer } from '../annotation/anchoring/anchorer';
import type { Correction, Sidecar } from '../annotation/annotation';
import type { Claim } from '../claims/claim';
import { nameSpeakers } from '../transcript/findSpeakers';
import { NO_SPEAKER } from './noSpeaker';

/**
 * What the analysis needs to know beforehand of what people corrected: the day of the event, names that are or are not
 * slogans, words that are no labels. A verdict on a slogan holds for its name throughout the document.
 */
export function analysisOptions({ document, corrections }: Pick<Sidecar, 'document' | 'corrections'>): AnalysisOptions {
  const accepted: string[] = [];
  const rejected: string[] = [];
  const notLabels: string[] = [];
  for (const correction of corrections) {
    const name = correction.target.exact.replace(/\s+/gu, '');
    if ('slogan' in correction) (correction.slogan === 'accept' ? accepted : rejected).push(name);
    if ('speaker' in correction && correction.speaker === NO_SPEAKER) notLabels.push(correction.target.exact);
  }
  return {
    ...(isDay(document.date) ? { date: document.date } : {}),
    ...(accepted.length + rejected.length > 0 ? { verdicts: { accepted, rejected } } : {}),
    ...(notLabels.length > 0 ? { notLabels } : {}),
  };
}

/** Whether it is a day that the calendar has, written `2022-08-26`. */
export function isDay(date: string | undefined): date is string {
  if (date === undefined || !/^\d{4}-\d\d-\d\d$/u.test(date)) return false;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** The analysis with what people corrected of its claims and speakers. A correction whose place is gone has no effect. */
export function applyCorrections(text: string, analysis: Analysis, corrections: readonly Correction[]): Analysis {
  let result = analysis;
  for (const correction of corrections) {
    if ('speaker' in correction && correction.speaker !== NO_SPEAKER) {
      result = renameSpeaker(result, correction.target.exact, correction.speaker);
    }
  }
  const verdicts = corrections.flatMap((correction) => ('claim' in correction ? [correction] : []));
  return verdicts.length === 0 ? result : { ...result, claims: correctClaims(text, result.claims, verdicts) };
}

type ClaimCorrection = Extract<Correction, { claim: unknown }>;

function correctClaims(text: string, claims: readonly Claim[], corrections: readonly ClaimCorrection[]): Claim[] {
  const verdicts = new Map<number, ClaimCorrection['claim']>();
  const anchorer = new Anchorer(text);
  for (const { target, claim } of corrections) {
    const { span } = anchorer.anchor(target);
    if (span)
      verdicts.set(
        claims.findIndex(({ start, end }) => start === span.start && end === span.end),
        claim,
      );
  }
  const kept: number[] = [];
  claims.forEach((_, index) => {
    if (verdicts.get(index) !== 'reject') kept.push(index);
  });
  const moved = new Map(kept.map((old, index) => [old, index]));
  const follow = (index: number | undefined) => (index === undefined ? undefined : moved.get(index));
  return kept.map((index) => {
    const claim = claims[index]!;
    const verdict = verdicts.get(index);
    const changed = typeof verdict === 'object' ? verdict : {};
    return {
      ...claim,
      value: changed.value ?? claim.value,
      unit: changed.unit ?? claim.unit,
      measures: changed.indicator,
      changedFrom: follow(claim.changedFrom),
      changedTo: follow(claim.changedTo),
    };
  });
}

/** Who speaks under a label is the same throughout a document. */
function renameSpeaker(analysis: Analysis, label: string, speaker: string): Analysis {
  const isMeant = (index: number) => analysis.turns[index]?.label === label;
  const turns = analysis.turns.map((turn) => (turn.label === label ? { ...turn, speaker } : turn));
  return {
    ...analysis,
    turns,
    speakers: nameSpeakers(turns),
    questions: analysis.questions.map((question) => {
      const asks = isMeant(question.turn) && turns[question.turn]!.kind === 'question';
      const answers = question.answers.map((answer) => turns[answer]!.speaker).filter((name) => name !== '');
      const isAnswered = question.answers.some(isMeant);
      return {
        ...question,
        asker: asks ? speaker : question.asker,
        answeredBy: isAnswered ? [...new Set(answers)] : question.answeredBy,
      };
    }),
  };
}

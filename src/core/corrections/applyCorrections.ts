import type { AnalysisOptions } from '../analyse';
import type { Analysis } from '../analysis';
import { Anchorer } from '../annotation/anchoring/anchorer';
import type { Correction, Sidecar, SloganFacts, SpeakerFacts, Target } from '../annotation/annotation';
import type { Claim } from '../claims/claim';
import { dateInName } from '../text/dateInName';
import { nameSpeakers } from '../transcript/findSpeakers';
import { type Turn, turnOf } from '../transcript/transcript';
import { NO_SPEAKER } from './noSpeaker';

/**
 * What the analysis needs to know beforehand of what people corrected: the day of the event, names that are or are not
 * slogans, words that are no labels. A verdict on a slogan holds for its name throughout the document. `path` is that of
 * the document, whose name may be a day.
 */
export function analysisOptions(
  path: string,
  { document, corrections }: Pick<Sidecar, 'document' | 'corrections'>,
): AnalysisOptions {
  const accepted: string[] = [];
  const rejected: string[] = [];
  const notLabels: string[] = [];
  for (const correction of corrections) {
    const name = correction.target.exact.replace(/\s+/gu, '');
    if ('slogan' in correction) (correction.slogan === 'reject' ? rejected : accepted).push(name);
    if ('speaker' in correction && correction.speaker === NO_SPEAKER) notLabels.push(correction.target.exact);
  }
  const named = dateInName(path);
  return {
    ...(isDay(document.date) ? { date: document.date } : {}),
    ...(named === undefined ? {} : { dateInName: named }),
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

/** The analysis with what people corrected of its findings. A correction whose place is gone has no effect. */
export function applyCorrections(text: string, analysis: Analysis, corrections: readonly Correction[]): Analysis {
  if (corrections.length === 0) return analysis;
  let result = analysis;
  const anchorer = new Anchorer(text);
  const verdicts: ClaimCorrection[] = [];
  for (const correction of corrections) {
    const { target } = correction;
    if ('claim' in correction) verdicts.push(correction);
    else if ('slogan' in correction) {
      if (typeof correction.slogan === 'object') result = correctSlogan(anchorer, result, target, correction.slogan);
    } else if (correction.speaker !== NO_SPEAKER) result = correctSpeaker(result, target.exact, correction.speaker);
  }
  return verdicts.length === 0 ? result : { ...result, claims: correctClaims(anchorer, result.claims, verdicts) };
}

type ClaimCorrection = Extract<Correction, { claim: unknown }>;

function correctClaims(anchorer: Anchorer, claims: readonly Claim[], corrections: readonly ClaimCorrection[]): Claim[] {
  const verdicts = new Map<number, ClaimCorrection['claim']>();
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
      upper: changed.value === undefined ? claim.upper : undefined,
      unit: changed.unit ?? claim.unit,
      kind: changed.kind ?? claim.kind,
      // no words of the text say what a person does
      period: changed.period ? { start: claim.start, end: claim.start, ...changed.period } : claim.period,
      direction: changed.direction ?? claim.direction,
      modality: changed.modality ?? claim.modality,
      measures: changed.indicator,
      ...(changed.compared === 'no' ? { isApart: true } : {}),
      changedFrom: follow(claim.changedFrom),
      changedTo: follow(claim.changedTo),
    };
  });
}

/** What a person says that a slogan stands for holds for all its mentions, and is told at the one that was corrected. */
function correctSlogan(anchorer: Anchorer, analysis: Analysis, target: Target, facts: SloganFacts): Analysis {
  const { span } = anchorer.anchor(target);
  const place = analysis.slogans.find(({ start, end }) => start === span?.start && end === span.end);
  if (!place) return analysis;
  const items = facts.items?.flatMap((item) => anchorer.anchor(item).span ?? []) ?? [];
  return {
    ...analysis,
    slogans: analysis.slogans.map((slogan) => {
      if (slogan.name !== place.name) return slogan;
      const own = items.length === 0 ? slogan.items : slogan === place ? items : [];
      return { ...slogan, name: facts.name ?? slogan.name, items: own };
    }),
    problems: analysis.problems.filter(
      (problem) => items.length === 0 || problem.code !== 'itemCount' || problem.name !== place.name,
    ),
  };
}

/** Who speaks under a label is the same throughout a document; facts of a person hold for all labels of that person. */
function correctSpeaker(analysis: Analysis, label: string, facts: string | SpeakerFacts): Analysis {
  const { name, role, outlet } =
    typeof facts === 'string' ? { name: facts, role: undefined, outlet: undefined } : facts;
  const labelled = analysis.turns.filter((turn) => turn.label === label);
  const persons = typeof facts === 'string' ? [] : labelled.map(({ speaker }) => speaker).filter(Boolean);
  const isMeant = (turn: Turn | undefined) =>
    turn !== undefined && (turn.label === label || persons.includes(turn.speaker));
  const corrected = (turn: Turn): Turn => ({
    ...turn,
    // a journalist speaks for an outlet
    speaker: turn.kind === 'question' ? (outlet ?? name) : name,
    role: role ?? turn.role,
  });
  const turns = analysis.turns.map((turn) => (isMeant(turn) ? corrected(turn) : turn));
  const isCorrected = (index: number) => isMeant(analysis.turns[index]);
  return {
    ...analysis,
    turns,
    speakers: nameSpeakers(turns),
    questions: analysis.questions.map((question) => {
      const asking = turnOf(question, turns);
      const answers = question.answers.map((answer) => turns[answer]!.speaker).filter(Boolean);
      const asks = isMeant(turnOf(question, analysis.turns)) && asking?.kind === 'question';
      return {
        ...question,
        asker: asks ? asking.speaker : question.asker,
        answeredBy: question.answers.some(isCorrected) ? [...new Set(answers)] : question.answeredBy,
      };
    }),
  };
}

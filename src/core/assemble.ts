import type { Claim } from './claims/claim';
import type { Problem } from './problem';
import type { PlacedClaims, SectionReading } from './readSection';
import { explainCompounds } from './slogans/explain';
import { introduced } from './slogans/introduced';
import type { Slogan } from './slogans/slogan';
import { withoutLists } from './slogans/withoutLists';
import { asWritten } from './text/asWritten';
import type { Turn } from './transcript/transcript';

export interface Findings {
  readonly slogans: Slogan[];
  readonly claims: Claim[];
  readonly problems: Problem[];
}

/**
 * Puts the readings of all sections together: offsets, indices and turns become the document's. `accepted` are the names that a
 * person calls slogans.
 */
export function assemble(
  readings: readonly SectionReading[],
  turns: readonly Turn[],
  accepted: readonly string[],
): Findings {
  const findings: Findings = { slogans: [], claims: [], problems: [] };
  const mentions = withoutLists(introduced(readings.map((reading) => reading.mentions)), accepted);
  const owners = readings.flatMap((reading, index) => mentions[index]!.map(() => reading.section));
  const borrowed = explainCompounds(mentions.flat());
  let turn = 0;
  for (const [place, reading] of readings.entries()) {
    const { section } = reading;
    addSlogans(findings, { section, mentions: mentions[place]! }, (index) =>
      borrowed.get(index)?.map(({ mention, span }) => owners[mention]!.toSource(span)),
    );
    for (const problem of reading.problems) {
      findings.problems.push({ ...problem, span: section.toSource(problem.span) });
    }
    const first = findings.claims.length;
    const known = reading.placed;
    const own = known?.first === first && known.turn === turn ? known : placeClaims(reading, turns, turn, first);
    reading.placed = own;
    for (const claim of own.claims) findings.claims.push(claim);
    turn = own.nextTurn;
  }
  findings.problems.sort((a, b) => a.span.start - b.span.start);
  return findings;
}

function addSlogans(
  { slogans, problems }: Findings,
  { section, mentions }: Pick<SectionReading, 'section' | 'mentions'>,
  borrowedItems: (index: number) => Slogan['items'] | undefined,
): void {
  for (const { explanation, kind, ...mention } of mentions) {
    const { start, end } = section.toSource(mention);
    const name = asWritten(mention.name, section.written(mention));
    const items = borrowedItems(slogans.length) ?? explanation?.items.map((item) => section.toSource(item)) ?? [];
    slogans.push({ start, end, kind, name, items });
    const misfit = items.length === 0 ? explanation?.misfit : undefined;
    if (misfit) problems.push({ code: 'itemCount', span: { start, end }, name, ...misfit });
  }
}

/** Turns offsets and indices of a section's claims into the document's, where `first` claims stand before them. */
function placeClaims(
  { section, claims }: SectionReading,
  turns: readonly Turn[],
  firstTurn: number,
  first: number,
): PlacedClaims {
  let turn = firstTurn;
  const list = claims.map((claim): Claim => {
    const { start, end } = section.toSource(claim);
    while (turn < turns.length && turns[turn]!.end <= start) turn++;
    const own = turns[turn];
    const inTurn = own !== undefined && own.start <= start;
    return {
      start,
      end,
      kind: claim.kind,
      value: claim.value,
      upper: claim.upper,
      unit: claim.unit,
      hedge: claim.hedge,
      direction: claim.direction,
      basis: claim.basis,
      period: claim.period && { ...section.toSource(claim.period), from: claim.period.from, to: claim.period.to },
      modality: inTurn && own.kind === 'question' ? 'asked' : claim.modality,
      indicator: claim.indicator && section.toSource(claim.indicator),
      indicatorLikelihood: claim.indicatorLikelihood,
      measures: claim.measures,
      changedFrom: claim.changedFrom === undefined ? undefined : claim.changedFrom + first,
      changedTo: claim.changedTo === undefined ? undefined : claim.changedTo + first,
      turn: inTurn ? turn : undefined,
    };
  });
  return { first, turn: firstTurn, nextTurn: turn, claims: list };
}

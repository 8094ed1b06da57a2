import { checkArithmetic } from './claims/checkArithmetic';
import type { Claim, DraftClaim } from './claims/claim';
import { findQuantities } from './claims/findQuantities';
import type { ReferenceDate } from './claims/period/days';
import { readContext } from './claims/readContext';
import type { Problem } from './problem';
import { type Candidate, findCandidates } from './slogans/candidates';
import { type ExplainedMention, explainMentions } from './slogans/explain';
import type { MentionFinder } from './slogans/mentions';
import { asWritten } from './text/asWritten';
import type { Section } from './text/section';

/** What a section's own text says, before the document has a say. Offsets count in the section's text. */
export interface SectionCandidates {
  readonly section: Section;
  /** By paragraph, with offsets in the paragraph. */
  readonly candidates: readonly (readonly Candidate[])[];
}

/** A section read with the slogans of the whole document. Offsets count in the section's text, indices in its lists. */
export interface SectionReading {
  readonly section: Section;
  readonly mentions: readonly ExplainedMention[];
  readonly claims: readonly Claim[];
  readonly problems: readonly Problem[];
  /** The claims at their places in the document, kept while nothing before the section changes. */
  placed: PlacedClaims | undefined;
}

/** A section's claims in the document: `first` claims stand before them, and `turn` is the first turn to look at. */
export interface PlacedClaims {
  readonly first: number;
  readonly turn: number;
  readonly nextTurn: number;
  readonly claims: readonly Claim[];
}

export const findSectionCandidates = (section: Section): SectionCandidates => ({
  section,
  candidates: section.paragraphs.map(({ text }) => findCandidates(text)),
});

export function readSection(
  { section, candidates }: SectionCandidates,
  finder: MentionFinder,
  date: ReferenceDate,
): SectionReading {
  const mentions: Candidate[] = [];
  const claims: Claim[] = [];
  const problems: Problem[] = [];
  section.paragraphs.forEach((paragraph, index) => {
    const { text } = paragraph;
    const by = section.starts[index]!;
    const own = finder.find(text, candidates[index]!);
    for (const mention of own) mentions.push(shift(mention, by));
    const read = readContext(text, outside(findQuantities(text), own), date);
    if (!paragraph.isAsWritten) {
      // signs have one form; words are given as they are written
      for (const claim of read) {
        if (/\p{Script=Han}/u.test(claim.unit)) claim.unit = asWritten(claim.unit, paragraph.written(claim));
      }
    }
    for (const problem of checkArithmetic(text, read)) problems.push({ ...problem, span: shift(problem.span, by) });
    const first = claims.length;
    for (const claim of read) {
      placeInSection(claim, by, first);
      claims.push(claim);
    }
  });
  return { section, mentions: explainMentions(section.text, mentions), claims, problems, placed: undefined };
}

/** Numbers inside slogans claim nothing. Both lists are in text order. */
function outside<T extends { start: number; end: number }>(quantities: T[], mentions: readonly Candidate[]): T[] {
  if (mentions.length === 0) return quantities;
  let next = 0;
  return quantities.filter(({ start, end }) => {
    while (next < mentions.length && mentions[next]!.end <= start) next++;
    return !mentions[next] || mentions[next]!.start >= end;
  });
}

const shift = <T extends { start: number; end: number }>(span: T, by: number): T => ({
  ...span,
  start: span.start + by,
  end: span.end + by,
});

function placeInSection(claim: DraftClaim, by: number, first: number): void {
  claim.start += by;
  claim.end += by;
  if (claim.period) claim.period = shift(claim.period, by);
  if (claim.indicator) claim.indicator = shift(claim.indicator, by);
  if (claim.changedFrom !== undefined) claim.changedFrom += first;
  if (claim.changedTo !== undefined) claim.changedTo += first;
}

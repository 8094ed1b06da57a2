import type { Claim } from '../core/claims/claim';
import type { Slogan } from '../core/slogans/slogan';
import { partitionPoint } from '../core/text/search';
import type { Span } from '../core/text/span';
import type { Turn } from '../core/transcript/transcript';
import type { AnalysedDocument } from './analyses';

export interface Findings {
  readonly claim: Claim | undefined;
  readonly slogan: Slogan | undefined;
  /** The turn whose label stands there. */
  readonly labelled: Turn | undefined;
}

/** What the analysis found at an offset; a caret directly behind a finding still is at it. */
export const findingsAt = ({ claims, slogans, turns }: AnalysedDocument, offset: number): Findings => ({
  claim: at(claims, offset),
  slogan: at(slogans, offset),
  labelled: turns.find(
    ({ labelSpan }) => labelSpan.start <= offset && offset <= labelSpan.end && labelSpan.end > labelSpan.start,
  ),
});

/** Findings of one kind do not overlap and are sorted. */
function at<T extends Span>(findings: readonly T[], offset: number): T | undefined {
  const behind = partitionPoint(findings.length, (index) => findings[index]!.start <= offset);
  const found = findings[behind - 1];
  return found && offset <= found.end ? found : undefined;
}

import type { Correction } from '../../core/annotation/annotation';
import type { Span } from '../../core/text/span';
import type { AnalysedDocument } from '../../host/analyses';
import type { FindingReference } from '../../host/findingReference';

type WithoutTarget<T> = T extends unknown ? Omit<T, 'target'> : never;

/** What a correction says of the place for which it is asked. */
export type CorrectionValue = WithoutTarget<Correction>;

/** A finding that stands in an open transcript now. */
export interface Finding {
  readonly reference: FindingReference;
  readonly analysed: AnalysedDocument;
  readonly span: Span;
}

import type { Span } from '../text/span';

export type ClaimKind = 'quantity' | 'money' | 'percent' | 'fraction' | 'multiple' | 'rank';
export type Hedge = 'exact' | 'about' | 'atLeast' | 'atMost';

/** A checkable quantity that somebody asserts, plans or asks about. Spans hedge, number, magnitude and unit. */
export interface Claim extends Span {
  readonly kind: ClaimKind;
  /** The number in plain units: 1193000000 for `11.93亿吨`. */
  readonly value: number;
  /** The unit without magnitude; empty for a bare count. */
  readonly unit: string;
  readonly hedge: Hedge;
}

import type { Span } from '../text/span';

export const CLAIM_KINDS = ['quantity', 'money', 'percent', 'fraction', 'multiple', 'rank'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];
export type Hedge = 'exact' | 'about' | 'atLeast' | 'atMost';
/** Which way the figure points: a change upwards or downwards by it, a level that is reached, or neither. */
export const DIRECTIONS = ['increase', 'decrease', 'reach', 'none'] as const;
export type Direction = (typeof DIRECTIONS)[number];
/** What kind of assertion it is: a fact, something aimed at, something expected, or something in a question. */
export const MODALITIES = ['actual', 'target', 'forecast', 'asked'] as const;
export type Modality = (typeof MODALITIES)[number];

/** What numerals and unit alone say of a quantity. */
export interface Quantity extends Span {
  readonly kind: ClaimKind;
  /** The number in plain units: 1193000000 for `11.93亿吨`; of a range its first bound. */
  readonly value: number;
  /** The other bound of a range: 10 for `8到10家`, 60 for `五六十人`. */
  readonly upper: number | undefined;
  /** The unit without magnitude; empty for a bare count. */
  readonly unit: string;
  readonly hedge: Hedge;
}

/** The time expression that governs a claim, with its first and last day (ISO 8601) where the text allows to tell. */
export interface Period extends Span {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** A checkable quantity that somebody asserts, plans or asks about. Spans hedge, number, magnitude and unit. */
export interface Claim extends Quantity {
  readonly direction: Direction;
  /** The comparison it rests on, as written: 同比, 环比, 比上年. */
  readonly basis: string | undefined;
  readonly period: Period | undefined;
  readonly modality: Modality;
  /** What is measured: 全省煤炭产量. */
  readonly indicator: Span | undefined;
  /** How likely these words are right, from 0 to 1. */
  readonly indicatorLikelihood: number;
  /** The same as a person words it; undefined where nobody did. */
  readonly measures: string | undefined;
  /** A person says that it is comparable with no figure of the same key. */
  readonly isApart?: boolean;
  /** In `由65.7%提高到72.1%`, the index of the other figure: the later one names where it came from, the earlier one where it went. */
  readonly changedFrom: number | undefined;
  readonly changedTo: number | undefined;
  /** Index of the turn it stands in. */
  readonly turn: number | undefined;
}

/** A claim that is still being read. All claims are made in one place, with all their keys, so that engines see one shape. */
export type DraftClaim = { -readonly [Key in keyof Claim]: Claim[Key] };

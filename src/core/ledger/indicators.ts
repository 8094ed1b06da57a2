/** What people say of an indicator. */
export interface Indicator {
  readonly name: string;
  /** Other names of the same. */
  readonly same: readonly string[];
  /** Names of parts of it, which are never compared with it. */
  readonly narrower: readonly string[];
  readonly unit?: string;
}

/** What `indicators.yaml` holds for people. */
export interface Indicators {
  readonly indicators: readonly Indicator[];
}

export const NO_INDICATORS: Indicators = { indicators: [] };
export const INDICATORS_FILE = 'indicators.yaml';

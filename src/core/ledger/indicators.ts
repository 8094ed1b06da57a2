import { indicatorName } from './indicatorName';

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

/** Gives names their indicator: by what people say, else as they are. */
export class IndicatorNames {
  private readonly known = new Map<string, string>();

  constructor({ indicators }: Indicators) {
    for (const { name, same } of indicators) {
      for (const word of [name, ...same]) this.known.set(indicatorName(word), name);
    }
  }

  /** Whether a person has named it. */
  has = (name: string): boolean => this.known.has(name);

  /** The indicator that words name. */
  of(words: string): string {
    const name = indicatorName(words);
    return this.known.get(name) ?? name;
  }
}

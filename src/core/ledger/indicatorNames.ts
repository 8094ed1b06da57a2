import { indicatorName } from './indicatorName';
import type { Indicators } from './indicators';

/** Gives names their indicator: by what people say, else as they are. */
export class IndicatorNames {
  private readonly known = new Map<string, string>();
  private readonly named: ReadonlySet<string>;

  constructor({ indicators }: Indicators) {
    this.named = new Set(indicators.map(({ name }) => name));
    for (const { name, same } of indicators) {
      for (const word of [name, ...same]) this.known.set(indicatorName(word), name);
    }
  }

  /** Whether a person has given the name, as `of` returns it. */
  has = (name: string): boolean => this.named.has(name);

  /** The indicator that words name. */
  of(words: string): string {
    const name = indicatorName(words);
    return this.known.get(name) ?? name;
  }
}

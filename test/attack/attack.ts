import fc from 'fast-check';

/** One line of what an attack counted. */
export interface Counter {
  readonly counter: string;
  readonly count: number;
  /** Whether any at all is a fault of the program. */
  readonly isFault: boolean;
  /** The first case, as short as it can be told. */
  readonly example?: string;
}

/** What a file of this folder exports: `npm run attack` runs every file that has both. */
export interface Attack {
  readonly name: string;
  readonly run: (options: AttackOptions) => readonly Counter[] | Promise<readonly Counter[]>;
}

export interface AttackOptions {
  /** How long it may take. */
  readonly seconds: number;
  /** The same seed gives the same cases, of which a faster machine sees more. */
  readonly seed: number;
}

/** Counts by name, in the order in which the names first came up; those that `begin` names are there from the start. */
export class Counters {
  private readonly counts = new Map<string, { count: number; isFault: boolean; example?: string }>();

  begin(faults: readonly string[]): void {
    for (const name of faults) this.counts.set(name, { count: 0, isFault: true });
  }

  add(name: string, times = 1): void {
    this.enter(name, false).count += times;
  }

  fault(name: string, example: () => unknown, times = 1): void {
    const counted = this.enter(name, true);
    counted.count += times;
    if (counted.count > 0) counted.example ??= JSON.stringify(example());
  }

  rows(): Counter[] {
    return [...this.counts].map(([counter, row]) => ({ counter, ...row }));
  }

  private enter(name: string, isFault: boolean) {
    const known = this.counts.get(name) ?? { count: 0, isFault };
    this.counts.set(name, known);
    return known;
  }
}

/** Random values, one after the other, until the time is over. */
export function* samples<T>(arbitrary: fc.Arbitrary<T>, { seconds, seed }: AttackOptions): Generator<T> {
  const end = performance.now() + seconds * 1000;
  for (let round = 0; ; round++) {
    for (const value of fc.sample(arbitrary, { seed: seed + round, numRuns: 20 })) {
      if (performance.now() > end) return;
      yield value;
    }
  }
}

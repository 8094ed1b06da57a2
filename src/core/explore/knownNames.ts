import { attributesOf } from '../query/dated';
import type { DocumentFields } from '../query/documentFields';

const KINDS = ['tags', 'speaker', 'role', 'outlet', 'slogan', 'indicator', 'attribute'] as const;

/** Names that the documents have, those of most documents first, and the values of each attribute. */
export type KnownNames = Readonly<Record<(typeof KINDS)[number], readonly string[]>> & {
  readonly values: Readonly<Record<string, readonly string[]>>;
};

export const NO_NAMES: KnownNames = {
  ...{ tags: [], speaker: [], role: [], outlet: [], slogan: [], indicator: [], attribute: [] },
  values: {},
};

/** More names than anybody looks through. */
const MOST = 3000;

/** How many documents have a name. */
class Counts extends Map<string, number> {
  addAll(names: readonly string[]): void {
    for (const name of names) if (name !== '') this.set(name, (this.get(name) ?? 0) + 1);
  }

  sorted(): string[] {
    return [...this]
      .sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
      .map(([name]) => name)
      .slice(0, MOST);
  }
}

/** What documents name, taken together one by one. */
export class NameCounter {
  private readonly counts = new Map<string, Counts>();
  private readonly values = new Map<string, Counts>();

  add({ tags, speakers, roles, outlets, slogans, indicators, facts }: DocumentFields): void {
    const attributes = attributesOf(facts);
    const found: Omit<KnownNames, 'values'> = {
      ...{ tags, speaker: speakers, role: roles, outlet: outlets, slogan: slogans, indicator: indicators },
      attribute: Object.keys(attributes),
    };
    for (const kind of KINDS) countsOf(this.counts, kind).addAll(found[kind]);
    for (const [key, value] of Object.entries(attributes)) countsOf(this.values, key).addAll([value]);
  }

  names(): KnownNames {
    const names = KINDS.map((kind) => [kind, countsOf(this.counts, kind).sorted()] as const);
    const values = [...this.values].slice(0, MOST).map(([key, counts]) => [key, counts.sorted()] as const);
    return { ...NO_NAMES, ...Object.fromEntries(names), values: Object.fromEntries(values) };
  }
}

function countsOf(all: Map<string, Counts>, key: string): Counts {
  const counts = all.get(key) ?? new Counts();
  all.set(key, counts);
  return counts;
}

import type { DocumentFields } from '../query/documentFields';
import { attributesOf } from '../query/queryDocument';

/** Names that the documents have, those of most documents first. */
export type KnownNames = Readonly<Record<'tags' | 'speaker' | 'slogan' | 'indicator' | 'attribute', readonly string[]>>;

/** More names than anybody looks through. */
const MOST = 3000;

/** What documents name, taken together one by one. */
export class NameCounter {
  private readonly counts = {
    tags: new Map<string, number>(),
    speaker: new Map<string, number>(),
    slogan: new Map<string, number>(),
    indicator: new Map<string, number>(),
    attribute: new Map<string, number>(),
  };

  add({ tags, speakers, slogans, indicators, facts }: DocumentFields): void {
    const found = {
      ...{ tags, speaker: speakers, slogan: slogans, indicator: indicators },
      attribute: Object.keys(attributesOf(facts)),
    };
    for (const [kind, names] of Object.entries(found)) {
      const counts = this.counts[kind as keyof KnownNames];
      for (const name of names) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }

  names(): KnownNames {
    const sorted = (counts: ReadonlyMap<string, number>) =>
      [...counts].sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1)).map(([name]) => name);
    const { tags, speaker, slogan, indicator, attribute } = this.counts;
    return {
      ...{ tags: sorted(tags).slice(0, MOST), speaker: sorted(speaker).slice(0, MOST) },
      ...{ slogan: sorted(slogan).slice(0, MOST), indicator: sorted(indicator).slice(0, MOST) },
      attribute: sorted(attribute).slice(0, MOST),
    };
  }
}

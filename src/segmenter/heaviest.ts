import type { Keyword } from './segmenter';

/** The `count` heaviest words; of equally heavy ones those that were put in first. */
export const heaviest = (weights: ReadonlyMap<string, number>, count: number): Keyword[] =>
  [...weights]
    .map(([word, weight]) => ({ word, weight }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, count);

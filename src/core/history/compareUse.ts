import { groupBy } from '../groupBy';
import type { SloganUse } from './sloganUse';

/** How two groups of documents use one slogan. */
export interface UseComparison {
  readonly name: string;
  readonly kind: SloganUse['kind'];
  readonly mentionsA: number;
  readonly mentionsB: number;
  readonly documentsA: number;
  readonly documentsB: number;
  readonly perTenThousandA: number;
  readonly perTenThousandB: number;
  /** Binary logarithm of the ratio of the two rates, with half a mention where there is none (Hardie 2014): 1 is twice as often in A. */
  readonly logRatio: number;
  /** How unevenly the documents of both groups use it, from 0 (evenly) to 1; null below five mentions. */
  readonly dispersion: number | null;
}

/** A document that may use slogans or not, with its length in characters without blanks. */
export interface DocumentSize {
  readonly path: string;
  readonly length: number;
}

const DISPERSED_FROM = 5;

/** Slogans by how much they tell the groups apart, most telling first. */
export function compareUse(
  uses: readonly SloganUse[],
  groupA: readonly DocumentSize[],
  groupB: readonly DocumentSize[],
): UseComparison[] {
  const [pathsA, pathsB] = [groupA, groupB].map((group) => new Set(group.map(({ path }) => path)));
  const [lengthA, lengthB] = [groupA, groupB].map((group) => group.reduce((sum, { length }) => sum + length, 0));
  const known = new Map([...groupA, ...groupB].map(({ path, length }) => [path, length]));
  const whole = { length: 0, least: Number.POSITIVE_INFINITY };
  for (const length of known.values()) {
    whole.length += length;
    whole.least = Math.min(whole.least, length);
  }
  const compared = [...groupBy(uses, ({ name }) => name)].flatMap(([name, found]): UseComparison[] => {
    const [a, b] = [pathsA!, pathsB!].map((paths) => found.filter(({ path }) => paths.has(path)));
    const [mentionsA, mentionsB] = [a!, b!].map((group) => group.reduce((sum, { mentions }) => sum + mentions, 0));
    if (mentionsA! + mentionsB! === 0) return [];
    const dispersion = dispersionOf(
      found.filter(({ path }) => known.has(path)),
      whole,
    );
    return [
      {
        ...{ name, kind: found[0]!.kind, mentionsA: mentionsA!, mentionsB: mentionsB! },
        ...{ documentsA: a!.length, documentsB: b!.length },
        ...{ perTenThousandA: rate(mentionsA!, lengthA!), perTenThousandB: rate(mentionsB!, lengthB!) },
        logRatio: round(
          Math.log2((mentionsA || 0.5) / Math.max(1, lengthA!) / ((mentionsB || 0.5) / Math.max(1, lengthB!))),
        ),
        dispersion: mentionsA! + mentionsB! < DISPERSED_FROM ? null : round(dispersion.normalised),
      },
    ];
  });
  return compared.sort((a, b) => Math.abs(b.logRatio) - Math.abs(a.logRatio) || (a.name < b.name ? -1 : 1));
}

const rate = (mentions: number, length: number): number => round((mentions / Math.max(1, length)) * 1e4);
const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * Deviation of proportions (Gries 2008; normalised after Lijffijt and Gries 2012): half the sum of the differences between
 * the share of the text that each part is and the share of the mentions that it has. Parts without mentions need not be
 * given: `whole` says how long all are together, and the shortest.
 */
export function dispersionOf(
  parts: readonly { readonly length: number; readonly mentions: number }[],
  { length: whole, least }: { readonly length: number; readonly least: number },
): { readonly dp: number; readonly normalised: number } {
  const mentions = parts.reduce((sum, part) => sum + part.mentions, 0);
  if (whole === 0 || mentions === 0) return { dp: 0, normalised: 0 };
  const without = (whole - parts.reduce((sum, { length }) => sum + length, 0)) / whole;
  const differing = parts.reduce((sum, part) => sum + Math.abs(part.length / whole - part.mentions / mentions), 0);
  const dp = (without + differing) / 2;
  return { dp, normalised: least === whole ? 0 : dp / (1 - least / whole) };
}

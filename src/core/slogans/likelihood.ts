import type { Span } from '../text/span';
import { PAIR, tellSigns } from './signs';
import learned from './weights.json';

/*
 * How likely it is that a quotation is a slogan: the sum of the learned weights of its signs, in log odds (0 is even). What a
 * quotation says by itself is weighed first; what the whole document and the lexicon say of its name is added to it.
 */

const SIGNS: ReadonlyMap<string, number> = new Map(Object.entries(learned.signs));
/** Of these the signs of two characters inside, by the characters alone: every quotation has many of them. */
const PAIRS: ReadonlyMap<string, number> = new Map(
  [...SIGNS].flatMap(([sign, weight]) => (sign.startsWith(PAIR) ? [[sign.slice(PAIR.length), weight]] : [])),
);
const NAMES: Readonly<Record<string, number>> = learned.names;

/** What the quotation at `[start, end)`, marks outside, says by itself. */
export function likelihoodOf(text: string, span: Span): number {
  let sum = SIGNS.get('') ?? 0;
  const told: string[] = [];
  const tell = (sign: string) => {
    const weight = SIGNS.get(sign);
    if (weight === undefined || told.includes(sign)) return;
    told.push(sign);
    sum += weight;
  };
  tellSigns(text, span, tell, (pair) => {
    sum += PAIRS.get(pair) ?? 0;
  });
  return sum;
}

/** What a document says of a name that it quotes. */
export interface NameEvidence {
  /** The likelihoods of its quotations. */
  readonly likelihoods: readonly number[];
  /** How often it comes without marks too. */
  readonly recurrences: number;
  /** What the lexicon says of it: a slogan, none, or nothing. */
  readonly known: 'slogan' | 'none' | undefined;
  /** It is a part of a longer slogan of the document. */
  readonly isPart: boolean;
}

/** The signs of a name with their amounts. */
export function nameSigns({ likelihoods, recurrences, known, isPart }: NameEvidence): Record<string, number> {
  const count = likelihoods.length;
  return {
    '': 1,
    best: likelihoods.reduce((best, value) => Math.max(best, value), -Infinity),
    mean: likelihoods.reduce((sum, value) => sum + value, 0) / count,
    quotations: Math.log2(count),
    recurrences: Math.min(3, Math.log2(1 + Math.max(0, recurrences))),
    'known slogan': known === 'slogan' ? 1 : 0,
    'known to be none': known === 'none' ? 1 : 0,
    'part of another': isPart ? 1 : 0,
  };
}

export const likelihoodOfName = (evidence: NameEvidence): number =>
  Object.entries(nameSigns(evidence)).reduce((sum, [sign, amount]) => sum + amount * (NAMES[sign] ?? 0), 0);

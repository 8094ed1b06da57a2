import { indicatorKey } from '../core/claims/indicatorKey';
import { refineIndicator } from '../core/claims/refineIndicator';
import { readingOf } from '../core/text/readingText';
import type { Segmenter } from './segmenter';

/** What the rules know of a claim's indicator. */
export interface RuledIndicator {
  /** Empty where they found none. */
  readonly indicator: string;
  /** The words behind the figure. */
  readonly behind: string;
}

export interface RefinedIndicator {
  readonly indicator: string;
  /** The same for indicators that differ only in wording; empty for none. */
  readonly key: string;
}

/** The indicators by the classes of their words, each as the rules have it where these tell nothing better. */
export async function refineIndicators(
  ruled: readonly RuledIndicator[],
  segmenter: Segmenter,
  signal?: AbortSignal,
): Promise<RefinedIndicator[]> {
  const texts = ruled.flatMap(({ indicator, behind }) => [indicator, behind]);
  const worded = await tag(texts, segmenter, signal);
  const refined = ruled.map(({ indicator }, index) => {
    return refineIndicator(worded[2 * index]!, worded[2 * index + 1]!) || indicator;
  });
  const again = await tag(refined, segmenter, signal);
  return refined.map((indicator, index) => ({ indicator, key: indicator && indicatorKey(again[index]!) }));
}

async function tag(texts: readonly string[], segmenter: Segmenter, signal: AbortSignal | undefined) {
  const words = await segmenter.tag(texts.map(readingOf), signal);
  return texts.map((text, index) => ({ text, words: words[index]! }));
}

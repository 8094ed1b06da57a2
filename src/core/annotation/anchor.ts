import type { Span } from '../text/span';
import type { Target } from './annotation';

/** How sure it is that the annotated words were found: the first three are accepted by themselves. */
export type AnchorState = 'anchored' | 'moved' | 'normalised' | 'revised' | 'changed' | 'ambiguous' | 'orphaned';

export interface Anchored {
  readonly state: AnchorState;
  /** Where the passage is now, where that is accepted without asking a person. */
  readonly span?: Span;
  /** Where it may be, best first, where a person must decide. */
  readonly proposals: readonly Span[];
}

/** A quote this long is its own context. */
const SELF_EVIDENT_LENGTH = 24;
const CONTEXT_NEEDED = 4;

/** Finds the passage of `target` in `text` by its words and their surroundings. */
export function anchor(text: string, target: Target): Anchored {
  const { exact, start } = target;
  if (exact === '') return { state: 'orphaned', proposals: [] };
  if (text.startsWith(exact, start) && agreement(text, target, start) > 0) {
    return { state: 'anchored', span: { start, end: start + exact.length }, proposals: [] };
  }
  const places: number[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) places.push(at);
  const scored = places
    .map((at) => ({ at, score: agreement(text, target, at) }))
    .filter(({ score }) => score >= CONTEXT_NEEDED || exact.length >= SELF_EVIDENT_LENGTH)
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best) return { state: 'orphaned', proposals: [] };
  if (second && second.score === best.score)
    return { state: 'ambiguous', proposals: scored.map(({ at }) => ({ start: at, end: at + exact.length })) };
  const span = { start: best.at, end: best.at + exact.length };
  return { state: best.at === start ? 'anchored' : 'moved', span, proposals: [] };
}

/** How many characters of context agree, before and after taken together; at a text's edge, that it is an edge counts. */
function agreement(text: string, { exact, prefix, suffix }: Target, at: number): number {
  let before = 0;
  while (before < prefix.length && prefix[prefix.length - 1 - before] === text[at - 1 - before]) before++;
  let after = 0;
  while (after < suffix.length && suffix[after] === text[at + exact.length + after]) after++;
  const edges = (prefix === '' && at === 0 ? 1 : 0) + (suffix === '' && at + exact.length === text.length ? 1 : 0);
  return before + after + edges * CONTEXT_NEEDED;
}

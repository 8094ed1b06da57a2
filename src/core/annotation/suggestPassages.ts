import type { Claim } from '../claims/claim';
import type { Slogan } from '../slogans/slogan';
import { expandSpan } from '../text/expand';
import type { Span } from '../text/span';
import type { Turn } from '../transcript/transcript';

/** What kind of passage is offered where nothing is selected. */
export type PassageKind = 'word' | 'claim' | 'slogan' | 'clause' | 'sentence' | 'paragraph' | 'turn';

export interface SuggestedPassage extends Span {
  readonly kind: PassageKind;
}

/** The passages around a caret, the smallest first; of passages with the same words the first kind stays. */
export function suggestPassages(
  text: string,
  offset: number,
  found: {
    readonly word?: Span | undefined;
    readonly claim?: Claim | undefined;
    readonly slogan?: Slogan | undefined;
    readonly turn?: Turn | undefined;
  },
): SuggestedPassage[] {
  const { word, claim, slogan, turn } = found;
  const around = expandSpan(text, claim ?? slogan ?? { start: offset, end: offset });
  const kinds: readonly PassageKind[] = around.length === 1 ? ['paragraph'] : ['clause', 'sentence', 'paragraph'];
  const all: SuggestedPassage[] = [
    ...(claim ? [{ kind: 'claim' as const, start: claim.start, end: claim.end }] : []),
    ...(slogan ? [{ kind: 'slogan' as const, start: slogan.start, end: slogan.end }] : []),
    ...(word ? [{ kind: 'word' as const, start: word.start, end: word.end }] : []),
    ...around.map((span, index) => ({ kind: kinds[index]!, ...span })),
    ...(turn ? [{ kind: 'turn' as const, start: turn.bodyStart, end: turn.end }] : []),
  ];
  const passages: SuggestedPassage[] = [];
  for (const passage of all) {
    const isNew = !passages.some(({ start, end }) => start === passage.start && end === passage.end);
    if (isNew && text.slice(passage.start, passage.end).trim() !== '') passages.push(passage);
  }
  return passages.sort((a, b) => a.end - a.start - (b.end - b.start));
}

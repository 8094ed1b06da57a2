import { matchesOf } from '../../text/matches';
import type { Span } from '../../text/span';
import type { DraftClaim } from '../claim';

/** 甲、乙和丙分别增长1%、2%和3%: the n-th figure has the n-th noun, where there are as many of them. */
export function shareRespectively(text: string, claims: DraftClaim[]): void {
  for (let first = 0; first < claims.length; first++) {
    const { indicator, start } = claims[first]!;
    if (!indicator || indicator.end > start || !/^[^，。；]*分别[^，。；]*$/u.test(text.slice(indicator.end, start)))
      continue;
    let last = first;
    while (claims[last + 1] && /^[、和及与]{1,2}$/u.test(text.slice(claims[last]!.end, claims[last + 1]!.start)))
      last++;
    const nouns = nounsOf(text, indicator);
    if (last === first || nouns.length !== last - first + 1) continue;
    for (const [index, noun] of nouns.entries()) claims[first + index]!.indicator = noun;
    first = last;
  }
}

const NOUNS = /[^、和及与]+/gu;

/** The nouns of the list that ends with the indicator; its beginning may stand before what was taken for the indicator. */
function nounsOf(text: string, { start, end }: Span): Span[] {
  let from = start;
  for (;;) {
    const before = /[^，。；：、和及与\d]{2,16}(?:、|和|及|与|以及)(?:新增)?$/u.exec(
      text.slice(Math.max(0, from - 20), from),
    );
    if (!before) break;
    from -= before[0].length;
  }
  const nouns: Span[] = [];
  for (const { index, 0: noun } of matchesOf(NOUNS, text.slice(from, end))) {
    nouns.push({ start: from + index, end: from + index + noun.length });
  }
  return nouns;
}

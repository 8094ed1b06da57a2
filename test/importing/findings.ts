import { analyse } from '../../src/core/analyse';
import { sliceOf } from '../../src/core/text/span';

/** What is read in a text, each finding as words that do not depend on where it stands. */
export function findings(text: string): string[] {
  const { turns, questions, claims, slogans } = analyse(text);
  const words = (span: { start: number; end: number }) => sliceOf(text, span).replace(/\s/gu, '');
  return [
    ...turns.map(({ speaker, role, kind }) => `turn ${speaker} ${role} ${kind}`),
    ...questions.map(
      ({ asker, answeredBy, asks }) => `question ${asker} ${answeredBy.join()} ${asks.map(words).join()}`,
    ),
    ...claims.map(
      (claim) => `figure ${words(claim)} ${claim.value} ${claim.unit} ${claim.indicator ? words(claim.indicator) : ''}`,
    ),
    ...slogans.map(({ name, items }) => `slogan ${name} ${items.map(words).join()}`),
  ];
}

/** How many findings one text has and the other has not, both ways, and which. */
export function differing(one: string, other: string): { readonly total: number; readonly differ: readonly string[] } {
  const left = findings(one);
  const rest = findings(other);
  const total = Math.max(left.length, rest.length);
  const differ = left.filter((finding) => {
    const at = rest.indexOf(finding);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return { total, differ: [...differ, ...rest.map((finding) => `+ ${finding}`)] };
}

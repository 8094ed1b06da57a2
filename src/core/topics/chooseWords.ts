import type { Candidate } from './candidates';
import type { Weighed } from './weighCandidates';

/** Characters in a label beyond which no further word is added. */
const LABEL_LENGTH = 12;
/** A further word must weigh this share of the first. */
const WORTHWHILE = 0.4;
/** The same where the first is a single short word. */
const BETTER_THAN_NONE = 0.15;

/**
 * The heaviest, and at most `most` in all that say something else, in the order of the text, what is asked first. What is
 * only answered stands beside nothing that says enough by itself.
 */
export function chooseWords(weighed: readonly Weighed[], most: number): Weighed[] {
  const [head] = weighed;
  if (!head || most < 1) return [];
  const label = [head];
  // beside a slogan, which outweighs all else, the first that is none sets the measure
  const measure = (weighed.find(({ candidate }) => candidate.parts[0]!.role !== 'name') ?? head).weight;
  for (const next of weighed) {
    const parts = label.flatMap(({ candidate }) => candidate.parts);
    const isShort = parts.length === 1 && head.candidate.text.length < 4;
    if (label.length >= most || next.weight < measure * (isShort ? BETTER_THAN_NONE : WORTHWHILE)) break;
    const isEnough = head.isAsked && !(isShort && parts[0]!.role !== 'name');
    if (isEnough && !next.isAsked) continue;
    const length = parts.reduce((sum, { text }) => sum + text.length, next.candidate.text.length);
    if (length > LABEL_LENGTH || label.some((chosen) => overlap(chosen.candidate, next.candidate))) continue;
    label.push(next);
  }
  return label.sort((a, b) => Number(b.isAsked) - Number(a.isAsked) || a.candidate.first - b.candidate.first);
}

/** Whether two neighbouring characters of one are in the other: 能源革命, 能源供应. */
function overlap({ text }: Candidate, { text: other }: Candidate): boolean {
  for (let at = 0; at + 2 <= text.length; at++) if (other.includes(text.slice(at, at + 2))) return true;
  return false;
}

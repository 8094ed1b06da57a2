import type { Candidate } from './candidates';
import type { Usage } from './documentWords';

/** A candidate for the label of one question. */
export interface Weighed {
  readonly candidate: Candidate;
  readonly weight: number;
  readonly isAsked: boolean;
}

export interface Sides {
  readonly asked: ReadonlyMap<string, Candidate>;
  readonly answered: ReadonlyMap<string, Candidate>;
}

/** What may name a question, and what hardly does, the heaviest first; `all` is the number of questions in the document. */
export function weighCandidates(
  { asked, answered }: Sides,
  usages: ReadonlyMap<string, Usage>,
  all: number,
): { credible: Weighed[]; doubtful: Weighed[] } {
  const credible: Weighed[] = [];
  const doubtful: Weighed[] = [];
  const add = (candidate: Candidate, answers: number, isAsked: boolean) => {
    const usage = usages.get(candidate.text)!;
    const weight = said(candidate, answers, isAsked) * apart(usage.questions, all) * shape(candidate, usage, isAsked);
    (isCredible(candidate, usage, isAsked) ? credible : doubtful).push({ candidate, weight, isAsked });
  };
  for (const candidate of asked.values()) add(candidate, answered.get(candidate.text)?.count ?? 0, true);
  for (const candidate of answered.values()) if (!asked.has(candidate.text)) add(candidate, candidate.count, false);
  for (const list of [credible, doubtful]) {
    list.sort((a, b) => b.weight - a.weight || a.candidate.first - b.candidate.first);
  }
  return { credible, doubtful };
}

/** What is said once may be a chance neighbour or a bad cut, unless a question consists of it. */
function isCredible({ parts, count, isWhole }: Candidate, { said }: Usage, isAsked: boolean): boolean {
  if (!isAsked && count < 2) return false;
  if (parts[0]!.role === 'prefix' && !parts.some(({ role }) => role === 'noun' || role === 'new')) return false;
  if (said > 1) return true;
  if (parts.length === 1) return parts[0]!.role !== 'new';
  return (
    isAsked && isWhole && parts[0]!.role !== 'head' && parts.every(({ role }) => role === 'noun' || role === 'head')
  );
}

/** What is asked counts more than what is answered, most of all in the sentence that asks. */
function said({ count, requested, parts }: Candidate, answers: number, isAsked: boolean): number {
  if (!isAsked) return Math.log2(1 + answers) * 0.6;
  const context = requested === 0 && parts[0]!.role !== 'name' ? 0.7 : 1;
  return context * (1.5 + 0.5 * Math.min(count, 3) + 1.2 * Math.min(requested, 2) + 0.8 * Math.log2(1 + answers));
}

/** From 1 for what one question has to itself down to a third for what they all share. */
const apart = (shared: number, all: number): number =>
  all < 3 ? 1 : 0.35 + 0.65 * (Math.log((all + 1) / shared) / Math.log(all + 1));

/** Longer names say more; neighbours that belong together are said together again. */
function shape({ parts }: Candidate, usage: Usage, isAsked: boolean): number {
  const { role } = parts[0]!;
  if (role === 'name') return isAsked ? 2.5 : 1.3;
  const telling = parts.reduce((sum, part) => sum + part.text.length / (part.role === 'head' ? 2 : 1), 0);
  const length = (Math.min(telling, 6) / 2) ** 0.5 * (usage.isFragment ? 0.75 : 1);
  if (parts.length === 1) return length * (role === 'noun' ? 1 : role === 'new' ? 0.6 : 0.3);
  return length * (usage.said > 1 ? 1.15 : 1) * (parts.some((part) => part.role === 'noun') ? 1 : 0.8);
}

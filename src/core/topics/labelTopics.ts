import type { Analysis } from '../analysis';
import { asWritten, plainText } from '../text/plain';
import { type Candidate, findCandidates } from './candidates';
import { ASPECTS } from './generalWords';
import type { TopicQuestion } from './topicQuestion';
import { quotedPhrases, type TopicWord, type WordSense } from './topicWords';

export interface TopicOptions {
  /** Names of the slogans of the document. */
  readonly slogans?: readonly string[];
  /** Names of those who speak and ask: persons and outlets. */
  readonly names?: readonly string[];
}

/** A title up to this length is a label as it is. */
const TITLE_LENGTH = 14;
/** Words in a label, the first included. */
const MOST_WORDS = 3;
/** Characters in a label beyond which no further word is added. */
const LABEL_LENGTH = 12;
/** A further word must weigh this share of the first. */
const WORTHWHILE = 0.4;
/** The same where the first is a single short word. */
const BETTER_THAN_NONE = 0.15;

/**
 * A label of a few words for each question, in the characters of the document: what it asks about, and what sets it apart
 * from the other questions. Empty where a question says nothing that could name it.
 */
export function labelTopics(questions: readonly TopicQuestion[], options: TopicOptions = {}): string[] {
  const sense: WordSense = {
    slogans: [...new Set((options.slogans ?? []).map(plainText))].filter((name) => name !== ''),
    phrases: [...new Set(questions.flatMap(({ asked }) => quotedPhrases(asked.text)))],
    names: new Set((options.names ?? []).map(plainText)),
    tagged: questions.some(({ asked, answered }) =>
      [asked, answered].some(({ words }) => words.some(({ pos }) => pos)),
    ),
  };
  const sides = questions.map(({ asked, answered }) => ({
    asked: findCandidates(asked, sense),
    answered: findCandidates(answered, sense),
  }));
  const spread = new Map<string, number>();
  const mentions = new Map<string, number>();
  for (const { asked, answered } of sides) {
    for (const words of new Set([...asked.keys(), ...answered.keys()])) spread.set(words, (spread.get(words) ?? 0) + 1);
    for (const side of [asked, answered]) {
      for (const { text, count } of side.values()) mentions.set(text, (mentions.get(text) ?? 0) + count);
    }
  }
  const given = new Set<string>();
  return questions.map((question, index) => {
    const title = question.isTitle ? shortTitle(question.asked.written) : '';
    if (title !== '') return title;
    const { asked, answered } = sides[index]!;
    const weighed: Weighed[] = [];
    for (const candidate of asked.values()) {
      const weight = weigh(candidate, answered.get(candidate.text)?.count ?? 0, true);
      if (weight > 0) weighed.push({ candidate, weight, isAsked: true });
    }
    for (const candidate of question.isTitle ? [] : answered.values()) {
      if (asked.has(candidate.text)) continue;
      const weight = weigh(candidate, candidate.count, false);
      if (weight > 0) weighed.push({ candidate, weight, isAsked: false });
    }
    weighed.sort((a, b) => b.weight - a.weight || a.candidate.first - b.candidate.first);
    const aspects = weighed.some(({ isAsked }) => isAsked) ? [] : aspectsOf(question.asked.text);
    const most = MOST_WORDS - aspects.length;
    let label = choose(weighed, most);
    for (let first = 1; given.has(wordsOf(label)) && first < weighed.length; first++) {
      label = choose(weighed.slice(first), most);
    }
    given.add(wordsOf(label));
    const written = `${question.asked.written}${question.answered.written}`;
    return [...aspects, ...label.map(({ candidate }) => candidate.text)]
      .map((words) => asWritten(words, written))
      .join(' ');
  });

  function weigh(candidate: Candidate, answers: number, isAsked: boolean): number {
    const { text, parts, count, requested, isWhole } = candidate;
    const said = mentions.get(text)!;
    const isNominal = parts.every(({ role }) => role !== 'part' && role !== 'new');
    if (!isAsked && count < 2) return 0;
    if (said < 2 && !(isNominal && (parts.length === 1 || (isWhole && isAsked)))) return 0;
    const asks = isAsked ? 1.5 + 0.5 * Math.min(count, 3) + 1.2 * Math.min(requested, 2) : 0;
    const heard = Math.log2(1 + answers) * (isAsked ? 0.8 : 0.6);
    const beside = isAsked && requested === 0 ? 0.7 : 1;
    if (parts.length > 1 && !parts.some(({ role }) => role === 'noun' || role === 'new')) {
      if (parts.some((part) => part.text.length < 2)) return 0;
    }
    return beside * (asks + heard) * apart(spread.get(text)!) * shape(candidate, said, isAsked);
  }

  /** From 1 for a word of one question down to little for one that they all share. */
  function apart(shared: number): number {
    const all = questions.length;
    if (all < 3) return 1;
    return 0.35 + 0.65 * (Math.log((all + 1) / shared) / Math.log(all + 1));
  }
}

interface Weighed {
  readonly candidate: Candidate;
  readonly weight: number;
  readonly isAsked: boolean;
}

const wordsOf = (label: readonly Weighed[]): string => label.map(({ candidate }) => candidate.text).join(' ');

/** Longer names say more; neighbours that belong together are said together again. */
function shape({ parts }: Candidate, said: number, isAsked: boolean): number {
  const [{ role }] = parts as [TopicWord];
  if (role === 'name') return isAsked ? 2.2 : 1.3;
  const telling = parts.reduce((sum, part) => sum + part.text.length / (part.role === 'head' ? 2 : 1), 0);
  const length = (Math.min(telling, 6) / 2) ** 0.5;
  if (parts.length > 1) return length * (said > 1 ? 1.15 : 1) * (parts.some((part) => part.role === 'noun') ? 1 : 0.8);
  return length * (role === 'noun' ? 1 : role === 'new' ? 0.6 : 0.3);
}

/** The heaviest, and those beside it that say something else, in the order of the text. */
function choose(weighed: readonly Weighed[], most: number): Weighed[] {
  const [head] = weighed;
  if (!head) return [];
  const label = [head];
  for (const next of weighed) {
    const words = label.flatMap(({ candidate }) => candidate.parts);
    const share = words.length > 1 || head.candidate.text.length > 3 ? WORTHWHILE : BETTER_THAN_NONE;
    if (label.length >= most || next.weight < head.weight * share) break;
    const length = words.reduce((sum, { text }) => sum + text.length, next.candidate.text.length);
    if (length > LABEL_LENGTH || label.some((chosen) => overlap(chosen.candidate, next.candidate))) continue;
    label.push(next);
  }
  return label.sort((a, b) => Number(b.isAsked) - Number(a.isAsked) || a.candidate.first - b.candidate.first);
}

const overlap = (a: Candidate, b: Candidate): boolean =>
  a.text.includes(b.text) ||
  b.text.includes(a.text) ||
  a.parts.some((part) => b.parts.some(({ text }) => text === part.text));

/** 出台背景, 下一步安排; at most two, as written but for a 的. */
const aspectsOf = (asked: string): string[] =>
  Array.from(asked.matchAll(ASPECTS), ([words]) => words.replace('的', '')).slice(0, 2);

/** A title as it is written, where it is short enough; without what follows from its sentence. */
function shortTitle(title: string): string {
  const words = title
    .replace(/\s+/gu, '')
    .replace(/^(?:关于|有关|就|对于?|围绕)|(?:等|等方面|等问题|的?问题|的?情况|[？?。，,])$/gu, '');
  return words.length <= TITLE_LENGTH ? words : '';
}

/** The names that an analysis tells of: slogans to be used, speakers and outlets to be left out. */
export const topicNames = ({ slogans, turns, questions }: Analysis): Required<TopicOptions> => ({
  slogans: [...new Set(slogans.map(({ name }) => name))],
  names: [
    ...new Set([...turns.flatMap(({ speaker, role }) => [speaker, role]), ...questions.map(({ asker }) => asker)]),
  ],
});

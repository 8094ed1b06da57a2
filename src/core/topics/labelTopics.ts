import type { Analysis } from '../analysis';
import { asWritten } from '../text/asWritten';
import { readingOf } from '../text/readingText';
import { findCandidates } from './candidates';
import { chooseWords } from './chooseWords';
import { documentWords } from './documentWords';
import { ASPECTS } from './generalWords';
import type { TopicQuestion } from './topicQuestion';
import { quotedPhrases, type WordSense } from './topicWords';
import { type Weighed, weighCandidates } from './weighCandidates';

export interface TopicOptions {
  /** Names of the slogans of the document. */
  readonly slogans?: readonly string[];
  /** Names and offices of those who speak, and the outlets that ask. */
  readonly names?: readonly string[];
}

/** A title up to this length is a label as it is. */
const TITLE_LENGTH = 14;
const MOST_WORDS = 3;

/**
 * A label of a few words for each question, in the characters of the document: what it asks about, and what sets it apart
 * from the other questions. Empty where a question says nothing that could name it.
 */
export function labelTopics(questions: readonly TopicQuestion[], options: TopicOptions = {}): string[] {
  const sense = senseOf(questions, options);
  const sides = questions.map(({ asked, answered }) => ({
    asked: findCandidates(asked, sense),
    answered: findCandidates(answered, sense),
  }));
  const usages = documentWords(sides.map(({ asked, answered }) => [asked, answered]));
  const given = new Set<string>();
  return questions.map(({ asked, answered, isTitle }, index) => {
    const title = isTitle ? shortTitle(asked.written) : '';
    if (title !== '') return title;
    const { credible, doubtful } = weighCandidates(sides[index]!, usages, questions.length);
    const named = isTitle ? credible.filter(({ isAsked }) => isAsked) : credible;
    const aspects = named.some(({ isAsked }) => isAsked) ? [] : aspectsOf(asked.text);
    const words = chooseApart(named, doubtful, MOST_WORDS - aspects.length, given);
    given.add(words.join(' '));
    const written = `${asked.written}${answered.written}`;
    return [...aspects, ...words].map((word) => asWritten(word, written)).join(' ');
  });
}

function senseOf(questions: readonly TopicQuestion[], { slogans = [], names = [] }: TopicOptions): WordSense {
  const plain = (words: readonly string[]) => [...new Set(words.map(readingOf))].filter((word) => word !== '');
  return {
    slogans: plain(slogans),
    phrases: plain(questions.flatMap(({ asked }) => quotedPhrases(asked.text))),
    names: plain(names),
    tagged: questions.some(({ asked, answered }) =>
      [asked, answered].some(({ words }) => words.some(({ pos }) => pos !== '')),
    ),
  };
}

/** Words that no other question was `given`, the doubtful ones only where there are no others; else the best. */
function chooseApart(
  credible: readonly Weighed[],
  doubtful: readonly Weighed[],
  most: number,
  given: ReadonlySet<string>,
): string[] {
  const choices = [credible, doubtful].flatMap((list) =>
    list.map((_, first) => () => chooseWords(list.slice(first), most)),
  );
  let best: string[] = [];
  for (const choice of choices) {
    const words = choice().map(({ candidate }) => candidate.text);
    if (!given.has(words.join(' '))) return words;
    if (best.length === 0) best = words;
  }
  return best;
}

/** 出台背景, 下一步安排; at most two, as written but for a 的. */
const aspectsOf = (asked: string): string[] =>
  [...new Set(Array.from(asked.matchAll(ASPECTS), ([words]) => words.replace('的', '')))].slice(0, 2);

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

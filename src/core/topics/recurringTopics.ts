import { type Candidate, findCandidates } from './candidates';
import type { TaggedText } from './topicQuestion';
import { quotedPhrases, type WordSense } from './topicWords';

/** What the questions of one transcript ask. */
export interface AskedTexts {
  readonly asked: readonly TaggedText[];
  /** Names of those who speak and ask, in plain characters. */
  readonly names: readonly string[];
}

export interface RecurringTopic {
  readonly name: string;
  /** The questions that ask about it: each the index of its transcript, and its own among the questions there. */
  readonly questions: readonly { readonly transcript: number; readonly question: number }[];
  readonly transcripts: number;
}

const TRANSCRIPTS = 2;
const QUESTIONS = 3;

/** What is asked about in several transcripts, or often in one; the most widespread first. */
export function recurringTopics(texts: readonly AskedTexts[]): RecurringTopic[] {
  const found = new Map<string, { transcript: number; question: number }[]>();
  for (const [transcript, { asked, names }] of texts.entries()) {
    for (const [question, tagged] of asked.entries()) {
      for (const name of namesOfTopics(tagged, names)) {
        found.set(name, [...(found.get(name) ?? []), { transcript, question }]);
      }
    }
  }
  const topics = [...found].map(([name, questions]): RecurringTopic => {
    return { name, questions, transcripts: new Set(questions.map(({ transcript }) => transcript)).size };
  });
  const recurring = topics.filter((topic) => topic.transcripts >= TRANSCRIPTS || topic.questions.length >= QUESTIONS);
  return recurring
    .filter((topic) => !recurring.some((longer) => isPartOf(topic, longer)))
    .sort((a, b) => b.transcripts - a.transcripts || b.questions.length - a.questions.length);
}

function namesOfTopics(asked: TaggedText, names: readonly string[]): string[] {
  const tagged = asked.words.some(({ pos }) => pos !== '');
  const sense: WordSense = { slogans: [], phrases: quotedPhrases(asked.text), names, tagged };
  // 利用, 升级: what is done is a topic only together with what it is done to
  const actions = new Set(
    asked.words.flatMap(({ start, end, pos }) => (pos === 'vn' ? [asked.text.slice(start, end)] : [])),
  );
  return [...findCandidates(asked, sense).values()].flatMap((one) =>
    isName(one) && !actions.has(one.text) ? [one.text] : [],
  );
}

/** Whether words can stand alone as the name of a tag. */
const isName = ({ parts }: Candidate): boolean =>
  ['noun', 'head', 'new'].includes(parts.at(-1)!.role) && parts.some(({ role }) => role === 'noun');

/** Whether a topic is only ever asked about within a longer one. */
const isPartOf = ({ name, questions }: RecurringTopic, longer: RecurringTopic): boolean =>
  longer.name !== name && longer.name.includes(name) && longer.questions.length >= questions.length;

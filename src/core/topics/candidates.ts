import { partitionPoint } from '../text/search';
import { splitSentences } from '../text/sentences';
import type { TaggedText } from './topicQuestion';
import { type TopicWord, topicWords, type WordSense } from './topicWords';

/** A word or a run of neighbouring words that may name a topic. */
export interface Candidate {
  readonly text: string;
  readonly parts: readonly TopicWord[];
  /** How often it is said. */
  count: number;
  /** How often in sentences that ask. */
  requested: number;
  /** Its first place in the text. */
  readonly first: number;
  /** Whether it is, once at least, all that stands between two words that cannot be part of a topic. */
  isWhole: boolean;
  /** The one word before it, and behind it, wherever it is said; none where it also stands without. */
  before: string | undefined;
  behind: string | undefined;
}

const MOST_WORDS = 5;
const MOST_CHARACTERS = 8;
const ASKS = /[？?]|请|希望|想了解/u;

/** The candidates of a text by their words. */
export function findCandidates(tagged: TaggedText, sense: WordSense): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  const { text } = tagged;
  const requests = splitSentences(text).filter(({ start, end }) => ASKS.test(text.slice(start, end)));
  const isRequested = ({ start }: TopicWord) => {
    const before = requests[partitionPoint(requests.length, (index) => requests[index]!.start <= start) - 1];
    return before !== undefined && start < before.end;
  };
  for (const run of runsOf(topicWords(tagged, sense))) {
    for (let from = 0; from < run.length; from++) {
      for (let to = from + 1; to <= Math.min(run.length, from + MOST_WORDS); to++) {
        const parts = run.slice(from, to);
        const words = parts.map((part) => part.text).join('');
        if (words.length > MOST_CHARACTERS && parts.length > 1) break;
        if (!canBeTopic(parts)) continue;
        const known = candidates.get(words) ?? {
          text: words,
          parts,
          count: 0,
          requested: 0,
          first: parts[0]!.start,
          isWhole: false,
          before: run[from - 1]?.text,
          behind: run[to]?.text,
        };
        known.count++;
        if (known.before !== run[from - 1]?.text) known.before = undefined;
        if (known.behind !== run[to]?.text) known.behind = undefined;
        if (isRequested(parts[0]!)) known.requested++;
        known.isWhole ||= parts.length === run.length;
        candidates.set(words, known);
      }
    }
  }
  return candidates;
}

/** Whether words can name a topic: with something telling among them, and no verb or its like in the middle. */
function canBeTopic(parts: readonly TopicWord[]): boolean {
  const [first, ...others] = parts as [TopicWord, ...TopicWord[]];
  if (others.length === 0) return first.role !== 'head' && first.text.length > 1;
  if (others.some(({ role }) => role === 'prefix')) return false;
  if (first.role === 'head' && !others.some(({ role }) => role === 'noun' || role === 'new' || role === 'part'))
    return false;
  return (
    parts.reduce((sum, { text }) => sum + text.length, 0) > 2 &&
    others.slice(0, -1).every(({ role, text }) => role !== 'part' || text.length === 1)
  );
}

/** Neighbours without anything in between that ends a topic. A slogan stands alone. */
function runsOf(words: readonly TopicWord[]): TopicWord[][] {
  const runs: TopicWord[][] = [];
  let open: TopicWord[] = [];
  const close = () => {
    if (open.length > 0) runs.push(open);
    open = [];
  };
  for (const word of words) {
    if (word.role === 'break' || word.role === 'name' || (open.at(-1)?.end ?? word.start) !== word.start) close();
    if (word.role === 'name') runs.push([word]);
    else if (word.role !== 'break') open.push(word);
  }
  close();
  return runs;
}

import type { TranscriptSummary } from '../core/summary/transcriptSummary';
import { readingOf } from '../core/text/readingText';
import { type AskedTexts, type RecurringTopic, recurringTopics } from '../core/topics/recurringTopics';
import type { Segmenter } from './segmenter';

/** What the questions of several transcripts ask about again and again. Rejects only when `signal` is aborted. */
export async function suggestTopics(
  summaries: readonly TranscriptSummary[],
  segmenter: Segmenter,
  signal?: AbortSignal,
): Promise<RecurringTopic[]> {
  const texts: AskedTexts[] = [];
  for (const { turns, questions } of summaries) {
    const plain = questions.map(({ words }) => readingOf(words));
    const words = await segmenter.tag(plain, signal);
    const speakers = turns.flatMap(({ speaker, role }) => [speaker, role]);
    const names = [...speakers, ...questions.map(({ asker }) => asker)].filter((name) => name !== '');
    texts.push({
      asked: questions.map((question, index) => ({
        text: plain[index]!,
        written: question.words,
        words: words[index]!,
      })),
      names: [...new Set(names.map(readingOf))],
    });
  }
  return recurringTopics(texts);
}

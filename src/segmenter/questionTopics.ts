import type { Analysis } from '../core/analysis';
import { labelTopics, topicNames } from '../core/topics/labelTopics';
import { topicQuestions } from '../core/topics/topicQuestion';
import { readTranscript } from '../core/transcript/readTranscript';
import type { Segmenter } from './segmenter';

/**
 * A label of a few words for each question of a transcript, empty where nothing names it. `text` is what was analysed.
 * Rejects only when `signal` is aborted.
 */
export async function questionTopics(
  text: string,
  analysis: Analysis,
  segmenter: Segmenter,
  signal?: AbortSignal,
): Promise<string[]> {
  const questions = topicQuestions(readTranscript(text).paragraphs, analysis);
  const names = topicNames(analysis);
  segmenter.addUserWords(names.slogans);
  const texts = questions.flatMap(({ asked, answered }) => [asked.text, answered.text]);
  const words = await segmenter.tag(texts, signal);
  const tagged = questions.map(({ asked, answered, isTitle }, index) => ({
    asked: { ...asked, words: words[2 * index]! },
    answered: { ...answered, words: words[2 * index + 1]! },
    isTitle,
  }));
  return labelTopics(tagged, names);
}

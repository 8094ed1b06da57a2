import { readFile } from 'node:fs/promises';
import { analyse, readDocument } from '../core/analyse';
import type { Analysis } from '../core/analysis';
import { decode } from '../core/text/decode';
import { normaliseText } from '../core/text/normalise';
import type { Segmenter } from '../segmenter/segmenter';
import { type Command, reasonOf } from './command';

export const analyze: Command = {
  usage: `analyze [--topics] FILE...
  prints one JSON object per file: { path, isTranscript, turns, questions, slogans, claims }
  --topics gives every question a topic of a few words, which takes a second more
  exits 0 when every file was read, 1 when one could not be, 2 on wrong usage`,
  async run(args) {
    const paths = args.filter((arg) => arg !== '--topics');
    if (paths.length === 0 || paths.some((path) => path.startsWith('-'))) return undefined;
    if (paths.length === args.length) return analyzeFiles(paths, async (text) => analyse(text));
    // loaded only now: nobody else should wait for it
    const { nodeSegmenter } = await import('../segmenter/nodeSegmenter');
    const segmenter = nodeSegmenter({ log: (line) => process.stderr.write(`${line}\n`) });
    try {
      return await analyzeFiles(paths, (text) => analyseWithTopics(text, segmenter));
    } finally {
      segmenter.dispose();
    }
  },
};

async function analyzeFiles(
  paths: readonly string[],
  analyseText: (text: string) => Promise<Analysis>,
): Promise<number> {
  let status = 0;
  for (const path of paths) {
    try {
      const analysis = await analyseText(normaliseText(decode(await readFile(path))));
      process.stdout.write(`${JSON.stringify({ path, ...analysis })}\n`);
    } catch (error) {
      status = 1;
      process.stderr.write(`${path}: cannot be read: ${reasonOf(error)}\n`);
    }
  }
  return status;
}

async function analyseWithTopics(text: string, segmenter: Segmenter): Promise<Analysis> {
  const { labelTopics, topicNames } = await import('../core/topics/labelTopics');
  const { topicQuestions } = await import('../core/topics/topicQuestion');
  const { analysis, structure } = readDocument(text, {});
  const questions = topicQuestions(structure.paragraphs, analysis);
  const names = topicNames(analysis);
  segmenter.setUserWords(names.slogans);
  const words = await segmenter.tag(questions.flatMap(({ asked, answered }) => [asked.text, answered.text]));
  const topics = labelTopics(
    questions.map(({ asked, answered, isTitle }, index) => ({
      asked: { ...asked, words: words[2 * index]! },
      answered: { ...answered, words: words[2 * index + 1]! },
      isTitle,
    })),
    names,
  );
  return {
    ...analysis,
    questions: analysis.questions.map((question, index) => ({ ...question, topic: topics[index]! })),
  };
}

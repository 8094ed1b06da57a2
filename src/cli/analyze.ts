import type { Analysis } from '../core/analysis';
import { SIDECAR_SUFFIX } from '../core/annotation/annotation';
import { type Command, reasonOf } from './command';
import { readTranscriptFile } from './transcriptFiles';

export const analyze: Command = {
  usage: `analyze [--topics] FILE...
  prints one JSON object per file: { path, isTranscript, turns, questions, slogans, claims }, with the date and the
  corrections of the sidecar next to it, if there is one
  --topics gives every question a topic of a few words, which takes a second more
  exits 0 when every file was read, 1 when one could not be, 2 on wrong usage`,
  async run(args) {
    const paths = args.filter((arg) => arg !== '--topics');
    if (paths.length === 0 || paths.some((path) => path.startsWith('-'))) return undefined;
    if (paths.length === args.length) return analyzeFiles(paths, async (_, analysis) => analysis);
    // loaded only now: nobody else should wait for it
    const { nodeSegmenter } = await import('../segmenter/nodeSegmenter');
    const { questionTopics } = await import('../segmenter/questionTopics');
    const segmenter = nodeSegmenter({ log: (line) => process.stderr.write(`${line}\n`) });
    try {
      return await analyzeFiles(paths, async (text, analysis) => {
        const topics = await questionTopics(text, analysis, segmenter);
        const questions = analysis.questions.map((question, index) => ({ ...question, topic: topics[index] }));
        return { ...analysis, questions };
      });
    } finally {
      segmenter.dispose();
    }
  },
};

/** `complete` adds what an analysis does not have by itself. */
async function analyzeFiles(
  paths: readonly string[],
  complete: (text: string, analysis: Analysis) => Promise<Analysis>,
): Promise<number> {
  let status = 0;
  const complain = (path: string, words: string) => {
    status = 1;
    process.stderr.write(`${path}: ${words}\n`);
  };
  for (const path of paths) {
    try {
      const { text, analysis, sidecar } = await readTranscriptFile(path);
      process.stdout.write(`${JSON.stringify({ path, ...(await complete(text, analysis)) })}\n`);
      if (sidecar?.writable === false) {
        const { code, line } = sidecar.problems[0]!;
        complain(path + SIDECAR_SUFFIX, `its corrections are left out: ${code} in line ${line + 1}`);
      }
    } catch (error) {
      complain(path, `cannot be read: ${reasonOf(error)}`);
    }
  }
  return status;
}

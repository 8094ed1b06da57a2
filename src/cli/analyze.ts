import { analyse } from '../core/analyse';
import type { Analysis } from '../core/analysis';
import { jsonLine } from '../core/export/tables';
import { decodeUtf8 } from '../core/text/decode';
import { normaliseText } from '../core/text/normalise';
import { type Command, reasonOf } from './command';
import { inputLines } from './inputLines';
import { complain, print } from './output';
import { readTranscriptFile, TranscriptFinder } from './transcriptFiles';

const OPTIONS = ['--topics', '--jsonl'];

export const analyze: Command = {
  usage: `analyze [--topics] FILE|FOLDER...
       analyze [--topics] --jsonl
  prints one JSON object per file: { path, isTranscript, turns, speakers, questions, slogans, claims }, with the date and the
  corrections of the sidecar next to it, if there is one; below FOLDER all .txt, .md and .transcript files are read
  --jsonl reads { id, text } lines from standard input and prints one object for each, with its id instead of a path
  --topics gives every question a topic of a few words, which takes a second more
  exits 0 when everything was read, 1 when a file or line could not be, 2 on wrong usage`,
  async run(args) {
    const paths = args.filter((arg) => !OPTIONS.includes(arg));
    const isJsonl = args.includes('--jsonl');
    if (isJsonl === paths.length > 0 || paths.some((path) => path.startsWith('-'))) return undefined;
    const analyseAll = (complete: Complete) => (isJsonl ? analyzeLines(complete) : analyzeFiles(paths, complete));
    if (!args.includes('--topics')) return analyseAll(async (_, analysis) => analysis);
    // loaded only now: nobody else should wait for it
    const { nodeSegmenter } = await import('../segmenter/nodeSegmenter');
    const { questionTopics } = await import('../segmenter/questionTopics');
    const segmenter = nodeSegmenter({ log: (line) => process.stderr.write(`${line}\n`) });
    try {
      return await analyseAll(async (text, analysis) => {
        const topics = await questionTopics(text, analysis, segmenter);
        const questions = analysis.questions.map((question, index) => ({ ...question, topic: topics[index] }));
        return { ...analysis, questions };
      });
    } finally {
      segmenter.dispose();
    }
  },
};

/** Adds what an analysis does not have by itself. */
type Complete = (text: string, analysis: Analysis) => Promise<Analysis>;

async function analyzeFiles(paths: readonly string[], complete: Complete): Promise<number> {
  let status = 0;
  const fail = (path: string, words: string, isFault = true) => {
    if (isFault) status = 1;
    complain(path, words);
  };
  const finder = new TranscriptFinder('all', fail);
  for (const given of paths) {
    for await (const path of finder.at(given)) {
      try {
        const { text, analysis } = await readTranscriptFile(path, fail);
        await print(`${jsonLine({ path, ...(await complete(text, analysis)) })}\n`);
      } catch (error) {
        fail(path, `cannot be read: ${reasonOf(error)}`);
      }
    }
  }
  return status;
}

/** One document after the other, however many come. */
async function analyzeLines(complete: Complete): Promise<number> {
  let status = 0;
  let number = 0;
  for await (const line of inputLines(process.stdin)) {
    number++;
    try {
      if (line?.every((byte) => byte <= 0x20)) continue;
      const document = readDocument(line);
      const text = normaliseText(document.text);
      await print(`${jsonLine({ id: document.id, ...(await complete(text, analyse(text))) })}\n`);
    } catch (error) {
      status = 1;
      complain(`line ${number}`, `cannot be read: ${reasonOf(error)}`);
    }
  }
  return status;
}

interface Document {
  readonly id: string | number;
  readonly text: string;
}

function readDocument(line: Buffer | undefined): Document {
  if (!line) throw new Error('it is too long');
  const source = decodeUtf8(line);
  if (source === undefined) throw new Error('it is not UTF-8');
  const value = JSON.parse(source.replace(/^\ufeff/u, '')) as Partial<Document> | null;
  const { id, text } = value ?? {};
  if (typeof id !== 'string' && typeof id !== 'number') throw new Error('it has no "id" that is a word or number');
  if (typeof text !== 'string') throw new Error('it has no "text" that is a string');
  return { id, text };
}

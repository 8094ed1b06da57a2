import { parseArgs } from 'node:util';
import type { Codebook } from '../core/codebook/codebook';
import { type Grouping, writePassagesMarkdown } from '../core/export/passagesMarkdown';
import { writeRowsCsv, writeRowsJsonLines, writeTagCounts } from '../core/export/rows';
import { annotatedRows } from '../core/query/findRows';
import { queryDocument } from '../core/query/queryDocument';
import { PASSAGE_COLUMNS, type Row } from '../core/query/row';
import { type Command, reasonOf } from './command';
import { complain, print } from './output';
import { readCodebookFile } from './readCodebookFile';
import { readTranscriptFile, TranscriptFinder } from './transcriptFiles';

type Write = (rows: readonly Row[], by: Grouping) => string;

const FORMATS: Readonly<Record<string, Write>> = {
  csv: (rows) => writeRowsCsv(rows, PASSAGE_COLUMNS),
  md: writePassagesMarkdown,
  jsonl: (rows) => writeRowsJsonLines(rows, PASSAGE_COLUMNS),
  counts: writeTagCounts,
};

const GROUPINGS: readonly string[] = ['tag', 'transcript', 'speaker'] satisfies readonly Grouping[];

interface Request {
  readonly paths: readonly string[];
  readonly write: Write;
  readonly by: Grouping;
  readonly codebook: string | undefined;
}

export const exportPassages: Command = {
  usage: `export [--format csv|md|jsonl|counts] [--by tag|transcript|speaker] [--codebook FILE] FILE|FOLDER...
  prints the annotated passages with their speakers, questions and sources; FILE is a transcript or its sidecar,
  FOLDER is searched for sidecars
  --format counts is a table of how often each tag is used, by speaker and transcript; --by groups Markdown (tag)
  --codebook gives tags that are written with old names their present ones
  exits 0 when every file was read, 1 when one could not be, 2 on wrong usage`,
  async run(args) {
    const request = readRequest(args);
    if (!request) return undefined;
    let status = 0;
    const fail = (path: string, words: string, isFault = true) => {
      if (isFault) status = 1;
      complain(path, words);
    };
    const codebook = request.codebook === undefined ? undefined : await readCodebookFile(request.codebook, fail);
    const rows: Row[] = [];
    const finder = new TranscriptFinder('annotated', fail);
    for (const path of request.paths) {
      for await (const transcript of finder.at(path)) rows.push(...(await passagesOf(transcript, codebook, fail)));
    }
    await print(request.write(rows, request.by));
    return status;
  },
};

function readRequest(args: readonly string[]): Request | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string' }, by: { type: 'string' }, codebook: { type: 'string' } },
    });
    const { format = 'csv', by = 'tag', codebook } = values;
    const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
    if (!write || !GROUPINGS.includes(by) || positionals.length === 0) return undefined;
    return { paths: positionals, write, by: by as Grouping, codebook };
  } catch {
    return undefined;
  }
}

type Fail = (path: string, words: string) => void;

async function passagesOf(path: string, codebook: Codebook | undefined, fail: Fail): Promise<Row[]> {
  try {
    const { text, analysis, sidecar } = await readTranscriptFile(path, fail);
    return sidecar ? annotatedRows(queryDocument(path, text, analysis, sidecar.sidecar), codebook) : [];
  } catch (error) {
    fail(path, `cannot be read: ${reasonOf(error)}`);
    return [];
  }
}

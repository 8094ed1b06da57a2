import { parseArgs } from 'node:util';
import { SIDECAR_SUFFIX } from '../core/annotation/annotation';
import type { Codebook } from '../core/codebook/codebook';
import { parseCodebook } from '../core/codebook/readCodebook';
import { type PassageRow, passages } from '../core/export/passages';
import { type Grouping, writePassagesMarkdown } from '../core/export/passagesMarkdown';
import { writePassagesCsv, writePassagesJsonLines, writeTagCounts } from '../core/export/passageTables';
import { type Command, reasonOf } from './command';
import { readText, readTranscriptFile, transcriptsAt } from './transcriptFiles';

type Write = (rows: readonly PassageRow[], by: Grouping) => string;

const FORMATS: Readonly<Record<string, Write>> = {
  csv: writePassagesCsv,
  md: writePassagesMarkdown,
  jsonl: writePassagesJsonLines,
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
    const complain = (path: string, words: string) => {
      status = 1;
      process.stderr.write(`${path}: ${words.replaceAll('\n', ' ')}\n`);
    };
    const codebook = request.codebook === undefined ? undefined : await readCodebook(request.codebook, complain);
    const rows: PassageRow[] = [];
    const seen = new Set<string>();
    for (const path of request.paths) {
      try {
        for await (const transcript of transcriptsAt(path)) {
          if (!seen.has(transcript)) rows.push(...(await passagesOf(transcript, codebook, complain)));
          seen.add(transcript);
        }
      } catch (error) {
        complain(path, `cannot be listed: ${reasonOf(error)}`);
      }
    }
    process.stdout.write(request.write(rows, request.by));
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

type Complain = (path: string, words: string) => void;

async function passagesOf(path: string, codebook: Codebook | undefined, complain: Complain): Promise<PassageRow[]> {
  try {
    const { text, analysis, sidecar } = await readTranscriptFile(path);
    for (const { code, line } of sidecar?.problems ?? [])
      complain(path + SIDECAR_SUFFIX, `${code} in line ${line + 1}`);
    return sidecar ? passages({ path, text, analysis, sidecar: sidecar.sidecar }, codebook) : [];
  } catch (error) {
    complain(path, `cannot be read: ${reasonOf(error)}`);
    return [];
  }
}

async function readCodebook(path: string, complain: Complain): Promise<Codebook | undefined> {
  try {
    const { codebook, problems, writable } = parseCodebook(await readText(path));
    if (!writable) complain(path, `${problems[0]!.code} in line ${problems[0]!.line + 1}`);
    return codebook;
  } catch (error) {
    complain(path, `cannot be read: ${reasonOf(error)}`);
    return undefined;
  }
}

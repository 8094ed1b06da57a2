import { parseArgs } from 'node:util';
import { writePassagesMarkdown } from '../core/export/passagesMarkdown';
import { writeMatrixCsv, writeRowsCsv, writeRowsJsonLines } from '../core/export/rows';
import { Finder } from '../core/query/findRows';
import { findingGroups, isGrouping, MEASURES, type Measure } from '../core/query/groups';
import { coOccurrence, crossTable, NEARNESSES, type Nearness } from '../core/query/matrix';
import type { Row } from '../core/query/row';
import type { Command } from './command';
import { complain, print } from './output';
import { readCodebookFile } from './readCodebookFile';
import { readDocuments } from './readDocuments';
import { readQueryFile } from './readQueryFile';

const FORMATS = ['jsonl', 'csv', 'md', 'matrix'] as const;

interface Request {
  readonly query: string;
  readonly paths: readonly string[];
  readonly format: (typeof FORMATS)[number];
  readonly by: string;
  readonly within: Nearness;
  readonly count: Measure;
  readonly codebook: string | undefined;
}

export const query: Command = {
  usage: `query QUERY.yaml [--format jsonl|csv|md|matrix] [--codebook FILE] FILE|FOLDER...
       query QUERY.yaml --format matrix [--by GROUPING] [--within overlap|sentence|turn]
             [--count passages|documents|characters] FILE|FOLDER...
  prints what a query finds: { path, date, start, end, text, tags, speaker, role, outlet, question, note, state }, in
  the order of paths and of the text; annotated passages whose words are not found come last, without start and end
  --format matrix is a table of tags by tags (or by GROUPING: speaker, role, outlet, document, month, year, kind,
  creator, slogan, indicator, attribute:KEY) for spreadsheets; --within says where tags stand together (overlap)
  --codebook gives tags that are written with old names their present ones
  exits 0 when every file was read, 1 when the query or a file could not be, 2 on wrong usage`,
  async run(args) {
    const request = readRequest(args);
    if (!request) return undefined;
    let status = 0;
    const fail = (path: string, words: string, isFault = true) => {
      if (isFault) status = 1;
      complain(path, words);
    };
    const asked = await readQueryFile(request.query, fail);
    if (!asked) return 1;
    const codebook = request.codebook === undefined ? undefined : await readCodebookFile(request.codebook, fail);
    const isMatrix = request.format === 'matrix';
    const finder = new Finder(isMatrix ? findingGroups(asked, [request.by]) : asked, codebook);
    const [rows, unplaced]: [Row[], Row[]] = [[], []];
    let undated = 0;
    for await (const document of readDocuments(request.paths, fail)) {
      const found = finder.find(document);
      rows.push(...found.rows);
      unplaced.push(...found.unplaced);
      if (found.isUndated) undated++;
    }
    await print(write(rows, unplaced, request));
    if (unplaced.length > 0) complain(request.query, `${unplaced.length} annotations are not found in their texts`);
    if (undated > 0) complain(request.query, `${undated} transcripts without a date were left out`);
    return status;
  },
};

function readRequest(args: readonly string[]): Request | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...{ format: { type: 'string' }, by: { type: 'string' }, within: { type: 'string' } },
        ...{ count: { type: 'string' }, codebook: { type: 'string' } },
      },
    });
    const { format = 'jsonl', by = 'tag', within = 'overlap', count = 'passages', codebook } = values;
    const [file, ...paths] = positionals;
    const isKnown =
      isOf(FORMATS, format) && isGrouping(by) && isOf(NEARNESSES, within) && isOf(MEASURES, count) && paths.length > 0;
    return isKnown && file !== undefined ? { query: file, paths, format, by, within, count, codebook } : undefined;
  } catch {
    return undefined;
  }
}

const isOf = <T extends string>(known: readonly T[], word: string): word is T =>
  (known as readonly string[]).includes(word);

function write(rows: readonly Row[], unplaced: readonly Row[], { format, by, within, count }: Request): string {
  const all = [...rows, ...unplaced];
  if (format === 'csv') return writeRowsCsv(all);
  if (format === 'md') return writePassagesMarkdown(all, 'transcript');
  if (format === 'jsonl') return writeRowsJsonLines(all);
  const isPair = by === 'tag';
  return writeMatrixCsv(isPair ? coOccurrence(rows, within) : crossTable(rows, 'tag', by, count), `tag \\ ${by}`);
}

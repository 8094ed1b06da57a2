import { parseArgs } from 'node:util';
import { writeCsv, writeJsonLines } from '../core/export/tables';
import { compareUse, type DocumentSize } from '../core/history/compareUse';
import type { ItemChanges } from '../core/history/itemChanges';
import { overTime } from '../core/history/overTime';
import { readSlogans } from '../core/history/readSlogans';
import { SloganNames } from '../core/history/sloganNames';
import { documentSlogans, type SloganUse, slogansUsed } from '../core/history/sloganUse';
import { SLOGANS_FILE } from '../core/history/sloganVariants';
import { documentTest } from '../core/query/documentTest';
import type { Query } from '../core/query/query';
import type { Command } from './command';
import { nearestFile, readNamesFile } from './namesFile';
import { complain, print } from './output';
import { readDocuments } from './readDocuments';
import { readQueryFile } from './readQueryFile';

const FORMATS: readonly string[] = ['csv', 'jsonl'];
const COLUMNS = ['name', 'kind', 'path', 'date', 'mentions', 'perTenThousand', 'items', 'changed', 'first'] as const;

interface Request {
  readonly paths: readonly string[];
  readonly format: string;
  readonly isOverTime: boolean;
  /** Whether texts that are no transcripts count, too. */
  readonly areTexts: boolean;
  /** Files of two queries. */
  readonly groups: readonly string[];
}

export const slogans: Command = {
  usage: `slogans [--over-time] [--transcripts] [--format csv|jsonl] FILE|FOLDER...
       slogans --compare [--transcripts] QUERY.yaml QUERY.yaml [--format csv|jsonl] FILE|FOLDER...
  prints a row for each slogan and document: { name, kind, path, date, mentions, perTenThousand, items, changed, first };
  changed is what the items are against the last earlier explanation: { added, dropped, reworded, moved }
  every text counts, articles too; with --transcripts only what is recognised as a transcript
  --over-time sorts by the first use of each slogan, then by day; else rows come in the order of paths and of the text
  --compare prints by which slogans the documents of two queries (files, days, attributes) differ, most telling first
  the ${SLOGANS_FILE} nearest above the first FILE or FOLDER says which names are variants of one
  exits 0 when every file was read, 1 when one could not be, 2 on wrong usage`,
  async run(args) {
    const request = readRequest(args);
    if (!request) return undefined;
    let status = 0;
    const fail = (path: string, words: string, isFault = true) => {
      if (isFault) status = 1;
      complain(path, words);
    };
    const file = await nearestFile(request.paths[0]!, SLOGANS_FILE);
    const known = file === undefined ? undefined : await readNamesFile(file, readSlogans, fail);
    const names = new SloganNames(known?.slogans);
    const groups: { readonly isIn: ReturnType<typeof documentTest>; readonly documents: DocumentSize[] }[] = [];
    for (const path of request.groups) {
      const query: Query | undefined = await readQueryFile(path, fail);
      if (!query) return 1;
      groups.push({ isIn: documentTest(query), documents: [] });
    }
    const uses: SloganUse[] = [];
    for await (const document of readDocuments(request.paths, fail, request.areTexts)) {
      const slogans = documentSlogans(document);
      uses.push(...slogansUsed(slogans, names));
      for (const { isIn, documents } of groups) {
        if (isIn(document) === 'inside') documents.push(slogans);
      }
    }
    const [a, b] = groups;
    await print(a && b ? write(compareUse(uses, a.documents, b.documents), request) : writeUses(uses, request));
    return status;
  },
};

function readRequest(args: readonly string[]): Request | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        'over-time': { type: 'boolean' },
        compare: { type: 'boolean' },
        transcripts: { type: 'boolean' },
      },
    });
    const { format = 'jsonl', compare = false, transcripts = false } = values;
    const [groups, paths] = compare ? [positionals.slice(0, 2), positionals.slice(2)] : [[], positionals];
    if (!FORMATS.includes(format) || paths.length === 0) return undefined;
    return { paths, format, areTexts: !transcripts, isOverTime: values['over-time'] ?? false, groups };
  } catch {
    return undefined;
  }
}

function writeUses(uses: readonly SloganUse[], request: Request): string {
  const histories = overTime(uses).flatMap((history) => history.uses);
  const keyOf = ({ path, name }: SloganUse) => JSON.stringify([path, name]);
  const told = new Map(histories.map((use) => [keyOf(use), use]));
  const sorted = request.isOverTime ? histories : uses.map((use) => told.get(keyOf(use))!);
  const rows = sorted.map((use) => Object.fromEntries(COLUMNS.map((column) => [column, use[column]])));
  if (request.format === 'jsonl') return writeJsonLines(rows);
  const cells = sorted.map((use) => ({
    ...use,
    items: use.items.join('; '),
    changed: use.changed ? wordChanges(use.changed) : '',
  }));
  return writeCsv(cells, COLUMNS);
}

/** `+ added; - dropped; from → to; ↕ moved` in one cell. */
const wordChanges = ({ added, dropped, reworded, moved }: ItemChanges): string =>
  [
    ...added.map((item) => `+ ${item}`),
    ...dropped.map((item) => `- ${item}`),
    ...reworded.map(({ from, to }) => `${from} → ${to}`),
    ...moved.map((item) => `↕ ${item}`),
  ].join('; ');

const write = <Row extends object>(rows: readonly Row[], { format }: Request): string =>
  format === 'jsonl' ? writeJsonLines(rows) : writeCsv(rows, Object.keys(rows[0] ?? {}) as (keyof Row & string)[]);

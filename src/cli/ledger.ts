import { parseArgs } from 'node:util';
import { writeCsv, writeJsonLines } from '../core/export/tables';
import { type LedgerFigure, likelyIndicator } from '../core/ledger/figure';
import { IndicatorNames } from '../core/ledger/indicatorNames';
import { INDICATORS_FILE, NO_INDICATORS } from '../core/ledger/indicators';
import { LEDGER_COLUMNS, type LedgerRow, ledgerRows } from '../core/ledger/ledgerRows';
import { readFigures } from '../core/ledger/readFigures';
import { readIndicators } from '../core/ledger/readIndicators';
import { DocumentReader } from '../core/query/documentReader';
import type { Command } from './command';
import { nearestFile, readNamesFile } from './namesFile';
import { complain, print } from './output';
import { readDocuments } from './readDocuments';

const WRITERS: Readonly<Record<string, (rows: readonly LedgerRow[]) => string>> = {
  jsonl: writeJsonLines,
  csv: (rows) =>
    writeCsv(
      rows.map((row) => ({
        ...row,
        differsFrom: row.differsFrom.map(({ path, start }) => `${path}:${start}`).join('; '),
      })),
      LEDGER_COLUMNS,
    ),
};

interface Request {
  readonly paths: readonly string[];
  readonly write: (rows: readonly LedgerRow[]) => string;
  readonly indicator: string | undefined;
  readonly indicators: string | undefined;
}

export const ledger: Command = {
  usage: `ledger [--indicator NAME] [--indicators FILE] [--format csv|jsonl] FILE|FOLDER...
  prints every figure with what it measures, of which area and period, and which others state another value for the
  same matter: { path, date, start, end, words, value, unit, indicator, area, from, to, sort, basis, modality, speaker,
  differsFrom, notCompared, perhaps }; notCompared says why a figure is compared with none, perhaps what it measures where
  that is in doubt
  --indicator prints the figures of one indicator alone
  --indicators names the file that says which names mean the same; else the ${INDICATORS_FILE} nearest above the first
  FILE or FOLDER is read
  exits 0 when every file was read, 1 when one could not be, 2 on wrong usage`,
  async run(args) {
    const request = readRequest(args);
    if (!request) return undefined;
    let status = 0;
    const fail = (path: string, words: string, isFault = true) => {
      if (isFault) status = 1;
      complain(path, words);
    };
    const file = request.indicators ?? (await nearestFile(request.paths[0]!, INDICATORS_FILE));
    const known = file === undefined ? undefined : await readNamesFile(file, readIndicators, fail);
    const names = new IndicatorNames(known ?? NO_INDICATORS);
    const figures: LedgerFigure[] = [];
    for await (const document of readDocuments(request.paths, fail)) {
      figures.push(...readFigures(document, new DocumentReader(document), names));
    }
    const wanted = request.indicator === undefined ? undefined : names.of(request.indicator);
    const rows = ledgerRows(figures);
    await print(request.write(wanted === undefined ? rows : rows.filter((row) => likelyIndicator(row) === wanted)));
    return status;
  },
};

function readRequest(args: readonly string[]): Request | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string' }, indicator: { type: 'string' }, indicators: { type: 'string' } },
    });
    const { format = 'jsonl', indicator, indicators } = values;
    const write = Object.hasOwn(WRITERS, format) ? WRITERS[format] : undefined;
    return write && positionals.length > 0 ? { paths: positionals, write, indicator, indicators } : undefined;
  } catch {
    return undefined;
  }
}

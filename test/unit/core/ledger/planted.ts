import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { analyse } from '../../../../src/core/analyse';
import { borneOut } from '../../../../src/core/ledger/borneOut';
import { differences } from '../../../../src/core/ledger/compare';
import type { LedgerFigure } from '../../../../src/core/ledger/figure';
import { IndicatorNames } from '../../../../src/core/ledger/indicatorNames';
import { readFigures } from '../../../../src/core/ledger/readFigures';
import { DocumentReader } from '../../../../src/core/query/documentReader';
import { queryDocument } from '../../../../src/core/query/queryDocument';

const folder = 'test/fixtures/ledger';
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

interface Mark {
  readonly path: string;
  readonly words: string;
  readonly nth: number;
}
export interface Pair {
  readonly a: Mark;
  readonly b: Mark;
  readonly why: string;
}

const { differs, notDiffers } = parse(read('expected.yaml')) as { differs: Pair[]; notDiffers: Pair[] };
const facts = parse(read('facts.yaml')) as Record<string, { region: string }>;
const names = new IndicatorNames({ indicators: parse(read('indicators.yaml')) });

/** What the ledger says of the blind set: pairs as `path:start`, sorted. */
export function planted() {
  const paths = [...new Set([...differs, ...notDiffers].flatMap(({ a, b }) => [a.path, b.path]))].sort();
  const texts = new Map(paths.map((path) => [path, read(path)]));
  const figures = paths.flatMap((path) => {
    const text = texts.get(path)!;
    const sidecar = { document: facts[path] ?? {}, annotations: [] };
    const document = queryDocument(path, text, analyse(text), sidecar);
    return readFigures(document, new DocumentReader(document), names);
  });
  const at = ({ path, words, nth }: Mark) => {
    let start = -1;
    for (let time = 0; time < nth; time++) start = texts.get(path)!.indexOf(words, start + 1);
    return `${path}:${start}`;
  };
  const key = (ends: readonly string[]) => [...ends].sort().join(' ');
  const place = ({ path, start }: LedgerFigure) => `${path}:${start}`;
  const said = new Set(
    [...differences(borneOut(figures))].flatMap(([figure, others]) =>
      others.map((other) => key([place(figure), place(other)])),
    ),
  );
  const keys = (pairs: readonly Pair[]) => new Map(pairs.map((pair) => [key([at(pair.a), at(pair.b)]), pair]));
  return {
    said,
    differs: keys(differs),
    notDiffers: keys(notDiffers),
    figures: new Map(figures.map((f) => [place(f), f])),
  };
}

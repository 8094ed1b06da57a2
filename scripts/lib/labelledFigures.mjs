// What figures of real documents measure, and when, by test/labels/governance: what scripts/indicators and scripts/periods learn from.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents, root } from '../slogans/corpus.mjs';

const labels = join(root, 'test/labels/governance');
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const plain = (text) => text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');
/** How much a figure of a real document counts; one of the corpus counts 1. */
const REAL = 3;

/** The documents of the open half of `real` and of `corpus` with labelled figures (`claims`). */
export function* labelledFigures(corpus, real) {
  for (const file of readdirSync(join(labels, 'open'))) {
    const id = file.slice(0, -'.json'.length);
    const text = plain(readFileSync(join(real, 'texts', `${id}.txt`), 'utf8'));
    yield { set: 'open', id, text, claims: json(join(labels, 'open', file)).claims, weight: REAL };
  }
  const gold = new Map(json(join(labels, 'corpus.json')).map(({ id, claims }) => [id, claims]));
  for (const { id, text } of documents(corpus))
    if (gold.has(id)) yield { set: 'corpus', id, text: plain(text), claims: gold.get(id), weight: 1 };
}

/**
 * The paragraphs of `documents` that hold figures of which `isTold` is true, as the program reads them: `labels` by the index of the
 * figure; offsets count in `text`, and `toSource` makes them the document's.
 */
export function* labelledParagraphs({ readDocument, findPeriods }, documents, isTold) {
  for (const { set, id, text: document, claims, weight } of documents) {
    const told = new Map(claims.filter(isTold).map((claim) => [`${claim.start}-${claim.end}`, claim]));
    if (told.size === 0) continue;
    for (const { section, claims: all } of readDocument(document, {}).readings) {
      for (const [number, { text }] of section.paragraphs.entries()) {
        const by = section.starts[number];
        const toSource = ({ start, end }) => section.toSource({ start: by + start, end: by + end });
        const labels = new Map();
        const quantities = all
          .filter(({ start }) => start >= by && start < by + text.length)
          .map((claim, index) => {
            const source = section.toSource(claim);
            const label = told.get(`${source.start}-${source.end}`);
            if (label) labels.set(index, label);
            return { ...claim, start: claim.start - by, end: claim.end - by, source: source.start };
          });
        if (labels.size === 0) continue;
        yield { set, id, weight, document, text, quantities, labels, times: findPeriods(text, undefined), toSource };
      }
    }
  }
}

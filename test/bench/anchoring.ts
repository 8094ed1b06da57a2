import { readdirSync, readFileSync } from 'node:fs';
import { anchorAll } from '../../src/core/annotation/anchoring/anchorAll';
import { describeTarget } from '../../src/core/annotation/target';
import { normaliseText } from '../../src/core/text/normalise';
import type { Span } from '../../src/core/text/span';
import { EditedText, random } from '../anchoring/editedText';

/*
 * How many passages are found again after heavy edits, by what the sidecar says alone and with the text as last seen.
 * Run with `npm run bench`, or for other texts: `node out/test/bench/anchoring.js FILE...`
 */
const PASSAGES = 300;
const SEEDS = [1, 2, 3];
/** A passage of which less stands than this is destroyed. */
const SURVIVES = 0.5;

const edits: readonly (readonly [string, (text: EditedText) => EditedText])[] = [
  ['nothing', (text) => text],
  ['scattered edits', (text) => text.scatterEdits()],
  ['1 % misread', (text) => text.misread()],
  ['4 paragraphs moved', (text) => text.moveParagraphs(4)],
  ['30 % cut', (text) => text.cutParagraphs(0.3)],
  ['6 paragraphs repeated', (text) => text.repeatParagraphs(6)],
  ['half-width punctuation', (text) => text.halfWidthPunctuation()],
  ['every 9th digit', (text) => text.changeEveryNinthDigit()],
  ['CRLF', (text) => text],
  [
    'all together',
    (text) =>
      text
        .scatterEdits()
        .misread()
        .moveParagraphs(4)
        .cutParagraphs(0.3)
        .repeatParagraphs(6)
        .halfWidthPunctuation()
        .changeEveryNinthDigit(),
  ],
];

/** Passages of 5 to 80 characters, each within one line. */
function choosePassages(text: string, seed: number): Span[] {
  const next = random(seed);
  const passages: Span[] = [];
  while (passages.length < PASSAGES) {
    const start = Math.floor(next() * text.length);
    const end = start + 5 + Math.floor(next() * 76);
    if (end <= text.length && !/\n|^\s|\s$/u.test(text.slice(start, end))) passages.push({ start, end });
  }
  return passages;
}

const counts = { right: 0, proposed: 0, near: 0, wrong: 0, misplaced: 0, lost: 0, destroyed: 0, shown: 0, found: 0 };
type Counts = { -readonly [key in keyof typeof counts]: number };

function measure(original: string, edit: (text: EditedText) => EditedText, withPrevious: boolean, crlf: boolean) {
  const total: Counts = { ...counts };
  let time = 0;
  for (const seed of SEEDS) {
    const passages = choosePassages(original, seed);
    const targets = passages.map((passage) => describeTarget(original, passage));
    const edited = edit(new EditedText(original, seed));
    const text = normaliseText(crlf ? edited.toString().replaceAll('\n', '\r\n') : edited.toString());
    const start = performance.now();
    const anchored = anchorAll(text, targets, withPrevious ? original : undefined);
    time += performance.now() - start;
    passages.forEach((passage, index) => {
      const { span: truth, kept } = edited.truthOf(passage);
      const { state, span, proposals } = anchored[index]!;
      const place = span ?? proposals[0];
      const isRight = truth !== undefined && place?.start === truth.start && place.end === truth.end;
      const isNear = truth !== undefined && place !== undefined && place.start < truth.end && truth.start < place.end;
      const log = (what: string) =>
        process.env.SHOW?.includes(what) &&
        console.log(
          what,
          state,
          kept,
          targets[index],
          place && text.slice(place.start - 20, place.end + 20),
          truth && text.slice(truth.start, truth.end),
          truth,
          place,
        );
      if (kept < SURVIVES) {
        total.destroyed++;
        if (span) {
          total.found++;
          log('found');
        } else if (state !== 'orphaned') {
          total.shown++;
          log('shown');
        }
      } else if (isRight) total[span ? 'right' : 'proposed']++;
      else if (span) {
        total.wrong++;
        log('wrong');
      } else if (isNear) {
        total.near++;
        log('near');
      } else {
        const w = place ? 'misplaced' : 'lost';
        total[w]++;
        log(w);
      }
    });
  }
  return { total, time: time / SEEDS.length };
}

const files = process.argv.slice(2);
const named = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => `${folder}/${name}`);
const read = (paths: readonly string[]) => paths.map((path) => normaliseText(readFileSync(path, 'utf8'))).join('\n');
const texts: [string, string][] =
  files.length > 0
    ? files.map((file) => [file, read([file])])
    : ['test/fixtures/labelled', 'test/fixtures/labelled-blind'].map((folder) => [folder, read(named(folder))]);

for (const [name, text] of texts) {
  for (const withPrevious of [false, true]) {
    console.log(
      `\nAnchoring ${PASSAGES * SEEDS.length} passages of ${name}, ${text.length} characters, ${withPrevious ? 'with the text as last seen' : 'by quote and context alone'}`,
    );
    console.log(''.padEnd(24), ...Object.keys(counts).map((key) => key.padStart(9)), 'ms'.padStart(7));
    for (const [edit, apply] of edits) {
      const { total, time } = measure(text, apply, withPrevious, edit === 'CRLF' || edit === 'all together');
      console.log(
        edit.padEnd(24),
        ...Object.values(total).map((count) => String(count).padStart(9)),
        time.toFixed(0).padStart(7),
      );
    }
  }
}

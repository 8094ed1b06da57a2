import { readdirSync, readFileSync } from 'node:fs';
import { anchorAll } from '../../src/core/annotation/anchoring/anchorAll';
import type { Anchored } from '../../src/core/annotation/anchoring/anchored';
import { describeTarget } from '../../src/core/annotation/target';
import { normaliseText } from '../../src/core/text/normalise';
import { choosePassages, EditedText, type Truth } from '../anchoring/editedText';

/*
 * How many passages are found again after heavy edits, by what the sidecar says alone and with the text as last seen.
 * Run with `npm run bench`, or for other texts: `node out/test/bench/anchoring.js FILE...`
 */
const PASSAGES = 300;
const SEEDS = [1, 2, 3];
/** A passage of which less stands than this is destroyed. */
const SURVIVES = 0.5;

const edits: Readonly<Record<string, (text: EditedText) => EditedText>> = {
  nothing: (text) => text,
  'scattered edits': (text) => text.scatterEdits(),
  '1 % misread': (text) => text.misread(),
  '4 paragraphs moved': (text) => text.moveParagraphs(4),
  '30 % of paragraphs cut': (text) => text.cutParagraphs(0.3),
  '6 paragraphs repeated': (text) => text.repeatParagraphs(6),
  'half-width punctuation': (text) => text.halfWidthPunctuation(),
  'every 9th digit changed': (text) => text.changeEveryNinthDigit(),
  CRLF: (text) => text.carriageReturns(),
  'all together': (text) => text.everything(),
};

/** What can become of a passage: the first six if it survived, the others if it was destroyed. */
const outcomes = [
  'right', // accepted at its place
  'proposed', // its place is the first proposal
  'near', // the first proposal overlaps its place
  'wrong', // accepted elsewhere
  'astray', // the first proposal is elsewhere
  'lost', // nothing proposed
  'reported', // orphaned
  'shown', // destroyed, but something is proposed
  'found', // destroyed, but accepted
] as const;
type Outcome = (typeof outcomes)[number];

function outcomeOf({ state, span, proposals }: Anchored, { span: truth, kept }: Truth): Outcome {
  if (!truth || kept < SURVIVES) return span ? 'found' : state === 'orphaned' ? 'reported' : 'shown';
  const place = span ?? proposals[0];
  if (place?.start === truth.start && place.end === truth.end) return span ? 'right' : 'proposed';
  if (span) return 'wrong';
  if (!place) return 'lost';
  return place.start < truth.end && truth.start < place.end ? 'near' : 'astray';
}

function measure(original: string, edit: (text: EditedText) => EditedText, withPrevious: boolean) {
  const counts = new Map<Outcome, number>(outcomes.map((outcome) => [outcome, 0]));
  let time = 0;
  for (const seed of SEEDS) {
    const passages = choosePassages(original, PASSAGES, seed);
    const targets = passages.map((passage) => describeTarget(original, passage));
    const edited = edit(new EditedText(original, seed));
    const text = normaliseText(edited.toString());
    const start = performance.now();
    const anchored = anchorAll(text, targets, withPrevious ? original : undefined);
    time += performance.now() - start;
    passages.forEach((passage, index) => {
      const outcome = outcomeOf(anchored[index]!, edited.truthOf(passage));
      counts.set(outcome, counts.get(outcome)! + 1);
    });
  }
  return { counts, time: time / SEEDS.length };
}

const files = process.argv.slice(2);
const read = (paths: readonly string[]) => paths.map((path) => normaliseText(readFileSync(path, 'utf8'))).join('\n');
const inFolder = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => `${folder}/${name}`);
const texts: readonly (readonly [string, string])[] =
  files.length > 0
    ? files.map((file) => [file, read([file])])
    : ['test/fixtures/labelled', 'test/fixtures/labelled-blind'].map((folder) => [folder, read(inFolder(folder))]);

const row = (label: string, cells: readonly (string | number)[]) =>
  console.log(label.padEnd(24), ...cells.map((cell) => String(cell).padStart(9)));
for (const [name, text] of texts) {
  for (const withPrevious of [false, true]) {
    const means = withPrevious ? 'with the text as last seen' : 'by quote and context alone';
    console.log(`\nAnchoring ${PASSAGES * SEEDS.length} passages of ${name} (${text.length} characters) ${means}`);
    row('', [...outcomes, 'ms']);
    for (const [edit, apply] of Object.entries(edits)) {
      const { counts, time } = measure(text, apply, withPrevious);
      row(edit, [...counts.values(), time.toFixed(0)]);
    }
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { anchorAll } from '../../src/core/annotation/anchoring/anchorAll';
import type { Anchored } from '../../src/core/annotation/anchoring/anchored';
import { describeTarget, TargetDescriber } from '../../src/core/annotation/target';
import { normaliseText } from '../../src/core/text/normalise';
import { choosePassages, EditedText, random, type Truth } from '../anchoring/editedText';

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

/** Short quotes that occur often, as `check` anchors them: texts that differ in how much there is to tell them apart. */
const WORDS = ['高质量发展', '改革', '供水', '乡村振兴', '保障', '推进', '项目', '建设'];
const SENTENCE = '我们将坚持高质量发展，全面推进乡村振兴，加快建设供水项目，保障群众用水。\n';
const next = random(1);
const mixed = Array.from({ length: 5000 }, () => {
  const verb = ['坚持', '加快', '持续', '全面', '深入'][Math.floor(next() * 5)]!;
  return `${verb}${WORDS[Math.floor(next() * WORDS.length)]}${next() < 0.3 ? '。\n' : '，'}`;
}).join('');
const shortQuotes: readonly (readonly [string, string, (text: EditedText) => EditedText])[] = [
  ['mixed, unchanged', mixed, (text) => text],
  ['mixed, a line above', mixed, (text) => text.insert(0, '本网讯\n')],
  ['mixed, scattered edits', mixed, (text) => text.scatterEdits().misread()],
  ['one paragraph', SENTENCE.repeat(700), (text) => text.insert(0, SENTENCE)],
  ['one character', '（'.repeat(100_000), (text) => text.insert(0, 'x')],
];
console.log('\nAnchoring 5000 passages of 2 to 6 characters, in texts that repeat themselves');
for (const [label, text, edit] of shortQuotes) {
  const describer = new TargetDescriber(text);
  const targets = choosePassages(text, 5000, 1, 2, 6).map((passage) => describer.describe(passage));
  const edited = edit(new EditedText(text, 1)).toString();
  const start = performance.now();
  const found = anchorAll(edited, targets).filter(({ span }) => span).length;
  row(label, [`${found} found`, `${(performance.now() - start).toFixed(0)} ms`]);
}

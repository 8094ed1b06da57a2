// Passages of real documents, anchored again in what became of the document.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Converter } from 'opencc-js/cn2t';
import { Converter as ToSimplified } from 'opencc-js/t2cn';
import { anchorAll } from '../../src/core/annotation/anchoring/anchorAll';
import type { Anchored } from '../../src/core/annotation/anchoring/anchored';
import type { Target } from '../../src/core/annotation/annotation';
import { TargetDescriber } from '../../src/core/annotation/target';
import { normaliseText } from '../../src/core/text/normalise';
import type { Span } from '../../src/core/text/span';
import { choosePassages, choosePassagesAcross, EditedText, random } from '../anchoring/editedText';
import { changeFigure, choosePassagesAtFigures } from '../anchoring/figureEdits';
import { readsAsBefore } from '../anchoring/readsAsBefore';
import { tableText } from '../anchoring/tableText';
import { type AttackOptions, type Counter, Counters } from './attack';

export const name = 'anchoring';

interface Attack {
  readonly name: string;
  readonly withPrevious?: boolean;
  readonly choose?: (text: string, count: number, seed: number) => Span[];
  /** What becomes of the document; `passages` are those that will be looked for. */
  readonly edit: (text: EditedText, seed: number, passages: readonly Span[]) => unknown;
  /** Whoever accepts anything here takes a figure for another. */
  readonly acceptsNothing?: boolean;
}

/** The passages of an analyst: words, phrases, sentences. */
const short = (text: string, count: number, seed: number) => choosePassages(text, count, seed, 2, 20);

const toTraditional = Converter({ from: 'cn', to: 't' });
const toSimplified = ToSimplified({ from: 't', to: 'cn' });
function otherScript(text: string): string {
  const convert = toTraditional(text) === text ? toSimplified : toTraditional;
  return text
    .split('\n')
    .map((line) => {
      const converted = convert(line);
      return converted.length === line.length ? converted : line;
    })
    .join('\n');
}

/** The newer edition stands above the older one, which is the document. */
const pasteNewer = (text: EditedText, seed: number) =>
  text.insert(0, `${new EditedText(text.original, seed + 1).scatterEdits().toString()}\n`);

const ATTACKS: readonly Attack[] = [
  { name: 'unchanged', choose: short, edit: () => 0 },
  { name: 'unchanged, long', edit: () => 0 },
  { name: 'random edits', choose: short, edit: (text) => text.scatterEdits().misread() },
  { name: 'random edits, seen', choose: short, withPrevious: true, edit: (text) => text.scatterEdits().misread() },
  { name: 'a line above', choose: short, edit: (text) => text.insert(0, '本网讯\n') },
  { name: 'newer edition above', choose: short, edit: pasteNewer },
  { name: 'newer edition above, seen', choose: short, withPrevious: true, edit: pasteNewer },
  { name: 'answers deleted', choose: short, edit: (text) => text.cutParagraphs(0.3) },
  { name: 'answers deleted, seen', choose: short, withPrevious: true, edit: (text) => text.cutParagraphs(0.3) },
  { name: 'line ends torn', choose: choosePassagesAcross, edit: (text) => text.moveParagraphs(30) },
  {
    name: 'line ends cut, seen',
    choose: choosePassagesAcross,
    withPrevious: true,
    edit: (text) => text.cutParagraphs(0.4),
  },
  { name: 'line ends cut', choose: choosePassagesAcross, edit: (text) => text.cutParagraphs(0.4) },
  { name: 'paragraphs moved', choose: short, edit: (text) => text.moveParagraphs(6) },
  { name: 'paragraphs repeated', choose: short, edit: (text) => text.repeatParagraphs(6).scatterEdits() },
  { name: 're-wrapped', edit: (text) => text.rewrap(34) },
  { name: 'widths changed', edit: (text) => text.changeWidths() },
  { name: 'script changed', edit: (text) => text.rewrite(otherScript(text.original)) },
  {
    name: 'figure changed',
    choose: choosePassagesAtFigures,
    acceptsNothing: true,
    edit: (text, seed, passages) => {
      for (const passage of passages) changeFigure(text, passage, seed);
    },
  },
];

interface Edited {
  readonly edited: EditedText;
  readonly now: string;
  readonly target: Target;
  readonly withPrevious: boolean | undefined;
}

type Outcome = 'right' | 'wrong' | 'copy' | 'ambiguous' | 'proposed' | 'astray' | 'orphaned' | 'gone';

/**
 * `gone`: less than half of the passage is left, and nothing was accepted. `wrong`: accepted, but not where it is. `copy`:
 * accepted in a copy of its paragraph where nothing can tell that it is one: the passage itself is gone, or its paragraph
 * is not whole around it any more while the copy is, so that a paragraph that was moved could not look otherwise; or in a
 * line that reads the same, among lines that read as they did around the passage's own.
 */
function outcomeOf(
  { edited, now, target, withPrevious }: Edited,
  passage: Span,
  { state, span, proposals }: Anchored,
): Outcome {
  const { span: truth, kept } = edited.truthOf(passage);
  const isLeft =
    truth !== undefined && kept >= 0.5 && truth.end - truth.start < 3 * (passage.end - passage.start) + 200;
  // an edit at an edge may put there what was there before
  const isThere = (place: Span) => truth !== undefined && place.start < truth.end && truth.start < place.end;
  if (span && isLeft && isThere(span)) return 'right';
  if (span) {
    const looksMoved =
      (edited.isCopy(passage, span) && (!isLeft || isWhole(now, target, span))) ||
      readsAsBefore(edited.original, passage, now, span, withPrevious ? undefined : target);
    return looksMoved ? 'copy' : 'wrong';
  }
  if (!isLeft) return 'gone';
  if (state === 'ambiguous' || state === 'orphaned') return state;
  return proposals[0] && isThere(proposals[0]) ? 'proposed' : 'astray';
}

function isWhole(text: string, { exact, prefix, suffix }: Target, { start }: Span): boolean {
  const before = prefix.slice(prefix.lastIndexOf('\n') + 1);
  const words = before + exact + suffix.split('\n', 1)[0]!;
  return text.startsWith(words, start - before.length) && text.indexOf(words) === text.lastIndexOf(words);
}

const PASSAGES = 60;
/** So many figures of a text are changed, one at a time: the neighbours of each stay as they are. */
const FIGURES = 6;
/** Of rows that repeat there are too few in documents: so many tables are made up for each round. */
const TABLES = 20;

export function run({ seconds, seed }: AttackOptions): readonly Counter[] {
  const documents = readDocuments().map(asDocument);
  const counters = new Counters();
  const until = Date.now() + seconds * 1000;
  const next = random(seed);
  for (let round = 0; round === 0 || Date.now() < until; round++) {
    const tables = Array.from({ length: TABLES }, () => asDocument(normaliseText(tableText(next() * 2 ** 31))));
    for (const document of [...documents, ...tables]) {
      if (round > 0 && Date.now() >= until) break;
      const own = Math.floor(next() * 2 ** 31);
      for (const attack of ATTACKS) {
        if (attack.acceptsNothing) changeFigures(attack, document, own, counters);
        else attackDocument(attack, document, own, counters);
      }
    }
  }
  return counters.rows();
}

/** What was accepted and is not there is a fault; all else a person decides. */
function count(counters: Counters, attack: Attack, outcome: Outcome, words: string): void {
  const counter = `${attack.name}: ${outcome}`;
  if (outcome === 'wrong') counters.fault(counter, () => words);
  else counters.add(counter);
}

interface Document {
  readonly text: string;
  readonly describer: TargetDescriber;
}

const asDocument = (text: string): Document => ({ text, describer: new TargetDescriber(text) });

function attackDocument(attack: Attack, { text, describer }: Document, seed: number, counters: Counters): void {
  const passages = (attack.choose ?? choosePassages)(text, PASSAGES, seed);
  const edited = new EditedText(text, seed);
  attack.edit(edited, seed, passages);
  const targets = passages.map((passage) => describer.describe(passage));
  const now = normaliseText(edited.toString());
  const { withPrevious } = attack;
  const anchored = anchorAll(now, targets, withPrevious ? text : undefined);
  for (const [at, passage] of passages.entries()) {
    const outcome = outcomeOf({ edited, now, target: targets[at]!, withPrevious }, passage, anchored[at]!);
    count(counters, attack, outcome, text.slice(passage.start, passage.end));
  }
}

function changeFigures(attack: Attack, { text, describer }: Document, seed: number, counters: Counters): void {
  for (const passage of attack.choose!(text, FIGURES, seed)) {
    const edited = new EditedText(text, seed);
    attack.edit(edited, seed + passage.start, [passage]);
    const now = normaliseText(edited.toString());
    if (now === text) continue;
    const [anchored] = anchorAll(now, [describer.describe(passage)]);
    const outcome = anchored!.span ? 'wrong' : anchored!.proposals[0] ? 'proposed' : 'orphaned';
    count(counters, attack, outcome, text.slice(passage.start, passage.end));
  }
}

const REAL = process.env.REAL_TEXTS ?? '../shared/real/texts';

function readDocuments(): string[] {
  const folders = existsSync(REAL) ? [REAL] : ['test/fixtures/labelled', 'test/fixtures/labelled-blind'];
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => normaliseText(readFileSync(`${folder}/${file}`, 'utf8'))),
  );
}

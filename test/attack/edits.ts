import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { editSidecar } from '../../src/core/annotation/editSidecar';
import { parseSidecar } from '../../src/core/annotation/sidecar';
import type { SidecarOperation } from '../../src/core/annotation/sidecarOperation';
import { allTags } from '../../src/core/codebook/codebook';
import type { CodebookOperation } from '../../src/core/codebook/codebookOperation';
import { editCodebook } from '../../src/core/codebook/editCodebook';
import { parseCodebook } from '../../src/core/codebook/readCodebook';
import {
  anyAnnotation,
  anyHandWritten,
  anyNote,
  anyTags,
  anyTarget,
  anyWords,
} from '../unit/core/annotation/anySidecar';
import { anyHandWritten as anyCodebook } from '../unit/core/codebook/anyCodebook';
import { type AttackOptions, type Counter, Counters, samples } from './attack';

export const name = 'edits of sidecars and codebooks';

type Edit<Operation> = { text: string; undo: readonly Operation[] } | { refused: { code: string } };

const FAULTS = [
  'refused: unknownLayout',
  'undo refused',
  'undo gives other bytes',
  'undo beside another change says something else',
  'reading and editing disagree',
];

export function run({ seconds, seed }: AttackOptions): Counter[] {
  const counters = new Counters();
  counters.begin(FAULTS);
  const half = { seconds: seconds / 2, seed };
  for (const { text, steps } of samples(fc.record({ text: anySidecarFile, steps: anySteps }), half)) {
    counters.add('sidecars');
    editInTurn(
      counters,
      text,
      steps.map((step) => (now: string) => operationOf(now, step)),
      (now, operations) => editSidecar(now, operations, 'a.txt') as Edit<SidecarOperation>,
      (now) => parseSidecar(now).sidecar,
      () => false,
      [addedAt(0), addedAt(99_999), factGiven],
    );
    agree(counters, text, parseSidecar(text).writable, editSidecar(text, [], 'a.txt'));
  }
  for (const { text, picks } of samples(fc.record({ text: anyCodebookFile, picks: anyPicks }), half)) {
    counters.add('codebooks');
    editInTurn(
      counters,
      text,
      picks.map((pick) => (now: string) => changeOf(now, pick)),
      (now, operations) => editCodebook(now, operations) as Edit<CodebookOperation>,
      (now) => parseCodebook(now).codebook,
      hasCommentsAndBrackets,
    );
    agree(counters, text, parseCodebook(text).writable, editCodebook(text, []));
  }
  return counters.rows();
}

/** What another person does to a file meanwhile; undefined where that is not possible, or would be told otherwise. */
type Other<Operation> = (now: string, operation: Operation) => string | undefined;

const commented = (now: string) => (now.endsWith('\n') ? `${now}# other\n` : undefined);

const addedAt =
  (start: number): Other<SidecarOperation> =>
  (now, { kind }) => {
    // where entries are in no order, or one was moved meanwhile, another is put elsewhere beside each version
    const starts = parseSidecar(now).sidecar.annotations.map(({ target }) => target.start);
    if (kind === 'change' || starts.some((at, index) => at < starts[index - 1]!)) return undefined;
    const target = { exact: '他人', prefix: '', suffix: '', start };
    const edit = editSidecar(now, { kind: 'add', annotation: { id: 'other', tags: ['乙'], target } }, 'a.txt');
    return 'text' in edit ? edit.text : undefined;
  };

const factGiven: Other<SidecarOperation> = (now) => {
  const edit = editSidecar(now, { kind: 'setDocument', facts: { region: '乙省' } }, 'a.txt');
  return 'text' in edit ? edit.text : undefined;
};

/** Carries out one operation after the other, takes each back at once, and all of them at the end. */
function editInTurn<Operation>(
  counters: Counters,
  text: string,
  steps: readonly ((now: string) => Operation | undefined)[],
  edit: (now: string, operations: readonly Operation[]) => Edit<Operation>,
  meaning: (now: string) => unknown,
  hasNoPlace: (now: string, operation: Operation) => boolean,
  others: readonly Other<Operation>[] = [],
): void {
  let now = text;
  const undo: Operation[] = [];
  for (const step of steps) {
    const operation = step(now);
    if (!operation) continue;
    const done = edit(now, [operation]);
    if ('refused' in done) {
      if (done.refused.code === 'unknownLayout' && hasNoPlace(now, operation)) {
        counters.add('refused: a comment has no place in brackets');
      } else if (done.refused.code === 'unknownLayout')
        counters.fault('refused: unknownLayout', () => [now, operation]);
      else counters.add(`refused: ${done.refused.code}`);
      continue;
    }
    counters.add('edits');
    takeBack(counters, now, done, edit, () => [now, operation]);
    // beside what another person has done meanwhile it is taken back by what it says
    for (const other of [commented, ...others]) {
      const [beside, expected] = [other(done.text, operation), other(now, operation)];
      if (beside === undefined || expected === undefined) continue;
      const back = edit(beside, done.undo);
      if ('refused' in back || !isDeepStrictEqual(meaning(back.text), meaning(expected))) {
        counters.fault('undo beside another change says something else', () => [now, operation, beside]);
      }
    }
    now = done.text;
    undo.unshift(...done.undo);
  }
  if (undo.length > 0) takeBack(counters, text, { text: now, undo }, edit, () => [text, 'all']);
}

/** Whether comments and brackets both stand in the lines of the top tags that a change is about. */
function hasCommentsAndBrackets(now: string, operation: CodebookOperation): boolean {
  const { codebook, lines } = parseCodebook(now);
  const rows = now.split(/\r\n?|\n/u);
  // comments directly above a tag go with it
  const starts = codebook.tags.map(({ path }) => {
    let start = lines.get(path)!;
    while (/^ *#/u.test(rows[start - 1] ?? '')) start--;
    return start;
  });
  const named = Object.entries(operation).flatMap(([key, path]) =>
    ['path', 'to', 'into'].includes(key) ? [String(path).split('/')[0]] : [],
  );
  const words = codebook.tags
    .flatMap(({ path }, index) => (named.includes(path) ? rows.slice(starts[index], starts[index + 1]) : []))
    .join('\n');
  return /[{[]/u.test(words) && words.includes('# ');
}

function takeBack<Operation>(
  counters: Counters,
  before: string,
  done: { text: string; undo: readonly Operation[] },
  edit: (now: string, operations: readonly Operation[]) => Edit<Operation>,
  example: () => unknown,
): void {
  const back = edit(done.text, done.undo);
  if ('refused' in back) counters.fault('undo refused', example);
  else if (back.text !== before) counters.fault('undo gives other bytes', example);
}

function agree(counters: Counters, text: string, isWritable: boolean, edit: object): void {
  if (isWritable === 'refused' in edit) counters.fault('reading and editing disagree', () => text);
}

const anyBlank = fc
  .array(fc.constantFrom(' ', '\t', '\n', '\r', '\ufeff', '\r\n', '\u3000'), { maxLength: 5 })
  .map((parts) => parts.join(''));

const flowEntry = ({
  id,
  tags,
  target,
  note,
}: {
  id: string;
  tags: readonly string[];
  target: object;
  note?: string;
}) => JSON.stringify({ id, tags, target, ...(note === undefined ? {} : { note }) });

/** Lists in brackets, on one line or several. */
const anyFlowFile = fc
  .record({
    entries: fc.uniqueArray(anyAnnotation(fc.stringMatching(/^[a-z]{3}$/)), { maxLength: 3, selector: ({ id }) => id }),
    between: fc.constantFrom(', ', ' , ', ',\n  ', ','),
    open: fc.constantFrom('[', '[ ', '[\n  '),
    close: fc.constantFrom(']', ' ]', '\n]', ',\n]'),
    tail: fc.constantFrom('', '\n', ' # all\n', '\nmine: [1]\n'),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ entries, between, open, close, tail, eol }) => {
    const end = entries.length === 0 ? close.replace(',', '') : close;
    return `version: 1\nannotations: ${open}${entries.map(flowEntry).join(between)}${end}${tail}`.replaceAll('\n', eol);
  });

/** Some line ends of a file in another way than the others. */
const mixed = (texts: fc.Arbitrary<string>) =>
  fc
    .tuple(texts, fc.nat(6))
    .map(([text, n]) => (n > 4 ? text.replaceAll(/\r?\n/gu, (_, at) => (at % 3 === 0 ? '\r\n' : '\n')) : text));

const anySidecarFile = mixed(
  fc.oneof(
    { weight: 6, arbitrary: anyHandWritten.map(({ text }) => text) },
    { weight: 3, arbitrary: anyFlowFile },
    { weight: 1, arbitrary: anyBlank },
  ),
);
const anyCodebookFile = mixed(fc.oneof({ weight: 9, arbitrary: anyCodebook }, { weight: 1, arbitrary: anyBlank }));

const anyIndented = fc.constantFrom('甲。\n\u3000\u3000乙', '\u3000\n\u00a0丙', '丁\n\u00a0\u00a0', '戊\n  \n\u3000');
const anyPassage = fc.oneof(
  anyTarget,
  fc.record(
    { exact: anyIndented, prefix: anyIndented, suffix: anyIndented, start: fc.nat(500) },
    { noNullPrototype: true },
  ),
);
const anyChanges = fc.record(
  {
    tags: anyTags,
    target: anyPassage,
    note: fc.option(fc.oneof(anyNote, anyIndented)),
    creator: fc.option(anyWords),
    resolution: fc.constantFrom('orphan' as const, null),
  },
  { requiredKeys: [] },
);
const anyStep = fc.oneof(
  fc
    .record({ annotation: anyAnnotation(fc.stringMatching(/^[A-Z]{3}$/)), target: anyPassage })
    .map(({ annotation, target }) => ({ kind: 'add' as const, annotation: { ...annotation, target } })),
  fc.record({ kind: fc.constant('delete' as const), n: fc.nat() }),
  fc.record({ kind: fc.constant('change' as const), n: fc.nat(), changes: anyChanges }),
  fc.record({
    kind: fc.constant('addCorrection' as const),
    correction: fc.record({ target: anyPassage, slogan: fc.constantFrom('accept' as const, 'reject' as const) }),
  }),
  fc.record({ kind: fc.constant('deleteCorrection' as const), n: fc.nat() }),
  fc.record({
    kind: fc.constant('setDocument' as const),
    facts: fc.record({ title: fc.option(anyWords), date: fc.option(anyWords) }, { requiredKeys: [] }),
  }),
);
const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 4 });
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

function operationOf(now: string, step: Step): SidecarOperation | undefined {
  if (!('n' in step)) return step as SidecarOperation;
  const { annotations, corrections } = parseSidecar(now).sidecar;
  const { n, ...operation } = step;
  if (operation.kind === 'deleteCorrection') {
    const correction = corrections[n % Math.max(1, corrections.length)];
    return correction && { ...operation, correction };
  }
  const id = annotations[n % Math.max(1, annotations.length)]?.id;
  return id === undefined ? undefined : { ...operation, id };
}

const anyPicks = fc.array(
  fc.record({
    kind: fc.constantFrom('addTag', 'renameTag', 'moveTag', 'mergeTag', 'deleteTag', 'changeTag'),
    n: fc.nat(),
    other: fc.nat(),
    words: fc.constantFrom(null, '', 'x', '一\n\u3000二', '#c', '三\n'),
  }),
  { minLength: 1, maxLength: 4 },
);
type Pick = typeof anyPicks extends fc.Arbitrary<(infer T)[]> ? T : never;

function changeOf(now: string, { kind, n, other, words }: Pick): CodebookOperation | undefined {
  const tags = allTags(parseCodebook(now).codebook);
  const path = tags[n % Math.max(1, tags.length)]?.path;
  const second = tags[other % Math.max(1, tags.length)]?.path;
  if (kind === 'addTag')
    return { kind, path: path === undefined ? 'new' : `${path}/new ${other % 9}`, color: '#123456' };
  if (path === undefined || second === undefined) return undefined;
  switch (kind) {
    case 'renameTag':
      return { kind, path, name: `renamed ${other % 9}` };
    case 'moveTag':
      return { kind, path, to: other % 4 === 0 ? '' : second };
    case 'mergeTag':
      return { kind, path, into: second };
    case 'deleteTag':
      return { kind, path };
    default:
      return { kind: 'changeTag', path, description: words, color: other % 3 === 0 ? null : '#abc' };
  }
}

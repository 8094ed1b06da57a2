import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import { editSidecar } from '../../../../src/core/annotation/editSidecar';
import { mergeSidecars } from '../../../../src/core/annotation/mergeSidecars';
import { parseSidecar } from '../../../../src/core/annotation/sidecar';
import type { SidecarOperation } from '../../../../src/core/annotation/sidecarOperation';
import { TargetDescriber } from '../../../../src/core/annotation/target';
import type { Span } from '../../../../src/core/text/span';
import { someOf } from '../../../runs';
import { readText } from '../fixtures';

const REAL = '../shared/real/texts';
const FOLDERS = ['test/fixtures/labelled', 'test/fixtures/labelled-third', 'test/fixtures/workspace'];

/** Paragraphs as Chinese sites set them, with every blank at their edges that is one for people and none for YAML. */
const INDENTED = [
  '\u3000\u3000',
  '\u00a0\u00a0',
  '\u2003',
  '\u3000\n\u3000\u3000',
  '  \n\u3000',
  '   \n  ',
  '\t',
  '\u0085',
]
  .map((blank) => `答：\n${blank}保障供水，一是扩容。\n${blank}二是治污${blank}\n${blank}\n三是节水。${blank}`)
  .join('\n');

/** The first and last words of every paragraph, alone and with the line break and the indent around them. */
function edges(text: string): Span[] {
  const spans = [...text.matchAll(/[^\n]+/gu)].flatMap(({ index, 0: line }) => {
    const start = index + (/^\s*/u.exec(line)?.[0].length ?? 0);
    const end = index + line.trimEnd().length;
    return [
      { start, end: Math.min(end, start + 8) },
      { start: Math.max(start, end - 8), end },
      { start: Math.max(0, index - 3), end: Math.min(end, start + 5) },
      { start: Math.max(start, end - 5), end: Math.min(text.length, index + line.length + 3) },
    ];
  });
  return spans.filter(({ start, end }) => start < end);
}

const annotateIn = (text: string) => {
  const describer = new TargetDescriber(text);
  return (span: Span, n: number): Annotation => ({
    id: `p${n}`,
    tags: ['供水'],
    target: describer.describe(span),
    note: text.slice(Math.max(0, span.start - 20), span.end),
  });
};

function edit(text: string | undefined, operations: SidecarOperation | readonly SidecarOperation[]) {
  const result = editSidecar(text, operations, 'a.txt');
  assert.ok('text' in result, JSON.stringify([result, operations]).slice(0, 600));
  return result;
}

const begun = 'version: 1\nannotations:\n';

/** Tags all edges, finds them again, takes them back, and merges two people who tagged every other one. */
function assertTaggable(text: string): void {
  const annotations = edges(text).map(annotateIn(text));
  const { text: all, undo } = edit(
    begun,
    annotations.map((annotation) => ({ kind: 'add', annotation })),
  );
  assert.equal(edit(all, undo).text, begun);
  for (const { id, target } of parseSidecar(all).sidecar.annotations) {
    assert.equal(text.slice(target.start, target.start + target.exact.length), target.exact, id);
  }
  const half = (n: number) => annotations.filter((_, index) => index % 2 === n);
  const [ours, theirs] = [0, 1].map(
    (n) =>
      edit(
        begun,
        half(n).map((annotation) => ({ kind: 'add', annotation })),
      ).text,
  ) as [string, string];
  const merged = mergeSidecars(begun, ours, theirs);
  assert.ok('text' in merged, JSON.stringify(merged));
  const sorted = (list: readonly Annotation[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
  assert.deepEqual(sorted(parseSidecar(merged.text).sidecar.annotations), sorted(annotations));
}

describe('the first and last words of every paragraph can be tagged, merged and taken back', () => {
  it('in paragraphs with every kind of indent, each on its own', () => {
    assertTaggable(INDENTED);
    const annotate = annotateIn(INDENTED);
    for (const [n, span] of someOf(edges(INDENTED), 40).entries()) {
      const annotation = annotate(span, n);
      const { text, undo } = edit(begun, { kind: 'add', annotation });
      assert.deepEqual(parseSidecar(text).sidecar.annotations, [annotation]);
      assert.equal(edit(text, undo).text, begun);
    }
  });

  it('after their target was recorded again, in a list that is indented otherwise', () => {
    const list = 'annotations:\n      - id: aa\n        target: {exact: 甲, start: 1}\n';
    for (const span of someOf(edges(INDENTED), 40)) {
      const target = new TargetDescriber(INDENTED).describe(span);
      const { text, undo } = edit(list, { kind: 'change', id: 'aa', changes: { target, note: target.exact } });
      assert.deepEqual(parseSidecar(text).sidecar.annotations[0]!.target, target);
      assert.deepEqual(parseSidecar(edit(text, undo).text).sidecar, parseSidecar(list).sidecar);
    }
  });

  for (const folder of FOLDERS) {
    it(`in ${folder}`, function () {
      this.timeout(120_000);
      for (const text of someOf(textsIn(folder), 1)) assertTaggable(text);
    });
  }

  it('in real documents', function () {
    this.timeout(300_000);
    if (!existsSync(REAL)) {
      process.stdout.write(`      skipped: ${REAL} is not here\n`);
      this.skip();
    }
    for (const text of someOf(textsIn(REAL), 1)) assertTaggable(text);
  });
});

const textsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readText(join(folder, name)));

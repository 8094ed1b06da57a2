import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editSidecar } from '../../../../src/core/annotation/editSidecar';
import { parseSidecar } from '../../../../src/core/annotation/sidecar';
import type { AnnotationChange, SidecarOperation } from '../../../../src/core/annotation/sidecarOperation';
import { runs } from '../../../runs';
import { anyAnnotation, anyHandWritten, anyNote, anyTags, anyTarget, anyWords } from './anySidecar';

function edit(text: string, operations: SidecarOperation | readonly SidecarOperation[]) {
  const result = editSidecar(text, operations, 'a.txt');
  assert.ok('text' in result, JSON.stringify(result));
  return result;
}
const meaning = (text: string) => parseSidecar(text).sidecar;

const anyChange: fc.Arbitrary<AnnotationChange> = fc.record(
  {
    tags: anyTags,
    target: anyTarget,
    note: fc.option(anyNote),
    creator: fc.option(anyWords),
    resolution: fc.constantFrom('orphan' as const, null),
    conflictsWith: fc.option(anyWords),
  },
  { requiredKeys: [] },
);

/** What is left of `after` when the beginning and the end that it shares with `before` are taken away, and of `before`. */
function difference(before: string, after: string): { from: number; gone: string; come: string } {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let end = 0;
  while (end < shorter - from && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { from, gone: before.slice(from, before.length - end), come: after.slice(from, after.length - end) };
}

describe('editSidecar on files written by hand', () => {
  const many = { numRuns: runs(150) };

  it('understands them', () => {
    fc.assert(
      fc.property(anyHandWritten, ({ text, chunks }) => {
        const { sidecar, problems } = parseSidecar(text);
        assert.deepEqual([sidecar.annotations.map(({ id }) => id), problems], [chunks.map(({ id }) => id), []]);
      }),
      many,
    );
  });

  it('adds without touching anything, and takes it back to the byte', () => {
    fc.assert(
      fc.property(anyHandWritten, anyAnnotation(fc.constant('NEW')), ({ text, eol }, annotation) => {
        const { text: after, undo } = edit(text, { kind: 'add', annotation });
        assert.deepEqual(
          meaning(after).annotations.find(({ id }) => id === 'NEW'),
          annotation,
        );
        assert.equal(difference(text, after).gone, '');
        assert.equal(after.replaceAll(eol, '').includes('\n'), false);
        assert.equal(edit(after, undo).text, text);
      }),
      many,
    );
  });

  it('adds corrections without touching anything, and takes them back to the byte, also one after the other', () => {
    const anyCorrection = fc.record({
      target: anyTarget,
      slogan: fc.constantFrom('accept' as const, 'reject' as const),
    });
    fc.assert(
      fc.property(anyHandWritten, fc.array(anyCorrection, { minLength: 1, maxLength: 3 }), ({ text }, corrections) => {
        let after = text;
        const undo: SidecarOperation[][] = [];
        for (const correction of corrections) {
          const result = edit(after, { kind: 'addCorrection', correction });
          assert.equal(difference(after, result.text).gone, '');
          after = result.text;
          undo.unshift([...result.undo]);
        }
        for (const group of undo) after = edit(after, group).text;
        assert.equal(after, text);
      }),
      many,
    );
  });

  it('deletes the lines of one entry, and puts them back to the byte', () => {
    fc.assert(
      fc.property(anyHandWritten, fc.nat(), ({ text, chunks, head }, n) => {
        const index = n % chunks.length;
        const { text: after, undo } = edit(text, { kind: 'delete', id: chunks[index]!.id });
        const { from, gone, come } = difference(text, after);
        const start = head.length + chunks.slice(0, index).reduce((sum, chunk) => sum + chunk.text.length, 0);
        assert.equal(come, '');
        assert.ok(
          from >= start - 2 && gone.length <= chunks[index]!.text.length + 2,
          JSON.stringify([gone, start, from]),
        );
        assert.equal(edit(after, undo).text, text);
      }),
      many,
    );
  });

  it('deletes several at once or one after the other, and puts them back to the byte', () => {
    fc.assert(
      fc.property(anyHandWritten, fc.infiniteStream(fc.boolean()), fc.boolean(), ({ text, chunks }, stream, atOnce) => {
        const operations = chunks.filter(() => stream.next().value).map(({ id }) => ({ kind: 'delete' as const, id }));
        let after = text;
        const undo: SidecarOperation[][] = [];
        for (const group of atOnce ? [operations] : operations.map((operation) => [operation])) {
          const result = edit(after, group);
          after = result.text;
          undo.unshift([...result.undo]);
        }
        assert.equal(meaning(after).annotations.length, chunks.length - operations.length);
        for (const group of undo) after = edit(after, group).text;
        assert.equal(after, text);
      }),
      many,
    );
  });

  it('changes only what it is told to, within the entry, and takes it back', () => {
    fc.assert(
      fc.property(anyHandWritten, fc.nat(), anyChange, ({ text, chunks, head }, n, changes) => {
        const index = n % chunks.length;
        const { id } = chunks[index]!;
        const { text: after, undo } = edit(text, { kind: 'change', id, changes });
        const start = head.length + chunks.slice(0, index).reduce((sum, chunk) => sum + chunk.text.length, 0);
        const [above, below] = [text.slice(0, start), text.slice(start + chunks[index]!.text.length)];
        assert.ok(after.startsWith(above) && after.slice(start).endsWith(below), after);
        for (const comment of text.match(/# (about|under|in the|kept|end|all|odd|mine).*/gu) ?? []) {
          assert.ok(after.includes(comment), comment);
        }
        assert.equal(edit(after, undo).text, text);
      }),
      { numRuns: runs(300) },
    );
  });

  it('takes back any sequence of operations, and refuses to when others have changed the entry', () => {
    const anyOperation = fc.oneof(
      anyAnnotation(fc.stringMatching(/^[A-Z]{3}$/)).map((annotation) => ({ kind: 'add' as const, annotation })),
      fc.record({ kind: fc.constant('delete' as const), n: fc.nat() }),
      fc.record({ kind: fc.constant('change' as const), n: fc.nat(), changes: anyChange }),
    );
    fc.assert(
      fc.property(anyHandWritten, fc.array(anyOperation, { maxLength: 8 }), ({ text }, steps) => {
        let after = text;
        const undo: SidecarOperation[] = [];
        for (const step of steps) {
          const ids = meaning(after).annotations.map(({ id }) => id);
          if ('annotation' in step ? ids.includes(step.annotation.id) : ids.length === 0) continue;
          const operation = 'annotation' in step ? step : { ...step, id: ids[step.n % ids.length]! };
          const result = edit(after, operation);
          after = result.text;
          undo.unshift(...result.undo);
        }
        assert.equal(edit(after, undo).text, text);
      }),
      many,
    );
  });
});

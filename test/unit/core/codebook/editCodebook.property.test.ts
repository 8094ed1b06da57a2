import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allTags, type Codebook, type CodebookTag } from '../../../../src/core/codebook/codebook';
import type { CodebookOperation } from '../../../../src/core/codebook/codebookOperation';
import { editCodebook } from '../../../../src/core/codebook/editCodebook';
import { resolveTag } from '../../../../src/core/codebook/oldNames';
import { parseCodebook } from '../../../../src/core/codebook/readCodebook';
import { isThorough, runs } from '../../../runs';
import { anyHandWritten } from './anyCodebook';

const book = (text: string): Codebook => parseCodebook(text).codebook;
const comments = (text: string) =>
  (text.match(/# (?:about|beside|old|kept|ours|the end).*/gu) ?? []).map((c) => c.trim()).sort();

/** Refusing is allowed, doing something else than asked is not. */
function tried(text: string, operation: CodebookOperation) {
  const result = editCodebook(text, operation);
  if ('refused' in result) {
    assert.ok(['unknownLayout', 'tagExists', 'intoItself'].includes(result.refused.code), JSON.stringify(result));
    return undefined;
  }
  return result;
}

const pathOf = (text: string, n: number): string => {
  const tags = allTags(book(text));
  return tags[n % tags.length]!.path;
};

const anyOperation = (text: string): fc.Arbitrary<CodebookOperation> => {
  const path = fc.nat().map((n) => pathOf(text, n));
  return fc.oneof(
    path.map((parent) => ({ kind: 'addTag' as const, path: `${parent}/new/newer` })),
    path.map((old) => ({ kind: 'renameTag' as const, path: old, name: 'renamed' })),
    fc.tuple(path, fc.oneof(path, fc.constant(''))).map(([old, to]) => ({ kind: 'moveTag' as const, path: old, to })),
    fc.tuple(path, path).map(([old, into]) => ({ kind: 'mergeTag' as const, path: old, into })),
    path.map((old) => ({ kind: 'deleteTag' as const, path: old })),
    fc
      .tuple(path, fc.constantFrom(null, '#123456'), fc.constantFrom(null, '一\n二', 'x'))
      .map(([old, color, description]) => ({ kind: 'changeTag' as const, path: old, color, description })),
  );
};

const anyCase = anyHandWritten.chain((text) => fc.record({ text: fc.constant(text), operation: anyOperation(text) }));

describe('editCodebook on files written by hand', () => {
  const many = { numRuns: runs(300) };

  it('understands them', () => {
    fc.assert(
      fc.property(anyHandWritten, (text) => {
        assert.deepEqual(
          parseCodebook(text).problems.filter(({ code }) => code !== 'ambiguousName'),
          [],
        );
      }),
      many,
    );
  });

  it('takes everything back, and refuses seldom', () => {
    let refused = 0;
    let done = 0;
    fc.assert(
      fc.property(anyCase, ({ text, operation }) => {
        const result = editCodebook(text, operation);
        if ('refused' in result) {
          if (result.refused.code === 'unknownLayout') refused++;
          return;
        }
        done++;
        const back = editCodebook(result.text, result.undo);
        assert.ok('text' in back, JSON.stringify([back, result]));
        assert.equal(back.text, text);
        assert.equal(/(^|[^\r])\n/.test(result.text), !text.includes('\r\n'));
      }),
      { numRuns: runs(600) },
    );
    // about one in fifty is refused: of a few dozen there may by chance be more than one in ten
    if (isThorough) assert.ok(refused < done / 10, `${refused} refused, ${done} done`);
  });

  it('loses no comment and no tag but those of what is deleted or merged', () => {
    fc.assert(
      fc.property(anyCase, ({ text, operation }) => {
        const result = tried(text, operation);
        if (!result) return;
        const before = comments(text);
        const after = comments(result.text);
        const keeps = operation.kind === 'addTag' || operation.kind === 'moveTag' || operation.kind === 'renameTag';
        if (keeps) assert.deepEqual(after, before);
        else for (const comment of after) assert.ok(before.includes(comment), comment);
      }),
      many,
    );
  });

  it('lets every tag be found again by the name that it had', () => {
    fc.assert(
      fc.property(anyCase, ({ text, operation }) => {
        if (operation.kind === 'deleteTag') return;
        const result = tried(text, operation);
        if (!result) return;
        const now = book(result.text);
        const path = 'path' in operation ? operation.path : '';
        const { path: top, children } = allTags(book(text)).find((tag) => tag.path === path) ?? ({} as CodebookTag);
        if (top === undefined) return;
        const moved =
          operation.kind === 'renameTag'
            ? [...path.split('/').slice(0, -1), operation.name].join('/')
            : operation.kind === 'moveTag'
              ? [...(operation.to === '' ? [] : [operation.to]), path.split('/').at(-1)].join('/')
              : operation.kind === 'mergeTag'
                ? operation.into
                : path;
        for (const tag of [path, ...allTags({ tags: children }).map((child) => child.path)]) {
          const expected = moved + tag.slice(path.length);
          const resolved = resolveTag(now, tag);
          // a tag that has the name today comes first
          if (!allTags(now).some((other) => other.path === tag))
            assert.ok(resolved === expected || resolved === undefined, `${tag}: ${resolved}`);
          if (!parseCodebook(result.text).problems.some(({ code }) => code === 'ambiguousName'))
            assert.ok(resolved !== undefined, tag);
        }
      }),
      many,
    );
  });
});

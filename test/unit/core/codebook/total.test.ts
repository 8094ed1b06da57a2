import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CodebookTag, nameOf } from '../../../../src/core/codebook/codebook';
import type { CodebookOperation } from '../../../../src/core/codebook/codebookOperation';
import { editCodebook } from '../../../../src/core/codebook/editCodebook';
import { importTags } from '../../../../src/core/codebook/importTags';
import { readQdc } from '../../../../src/core/codebook/qdc/readQdc';
import { parseCodebook } from '../../../../src/core/codebook/readCodebook';
import { runs } from '../../../runs';
import { anyHandWritten } from './anyCodebook';

/** Files that somebody has broken: pieces taken out, or put in from elsewhere. */
const anyBroken = fc
  .tuple(
    anyHandWritten,
    fc.nat(),
    fc.nat(20),
    fc.constantFrom(...['', '\n', '\t', '- ', '&a ', '*a', '{', ']', '"', '#', ': ', '|', '  ', '!x ', '---\n']),
  )
  .map(([text, at, length, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + length));

const operations: CodebookOperation[] = [
  { kind: 'addTag', path: 'energy/new' },
  { kind: 'renameTag', path: 'energy', name: 'x' },
  { kind: 'moveTag', path: 'supply', to: 'energy' },
  { kind: 'mergeTag', path: 'supply', into: 'energy' },
  { kind: 'deleteTag', path: '能源' },
  { kind: 'changeTag', path: 'energy', color: '#123456', description: 'a\nb' },
];

describe('a codebook of any text', () => {
  it('is read, and edited or refused', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyBroken, fc.string({ unit: 'binary' })),
        fc.constantFrom(...operations),
        (text, operation) => {
          const { codebook, writable } = parseCodebook(text);
          const edit = editCodebook(text, operation);
          if (!writable) assert.ok('refused' in edit && codebook.tags.length === 0);
          if ('text' in edit) assert.ok(parseCodebook(edit.text).writable);
        },
      ),
      { numRuns: runs(1000) },
    );
  });

  it('is read from any XML', () => {
    const piece = fc.constantFrom(
      ...[
        '<CodeBook>',
        '<Codes>',
        '<Code name="a">',
        '<Code/>',
        '</Code>',
        '</Codes>',
        '</CodeBook>',
        '&x;',
        '<![CDATA[',
        ' ',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece).map((pieces) => pieces.join('')),
          fc.string(),
        ),
        (xml) => {
          assert.ok(Array.isArray(readQdc(xml).codebook.tags));
        },
      ),
    );
  });

  it('takes the codes of a large project at once', () => {
    const tag = (path: string, children: CodebookTag[] = []): CodebookTag => ({
      name: nameOf(path),
      path,
      description: '一: 二',
      formerly: [],
      children,
    });
    const groups = Array.from({ length: 40 }, (_, n) =>
      tag(
        `g${n}`,
        Array.from({ length: 10 }, (__, m) => tag(`g${n}/t${m}`)),
      ),
    );
    const start = performance.now();
    const first = editCodebook(
      'tags:\n  - name: g0 # mine\n',
      importTags(parseCodebook('tags: [{name: g0}]').codebook, groups),
    );
    assert.ok('text' in first);
    assert.ok(performance.now() - start < 5000);
    const { codebook, lines } = parseCodebook(first.text);
    assert.equal(lines.size, 440);
    assert.deepEqual(codebook.tags.slice(1), groups.slice(1));
    assert.deepEqual(importTags(codebook, groups), []);
    assert.match(first.text, /- name: g0 # mine\n {4}children:\n {6}- name: t0\n {8}description: "一: 二"\n/);
    const back = editCodebook(first.text, first.undo);
    assert.equal('text' in back && back.text, 'tags:\n  - name: g0 # mine\n');
  });
});

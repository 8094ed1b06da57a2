import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allTags, type CodebookTag, nameOf } from '../../../../src/core/codebook/codebook';
import type { CodebookOperation } from '../../../../src/core/codebook/codebookOperation';
import { editCodebook } from '../../../../src/core/codebook/editCodebook';
import { importTags } from '../../../../src/core/codebook/importTags';
import { readQdc } from '../../../../src/core/codebook/qdc/readQdc';
import { parseCodebook } from '../../../../src/core/codebook/readCodebook';
import { anyCharacter, runs } from '../../../runs';
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
        fc.oneof(anyBroken, fc.string({ unit: anyCharacter })),
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
    const begun = 'tags:\n  - name: g0 # mine\n';
    const operations = importTags(parseCodebook(begun).codebook, groups);
    // each is a reading of the whole codebook
    assert.equal(operations.length, 2);
    const first = editCodebook(begun, operations);
    assert.ok('text' in first);
    const { codebook, lines } = parseCodebook(first.text);
    assert.equal(lines.size, 440);
    assert.deepEqual(codebook.tags.slice(1), groups.slice(1));
    assert.deepEqual(importTags(codebook, groups), []);
    assert.match(first.text, /- name: g0 # mine\n {4}children:\n {6}- name: t0\n {8}description: "一: 二"\n/);
    const back = editCodebook(first.text, first.undo);
    assert.equal('text' in back && back.text, begun);
    // in a file that somebody has written into, tag by tag: all that are side by side in one step
    const beside = editCodebook(`${first.text}# other\n`, first.undo);
    assert.equal('text' in beside && beside.text, `${begun}# other\n`);
    assert.ok('text' in beside && 'text' in back);
    const again = editCodebook(beside.text, beside.undo);
    assert.equal('text' in again && again.text, `${first.text}# other\n`);
    const [redone] = back.undo;
    assert.ok(redone?.kind === 'takeBack' && redone.otherwise.length <= 2, 'what brings them back is as short');
  });

  it('takes tags out that stand side by side, and puts each back where it was', () => {
    const texts = [
      'tags:\n  - name: a\n    children:\n      # one\n      - name: b # x\n\n      - name: c\n      # two\n      - name: d\n  - name: e\n',
      'tags: [{name: a, children: [{name: b}, {name: c}, {name: d}]}, {name: e}]\n',
    ];
    for (const text of texts) {
      for (const names of ['b', 'bc', 'bd', 'cd', 'cb', 'bcd', 'dcb']) {
        const paths = [...names].map((name) => `a/${name}`);
        const done = editCodebook(
          text,
          paths.map((path) => ({ kind: 'deleteTag', path })),
        );
        assert.ok('text' in done, names);
        const left = (now: string) => allTags(parseCodebook(now).codebook).map(({ path }) => path);
        assert.deepEqual(
          left(done.text),
          left(text).filter((path) => !paths.includes(path)),
        );
        for (const beside of ['', '# other\n']) {
          const back = editCodebook(done.text + beside, done.undo);
          assert.deepEqual('text' in back && left(back.text), left(text), `${names}${beside}`);
          if (beside === '') assert.equal('text' in back && back.text, text);
        }
      }
    }
  });
});

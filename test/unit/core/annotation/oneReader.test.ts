import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editSidecar } from '../../../../src/core/annotation/editSidecar';
import { parseSidecar } from '../../../../src/core/annotation/sidecar';
import type { SidecarOperation } from '../../../../src/core/annotation/sidecarOperation';
import type { CodebookOperation } from '../../../../src/core/codebook/codebookOperation';
import { editCodebook } from '../../../../src/core/codebook/editCodebook';
import { parseCodebook } from '../../../../src/core/codebook/readCodebook';
import { runs, someOf } from '../../../runs';

const annotation = { id: 'NEW', tags: ['水'], target: { exact: '甲', prefix: '', suffix: '', start: 3 } };

/** Whoever reads a file and whoever edits it must agree on whether it is understood; an edit goes back to the byte. */
function assertOneAnswer(text: string): void {
  const sidecar = parseSidecar(text);
  const added = editSidecar(text, { kind: 'add', annotation }, 'a.txt');
  if (!sidecar.writable) {
    assert.deepEqual(added, { refused: sidecar.problems[0] }, JSON.stringify(text));
  } else if ('text' in added) {
    assert.deepEqual(parseSidecar(added.text).sidecar.annotations, [...sidecar.sidecar.annotations, annotation]);
    assert.equal(textOf(editSidecar(added.text, added.undo, 'a.txt')), text);
  }
  const codebook = parseCodebook(text);
  const tagged = editCodebook(text, { kind: 'addTag', path: 'new' });
  if (!codebook.writable) assert.deepEqual(tagged, { refused: codebook.problems[0] }, JSON.stringify(text));
  else if ('text' in tagged) {
    assert.equal(parseCodebook(tagged.text).codebook.tags.at(-1)?.name, 'new');
    assert.equal(textOf(editCodebook(tagged.text, tagged.undo)), text);
  }
}

const textOf = (edit: { text: string } | { refused: unknown }): string => {
  assert.ok('text' in edit, JSON.stringify(edit));
  return edit.text;
};

describe('reading and editing give one answer', () => {
  it('on every short text of blanks', () => {
    const blanks = [' ', '\t', '\n', '\r', '\ufeff'];
    let texts = [''];
    for (let length = 0; length < 4; length++) {
      texts = texts.flatMap((text) => blanks.map((blank) => text + blank));
      for (const text of someOf(texts, 100)) assertOneAnswer(text);
    }
  });

  const odd = [
    'tags: []\r',
    'annotations: []\r',
    '\n\ufefftags: []\n',
    '\ufeff\ufefftags: []\n',
    'version: 1\rtags: []\rannotations: []',
    'version: 1\r\ntags:\n  - name: a\r  - name: b\r\nannotations:\r\n  - id: aa\n    target: {exact: 乙}\r',
    'tags: [\ufeff]\r\nannotations: [\r]',
    '\u3000',
    '\u00a0\n',
    '\u0085',
    '\u2028\n',
    '# \r\n\r',
  ];
  for (const text of odd) it(`on ${JSON.stringify(text)}`, () => assertOneAnswer(text));

  it('on any text', () => {
    const piece = fc.constantFrom(
      ...[
        'tags:',
        'annotations:',
        ' [',
        ']',
        '\r',
        '\n',
        '\r\n',
        '\ufeff',
        ' ',
        '\t',
        '- ',
        'name: a',
        '#',
        '"',
        '\u3000',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (parts) => assertOneAnswer(parts.join(''))),
      { numRuns: runs(1000) },
    );
  });
});

describe('what was done is taken back to the same bytes', () => {
  const A = '{ id: aa, tags: [水], target: { exact: 甲, start: 1 }, note: x }';
  const target = { exact: '丙', prefix: '乙', suffix: '', start: 7 };
  const sidecars = [
    `annotations: [ ${A} ] # all\r\n`,
    `version: 1\nannotations: [\n  ${A}, # one\n]`,
    `\ufeffversion: 1\r\nannotations:\n  # why\r\n  - id: aa   # sic\n    note: >-\n      x\n    tags: [ 水 ,  '电' ]\r\n    target:   {start: 1, exact: "甲"}\rmine: 1`,
    `document: { title: 甲 } # d\nannotations:\n- ${A}\ncorrections: [{target: {exact: 丙, prefix: 乙, start: 7}, claim: reject}]\n`,
  ];
  const operations: SidecarOperation[] = [
    { kind: 'delete', id: 'aa' },
    { kind: 'add', annotation },
    { kind: 'change', id: 'aa', changes: { note: null, tags: ['电', '煤'], target } },
    { kind: 'change', id: 'aa', changes: { note: 'x\ny', creator: 'me' } },
    { kind: 'addCorrection', correction: { target, claim: 'reject' } },
    { kind: 'deleteCorrection', correction: { target, claim: 'reject' } },
    { kind: 'setDocument', facts: { title: null, date: '2026-01-01' } },
    { kind: 'setOtherKeys', of: 'file', keys: { mine: null } },
  ];
  for (const operation of operations) {
    it(`${JSON.stringify(operation).slice(0, 70)}, also twice, and done again`, () => {
      let done = 0;
      for (const text of sidecars) {
        const first = editSidecar(text, operation, 'a.txt');
        if ('refused' in first) continue;
        done++;
        const second = editSidecar(first.text, { kind: 'setDocument', facts: { url: 'x' } }, 'a.txt');
        const undo = 'text' in second ? [...second.undo, ...first.undo] : first.undo;
        const back = editSidecar('text' in second ? second.text : first.text, undo, 'a.txt');
        assert.equal(textOf(back), text);
        const again = editSidecar(text, 'undo' in back ? back.undo : [], 'a.txt');
        assert.equal(textOf(again), 'text' in second ? second.text : first.text);
      }
      assert.ok(done > 0);
    });
  }

  const tags = [
    "tags: [ {name: 水, color: '#123456'} , { name: 电 } ] # all\r\n",
    'version: 1\r\ntags:\n  # why\r\n  - description: >-\n      x\n    name: "水"   # sic\n    children:\r\n\n      - {name: 污}\r  - name: 电\nmine: 1',
  ];
  const changes: CodebookOperation[] = [
    { kind: 'addTag', path: '水/新/旧' },
    { kind: 'renameTag', path: '水', name: '河' },
    { kind: 'moveTag', path: '电', to: '水' },
    { kind: 'mergeTag', path: '水', into: '电' },
    { kind: 'deleteTag', path: '水' },
    { kind: 'changeTag', path: '水', color: null, description: '一\n二' },
  ];
  for (const change of changes) {
    it(`${JSON.stringify(change)} of the codebook, and done again`, () => {
      let done = 0;
      for (const text of tags) {
        const first = editCodebook(text, change);
        if ('refused' in first) continue;
        done++;
        const back = editCodebook(first.text, first.undo);
        assert.equal(textOf(back), text);
        assert.equal(textOf(editCodebook(text, 'undo' in back ? back.undo : [])), first.text);
      }
      assert.ok(done > 0);
    });
  }

  it('where others have changed something else meanwhile, the entry alone is taken back', () => {
    const text = `annotations: [${A}]\n`;
    const gone = editSidecar(text, { kind: 'delete', id: 'aa' }, 'a.txt');
    assert.ok('text' in gone);
    const back = editSidecar(`mine: 1\n${gone.text}`, gone.undo, 'a.txt');
    assert.deepEqual(parseSidecar(textOf(back)).sidecar, parseSidecar(text).sidecar);
    assert.match(textOf(back), /^mine: 1\n/u);
    const other = editSidecar(gone.text, { kind: 'add', annotation: { ...annotation, id: 'aa' } }, 'a.txt');
    const refused = editSidecar(textOf(other), gone.undo, 'a.txt');
    assert.ok('refused' in refused && refused.refused.code === 'duplicateId');
  });
});

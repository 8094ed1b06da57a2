import assert from 'node:assert/strict';
import { editSidecar } from '../../../../src/core/annotation/editSidecar';
import { parseSidecar } from '../../../../src/core/annotation/sidecar';
import type { SidecarOperation } from '../../../../src/core/annotation/sidecarOperation';

const target = (exact: string, start: number) => ({ exact, prefix: '', suffix: '', start });
const correction = { target: { exact: '一', prefix: '二', suffix: '', start: 5 }, claim: 'reject' as const };
const unit = { target: target('三', 9), claim: { value: 39, unit: '微克/立方米' } };
const change = (changes: Extract<SidecarOperation, { kind: 'change' }>['changes']): SidecarOperation => ({
  kind: 'change',
  id: 'aa',
  changes,
});
const remove: SidecarOperation = { kind: 'delete', id: 'aa' };
const A = '{ id: aa, target: { exact: 甲, start: 1 } }';
const B = '{ id: bb, target: { exact: 乙, start: 2 } }';

/** What is done, to which file, and the file after it; then the operation is taken back. */
const cases: [string, SidecarOperation | SidecarOperation[], string, string][] = [
  ['deletes from brackets, first', remove, `annotations: [${A}, ${B}]\n`, `annotations: [${B}]\n`],
  ['deletes from brackets, last', remove, `annotations: [${B}, ${A}]\n`, `annotations: [${B}]\n`],
  ['deletes from brackets on lines', remove, `annotations: [\n  ${B},\n  ${A},\n]\n`, `annotations: [\n  ${B},\n]\n`],
  ['deletes the only one from a list', remove, `annotations: # all\n- ${A}\n# end\n`, 'annotations: # all\n# end\n'],
  [
    'changes inside brackets',
    change({ note: 'a, b', tags: ['x'] }),
    `annotations: [${A}]\n`,
    'annotations: [{ id: aa, tags: [x], target: { exact: 甲, start: 1 }, note: "a, b" }]\n',
  ],
  [
    'takes keys away inside brackets',
    change({ note: null, creator: null }),
    'annotations:\n- {note: x, id: aa, creator: y, target: {exact: 甲}}\n',
    'annotations:\n- {id: aa, target: {exact: 甲}}\n',
  ],
  [
    'takes away the keys behind the dash',
    change({ note: null }),
    `annotations:\n- note: |\n    one\n    two\n  id: aa\n  target: {exact: 甲}\n`,
    'annotations:\n- id: aa\n  target: {exact: 甲}\n',
  ],
  [
    'fills a key without a value',
    change({ note: 'x', tags: ['y'] }),
    'annotations:\n- id: aa\n  tags: # none\n  note:\n  target: {exact: 甲}\n',
    'annotations:\n- id: aa\n  tags: [y] # none\n  note: x\n  target: {exact: 甲}\n',
  ],
  [
    'keeps quotes, and a comment behind a note that gets lines',
    change({ note: 'a\nb', creator: 'me' }),
    "annotations:\n- id: aa\n  target: {exact: 甲}\n  note: 'x' # why\n  creator:   'you'\n",
    'annotations:\n- id: aa\n  target: {exact: 甲}\n  note: "a\\nb" # why\n  creator:   \'me\'\n',
  ],
  [
    'rewrites a note in lines',
    change({ note: 'x\ny' }),
    'annotations:\n- id: aa\n  note: |\n    one\n\n  target: {exact: 甲}\n',
    'annotations:\n- id: aa\n  note: |-\n    x\n    y\n\n  target: {exact: 甲}\n',
  ],
  [
    'changes a target in place',
    change({ target: { exact: '丙', prefix: '', suffix: '丁', start: 7 } }),
    'annotations:\n  - id: aa\n    target:   # where\n      start: 1 # hint\n      exact: "甲"\n',
    'annotations:\n  - id: aa\n    target:   # where\n      start: 7 # hint\n      exact: "丙"\n      suffix: 丁\n',
  ],
  [
    'gives a target its occurrence',
    change({ target: { exact: '甲', prefix: '', suffix: '', start: 1, occurrence: '2/3' } }),
    'annotations:\n  - id: aa\n    target:\n      exact: 甲\n      start: 1 # hint\n',
    'annotations:\n  - id: aa\n    target:\n      exact: 甲\n      start: 1 # hint\n      occurrence: 2/3\n',
  ],
  [
    'takes an occurrence away that holds no longer',
    change({ target: { exact: '甲', prefix: '', suffix: '', start: 1 } }),
    'annotations:\n  - id: aa\n    target:\n      exact: 甲\n      occurrence: 2/3\n      start: 1 # hint\n',
    'annotations:\n  - id: aa\n    target:\n      exact: 甲\n      start: 1 # hint\n',
  ],
  [
    'resolves, before keys of others',
    change({ resolution: 'orphan' }),
    'annotations:\n  - id: aa\n    target: {exact: 甲}\n    created: 2026-01-01\n    mine: 1\n',
    'annotations:\n  - id: aa\n    target: {exact: 甲}\n    created: 2026-01-01\n    resolution: orphan\n    mine: 1\n',
  ],
  [
    'keeps the lines of tags that stay',
    change({ tags: ['c', 'a'] }),
    'annotations:\n- id: aa\n  tags:\n  - a # one\n  # about b\n  - b\n  - "c"\n  target: {exact: 甲}\n',
    'annotations:\n- id: aa\n  tags:\n  - "c"\n  - a # one\n  target: {exact: 甲}\n',
  ],
  [
    'begins corrections',
    { kind: 'addCorrection', correction },
    'version: 1\n',
    'version: 1\ncorrections:\n  - { target: { exact: 一, prefix: 二, suffix: "", start: 5 }, claim: reject }\n',
  ],
  [
    'adds corrections in text order',
    [
      { kind: 'addCorrection', correction: unit },
      { kind: 'addCorrection', correction },
    ],
    'corrections: [] # c\nx: 1\n',
    'corrections: # c\n  - { target: { exact: 一, prefix: 二, suffix: "", start: 5 }, claim: reject }\n  - { target: { exact: 三, prefix: "", suffix: "", start: 9 }, claim: { value: 39, unit: 微克/立方米 } }\nx: 1\n',
  ],
  [
    'deletes a correction by what it says',
    { kind: 'deleteCorrection', correction },
    'corrections:\n  # why\n  - claim: reject\n    target: {start: 5, prefix: 二, exact: 一}\n  - {target: {exact: 三}, claim: reject}\n',
    'corrections:\n  - {target: {exact: 三}, claim: reject}\n',
  ],
  [
    'ends corrections with the last, as they were begun',
    { kind: 'deleteCorrection', correction },
    'version: 1 # v\n# c\ncorrections:\n  - { target: { exact: 一, prefix: 二, suffix: "", start: 5 }, claim: reject }\n',
    'version: 1 # v\n# c\n',
  ],
  [
    'keeps the key of corrections with words about it',
    { kind: 'deleteCorrection', correction },
    'version: 1\ncorrections: # c\n  - { target: { exact: 一, prefix: 二, suffix: "", start: 5 }, claim: reject }\n',
    'version: 1\ncorrections: # c\n',
  ],
  [
    'keeps the key of corrections above others',
    { kind: 'deleteCorrection', correction },
    'version: 1\ncorrections:\n  - { target: { exact: 一, prefix: 二, suffix: "", start: 5 }, claim: reject }\nmine: 1\n',
    'version: 1\ncorrections:\nmine: 1\n',
  ],
  [
    'begins annotations above corrections',
    { kind: 'add', annotation: { id: 'aa', tags: [], target: target('甲', 1) } },
    'version: 1\n# c\ncorrections: []\n',
    'version: 1\nannotations:\n  - id: aa\n    tags: []\n    target:\n      exact: 甲\n      prefix: ""\n      suffix: ""\n      start: 1\n# c\ncorrections: []\n',
  ],
  [
    'begins the document part',
    { kind: 'setDocument', facts: { date: '2022-08-26', title: '甲' } },
    'version: 1\n\n# all\nannotations: []\n',
    'version: 1\n\ndocument:\n  title: 甲\n  date: 2022-08-26\n# all\nannotations: []\n',
  ],
  [
    'ends the document part',
    { kind: 'setDocument', facts: { title: null } },
    'version: 1\ndocument:\n  title: 甲\nannotations: []\n',
    'version: 1\nannotations: []\n',
  ],
  [
    'sets facts by hand',
    { kind: 'setDocument', facts: { title: '乙', date: null, url: 'x' } },
    'document:\n    mine: 1 # m\n    date: 2022-08-26\n    title: 甲 # t\n',
    'document:\n    mine: 1 # m\n    title: 乙 # t\n    url: x\n',
  ],
  [
    'fills an empty document part',
    { kind: 'setDocument', facts: { title: '乙' } },
    'document: {} # d\nannotations:\n',
    'document: # d\n  title: 乙\nannotations:\n',
  ],
  [
    'sets attributes',
    { kind: 'setDocument', facts: { region: '山西省', attributes: { body: '发改委', year: '2024' } } },
    'document:\n  title: 甲\n  attributes:\n    body: 能源局 # b\nannotations:\n',
    'document:\n  title: 甲\n  region: 山西省\n  attributes: {body: 发改委, year: "2024"} # b\nannotations:\n',
  ],
  [
    'sets keys of others',
    { kind: 'setOtherKeys', of: { id: 'aa' }, keys: { mine: '[1, {a: b}]', yours: null } },
    'annotations:\n  - id: aa\n    mine:\n      - 0\n    yours: 1\n    target: {exact: 甲}\n',
    'annotations:\n  - id: aa\n    mine: [1, {a: b}]\n    target: {exact: 甲}\n',
  ],
];

describe('each operation', () => {
  for (const [name, operations, before, after] of cases) {
    it(name, () => {
      const edit = editSidecar(before, operations, 'a.txt');
      assert.ok('text' in edit, JSON.stringify(edit));
      assert.equal(edit.text, after);
      const back = editSidecar(edit.text, edit.undo, 'a.txt');
      assert.ok('text' in back, JSON.stringify(back));
      assert.equal(back.text, before);
    });
  }

  const list = `annotations:\n- ${A}\n- ${B}\n`;
  for (const gone of [[0], [1], [2], [0, 1], [1, 2], [0, 2], [0, 1, 2]]) {
    for (const start of [0, 5, 15, 25, 35]) {
      it(`keeps the order of the text where ${gone} are put back beside a new one at ${start}`, () => {
        const entries = [10, 20, 30].map((at) => `- { id: a${at}, tags: [], target: { exact: 甲, start: ${at} } }\n`);
        const before = `annotations:\n${entries.join('')}`;
        const deletes = gone.map((index): SidecarOperation => ({ kind: 'delete', id: `a${index + 1}0` }));
        const deleted = editSidecar(before, deletes, 'a.txt');
        assert.ok('text' in deleted);
        const annotation = { id: 'other', tags: [], target: target('乙', start) };
        const beside = editSidecar(deleted.text, { kind: 'add', annotation }, 'a.txt');
        assert.ok('text' in beside);
        const back = editSidecar(beside.text, deleted.undo, 'a.txt');
        assert.ok('text' in back);
        const starts = parseSidecar(back.text).sidecar.annotations.map((one) => one.target.start);
        assert.deepEqual(
          starts,
          [10, 20, 30, start].sort((a, b) => a - b),
        );
      });
    }
  }

  const refusals: [string, string, SidecarOperation | SidecarOperation[]][] = [
    ['missingEntry', list, { kind: 'delete', id: 'zz' }],
    ['missingEntry', list, [remove, change({ note: 'x' })]],
    ['missingEntry', list, { kind: 'deleteCorrection', correction }],
    ['duplicateId', list, { kind: 'add', annotation: { id: 'aa', tags: [], target: target('甲', 1) } }],
    ['duplicateId', `${list}- ${A}\n`, change({ note: 'x' })],
    ['changedSince', list, { kind: 'change', id: 'aa', changes: { note: null }, ifStill: { note: 'mine' } }],
    ['changedSince', list, { kind: 'delete', id: 'aa', ifStill: { id: 'aa', tags: [], target: target('丙', 1) } }],
    ['changedSince', list, { kind: 'setDocument', facts: { title: null }, ifStill: { title: '甲' } }],
    ['unknownLayout', `{ annotations: [], version: 1 }\n`, { kind: 'addCorrection', correction }],
    [
      'unknownLayout',
      'annotations: [ # none\n  ]\n',
      { kind: 'add', annotation: { id: 'cc', tags: [], target: target('甲', 1) } },
    ],
    ['unknownLayout', `annotations: [${A}, # first\n ${B}]\n`, remove],
    ['unknownLayout', `annotations:\n- &a ${A}\nother: *a\n`, remove],
    ['unknownLayout', 'annotations:\n- ? id\n  : aa\n  target: {exact: 甲}\n  ? note\n  : x\n', change({ note: 'y' })],
    ['unknownLayout', `document: [1]\n${list}`, { kind: 'setDocument', facts: { title: '甲' } }],
    ['unknownLayout', list, { kind: 'add', annotation: { id: 'cc', tags: [], target: target('甲', -1) } }],
  ];
  for (const [code, text, operations] of refusals) {
    it(`refuses with ${code}: ${JSON.stringify(operations).slice(0, 60)}`, () => {
      const edit = editSidecar(text, operations, 'a.txt');
      assert.ok('refused' in edit, JSON.stringify(edit));
      assert.equal(edit.refused.code, code);
    });
  }
});

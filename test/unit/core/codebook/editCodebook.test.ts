import assert from 'node:assert/strict';
import { allTags } from '../../../../src/core/codebook/codebook';
import type { CodebookOperation } from '../../../../src/core/codebook/codebookOperation';
import { editCodebook } from '../../../../src/core/codebook/editCodebook';
import { resolveTag } from '../../../../src/core/codebook/oldNames';
import { parseCodebook } from '../../../../src/core/codebook/readCodebook';

const HAND = `# our codebook
version: 1   # one
tags:
  # all that is about power
  - name: energy
    color: '#4e79a7'   # blue
    owner: Li          # not ours
    children:
      - name: supply
        description: |
          Coal, gas
          and grids.
      # about prices
      - { name: price, x: 1 }   # short
  - color: '#111'
    name: "water"
    formerly:
      - hydro     # 2023

  # the end
other: [1, 2]
`;

function edit(text: string | undefined, operations: CodebookOperation | readonly CodebookOperation[]) {
  const result = editCodebook(text, operations);
  assert.ok('text' in result, JSON.stringify(result));
  return result;
}

const paths = (text: string) => allTags(parseCodebook(text).codebook).map(({ path }) => path);

/** The lines of `after` that are not in `before`, and the other way round. */
function changed(before: string, after: string): { come: string[]; gone: string[] } {
  const without = (all: string, others: string) => {
    const left = others.split('\n');
    return all.split('\n').filter((line) => !left.includes(line) || !left.splice(left.indexOf(line), 1));
  };
  return { come: without(after, before), gone: without(before, after) };
}

describe('editCodebook', () => {
  it('begins a file in the documented format', () => {
    const { text, undo } = edit(undefined, [
      { kind: 'addTag', path: 'energy/supply/coal', color: '#4e79a7', description: '煤炭' },
      { kind: 'addTag', path: 'water' },
    ]);
    assert.equal(
      text,
      `# Codebook
version: 1
tags:
  - name: energy
    children:
      - name: supply
        children:
          - name: coal
            color: "#4e79a7"
            description: 煤炭
  - name: water
`,
    );
    assert.deepEqual(paths(edit(text, undo).text), []);
  });

  const changes: [string, CodebookOperation, { come: string[]; gone: string[] }][] = [
    [
      'adds below a tag that has others below it',
      { kind: 'addTag', path: 'energy/grid' },
      { come: ['      - name: grid'], gone: [] },
    ],
    [
      'adds below a tag that has none',
      { kind: 'addTag', path: 'water/rain/acid', color: '#222222' },
      {
        come: [
          ...['    children:', '      - name: rain', '        children:', '          - name: acid'],
          '            color: "#222222"',
        ],
        gone: [],
      },
    ],
    [
      'adds below a tag in brackets',
      { kind: 'addTag', path: 'energy/price/high' },
      {
        come: ['      - { name: price, children: [{name: high}], x: 1 }   # short'],
        gone: ['      - { name: price, x: 1 }   # short'],
      },
    ],
    [
      'renames, and keeps the old name',
      { kind: 'renameTag', path: 'energy', name: '能源' },
      { come: ['  - name: 能源', '    formerly: [energy]'], gone: ['  - name: energy'] },
    ],
    [
      'renames one that was renamed before',
      { kind: 'renameTag', path: 'water', name: '水' },
      { come: ['    name: "水"', '      - water'], gone: ['    name: "water"'] },
    ],
    [
      'renames back',
      { kind: 'renameTag', path: 'water', name: 'hydro' },
      { come: ['    name: "hydro"', '      - water'], gone: ['    name: "water"', '      - hydro     # 2023'] },
    ],
    [
      'moves with comments and unknown keys, and keeps the old path',
      { kind: 'moveTag', path: 'energy/price', to: '' },
      {
        come: ['  # about prices', '  - { name: price, formerly: [energy/price], x: 1 }   # short'],
        gone: ['      # about prices', '      - { name: price, x: 1 }   # short'],
      },
    ],
    [
      'moves down',
      { kind: 'moveTag', path: 'water', to: 'energy/supply' },
      {
        come: [
          ...['        children:', "          - color: '#111'", '            name: "water"', '            formerly:'],
          ...['              - /hydro     # 2023', '              - water'],
        ],
        gone: ["  - color: '#111'", '    name: "water"', '    formerly:', '      - hydro     # 2023'],
      },
    ],
    [
      'deletes',
      { kind: 'deleteTag', path: 'energy/supply' },
      {
        come: [],
        gone: [...['      - name: supply', '        description: |', '          Coal, gas'], '          and grids.'],
      },
    ],
    [
      'changes a colour beside its comment',
      { kind: 'changeTag', path: 'energy', color: '#aabbcc' },
      { come: ["    color: '#aabbcc'   # blue"], gone: ["    color: '#4e79a7'   # blue"] },
    ],
    [
      'changes a description and takes a colour away',
      { kind: 'changeTag', path: 'water', color: null, description: '两行\n字' },
      {
        come: ['  - name: "water"', '    description: |-', '      两行', '      字'],
        gone: ["  - color: '#111'", '    name: "water"'],
      },
    ],
  ];
  for (const [name, operation, expected] of changes) {
    it(name, () => {
      const { text, undo } = edit(HAND, operation);
      assert.deepEqual(changed(HAND, text), expected);
      assert.deepEqual(parseCodebook(text).problems, []);
      const back = edit(text, undo).text;
      assert.deepEqual(parseCodebook(back).codebook, parseCodebook(HAND).codebook);
      if (['addTag', 'deleteTag', 'renameTag'].includes(operation.kind) && !name.includes('back'))
        assert.equal(back, HAND);
    });
  }

  it('merges: the old names and what is below go to the other tag', () => {
    const before = `tags:
  - name: a
    formerly: [z]
    description: Of a.
    children:
      - name: x
        description: x of a
        formerly: [w]
        children:
          - name: deep
      - name: y   # mine
  - name: b
    description: Of b.
    children:
      - name: x
`;
    const { text, undo } = edit(before, { kind: 'mergeTag', path: 'a', into: 'b' });
    assert.equal(
      text,
      `tags:
  - name: b
    description: |-
      Of b.

      Of a.
    formerly: [/z, /a]
    children:
      - name: x
        description: x of a
        formerly: [a/w, a/x]
        children:
          - name: deep
      - name: y   # mine
`,
    );
    assert.deepEqual(parseCodebook(edit(text, undo).text).codebook, parseCodebook(before).codebook);
  });

  it('writes the place at the top that a tag had as its name, and keeps it through every later change', () => {
    const before = 'tags:\n  - name: 治污\n  - name: 环境\n  - name: 生态\n';
    const moved = edit(before, { kind: 'moveTag', path: '治污', to: '环境' }).text;
    assert.match(moved, /formerly: \[治污\]/u);
    const later: readonly (readonly [CodebookOperation, string])[] = [
      [{ kind: 'renameTag', path: '环境/治污', name: '污染治理' }, '环境/污染治理'],
      [{ kind: 'moveTag', path: '环境/治污', to: '生态' }, '生态/治污'],
      [{ kind: 'moveTag', path: '环境/治污', to: '' }, '治污'],
      [{ kind: 'mergeTag', path: '环境/治污', into: '生态' }, '生态'],
      [{ kind: 'renameTag', path: '环境', name: '环保' }, '环保/治污'],
    ];
    for (const [operation, now] of later) {
      const { text, undo } = edit(moved, operation);
      assert.equal(resolveTag(parseCodebook(text).codebook, '治污'), now, text);
      assert.equal(resolveTag(parseCodebook(text).codebook, '环境/治污'), now, text);
      assert.deepEqual(parseCodebook(edit(text, undo).text).codebook, parseCodebook(moved).codebook);
    }
  });

  it('understands the slash that older files have there', () => {
    const written = 'tags:\n  - name: 环境\n    children:\n      - name: 治污\n        formerly: [/治污]\n';
    assert.equal(resolveTag(parseCodebook(written).codebook, '治污'), '环境/治污');
    const { text } = edit(written, { kind: 'moveTag', path: '环境/治污', to: '' });
    assert.match(text, /- name: 治污\n {4}formerly: \[环境\/治污\]/u);
  });

  it('merges a tag into the one above it', () => {
    const { text } = edit(
      'tags:\n  - name: a\n    children:\n      - name: b\n        children:\n          - name: b\n',
      {
        kind: 'mergeTag',
        path: 'a/b',
        into: 'a',
      },
    );
    assert.equal(text, 'tags:\n  - name: a\n    formerly: [a/b]\n    children:\n      - name: b\n');
  });

  const refusals: [string, string, CodebookOperation][] = [
    ['missingTag', HAND, { kind: 'deleteTag', path: 'energy/none' }],
    ['missingTag', HAND, { kind: 'mergeTag', path: 'energy', into: 'none' }],
    ['tagExists', HAND, { kind: 'addTag', path: 'energy/price' }],
    ['tagExists', HAND, { kind: 'renameTag', path: 'energy/price', name: 'supply' }],
    ['tagExists', 'tags: [{name: a}, {name: b, children: [{name: a}]}]\n', { kind: 'moveTag', path: 'b/a', to: '' }],
    ['badName', HAND, { kind: 'addTag', path: 'energy//x' }],
    ['badName', HAND, { kind: 'renameTag', path: 'energy', name: 'a/b' }],
    ['badName', HAND, { kind: 'renameTag', path: 'energy', name: ' a' }],
    ['badColorValue', HAND, { kind: 'changeTag', path: 'energy', color: 'blue' }],
    ['intoItself', HAND, { kind: 'moveTag', path: 'energy', to: 'energy/supply' }],
    ['intoItself', HAND, { kind: 'mergeTag', path: 'energy', into: 'energy' }],
    ['changedSince', HAND, { kind: 'setTag', path: 'energy', values: { color: null }, ifStill: { color: '#000' } }],
    ['duplicateTag', 'tags:\n  - name: a\n  - name: a\n', { kind: 'deleteTag', path: 'a' }],
    [
      'badTag',
      'tags:\n  - name: a\n    children:\n      - oops\n  - name: b\n',
      { kind: 'mergeTag', path: 'a', into: 'b' },
    ],
    ['unknownLayout', 'tags:\n  - &a {name: a}\n  - name: b\n', { kind: 'deleteTag', path: 'a' }],
    // the comment has no place in brackets
    ['unknownLayout', 'tags:\n  - name: a # mine\n  - {name: b}\n', { kind: 'moveTag', path: 'a', to: 'b' }],
    ['conflictMarkers', 'tags:\n<<<<<<< ours\n', { kind: 'addTag', path: 'a' }],
    ['newerVersion', 'version: 2\n', { kind: 'addTag', path: 'a' }],
    ['notACodebook', 'tags: 3\n', { kind: 'addTag', path: 'a' }],
  ];
  for (const [code, text, operation] of refusals) {
    it(`refuses with ${code}: ${JSON.stringify(operation)}`, () => {
      const result = editCodebook(text, operation);
      assert.ok('refused' in result, JSON.stringify(result));
      assert.equal(result.refused.code, code);
    });
  }

  const layouts = [
    ...[
      '',
      '# nothing yet\n',
      'version: 1',
      'tags:',
      'tags: []\n',
      'version: 1\ntags: [] # none\nother: 1\n',
      'tags: [{name: a}]',
      'version: 1\n...\n',
      '---\n... # the end',
    ],
    ...['{"version": 1, "tags": [{"name": "a"}]}\n', 'tags:\r\n- name: a\r\n', 'tags:\n- name: a\n  children: []'],
  ];
  for (const layout of layouts) {
    it(`adds to ${JSON.stringify(layout)}`, () => {
      const { text } = edit(layout, [
        { kind: 'addTag', path: 'a/n' },
        { kind: 'addTag', path: 'm' },
      ]);
      assert.deepEqual(paths(text), ['a', 'a/n', 'm']);
      assert.equal(text.replaceAll(layout.includes('\r\n') ? '\r\n' : '\n', '').includes('\n'), false);
    });
  }
});

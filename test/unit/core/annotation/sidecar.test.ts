import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editSidecar } from '../../../../src/core/annotation/editSidecar';
import { mergeSidecars } from '../../../../src/core/annotation/mergeSidecars';
import { parseSidecar } from '../../../../src/core/annotation/sidecar';
import type { SidecarOperation } from '../../../../src/core/annotation/sidecarOperation';
import { runs } from '../../../runs';
import { anyHandWritten } from './anySidecar';

const codes = (text: string) => parseSidecar(text).problems.map(({ code, line }) => `${code} ${line}`);

describe('parseSidecar', () => {
  it('reads document facts, annotations and corrections, and says in which lines they stand', () => {
    const { sidecar, lines, problems } = parseSidecar(`version: 1
document: { title: 甲, date: 2022-08-26, other: 1 }
annotations:
  # one
  - id: 007
    tags: [2025, 1.0, yes]
    target: { exact: 5.0, start: 3 }
    resolution: orphan
    conflictsWith: aa
  -
    id: bb
    target:
      exact: 乙
corrections:
  - { target: { exact: 一 }, claim: reject }
  - { target: { exact: 二 }, claim: { value: 39, unit: 微克/立方米 } }
  - { target: { exact: 三 }, slogan: accept }
  - { target: { exact: 四 }, speaker: 王某 }
`);
    const target = (exact: string, start = 0) => ({ exact, prefix: '', suffix: '', start });
    assert.deepEqual(sidecar, {
      document: { title: '甲', date: '2022-08-26' },
      annotations: [
        {
          id: '007',
          tags: ['2025', '1.0', 'yes'],
          target: target('5.0', 3),
          resolution: 'orphan',
          conflictsWith: 'aa',
        },
        { id: 'bb', tags: [], target: target('乙') },
      ],
      corrections: [
        { target: target('一'), claim: 'reject' },
        { target: target('二'), claim: { value: 39, unit: '微克/立方米' } },
        { target: target('三'), slogan: 'accept' },
        { target: target('四'), speaker: '王某' },
      ],
    });
    assert.deepEqual([lines, problems], [{ annotations: [4, 10], corrections: [14, 15, 16, 17] }, []]);
  });

  it('lists odd entries with their lines and reads the others', () => {
    const text = `document: nothing
annotations:
  - id: aa
    target: { exact: 甲 }
  - just words
  - id: no target
  - { id: bb, tags: energy, target: { exact: 甲 } }
  - { id: aa, target: { exact: 乙 } }
  -
  - { id: cc, tags: [{ a: 1 }], target: { exact: 甲 } }
  - { ? [1, 2] : 3, 4: 5, id: dd, target: { exact: 甲 } }
corrections:
  - { target: { exact: 一 }, claim: 12 }
  - { target: { exact: 一 }, slogan: perhaps }
  - { target: { exact: 一 }, slogan: accept, speaker: 王某 }
  - { claim: reject }
  - { target: { exact: 一 }, claim: { value: .nan } }
`;
    assert.deepEqual(codes(text), [
      'badEntry 0',
      'badEntry 4',
      'badEntry 5',
      'badEntry 6',
      'duplicateId 7',
      'badEntry 8',
      'badEntry 9',
      ...[12, 13, 14, 15, 16].map((line) => `badEntry ${line}`),
    ]);
    const { sidecar } = parseSidecar(text);
    assert.deepEqual(
      sidecar.annotations.map(({ id }) => id),
      ['aa', 'aa', 'dd'],
    );
  });

  it('reports tags between full-width commas, which are one, where they stand', () => {
    const entry = (tags: string) => `annotations:\n  - id: aa\n    tags: ${tags}\n    target: { exact: 甲 }\n`;
    const { problems, sidecar } = parseSidecar(`\ufeff${entry('[水, 供水，治污]')}`.replaceAll('\n', '\r\n'));
    assert.deepEqual(problems, [{ code: 'wideComma', line: 2, columns: { start: 14, end: 19 }, detail: '供水，治污' }]);
    assert.deepEqual(sidecar.annotations[0]!.tags, ['水', '供水，治污']);
    for (const meant of ['[供水, 治污]', '["供水，治污"]', '\n      - 供水，治污']) {
      assert.deepEqual(parseSidecar(entry(meant)).problems, []);
    }
  });

  const whole: [string, string, string][] = [
    ['several documents', 'version: 1\n---\nversion: 1\n', 'unparseable 1'],
    ['a key that stands twice', 'version: 1\nannotations: []\nannotations: []\n', 'unparseable 2'],
    ['a tab for indentation', 'annotations:\n\t- id: a\n', 'unparseable 1'],
    ['conflict markers', 'version: 1\r\n<<<<<<< ours\r\n', 'conflictMarkers 1'],
    ['a newer version', '# x\nversion: 2\n', 'newerVersion 1'],
    ['a version that is none', 'version: one\n', 'notASidecar 0'],
    ['words', 'hello\n', 'notASidecar 0'],
    ['annotations that are no list', 'version: 1\nannotations: {}\n', 'notASidecar 1'],
    ['corrections that are no list', 'version: 1\ncorrections: 1\n', 'badEntry 1'],
  ];
  for (const [name, text, expected] of whole) {
    it(`says what is wrong with ${name}`, () => {
      assert.deepEqual(codes(text), [expected]);
      assert.deepEqual(codes(`\ufeff${text.replace(/\r?\n/gu, '\r\n')}`), [expected]);
    });
  }

  it('follows aliases of tags, and takes merge keys for keys that it does not know', () => {
    const text = `common: &c [能源, 电]
annotations:
  - { id: aa, tags: *c, target: &t { exact: 甲, start: 1 } }
  - { id: bb, tags: [x], target: *t, <<: { note: merged } }
  - { id: cc, tags: *nothing, target: *t }
`;
    assert.deepEqual(codes(text), ['badEntry 4']);
    const [a, b] = parseSidecar(text).sidecar.annotations;
    assert.deepEqual([a!.tags, b!.target.exact, b!.note], [['能源', '电'], '甲', undefined]);
    for (const operation of [
      { kind: 'change' as const, id: 'aa', changes: { tags: ['x'] } },
      { kind: 'change' as const, id: 'bb', changes: { target: { exact: '乙', prefix: '', suffix: '', start: 1 } } },
      { kind: 'delete' as const, id: 'aa' },
    ]) {
      assert.deepEqual(editSidecar(text, operation, 'a'), { refused: { code: 'unknownLayout' } });
    }
  });

  it('never throws, on reading, writing or merging', () => {
    const pieces = fc.constantFrom(
      ...[
        'annotations:',
        '\n',
        '\n',
        '  ',
        '- ',
        'id: a',
        'tags: [',
        ']',
        '{',
        '}',
        'target:',
        ' exact: 甲',
        '&x ',
        '*x',
      ],
      ...[
        '# c',
        '\r\n',
        '"',
        "'",
        '|',
        '>',
        '? ',
        ': ',
        '---',
        '...',
        '%YAML 1.1',
        '\t',
        '\ufeff',
        ',',
        '!t ',
        'note: n',
      ],
      ...[
        'corrections:',
        'document:',
        'annotations:\n- id: a\n  target: {exact: 甲}\n',
        '- {id: a, target: {exact: 甲}}\n',
      ],
    );
    const anyText = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));
    const target = { exact: '甲', prefix: '', suffix: '', start: 0 };
    const operations: SidecarOperation[] = [
      { kind: 'add', annotation: { id: 'NEW', tags: [], target } },
      { kind: 'delete', id: 'a' },
      { kind: 'change', id: 'a', changes: { note: 'x\ny', tags: ['x'], target } },
      { kind: 'change', id: 'a', changes: { note: null } },
      { kind: 'addCorrection', correction: { target, claim: 'reject' } },
      { kind: 'setDocument', facts: { title: '乙' } },
      { kind: 'setOtherKeys', of: 'file', keys: { mine: '1' } },
    ];
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        parseSidecar(text);
        for (const operation of operations) {
          const edit = editSidecar(text, operation, 'a');
          if ('undo' in edit) assert.ok(parseSidecar(edit.text).writable);
        }
        mergeSidecars('', text, other);
        mergeSidecars(other, text, `${text}# x\n`);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('entries that are read one by one', () => {
  /** An alias anywhere else makes the file be read in one piece. */
  const inOnePiece = (text: string) => {
    // a last line without an end gets the one that the file uses first, as when something is added behind it
    const end = /\r?\n/u.exec(text)?.[0] ?? '\n';
    return `${text.replace(/(?<=[^\n])$/u, end)}mine 1: &mine 1\nmine 2: *mine\n`;
  };
  const anyBroken = fc
    .tuple(
      fc.oneof(
        anyHandWritten,
        anyHandWritten.map(({ text }) => ({
          text: `${text}corrections:\n# c\n- {target: {exact: 甲}, claim: reject}\n`,
        })),
      ),
      fc.nat(),
      fc.nat(6),
      fc.constantFrom(
        ...[
          '',
          '',
          '\n',
          ' ',
          '  ',
          '    ',
          '\t',
          '- ',
          '\n- ',
          '\n  - ',
          '&a ',
          '*a',
          '{',
          ']',
          '"',
          "'",
          '#',
          ': ',
          '|',
          '|+\n',
          '>2',
          '---\n',
          '\n\n# x\n',
          '，',
        ],
      ),
    )
    .map(
      ([{ text }, at, length, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + length),
    );
  const target = { exact: '甲', prefix: '', suffix: '', start: 77 };

  it('say what they say in a file that is read in one piece, and are edited alike', () => {
    fc.assert(
      fc.property(anyBroken, fc.nat(), (text, n) => {
        if (!/^annotations:[ \t]*$/mu.test(text.replaceAll(/\r\n?/gu, '\n')) || text.includes('\n---')) return;
        const [one, whole] = [parseSidecar(text), parseSidecar(inOnePiece(text))];
        if (!one.writable && !whole.writable) return;
        assert.deepEqual(one, whole);
        const { annotations } = one.sidecar;
        const id = annotations[n % Math.max(1, annotations.length)]?.id ?? '';
        const operations: SidecarOperation[] = [
          { kind: 'add', annotation: { id: 'NEW', tags: [], target } },
          { kind: 'delete', id },
          { kind: 'change', id, changes: { note: 'x\ny', tags: ['x'], target } },
          { kind: 'addCorrection', correction: { target, claim: 'reject' } },
        ];
        for (const operation of operations.slice(0, text.includes('\ncorrections:') ? 4 : 3)) {
          const [here, there] = [text, inOnePiece(text)].map((file) => editSidecar(file, operation, 'a'));
          if ('refused' in here! || 'refused' in there!) assert.deepEqual(here, there);
          else assert.equal(inOnePiece(here!.text), there!.text);
        }
      }),
      { numRuns: runs(3000) },
    );
  });
});

import assert from 'node:assert/strict';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import { editSidecar } from '../../../../src/core/annotation/editSidecar';
import { parseSidecar } from '../../../../src/core/annotation/sidecar';

const annotation = (id: string, start: number, extra: Partial<Annotation> = {}): Annotation => ({
  id,
  tags: ['energy/supply'],
  target: { exact: '稳定供应', prefix: '我们', suffix: '，不限电', start },
  created: '2026-01-02T03:04:05Z',
  ...extra,
});

function add(text: string | undefined, added: Annotation): string {
  const edit = editSidecar(text, { kind: 'add', annotation: added }, 'a.txt');
  assert.ok('text' in edit, JSON.stringify(edit));
  return edit.text;
}

describe('editSidecar', () => {
  it('writes what would look like nothing, or like the end of a line, as escapes, and reads it back', () => {
    const words = '一\u2028二\u2029三\u0085四\ufeff五\u009f';
    const target = { exact: words, prefix: words, suffix: '', start: 0 };
    const annotation = { id: 'aa', tags: [words], target, note: `${words}\n${words}` };
    const added = editSidecar(undefined, { kind: 'add', annotation }, 'a.txt');
    assert.ok('text' in added);
    const changes = { note: words, tags: ['水', words] };
    const changed = editSidecar(added.text, { kind: 'change', id: 'aa', changes }, 'a.txt');
    assert.ok('text' in changed);
    assert.doesNotMatch(added.text + changed.text, /[\u007f-\u009f\u2028\u2029\ufeff]/u);
    assert.deepEqual(parseSidecar(added.text).sidecar.annotations, [annotation]);
    assert.deepEqual(parseSidecar(changed.text).sidecar.annotations, [{ ...annotation, ...changes }]);
  });

  for (const name of ['a\nb.txt', 'a\rb.txt', 'a\r\nb.txt', 'a\u0007b.txt', 'a\u2028b.txt', '\n.txt']) {
    it(`begins the file of a transcript whose name is no line: ${JSON.stringify(name)}`, () => {
      const added = editSidecar(undefined, { kind: 'add', annotation: annotation('k1', 3) }, name);
      assert.ok('text' in added);
      assert.deepEqual(parseSidecar(added.text).sidecar.annotations, [annotation('k1', 3)]);
      assert.equal(added.text.split('\n')[1], 'version: 1');
    });
  }

  it('begins a file in the documented format', () => {
    assert.equal(
      add(undefined, annotation('k1', 3, { note: '比较去年' })),
      `# Annotations of a.txt
version: 1
annotations:
  - id: k1
    tags: [energy/supply]
    target:
      exact: 稳定供应
      prefix: 我们
      suffix: ，不限电
      start: 3
    note: 比较去年
    created: 2026-01-02T03:04:05Z
`,
    );
  });

  it('begins a file with a correction, and takes that back without a trace, on files with any line end', () => {
    const correction = { target: { exact: '一', prefix: '', suffix: '', start: 5 }, claim: 'reject' as const };
    for (const before of [undefined, 'version: 1\r\n# mine', 'version: 1\nannotations: []\n# mine\n']) {
      const edit = editSidecar(before, { kind: 'addCorrection', correction }, 'a.txt');
      assert.ok('text' in edit);
      assert.equal(/^annotations:\s*$/mu.test(edit.text), false);
      const back = editSidecar(edit.text, edit.undo, 'a.txt');
      assert.ok('text' in back);
      assert.equal(back.text, before ?? '# Annotations of a.txt\nversion: 1\n');
      const again = editSidecar(back.text, back.undo, 'a.txt');
      assert.equal('text' in again && again.text, edit.text);
    }
  });

  it('keeps entries in text order and every other byte as it was', () => {
    const hand = `# mine
version:   1   # one

annotations:
- note: "by hand"   # keep
  id:   aa
  target: {exact: 甲, start: 10, prefix: '', suffix: ''}
  my key: 7

# about the next one
- id: zz
  target: { exact: 乙, start: 50 }
extra:
  - 1
`;
    const edited = add(hand, annotation('mm', 20));
    const lines = edited.split('\n');
    const own = lines.slice(lines.indexOf('- id: mm'), lines.indexOf('- id: mm') + 8);
    assert.equal(lines.filter((line) => !own.includes(line)).join('\n'), hand.split('\n').join('\n'));
    assert.deepEqual(
      parseSidecar(edited).sidecar.annotations.map(({ id }) => id),
      ['aa', 'mm', 'zz'],
    );
  });

  const layouts: [string, string][] = [
    ['an empty file', ''],
    ['comments only', '# nothing yet\n'],
    ['an empty list', 'version: 1\nannotations: []\n'],
    ['an empty list with a comment', 'version: 1\nannotations: [] # none\nother: 1\n'],
    ['a key without a list, at the very end', 'version: 1\nannotations:'],
    ['a flow list', 'version: 1\nannotations: [{id: aa, tags: [x], target: {exact: 甲, start: 1}}]\n'],
    ['no annotations key', 'version: 1\ndocument: {title: 甲}'],
    ['a file that ends in a mark', '---\nversion: 1\ndocument: {title: 甲}\n... # the end\n# really\n'],
    ['nothing but marks', '---\n...\n'],
    ['CRLF', 'version: 1\r\nannotations:\r\n  - id: aa\r\n    tags: [x]\r\n    target: {exact: 甲, start: 1}\r\n'],
    [
      'a block note at the end',
      'version: 1\nannotations:\n  - id: aa\n    target: {exact: 甲, start: 1}\n    note: |\n      one\n      two',
    ],
  ];
  for (const [name, text] of layouts) {
    it(`adds to ${name}`, () => {
      const edited = add(text, annotation('mm', 20));
      const before = parseSidecar(text).sidecar.annotations;
      const after = parseSidecar(edited).sidecar.annotations;
      assert.deepEqual(after, [...before, annotation('mm', 20)]);
      assert.equal(/(^|[^\r])\n/.test(edited), !text.includes('\r\n'));
    });
  }

  it('keeps words that YAML would read otherwise', () => {
    const odd = annotation('e1', 1, {
      tags: ['yes', '#x', '1', 'a: b', '甲,乙'],
      note: '第一行\n\n  第三行 # 不是注释\n',
      target: { exact: '“三\n\n新”：- x', prefix: ' 空', suffix: '空 ', start: 1 },
    });
    assert.deepEqual(parseSidecar(add(undefined, odd)).sidecar.annotations, [odd]);
  });

  const refusals: [string, string][] = [
    ['unparseable', 'version: 1\nannotations:\n  - id: "aa\n'],
    ['unparseable', 'annotations:\n\t- x\n'],
    ['conflictMarkers', 'version: 1\n<<<<<<< ours\na: 1\n=======\na: 2\n>>>>>>> theirs\n'],
    ['newerVersion', 'version: 2\nannotations: []\n'],
    ['notASidecar', '- 1\n- 2\n'],
    ['notASidecar', 'annotations: 12\n'],
  ];
  for (const [code, text] of refusals) {
    it(`refuses with ${code}: ${JSON.stringify(text.slice(0, 30))}`, () => {
      const edit = editSidecar(text, { kind: 'add', annotation: annotation('mm', 1) }, 'a.txt');
      assert.ok('refused' in edit);
      assert.equal(edit.refused.code, code);
    });
  }

  it('does not expand an alias bomb, and says which entry is bad', () => {
    const bomb = `a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\nannotations:\n  - id: *d\n    tags: [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n    target: {exact: 甲, start: 1}\n`;
    const { sidecar, problems } = parseSidecar(bomb);
    assert.deepEqual(sidecar.annotations, []);
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [['badEntry', 5]],
    );
  });
});

import assert from 'node:assert/strict';
import { mergeConflict } from '../../../../src/core/annotation/mergeConflict';
import { parseSidecar } from '../../../../src/core/annotation/sidecar';

const entry = (id: string, tags: string, more = '') =>
  `  - id: ${id}\n    tags: [${tags}]\n    target: { exact: 甲 }\n${more}`;
const head = '# Annotations of a.txt\nversion: 1\nannotations:\n';
const conflict = (ours: string, theirs: string, base?: string) =>
  `<<<<<<< HEAD\n${ours}${base === undefined ? '' : `||||||| base\n${base}`}=======\n${theirs}>>>>>>> other\n`;

function merged(text: string) {
  const result = mergeConflict(text);
  assert.ok(result && 'text' in result, JSON.stringify(result));
  const { annotations } = parseSidecar(result.text).sidecar;
  return { tags: annotations.map(({ id, tags }) => `${id}: ${tags.join()}`), conflicts: result.conflicts };
}

describe('mergeConflict', () => {
  it('keeps what both sides have added', () => {
    const text = head + entry('aa', '水') + conflict(entry('bb', '电'), entry('cc', '煤'));
    assert.deepEqual(merged(text), { tags: ['aa: 水', 'bb: 电', 'cc: 煤'], conflicts: [] });
  });

  it('keeps the tags of both sides where markers stand inside one entry', () => {
    const text = `${head}  - id: aa\n${conflict('    tags: [水]\n', '    tags: [电]\n')}    target: { exact: 甲 }\n`;
    assert.deepEqual(merged(text).tags, ['aa: 水,电']);
  });

  it('takes the base that is written between the markers: what one side deleted is gone', () => {
    const text = head + conflict(entry('aa', '水'), '', entry('aa', '水'));
    assert.deepEqual(merged(text).tags, []);
    assert.deepEqual(merged(head + conflict(entry('aa', '水'), '')).tags, ['aa: 水']);
  });

  it('keeps both versions of what both changed differently', () => {
    const text = head + conflict(entry('aa', '水', '    note: 一\n'), entry('aa', '水', '    note: 二\n'));
    const { tags, conflicts } = merged(text);
    assert.equal(tags.length, 2);
    assert.equal(conflicts.length, 1);
  });

  it('merges where what both have is no sidecar by itself', () => {
    const text = `${head}${conflict('  - id: aa\n', '  - id: bb\n')}    tags: [水]\n    target: { exact: 甲 }\n`;
    assert.deepEqual(merged(text).tags.sort(), ['aa: 水', 'bb: 水']);
  });

  for (const text of [
    '<<<<<<< a\n',
    '<<<<<<< a\n>>>>>>> b\n',
    '=======\n',
    '<<<<<<< a\n<<<<<<< b\n=======\n>>>>>>> c\n',
  ]) {
    it(`does not guess at ${JSON.stringify(text)}`, () => assert.equal(mergeConflict(text), undefined));
  }
});

import assert from 'node:assert/strict';
import { mayBeCopy, sidecarCopies } from '../../../src/store/sidecarCopies';

describe('second versions of a sidecar', () => {
  const copies = [
    'q.txt.annotations (1).yaml',
    'q.txt.annotations（1）.yaml',
    "q.txt.annotations (Li's conflicted copy 2025-01-01).yaml",
    'q.txt.annotations-DESKTOP-AB12.yaml',
    'q.txt.annotations.sync-conflict-20250101-101010-ABCDEFG.yaml',
    'q.txt.annotations - Copy.yaml',
    'q.txt.annotations - 副本.yaml',
    'q.txt.annotations 副本.yaml',
    'q.txt.annotations 2.yaml',
    'q.txt.annotations.yml',
    'q (1).txt.annotations.yaml',
    'q.txt (1).annotations.yaml',
    'q-DESKTOP-AB12.txt.annotations.yaml',
    'q - 副本.txt.annotations.yaml',
    'q.txt.annotations的副本.yaml',
    'q的副本.txt.annotations.yaml',
    'q.txt 副本 2.annotations.yaml',
    'Copy of q.txt.annotations.yaml',
    'Copy (2) of q.txt.annotations.yaml',
    '副本 q.txt.annotations.yaml',
    '复件 (3) q.txt.annotations.yaml',
  ];
  for (const name of copies) {
    it(name, () => {
      assert.deepEqual(sidecarCopies(['q.txt', 'q.txt.annotations.yaml', name]), [{ name, transcript: 'q.txt' }]);
      assert.ok(mayBeCopy(name));
    });
  }

  it('are no sidecars of other transcripts, and no files of others', () => {
    const names = ['q.txt', 'q.txt.annotations.yaml', 'q (1).txt', 'q (1).txt.annotations.yaml'];
    const others = [
      'x.annotations.schema.yaml',
      'annotations.yaml',
      'q.txt.annotationsof.yaml',
      'q.txt.annotations.json',
    ];
    assert.deepEqual(sidecarCopies([...names, ...others, 'gone.txt.annotations.yaml']), []);
  });
});

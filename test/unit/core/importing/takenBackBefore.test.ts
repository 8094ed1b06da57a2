import assert from 'node:assert/strict';
import type { ImportedLine } from '../../../../src/core/importing/importedLine';
import { takenBackBefore } from '../../../../src/core/importing/takenBackBefore';

const lines: ImportedLine[] = [
  { text: '发布会实录', dropped: 'pageHead' },
  { text: '发布会实录' },
  { text: '记者：秋粮怎么样？' },
  { text: '责任编辑：丁一', dropped: 'legal' },
  { text: '发布会实录', dropped: 'pageHead' },
];

describe('lines that a person took back', () => {
  it('are kept when the original is read again, and no head that says the same as the title', () => {
    const kept = (text: string) => takenBackBefore(lines, text).flatMap(({ dropped }, at) => (dropped ? [] : [at]));
    assert.deepEqual(kept('发布会实录\n记者：秋粮怎么样？\n'), [1, 2]);
    assert.deepEqual(kept('发布会实录\n记者：秋粮怎么样？\n责任编辑：丁一\n'), [1, 2, 3]);
    assert.deepEqual(kept('发布会实录\n发布会实录\n记者：秋粮怎么样？\n'), [0, 1, 2]);
  });
});

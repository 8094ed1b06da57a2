import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layoutLines, takeBack } from '../../../../src/core/importing/cleanText';
import { replaceLines } from '../../../../src/core/importing/replaceLines';
import { type LayoutEdit, layoutEdits, textLayout } from '../../../../src/core/importing/textLayout';

function apply(text: string, edits: readonly LayoutEdit[]): string {
  return [...edits]
    .reverse()
    .reduce((all, { start, end, text: words }) => all.slice(0, start) + words + all.slice(end), text);
}

describe('one text made of another', () => {
  it('by the lines that differ: others are not touched', () => {
    const before = '甲\n乙\n丙\n丁\n';
    assert.deepEqual(replaceLines(before, '甲\n新\n丙\n丁\n末\n'), [
      { start: 2, end: 4, text: '新\n' },
      { start: 8, end: 8, text: '末\n' },
    ]);
    assert.deepEqual(replaceLines(before, before), []);
  });

  it('is the other, whatever they are', () => {
    const text = fc.array(fc.constantFrom('甲', '乙', '丙', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        assert.equal(apply(before, replaceLines(before, after)), after);
      }),
    );
  });
});

describe('a line that is taken back', () => {
  const text = [
    '　　今年全省粮食产量比上年增加，质量也比往年好，农',
    '民收入增加了，各地抓得早、抓得实，损失降到了最低',
    '第3页',
    '，这是几年来最好的一年。',
    '　　下一步，要抓好秋播，落实面积，做好农资的供应，',
    '让农民满意。',
  ].join('\n');
  const shown = (fates: ReturnType<typeof textLayout>) =>
    layoutLines(text, fates).flatMap(({ text: line, dropped }) => (dropped ? [] : [line.trim()]));

  it('stands between the halves that it parted, in the preview and in the text', () => {
    const fates = textLayout(text);
    assert.equal(fates[2]!.dropped, 'pageNumber');
    assert.equal(shown(fates).length, 2);
    const back = takeBack(fates, new Set([2]));
    assert.deepEqual(shown(back).slice(1, 3), ['第3页', '，这是几年来最好的一年。']);
    const edited = apply(text, layoutEdits(text, back)).split('\n');
    assert.deepEqual(
      edited.map((line) => line.trim()),
      shown(back),
    );
  });
});

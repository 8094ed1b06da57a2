import assert from 'node:assert/strict';
import { Anchorer } from '../../../../../src/core/annotation/anchoring/anchorer';
import { describeTarget } from '../../../../../src/core/annotation/target';

/** The passage of `marked` between two `|`, anchored in `now`. */
function reanchor(marked: string, now: string) {
  const start = marked.indexOf('|');
  const text = marked.replaceAll('|', '');
  const { state, span } = new Anchorer(now).anchor(describeTarget(text, { start, end: marked.lastIndexOf('|') - 1 }));
  return span ? `${state} ${span.start}-${span.end}` : state;
}

describe('anchor', () => {
  it('finds the passage where it was', () => {
    assert.equal(reanchor('全省|产量|稳步增长', '全省产量稳步增长'), 'anchored 2-4');
  });
  it('follows the passage when text before it is inserted', () => {
    assert.equal(reanchor('全省|产量|稳步增长', '去年，全省产量稳步增长'), 'moved 5-7');
  });
  it('does not take another mention for the one that was deleted', () => {
    assert.equal(
      reanchor('推动|发展|见效。其他段落里也说创新发展很要紧', '推动见效。其他段落里也说创新发展很要紧'),
      'orphaned',
    );
  });
  it('says when several places fit equally', () => {
    assert.equal(reanchor('甲乙丙丁|发展|戊己庚辛', '导语。甲乙丙丁发展戊己庚辛。甲乙丙丁发展戊己庚辛。'), 'ambiguous');
  });
  it('never cuts a character in half', () => {
    const target = describeTarget(`${'𠮷'.repeat(40)}产量${'𠮷'.repeat(40)}`, { start: 80, end: 82 });
    assert.deepEqual([target.prefix, target.suffix], ['𠮷'.repeat(16), '𠮷'.repeat(16)]);
  });
});

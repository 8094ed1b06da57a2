import assert from 'node:assert/strict';
import { transcriptFacts } from '../../../../src/core/importing/transcriptFacts';

describe('the day of an imported transcript', () => {
  const source = { facts: { title: '水价', date: '2024-03-09' }, path: 'a.html', hash: 'sha256:0' };
  const dayOf = (text: string) => transcriptFacts(text, source).date;

  it('is that of the interview where the text names it, not that of publication', () => {
    assert.equal(
      dayOf('水价保持稳定\n发布时间：2024-03-09\n记者：涨价吗？\n答：不涨。\n（采访日期：2024年3月1日）\n'),
      '2024-03-01',
    );
    assert.equal(dayOf('水价保持稳定\n記者：涨价吗？\n答：不涨。\n採訪時間：2024/3/1\n'), '2024-03-01');
  });

  it('is that of publication where the text states none, and is left to the text where it does', () => {
    assert.equal(dayOf('记者：涨价吗？\n答：不涨。\n'), '2024-03-09');
    assert.equal(dayOf('时间：2024年3月2日\n记者：涨价吗？\n答：不涨。\n'), undefined);
  });
});

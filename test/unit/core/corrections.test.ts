import assert from 'node:assert/strict';
import { parseSidecar } from '../../../src/core/annotation/sidecar';
import { describeTarget } from '../../../src/core/annotation/target';
import { analyseCorrected } from '../../../src/core/corrections/readTranscriptBytes';
import { summarise } from '../../../src/core/summary/summarise';

const TEXT = '江川日报记者：产量多少？\n周明：谢谢。今年我们优选20家企业，产量达到3.5万吨。\n';

/** The claims of the text, corrected by entries of a sidecar, as lists show them. */
function corrected(...entries: string[]) {
  const { sidecar, problems } = parseSidecar(`version: 1\ncorrections:\n${entries.join('')}`);
  assert.deepEqual(problems, []);
  return summarise(TEXT, analyseCorrected(TEXT, sidecar)).claims;
}

function entry(words: string, claim: unknown): string {
  const start = TEXT.indexOf(words);
  const target = describeTarget(TEXT, { start, end: start + words.length });
  return `  - ${JSON.stringify({ target, claim })}\n`;
}

describe('corrections of figures', () => {
  it('change what a person knows better, and nothing else', () => {
    const [before] = corrected(entry('3.5万吨', { value: 36000 })).slice(-1);
    assert.deepEqual([before!.value, before!.unit, before!.indicator], [36000, '吨', '产量']);
    const [after] = corrected(entry('3.5万吨', { indicator: '粮食产量', unit: '公斤' })).slice(-1);
    assert.deepEqual([after!.value, after!.unit, after!.indicator], [35000, '公斤', '粮食产量']);
  });

  it('name what is measured, whatever stands behind the figure', () => {
    const claim = corrected(entry('20家', { indicator: '示范企业' })).find(({ words }) => words === '20家')!;
    assert.deepEqual([claim.indicator, claim.behind], ['示范企业', '']);
  });

  it('say that something is no figure', () => {
    assert.equal(corrected(entry('20家', 'reject')).length, corrected().length - 1);
  });
});

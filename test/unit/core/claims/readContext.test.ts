import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';
import { findPeriods } from '../../../../src/core/claims/period/findPeriods';

/** The claims of an answer given on 10 September 2024, by their words. */
function claims(answer: string) {
  const text = `江川日报记者：请问情况如何？\n周明：谢谢您的提问。${answer}\n`;
  const found = analyse(text, { date: '2024-09-10' }).claims;
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return Object.fromEntries(
    found.map((claim) => [
      words(claim),
      {
        direction: claim.direction,
        basis: claim.basis,
        modality: claim.modality,
        period: claim.period && words(claim.period),
        days: claim.period?.from ? [claim.period.from, claim.period.to] : undefined,
      },
    ]),
  );
}

describe('directions', () => {
  it('tell what gets higher or lower from what is only higher or lower than another', () => {
    const found = claims('覆盖率提高1.5个百分点，电价降低10%，产量翻一番，贷款同比少增3亿元，低于全国2.5个百分点。');
    const directions = Object.values(found).map(({ direction }) => direction);
    assert.deepEqual(directions, ['increase', 'decrease', 'increase', 'decrease', 'none']);
  });
});

describe('periods of years', () => {
  it('are one, whatever dash is between the years', () => {
    for (const dash of '-–—―至') {
      const [period, ...others] = findPeriods(`2019${dash}2023年新增岗位5万个。`, undefined);
      assert.deepEqual([period?.start, period?.end, others.length], [0, 10, 0], dash);
    }
  });
});

describe('years of the Republic in texts of Taiwan', () => {
  const periods = (text: string) => findPeriods(text, undefined).map(({ start, end }) => text.slice(start, end));

  it('are years where they say so, or go on as only years do', () => {
    assert.deepEqual(periods('民国112年新增3所。'), ['民国112年']);
    assert.deepEqual(periods('112年度编列3亿元。'), ['112年度']);
    assert.deepEqual(periods('112年3月新增3所，113年底共9所。'), ['112年3月', '113年底']);
  });

  it('are no spans of time', () => {
    assert.deepEqual(periods('该校建校112年。'), []);
    assert.deepEqual(periods('第112年度的会议'), []);
  });
});

describe('what is said around a figure', () => {
  it('a share has no comparison of the clause before it, and a plan that it is a share of makes no target', () => {
    const found = claims('上半年全省供电量达到310亿千瓦时，同比增加27亿千瓦时，占全年计划的近四成。');
    assert.deepEqual(found['27亿千瓦时'], {
      direction: 'increase',
      basis: '同比',
      modality: 'actual',
      period: '上半年',
      days: ['2024-01-01', '2024-06-30'],
    });
    const { 近四成: share } = found;
    assert.deepEqual([share!.basis, share!.modality, share!.period], [undefined, 'actual', '上半年']);
  });

  it('the year that a multiple is held against is not its period', () => {
    const found = claims('上半年接待游客1200万人次，是2019年的1.4倍。');
    assert.equal(found['1.4倍']!.period, '上半年');
    assert.equal(claims('发电量由2019年的12亿度提高到15亿度。')['12亿度']!.period, '2019年');
  });

  it('全年 is a period of its own', () => {
    const found = claims('上半年生产原油300万吨，预计全年达到620万吨。');
    assert.deepEqual(found['620万吨'], {
      direction: 'reach',
      basis: undefined,
      modality: 'forecast',
      period: '全年',
      days: ['2024-01-01', '2024-12-31'],
    });
  });

  it('现在 inside another word is no period', () => {
    assert.equal(claims('成效具体体现在三个方面，产量达到50万吨。')['50万吨']!.period, undefined);
    assert.equal(claims('现在产量达到50万吨。')['50万吨']!.period, '现在');
  });
});

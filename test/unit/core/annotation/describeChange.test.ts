import assert from 'node:assert/strict';
import { describeChange } from '../../../../src/core/annotation/describeChange';

const target = (exact: string, prefix = '', suffix = '') => ({ exact, prefix, suffix, start: 0 });
const words = (...args: Parameters<typeof describeChange>) => {
  const change = describeChange(...args);
  return change && `${change.before}[${change.old} → ${change.now}]${change.after}`;
};

describe('describeChange', () => {
  it('shows whole figures with their units in their sentence', () => {
    assert.equal(
      words(target('蓄水13亿立方米', '夏粮丰收。全省', '，同比增加。今后'), '蓄水13.5亿立方米'),
      '全省蓄水[13亿立方米 → 13.5亿立方米]，同比增加',
    );
    assert.equal(words(target('由88.5%提高到93.2%'), '由88.5%提高到95.2%'), '…提高到[93.2% → 95.2%]');
  });

  it('shows with its neighbours what was put in or taken out', () => {
    assert.equal(words(target('抓好水利工程'), '抓好重点水利工程'), '抓[好水 → 好重点水]利工程');
    assert.equal(words(target('抓好重点工程'), ''), '[抓好重点工程 → ]');
  });

  it('cuts no figure where the row is too short', () => {
    const change = words(
      target('建成1,260公里管网，其中改造老旧河道堤3600多公里', '全省在五年之间'),
      '建成1,280公里管网，其中改造老旧河道堤3600多公里',
    );
    assert.equal(change, '…之间建成[1,260公里 → 1,280公里]管网，其中改造老旧河道堤…');
  });

  it('says nothing where nothing has changed', () => {
    assert.equal(words(target('水利'), '水利'), undefined);
  });
});

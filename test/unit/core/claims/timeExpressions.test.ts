import assert from 'node:assert/strict';
import { findPeriods, withDurations } from '../../../../src/core/claims/period/findPeriods';
import { TIME_EXPRESSIONS } from '../../../../src/core/claims/period/timeExpressions';

const DAY = '2024-03-05';
const periodsOf = (text: string) => findPeriods(text, DAY).map(({ start, end }) => text.slice(start, end));

describe('expressions of time', () => {
  for (const { id, example, counterExample } of TIME_EXPRESSIONS) {
    it(`${id}: ${example}`, () => {
      assert.deepEqual(periodsOf(`据了解，${example}，新增5万个。`), [example]);
      assert.deepEqual(periodsOf(`据了解，${counterExample}，新增5万个。`), []);
    });
  }

  const days: readonly (readonly [string, string, string])[] = [
    ['去年十二月', '2023-12-01', '2023-12-31'],
    ['2023年十一月五日', '2023-11-05', '2023-11-05'],
    ['今年元月份', '2024-01-01', '2024-01-31'],
    ['3月21号', '2024-03-21', '2024-03-21'],
    ['2023年10月至2024年2月', '2023-10-01', '2024-02-29'],
    ['2017年至2020年7月', '2017-01-01', '2020-07-31'],
    ['7月15日～17日', '2024-07-15', '2024-07-17'],
    ['1~8月', '2024-01-01', '2024-08-31'],
    ['2023年头10个月', '2023-01-01', '2023-10-31'],
    ['2023年第4季度', '2023-10-01', '2023-12-31'],
    ['第2季', '2024-04-01', '2024-06-30'],
  ];
  for (const [words, from, to] of days) {
    it(`${words} means ${from} to ${to}`, () => {
      const [period] = findPeriods(words, DAY);
      assert.deepEqual([period?.start, period?.end, period?.from, period?.to], [0, words.length, from, to]);
    });
  }

  for (const words of [
    '十月底',
    '1990年代',
    '上世纪80年代末',
    '今年国庆期间',
    '2023年前后',
    '7月3日和8月7日',
    '今年入汛以来',
  ]) {
    it(`${words} means no certain days`, () => {
      const [period] = findPeriods(words, DAY);
      assert.deepEqual([period?.start, period?.end, period?.from, period?.to], [0, words.length, undefined, undefined]);
    });
  }

  it('what happened takes the expressions of its clause with it', () => {
    assert.deepEqual(periodsOf('自2018年2月启用至今，办理5万件。'), ['2018年2月启用至今']);
    assert.deepEqual(periodsOf('学员在疫情暴发后，仅去年就有5人。'), ['疫情暴发后', '去年']);
  });

  it('两个月 of each are apart', () => {
    assert.deepEqual(periodsOf('3月和4月，分别增长3%和4%。'), ['3月', '4月']);
  });

  it('how long is told apart from when', () => {
    const text = '今年三年行动计划收官，两年投入5亿元，80多年前只有3家。';
    const times = withDurations(text, findPeriods(text, DAY)).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(periodsOf(text), ['今年']);
    assert.deepEqual(times, ['今年', '两年', '80多年前']);
  });
});

import assert from 'node:assert/strict';
import { readNumber } from '../../../../src/core/claims/readNumber';

/** `|` marks where the number ends. */
const numbers: [string, number][] = [
  ['1,100|个', 1100],
  ['1,100万|户', 11_000_000],
  ['30 000|公頃', 30_000],
  ['3.5万亿|元', 3.5e12],
  ['11.93亿|吨', 1_193_000_000],
  ['１２．５|％', 12.5],
  ['8000多万|人', 80_000_000],
  ['9.7余万|平方公里', 97_000],
  ['8900万|千瓦', 89_000_000],
  ['2.5|个百分点', 2.5],
  ['两万五千|人', 25_000],
  ['两万五|，', 25_000],
  ['三千二|，', 3200],
  ['一百零五|个', 105],
  ['一百亿|元', 1e10],
  ['一万五千亿|元', 1.5e12],
  ['二十万亿|元', 2e13],
  ['三十多万亿|元', 3e13],
  ['十|个', 10],
  ['十几|个', 10],
  ['几十|元', 10],
  ['几十万|个', 100_000],
  ['数百|家', 100],
  ['十余万|名', 100_000],
  ['廿|', Number.NaN],
  ['七八百|元', 700],
  ['三四|趟', 3],
  ['三点四|', 3.4],
  ['六十二点一|', 62.1],
];
const refused = [
  '一二三产业',
  '二〇二四年',
  '百分之三',
  '千瓦时',
  '亿元',
  '零',
  '几个',
  '数据',
  '两两',
  '十百千',
  '3.5.1',
];

describe('readNumber', () => {
  for (const [marked, value] of numbers.filter(([, expected]) => !Number.isNaN(expected))) {
    it(`reads ${marked}`, () => {
      const found = readNumber(marked.replace('|', ''), 0);
      assert.deepEqual([found?.value, found?.end], [value, marked.indexOf('|')]);
    });
  }
  for (const text of refused) {
    it(`refuses ${text}`, () => assert.equal(readNumber(text, 0), undefined));
  }
});

import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';

const cases: [string, [string, string][]][] = [
  ['万元GDP用水量比2020年下降16.8%。', [['16.8%', '万元GDP用水量']]],
  ['汛期云江来水比常年偏多两成。', [['两成', '汛期云江来水']]],
  [
    '新开工重点水利项目128个，完成投资213.6亿元，增长11.4%。',
    [
      ['128个', '重点水利项目'],
      ['213.6亿元', '投资'],
      ['11.4%', '投资'],
    ],
  ],
  [
    '全省共有医院128家，床位3.2万张。',
    [
      ['128家', '医院'],
      ['3.2万张', '床位'],
    ],
  ],
  [
    '与2019年相比，游客人次增长12.5%，旅游收入增长三成。',
    [
      ['12.5%', '游客人次'],
      ['三成', '旅游收入'],
    ],
  ],
  ['高技术制造业占比较上年提高1.2个百分点。', [['1.2个百分点', '高技术制造业占比']]],
  ['全省一般公共预算收入达到3000亿元。', [['3000亿元', '全省一般公共预算收入']]],
  ['建成20座智能化煤矿。', [['20座', '智能化煤矿']]],
];

describe('what a claim measures', () => {
  for (const [text, expected] of cases) {
    it(text, () =>
      assert.deepEqual(
        analyse(text).claims.map(({ start, end, indicator }) => [
          text.slice(start, end),
          indicator && text.slice(indicator.start, indicator.end),
        ]),
        expected,
      ),
    );
  }
});

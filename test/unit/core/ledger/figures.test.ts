import assert from 'node:assert/strict';
import { analyseCorrected } from '../../../../src/core/corrections/readTranscriptBytes';
import { borneOut } from '../../../../src/core/ledger/borneOut';
import { IndicatorNames } from '../../../../src/core/ledger/indicatorNames';
import type { Indicator } from '../../../../src/core/ledger/indicators';
import { ledgerRows } from '../../../../src/core/ledger/ledgerRows';
import { nearIndicators } from '../../../../src/core/ledger/nearIndicators';
import { readFigures } from '../../../../src/core/ledger/readFigures';
import { DocumentReader } from '../../../../src/core/query/documentReader';
import { queryDocument } from '../../../../src/core/query/queryDocument';

const REGION = { region: '云南省' };
const figuresOf = (said: string, path = '2024-03-05.txt', indicators: readonly Indicator[] = []) => {
  const analysis = analyseCorrected(path, said, { document: REGION, corrections: [] });
  const document = queryDocument(path, said, analysis, { document: REGION, annotations: [] });
  return readFigures(document, new DocumentReader(document), new IndicatorNames({ indicators }));
};
/** The last figure of what is said in March 2024. */
const last = (said: string) => figuresOf(said).at(-1)!;
/** The words that the figure is read to measure, certain or not. */
const measured = (said: string) => last(said).indicator || last(said).perhaps;

describe('what a figure measures, as the ledger compares it', () => {
  const cases: readonly (readonly [said: string, indicator: string])[] = [
    ['2023年全省医疗保险覆盖人数为4510万人。', '医疗保险覆盖人数'],
    ['2023年底，全省高速公路通车里程达到1.05万公里。', '高速公路通车里程'],
    ['全省大宗商品交易市场2023年成交额达到3.2亿元。', '大宗商品交易市场成交额'],
    ['2023年全省城镇新增就业51.3万人。', '城镇新增就业'],
    ['茶叶方面，全省产量去年是56.1万吨。', '茶叶产量'],
    ['去年底我省清洁能源装机9100万千瓦。', '清洁能源装机'],
    ['2023年全省城乡居民收入比为2.42。', '城乡居民收入比'],
    ['2023年全省河湖Ⅰ—Ⅲ类水质断面比例为93.1%。', '河湖Ⅰ—Ⅲ类水质断面比例'],
    ['2023年，旅游业增加值占全省生产总值的比重为7.2%。', '旅游业增加值占生产总值'],
    ['旅游业增加值占全省生产总值的比重，2023年是7.2%。', '旅游业增加值占生产总值'],
    ['2023年，全省研发投入达到313.5亿元，占地区生产总值的比重1.08%。', '研发投入占地区生产总值'],
    ['2023年全省经济增长率修正为4.4%。', '经济增长率'],
  ];
  for (const [said, indicator] of cases) {
    it(`${said} → ${indicator}`, () => assert.equal(measured(said), indicator));
  }

  it('is not what a clause does, nor a kind of measure alone', () => {
    for (const said of ['2023年，公司通过降低成本实现利润8000万元。', '2023年全省对经济增长的贡献率为31%。'])
      assert.equal(last(said).notCompared, 'indicator', said);
  });
});

describe('the time of a figure', () => {
  const days = (said: string) => [last(said).from, last(said).to];

  it('is the one that its paragraph has named before', () => {
    assert.deepEqual(days('2023年，全省生产总值达到3万亿元。全省小麦平均亩产230公斤。'), ['2023-01-01', '2023-12-31']);
    assert.deepEqual(days('2022-23財政年度，政府綜合赤字為1,222億元。'), ['2022-04-01', '2023-03-31']);
    assert.deepEqual(days('全省绿电占比去年是9.9%。'), ['2023-01-01', '2023-12-31']);
  });

  it('is open where several are named, or now, or what is not over yet', () => {
    for (const said of [
      '2022年，全省生产总值达到2.9万亿元，2023年达到3万亿元。全省小麦平均亩产230公斤。',
      '2023年，全省生产总值达到3万亿元。目前，全省小麦平均亩产230公斤。',
      '2023年，全省生产总值达到3万亿元。全省累计建成高标准农田230万亩。',
      '今年，全省已发送旅客2300万人次。',
      '去年国庆假期，全省发送旅客2300万人次。',
      '2022年以来，全省发送旅客2300万人次。',
      '云岭物流联盟于2022年成立，全省发送货物2300万吨。',
      '云岭物流联盟由两家企业于2022年重组而成。全省发送货物2300万吨。',
      '2023年第三期，全省国债认购2300万元。',
      '新华社昆明2024年3月4日电　全省发送旅客2300万人次。',
    ])
      assert.deepEqual(days(said), ['', ''], said);
  });

  it('of 前两个月 is two months, and 第十五届 is none', () => {
    assert.deepEqual(days('2023年前两个月，全省网上零售额达到205亿元。'), ['2023-01-01', '2023-02-28']);
    assert.deepEqual(days('第十五届运动会上，全省观众达到12万人次。'), ['', '']);
  });
});

describe('what a figure measures, where the words found are no noun phrase', () => {
  for (const said of [
    '2023年，全省消费同比增长6.1%。',
    '2023年，爰该项预算冻结5000万元。',
    '2023年，所以你们大概编列5000万元。',
    '2023年，全省联谊会接收5000万元。',
    '2023年，清溪县1200人、石岭县3500人。',
  ]) {
    it(`is not said: ${said}`, () => assert.equal(measured(said), ''));
  }

  it('is the noun behind the figure, where one stands there', () =>
    assert.equal(measured('2023年，联谊中心利用不久前拿到的5000万元贷款扩建。'), '贷款'));

  it('stays where verbs are parts of the noun', () => {
    assert.equal(measured('2023年全省参保登记人数达到320万人。'), '参保登记人数');
    assert.equal(measured('2023年全省共收到防汛志愿服务申请表5200份。'), '防汛志愿服务申请表');
    assert.equal(measured('2023年全省煤矿事故总起数为1120起。'), '煤矿事故总起数');
  });
});

describe('the name of an indicator', () => {
  it('keeps words that are elsewhere no part of one', () => {
    assert.equal(measured('2023年，全省在职党员达到320万名。'), '在职党员');
    assert.equal(measured('2023年，全省世界遗产数量增至6处。'), '世界遗产数量');
  });
});

describe('an indicator in doubt', () => {
  const doubtful = (path: string, said: string) => {
    const figure = figuresOf(said, path).at(-1)!;
    const perhaps = figure.indicator || figure.perhaps;
    return { ...figure, indicator: '', perhaps, notCompared: 'doubt' as const };
  };
  const one = doubtful('a.txt', '2023年全省茶叶产量56.1万吨。');
  const reasons = (figures: Parameters<typeof borneOut>[0]) => borneOut(figures).map(({ notCompared }) => notCompared);

  it('is borne out by another transcript that names the same otherwise', () => {
    const other = doubtful('b.txt', '说到茶叶，2023年全省茶叶产量达到56.3万吨。');
    assert.deepEqual(reasons([one, other]), ['', '']);
    assert.deepEqual(
      borneOut([one, other]).map(({ indicator, perhaps }) => [indicator, perhaps]),
      [
        ['茶叶产量', ''],
        ['茶叶产量', ''],
      ],
    );
    assert.deepEqual(
      ledgerRows([one, other]).map(({ differsFrom }) => differsFrom.length),
      [1, 1],
    );
  });

  it('is not borne out by a copy, by the same transcript, or by another matter', () => {
    for (const other of [
      doubtful('b.txt', '2023年全省茶叶产量56.1万吨。'),
      doubtful('a.txt', '说到茶叶，2023年全省茶叶产量达到56.3万吨。'),
      doubtful('b.txt', '说到茶叶，2023年浙江省茶叶产量达到56.3万吨。'),
      doubtful('b.txt', '说到茶叶，2022年全省茶叶产量达到56.3万吨。'),
    ])
      assert.deepEqual(reasons([one, other]), ['doubt', 'doubt']);
  });

  it('is certain where people have given the name', () => {
    const said = '2023年全省大宗商品交易市场2023年成交额达到3.2亿元。';
    const named = figuresOf(said, '2024-03-05.txt', [{ name: '大宗商品交易市场成交额', same: [], narrower: [] }]).at(
      -1,
    )!;
    assert.deepEqual([named.indicator, named.perhaps], ['大宗商品交易市场成交额', '']);
  });
});

describe('the area of a figure', () => {
  const area = (said: string) => last(said).area;

  it('is the one of its clause, or the only one of its sentence', () => {
    assert.equal(area('2023年，浙江省旅游收入增加，旅游人数达到3亿人次。'), '浙江省');
    assert.equal(area('2023年，全国旅游收入增加，全省旅游人数达到3亿人次。'), '云南省');
    assert.equal(area('2023年，昆明机场货邮吞吐量达到35万吨。'), '昆明机场');
  });

  it('is open where the sentence names several, or what is smaller', () => {
    assert.equal(area('2023年，全省出口额占全国的2%，快递业务量达到12亿件。'), '');
    assert.equal(area('2023年，清溪县大力发展产业，粮食产量达到2.3万吨。'), '');
    assert.equal(area('2023年，云岭公司加快发展，粮食产量达到2.3万吨。'), '');
    assert.equal(area('2023年，海南贫困地区1.5万名技术员参加了培训。'), '');
    assert.equal(area('2023年，云岭社区加强服务，参保人数达到2.3万人。'), '');
  });

  it('is open where several are listed, or an institution has its name, and not where something takes place', () => {
    assert.equal(area('2023年，会议在昆明市、曲靖市等地举办，大理市、玉溪市等9个城市的参会人数达到1.2万人。'), '');
    assert.equal(area('2023年，按照浙江海洋大学的统计，各类毕业生达到1.5万人。'), '');
    assert.equal(area('2023年，论坛在浙江省举行，参会人数达到1.2万人。'), '云南省');
  });

  it('is open where two countries do something together, and where small numbers of things are counted', () => {
    assert.equal(area('2023年，两国签署的投资协议总额达到250亿元。'), '');
    assert.equal(area('2023年，志愿者慰问了35名老人。'), '');
  });

  it('is not the place of a dateline, nor among whom somebody takes a place', () => {
    assert.equal(area('新华社北京3月5日电 2023年，旅游人数达到3亿人次。'), '云南省');
    assert.equal(area('2023年，全省茶叶产量居全国第1位。'), '云南省');
  });
});

describe('other names that may mean the same indicator', () => {
  const figures = [
    '2023年全省茶叶产量56.1万吨。2023年全省茶叶总产量56.3万吨。2023年全省茶叶产值1500亿元。',
    '2023年全省干茶叶产量51万吨。',
  ].flatMap((said) => figuresOf(said));

  it('are near in words, and have figures of its unit', () => {
    assert.deepEqual(
      nearIndicators('茶叶产量', figures, { indicators: [] }).map(({ name }) => name),
      ['干茶叶产量', '茶叶总产量'],
    );
  });

  it('are not what people have said to be narrower', () => {
    const indicators = [{ name: '茶叶产量', same: [], narrower: ['干茶叶产量'] }];
    const near = (name: string) => nearIndicators(name, figures, { indicators }).map((one) => one.name);
    assert.deepEqual(near('茶叶产量'), ['茶叶总产量']);
    assert.ok(!near('干茶叶产量').includes('茶叶产量'));
  });
});

describe('figures that differ', () => {
  const differing = (...said: readonly string[]) =>
    ledgerRows(said.flatMap((text, index) => figuresOf(text, `2024-03-0${index + 1}.txt`))).filter(
      ({ differsFrom }) => differsFrom.length > 0,
    ).length;

  it('do so in other wording of the same', () => {
    assert.equal(
      differing('2023年底，全省高速公路通车里程1.05万公里。', '去年底我省高速公路通车里程达到1.06万公里。'),
      2,
    );
  });

  it('are none where one of them is expected, or of a part of the year', () => {
    const said = '2023年全省旅游收入1.44万亿元。';
    assert.equal(differing(said, '有望看到：2023年形势好转，全省旅游收入1.5万亿元。'), 0);
    assert.equal(differing(said, '去年国庆假期，全省旅游收入143亿元。'), 0);
  });
});

describe('the area that a document is about', () => {
  const RISES = '2023年，茶叶产量达到56.1万吨。';
  const area = (head: string) => {
    const said = `${head}\n\n${RISES}`;
    const analysis = analyseCorrected('a.txt', said, { document: {}, corrections: [] });
    const document = queryDocument('a.txt', said, analysis, { document: {}, annotations: [] });
    return readFigures(document, new DocumentReader(document), new IndicatorNames({ indicators: [] })).at(-1)!.area;
  };

  it('is told by a heading, or by a line about a briefing', () => {
    assert.equal(area('云南省2023年经济运行情况'), '云南省');
    assert.equal(area('3月5日，云南省政府新闻办举行新闻发布会。副省长出席，并回答提问。'), '云南省');
  });

  it('is open where a story begins with a place, and where foreign affairs are spoken of', () => {
    assert.equal(area('云南的老杨把茶园交给了合作社。他说，日子比从前好过。'), '');
    assert.equal(area('2024年3月5日外交部发言人主持例行记者会'), '');
    assert.equal(area('世界遗产里的古镇'), '');
  });
});

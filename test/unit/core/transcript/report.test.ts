import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';
import { Cast, findDescribed } from '../../../../src/core/transcript/cast';
import { ASKINGS, findAsking } from '../../../../src/core/transcript/report/asking';
import { findSaying, WAYS } from '../../../../src/core/transcript/report/saying';

describe('told questions', () => {
  for (const { id, example, counterExample } of ASKINGS) {
    const words = example.replace(/[[\]]/g, '');
    it(id, () => {
      const asking = findAsking(words, words.indexOf('。') + 1);
      assert.ok(asking, words);
      assert.equal(words.slice(asking.topic.start, asking.topic.end), /\[(.*)\]/.exec(example)![1]);
      assert.equal(findAsking(counterExample, counterExample.length), undefined, counterExample);
    });
  }
});

describe('verbs of saying', () => {
  const mention = (words: string) => {
    const name = { start: 0, end: words.indexOf('|') };
    return { ...name, name, speaker: words.slice(0, name.end), role: '' };
  };
  for (const { id, example, counterExample } of WAYS) {
    it(id, () => {
      assert.ok(findSaying(example.replace('|', ''), mention(example)), example);
      assert.ok(!findSaying(counterExample.replace('|', ''), mention(counterExample)), counterExample);
    });
  }
});

describe('the cast', () => {
  /** Everybody who is named in a text, as `name/role`. */
  const cast = (text: string) =>
    Cast.of(text)
      .find(text)
      .map(({ speaker, role }) => `${speaker}/${role}`);
  const cases: [why: string, text: string, expected: string[]][] = [
    ['office and name', '省水利厅厅长陈启明表示，没有涨。', ['陈启明/省水利厅厅长']],
    ['two offices', '省发改委党组书记、主任许国强介绍，已开工。', ['许国强/省发改委党组书记、主任']],
    ['a short name before a verb', '协会会长祁远表示，还有困难。', ['祁远/协会会长']],
    ['a name that a verb would end', '财政局局长张国强调，不变。', ['张国/财政局局长']],
    ['name and office', '对此，周行书记说，会办好。', ['周行/书记']],
    ['a foreign name that comes again', '国务卿蓬特里表示反对。蓬特里说，不变。', ['蓬特里/国务卿', '蓬特里/']],
    ['a surname alone later on', '局长梁文道表示不变。梁续指，会检讨。', ['梁文道/局长', '梁文道/']],
    ['rare characters where he is asked', '温知行被问到此事时说，不变。', ['温知行/']],
    [
      'a name within an office',
      '主席何远帆说，好。何远帆竞选总部理事长高伟说，不变。',
      ['何远帆/主席', '高伟/何远帆竞选总部理事长'],
    ],
    ['no place for a person', '徐州市市长何远帆说，徐州在全市推行。', ['何远帆/徐州市市长']],
    [
      'two of whom one meets the other',
      '何远帆希望跟校长高伟会面。高伟说，可以。何远帆说，好。',
      ['何远帆/', '高伟/校长', '高伟/', '何远帆/'],
    ],
    ['an office behind the name that begins like a place', '何远帆区长表示，不变。', ['何远帆/区长']],
    ['nobody of what is called after him', '何远帆路改造完成。何远帆路通车。', []],
    ['nobody whose words are cited', '邓小平指出，发展是硬道理。', []],
    ['names in Latin letters', '商会主席 Mary Chan 表示欢迎。', ['Mary Chan/商会主席']],
    ['who is not to be known', '黄女士说，看不懂。黄女士又指，太贵。', ['黄女士/', '黄女士/']],
    ['no words that only begin like a name', '高度评价成功的时候，明确表示支持。', []],
    ['no name behind an office', '该局局长都重点强调安全。', []],
  ];
  for (const [why, text, expected] of cases) it(`knows ${why}`, () => assert.deepEqual(cast(text), expected));

  it('tells officials who are described from people of the trade', () => {
    const described = (text: string) => findDescribed(text).map(({ role }) => role);
    assert.deepEqual(described('教育部有关负责人表示，不变。'), ['教育部有关负责人']);
    assert.deepEqual(described('业内人士表示，会涨。'), []);
  });
});

describe('newspaper reports', () => {
  const read = (text: string) => {
    const { turns, questions } = analyse(text);
    const said = turns.map((turn) => `${turn.kind} ${turn.speaker || turn.role}: ${text.slice(turn.start, turn.end)}`);
    return [...said, ...questions.map((question) => `? ${text.slice(question.start, question.end)}`)];
  };
  const head = '供水新闻发布会昨日举行。\n\n';
  it('give statements to those who say them, and none to people of the trade', () => {
    const text = `${head}市水务局局长陈启明表示，供水充足。他说，水价不变。\n\n市发改委主任许国强介绍，管网年内改完。\n\n业内人士表示，成本会升。\n`;
    assert.deepEqual(read(text), [
      'statement 陈启明: 市水务局局长陈启明表示，供水充足。他说，水价不变。',
      'statement 许国强: 市发改委主任许国强介绍，管网年内改完。',
    ]);
  });
  it('begin an answer where a question is told', () => {
    const text = `${head}市水务局局长陈启明表示，供水充足。被问到会否加价，陈启明称没有计划。\n`;
    assert.deepEqual(read(text), [
      'statement 陈启明: 市水务局局长陈启明表示，供水充足。',
      'answer 陈启明: 被问到会否加价，陈启明称没有计划。',
      '? 会否加价',
    ]);
  });
  it('let two officials answer one question', () => {
    const text = `${head}市水务局局长陈启明、副局长高洁出席。至于为何停水，陈启明表明要修管，高洁则回答，明日恢复。水务局局长陈启明表示歉意。水务局副局长高洁表示，会通知。\n`;
    const [first, second] = analyse(text).questions[0]!.answeredBy;
    assert.deepEqual([first, second], ['陈启明', '高洁']);
  });
  it('give an answer to him who answers, not to those the question names', () => {
    const text = `${head}市水务局局长陈启明出席。被问到对市发改委主任许国强有何评价，陈启明说，不便置评。许国强则称，多谢关心。\n\n供水要抓紧。\n\n市水务局局长陈启明表示，供水充足，水价年内不变，管网下月开始改造。\n`;
    assert.deepEqual(
      read(text).filter((line) => /^(?:answer|\?)/u.test(line)),
      ['answer 陈启明: 被问到对市发改委主任许国强有何评价，陈启明说，不便置评。', '? 对市发改委主任许国强有何评价'],
    );
  });
  it('know whom 他 means: the subject before it, or who is asked there', () => {
    const text = `${head}市水务局局长陈启明表示，供水充足。\n\n有记者询问陈启明，为何他不早说。他回应，要先查清。\n\n记者其后向市发改委主任许国强查询，他说，明天公布。\n`;
    assert.deepEqual(
      analyse(text).turns.map(({ speaker }) => speaker),
      ['陈启明', '陈启明', '许国强'],
    );
  });
  it('begin with what was said before the one who said it, with a blank between', () => {
    const said = '“管网老化，先换主管，再换支管，年内换完。” 市水务局局长陈启明高兴地说。';
    assert.deepEqual(read(`${head}${said}\n`), [`statement 陈启明: ${said}`]);
  });
  it('end before a paragraph that begins with a term in marks, and go on in one that begins with his words', () => {
    const said = '市水务局局长陈启明说：“管网老化，先换主管，再换支管，年内换完。”';
    assert.deepEqual(read(`${head}${said}\n\n“换管”工程去年开工，共有九期。\n`), [`statement 陈启明: ${said}`]);
    const [turn] = read(`${head}${said}\n\n“住户不用付费，也不用停水。”\n`);
    assert.match(turn!, /不用停水。”$/u);
  });
  it('ask nothing behind 时, nor what an unnamed official says', () => {
    const questions = (sentence: string) =>
      read(
        `${head}市水务局局长陈启明表示，供水充足，水库满了，水价年内不变，管网下月开始改造。\n\n${sentence}\n`,
      ).filter((line) => line.startsWith('?'));
    assert.deepEqual(questions('当被问及换管费用时，陈启明没有细说，但他强调，住户不用付费。'), ['? 换管费用']);
    assert.deepEqual(questions('针对换管是否停水，水务局有关专家表示，多数住户不会停水。'), ['? 换管是否停水']);
  });
  it('tell a question whatever it is called and wherever the answer begins', () => {
    const asked = (sentence: string) => read(`${head}${sentence}\n`).slice(-1);
    for (const sentence of [
      '市水务局局长林知远就水价答河东日报记者问时说，没有计划。',
      '市水务局局长林知远（左）回应河东日报记者关于水价的提问：“我们没有计划。”',
      '市水务局局长林知远回应河东日报记者有关水价的查询时说，没有计划。',
      '河东日报记者向市水务局局长陈启明提出了水价的问题。陈启明说，没有计划。',
    ])
      assert.deepEqual(asked(sentence), ['? 水价'], sentence);
    const whole = '河东日报记者问：“管子从哪里换？”市水务局局长林知远答：“从城北换。”';
    assert.deepEqual(asked(whole), ['? 管子从哪里换？']);
  });
  it('have no turn for what is announced', () => {
    const text = `${head}市政府定于五月八日举行新闻发布会，请水务局局长陈启明介绍供水情况，并答记者问。\n\n市水务局局长陈启明表示，供水充足，水价年内不变。\n`;
    assert.deepEqual(read(text), ['statement 陈启明: 市水务局局长陈启明表示，供水充足，水价年内不变。']);
  });
  it('have no turn where nothing is answered, and none for a lead', () => {
    const lead = '市水务局局长陈启明在发布会上表示供水充足，水价年内不变。';
    const text = `${lead}\n\n发布会昨日举行。\n\n陈启明说，供水充足，水库满了，水价年内不变，管网下月开始改造。\n\n被问到会否加价，他没有回应记者提问就离开。\n`;
    assert.deepEqual(read(text), [
      'statement 陈启明: 陈启明说，供水充足，水库满了，水价年内不变，管网下月开始改造。',
      '? 会否加价',
    ]);
    assert.deepEqual(analyse(text).questions[0]!.answeredBy, []);
  });
  it('have no lead where all who speak in it speak again below', () => {
    const text = `市水务局局长陈启明在发布会上谈管网。\n\n陈启明解释，旧管要换，新管明年铺完，住户不用付费。\n`;
    assert.deepEqual(read(text), ['statement 陈启明: 陈启明解释，旧管要换，新管明年铺完，住户不用付费。']);
  });
  it('do not let a statement, a plan, a companion or a quotation speak', () => {
    const silent = [
      '声明指，在今后几年，陈启明认为可行的都会做。',
      '陈启明将介绍进展。',
      '与陈启明共事多年的人不少，都表示支持。',
      '标语写着“陈启明表示支持”。',
    ];
    const said = '市水务局局长陈启明表示，供水充足，水库满了，水价年内不变。';
    for (const sentence of silent) {
      assert.deepEqual(read(`${head}${said}\n\n${sentence}\n`), [`statement 陈启明: ${said}`], sentence);
    }
  });
  it('let several speak as one, and a surname with 官 be him who bears it', () => {
    const text = `${head}陈启明和高洁表示，会抢修，今晚恢复供水。\n\n法官梁文道指，管网失修，居民受苦。\n\n梁官表示，要赔偿。\n`;
    assert.deepEqual(
      analyse(text).turns.map(({ speaker }) => speaker),
      ['陈启明和高洁', '梁文道'],
    );
  });
  it('begin with the quotation at the beginning of the paragraph', () => {
    const said = '“水库满了，不会停水。”陈启明说，水价年内不变。';
    const text = `${head}市水务局局长陈启明表示，供水充足。\n\n资料显示，全市有三座水库。\n\n${said}\n`;
    assert.equal(read(text).at(-1), `statement 陈启明: ${said}`);
  });
  it('give no answer to a reporter who goes on asking', () => {
    const text = `${head}市水务局局长陈启明表示，供水充足，水库满了。\n\n有记者询问管网何时改造，又指居民等了三年，质疑是否拖延。\n\n副局长高洁回应，下月开工。\n`;
    assert.deepEqual(
      analyse(text).turns.map(({ speaker }) => speaker),
      ['陈启明', '高洁'],
    );
  });
  it('count an expert who is named', () => {
    const text = `${head}市大学教授梁晓东接受本报记者采访时表示，水质稳定。\n`;
    assert.deepEqual(read(text), ['statement 梁晓东: 市大学教授梁晓东接受本报记者采访时表示，水质稳定。']);
  });
  it('take who is called 该负责人 for him who was described before', () => {
    const text = `${head}市水务局有关负责人表示，供水充足。\n\n该负责人说，水价不变。\n`;
    assert.deepEqual(
      analyse(text).turns.map(({ role }) => role),
      ['市水务局有关负责人'],
    );
  });
  it('read through links', () => {
    const text = `${head}市水务局局长[陈启明](https://example.org/p/9%25)表示，供水充足，水库满了。\n`;
    const { turns, claims } = analyse(text);
    assert.deepEqual([turns.map(({ speaker }) => speaker), claims.length], [['陈启明'], 0]);
  });
  it('are none where the press is not there', () => {
    assert.deepEqual(read('市长陈启明指出，要抓好生产。副市长许国强强调，要抓落实。\n'), []);
  });
});

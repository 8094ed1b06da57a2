import assert from 'node:assert/strict';
import { anchorAll } from '../../../../../src/core/annotation/anchoring/anchorAll';
import { isAccepted } from '../../../../../src/core/annotation/anchoring/anchored';
import { Anchorer } from '../../../../../src/core/annotation/anchoring/anchorer';
import { describeTarget } from '../../../../../src/core/annotation/target';
import { normaliseText } from '../../../../../src/core/text/normalise';
import { choosePassages, EditedText } from '../../../../anchoring/editedText';
import { readsAsBefore } from '../../../../anchoring/readsAsBefore';
import { tableText } from '../../../../anchoring/tableText';
import { runs } from '../../../../runs';

const TITLE = '各镇水厂改造任务一览表\n\n';
const DONE = '\t\t已完成，正在验收，资金到位';
const rows = (...groups: [string, ...string[]][]) =>
  `${TITLE}${groups.map(([head, ...cells]) => [`\t${head}`, ...cells].join('\n')).join('\n\n')}\n`;

function anchorSeen(text: string, words: string, from: string, now: string) {
  const start = text.indexOf(words, text.indexOf(from));
  return new Anchorer(now, text).anchor(describeTarget(text, { start, end: start + words.length }));
}

describe('rows of a table that read the same', () => {
  const text = rows(['河口水厂', DONE], ['石门水厂', DONE], ['新桥水厂', '\t\t尚未开工'], ['南屏水厂', DONE]);

  it('are not taken for each other when one went, with what goes on in the next line', () => {
    const now = rows(['河口水厂', DONE], ['新桥水厂', '\t\t尚未开工'], ['南屏水厂', DONE]);
    for (const words of ['正在验收', '正在验收，资金到位\n\n\t新', '石门水厂\n\t\t已完成'])
      assert.ok(!isAccepted(anchorSeen(text, words, '石门', now).state), words);
    const across = anchorSeen(text, '资金到位\n\n\t新', '石门', text.replace(`\t石门水厂\n${DONE}\n\n`, ''));
    assert.ok(!isAccepted(across.state));
  });
  it('are not taken for each other below one head, when one of several went or came', () => {
    const several = rows(['河口水厂', DONE, DONE], ['新桥水厂', '\t\t尚未开工']);
    for (const now of [several.replace(`${DONE}\n`, ''), several.replace(DONE, `${DONE}\n${DONE}`)])
      for (const from of ['河口', '\n\t\t已完成，正在验收，资金到位\n\n'])
        assert.ok(!isAccepted(anchorSeen(several, '正在验收', from, now).state));
  });
  it('are not found below another head, when all below their own went', () => {
    const now = rows(['河口水厂', DONE], ['石门水厂'], ['新桥水厂', '\t\t尚未开工'], ['南屏水厂', DONE]);
    assert.ok(!isAccepted(anchorSeen(text, '正在验收', '石门', now).state));
  });
  it('are found by their order where as many are there as were', () => {
    const now = text.replace('尚未开工', '本月开工').replace(TITLE, `${TITLE}单位：处\n`);
    for (const head of ['河口', '石门', '南屏']) {
      const { state, span } = anchorSeen(text, '正在验收', head, now);
      assert.equal(state, 'moved');
      assert.equal(span!.start, now.indexOf('正在验收', now.indexOf(head)));
    }
  });
  it('are not found under another name in their own line', () => {
    const [some, all] = ['\t\t\t\t\t面向东片区招50人', '\t\t\t\t\t合计'];
    const school = (name: string) => `    ${name}第一中学`;
    const lines = ['    双塔管理所', some, all, all, school('城关'), some, some, some, school('新桥'), all, some, some];
    const named = [TITLE, ...lines, '    双塔镇', all].join('\n');
    const now = named.replace(`${school('城关')}\n${some}\n`, '').replace(`${school('新桥')}\n${all}`, school('新桥'));
    // passages before and behind it say that it should stand there
    const targets = ['管理所', '城关', '镇'].map((from) => {
      const start = from === '城关' ? named.indexOf('第一中学') : named.indexOf(from, named.indexOf('双塔'));
      return describeTarget(named, { start, end: start + (from === '城关' ? 4 : from.length) });
    });
    assert.ok(!isAccepted(anchorAll(now, targets)[1]!.state));
  });
  it('are not found at the end of the text, where the row that ended it went', () => {
    const indent = '\t\t\t\t\t';
    const ended = rows(['河口水厂', `${indent}竣工`], ['石门水厂', `${indent}竣工验收`, `${indent}竣工验收`]);
    const now = ended.slice(0, ended.lastIndexOf(indent));
    const start = ended.lastIndexOf('工验');
    const target = describeTarget(ended, { start, end: start + 2 });
    assert.ok(!isAccepted(new Anchorer(now).anchor(target).state));
  });
  it('are never taken for each other, whatever rows went', () => {
    for (let run = 0; run < runs(200); run++) {
      const seed = Math.floor(Math.random() * 2 ** 31);
      const table = normaliseText(tableText(seed));
      const edited = new EditedText(table, seed).cutParagraphs(0.3);
      const now = edited.toString();
      const passages = choosePassages(table, 20, seed, 2, 20);
      const targets = passages.map((passage) => describeTarget(table, passage));
      for (const previous of [undefined, table]) {
        anchorAll(now, targets, previous).forEach(({ span }, at) => {
          if (!span) return;
          const { span: truth, kept } = edited.truthOf(passages[at]!);
          const isThere = truth && kept >= 0.5 && span.start < truth.end && truth.start < span.end;
          const target = previous === undefined ? targets[at] : undefined;
          assert.ok(
            isThere || readsAsBefore(table, passages[at]!, now, span, target),
            JSON.stringify({ seed, target: targets[at], span, truth }),
          );
        });
      }
    }
  });
});

describe('a passage over a line end', () => {
  it('is not found where its line goes on as another that begins alike', () => {
    const before = '年度考核中存在严重问题的人员一票否决，应当确定为不合格档次。\n';
    const answer = '答：事业单位数量大、人员多、行业分布广，实行分级管理、分类指导，从单位实际出发。\n';
    const second = '答：政治标准放在首位，信念坚定、素质高的人员才能定为优秀，素质较差的不能合格。\n';
    const [own, other] = ['问：考核规定怎样体现分级分类？\n', '问：考核规定怎样突出政治标准？\n'];
    const text = before + own + answer + other + second;
    const now = before + other + answer + own + second;
    for (const words of ['不合格档次。\n问：考核规定', '档次。\n问：考核规定怎样', '。\n问：考核']) {
      const start = text.indexOf(words);
      const target = describeTarget(text, { start, end: start + words.length });
      for (const previous of [undefined, text])
        assert.ok(!isAccepted(new Anchorer(now, previous).anchor(target).state), words);
    }
  });
});

describe('a figure at an edge of the text', () => {
  const TOLD = '全市供水工作会议昨日召开，会议通报了今年一至八月各项指标的完成情况，其中';
  const anchorIn = (text: string, words: string, now: string, previous?: string) => {
    const start = text.indexOf(words);
    return new Anchorer(now, previous).anchor(describeTarget(text, { start, end: start + words.length })).state;
  };
  const changed: [string, string, string][] = [
    ['用水量增长5.2', '5.2', '用水量增长5.26'],
    ['用水量增长5.2', '5.2', '用水量增长5.2万吨'],
    ['用水量增长5.2%', '增长5.2%', '用水量增长5.2%以上'],
    ['用水量增长5.2%', '5.2%', '用水量增长5.2%—9%'],
    ['计划改造12个站\n\n', '12个', '计划改造12个—129个站\n\n'],
  ];
  for (const [words, passage, now] of changed) {
    it(`is another one when it goes on: ${JSON.stringify(now)}`, () => {
      for (const previous of [undefined, TOLD + words])
        assert.equal(anchorIn(TOLD + words, passage, TOLD + now, previous), 'revised');
    });
  }
  for (const before of ['1', '-', '约', '3%至']) {
    it(`is another one when something stands before it: ${before}`, () => {
      const text = `5.2%是今年的增长率。${TOLD}`;
      for (const previous of [undefined, text])
        assert.equal(anchorIn(text, '5.2%', before + text, previous), 'revised');
    });
  }
  it('is the same when the text goes on in another sentence or line', () => {
    const text = `${TOLD}用水量增长5.2%`;
    for (const more of ['。各地要抓紧落实。', '\n3月份以来降雨偏少。'])
      for (const previous of [undefined, text]) assert.equal(anchorIn(text, '5.2%', text + more, previous), 'anchored');
    assert.equal(anchorIn(`5.2%是增长率。${TOLD}`, '5.2%', `供水月报12\n5.2%是增长率。${TOLD}`), 'moved');
  });
});

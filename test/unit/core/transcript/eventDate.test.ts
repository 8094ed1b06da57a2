import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';
import { analyseCorrected } from '../../../../src/core/corrections/readTranscriptBytes';

const TOLD = '2016年7月1日，全县启动了学习教育。此后每年都有新的安排。';
const NAMED = 'articles/2020-05-06.txt';
const dated = (text: string, path = NAMED, date?: string) =>
  analyseCorrected(path, text, { document: date === undefined ? {} : { date }, corrections: [] }).date;

describe('the day of a document', () => {
  it('is what a person has noted, before all else', () => {
    assert.equal(dated(`学习教育进农家\n2020年3月1日\n${TOLD}`, NAMED, '2020-02-02'), '2020-02-02');
  });

  it('is what the document states of itself, before the name of its file', () => {
    for (const own of [
      '2020年3月1日',
      '（2020年3月1日）',
      '2020-03-01 10:22 来源：云江日报',
      '发布时间：2020-03-01　浏览次数：12',
      '2020年3月1日 星期日 上午9时',
      '（2020年3月1日中国共产党云江省第十届委员会第八次全体会议通过）',
      '新华社北京2020年3月1日电　记者走进农家。',
    ]) {
      assert.equal(dated(`学习教育进农家\n${own}\n${TOLD}\n${TOLD}\n`), '2020-03-01', own);
      assert.equal(dated(`学习教育进农家\n${TOLD}\n${own}\n${TOLD}\n`), '2020-03-01', `behind what is told: ${own}`);
    }
    assert.equal(dated(`2020年3月1日全省党建工作会议发言摘要\n${TOLD}\n`), '2020-03-01');
    assert.equal(dated(`# 2020-03-01 座談\n\n${TOLD}\n`), '2020-03-01');
  });

  it('is that at the foot, where the head states none', () => {
    for (const foot of ['2020年3月1日', '《云江日报》（2020年03月01日 02版）', '（2020年3月1日在座谈会上的讲话）'])
      assert.equal(dated(`学习教育进农家\n${`${TOLD}\n`.repeat(80)}${foot}\n`), '2020-03-01', foot);
  });

  it('of a record is that on which it was held', () => {
    const record = (lead: string) => `${lead}\n云江日报记者：请问有何安排？\n林知远厅长：安排已经公布。\n`;
    assert.equal(dated(record('2020年3月1日上午，省政府新闻办举行新闻发布会，介绍有关情况。')), '2020-03-01');
    assert.equal(dated(record('2016年7月1日，条例开始施行。近日，厅负责人回答了提问。')), '2020-05-06');
  });

  it('is that of the name of its file, before one that is only told', () => {
    assert.equal(dated(TOLD), '2020-05-06');
    assert.equal(dated(`“2016年7月1日，一切从这里开始”\n${TOLD}`), '2020-05-06');
    assert.equal(dated(`（摄于2016年7月1日）\n${TOLD}`), '2020-05-06');
    assert.equal(dated(TOLD, 'articles/20201345.txt'), '2016-07-01');
    assert.equal(dated(TOLD, 'articles/a.txt'), '2016-07-01');
    assert.equal(dated('没有日期。', 'a.txt'), undefined);
  });

  it('tells what 今年 means', () => {
    const text = `${TOLD}今年粮食产量达到386.5亿斤。\n`;
    const periodOf = (path: string) =>
      analyseCorrected(path, text, { document: {}, corrections: [] }).claims[0]?.period;
    assert.equal(periodOf(NAMED)?.from, '2020-01-01');
    assert.equal(periodOf('a.txt')?.from, '2016-01-01');
    assert.equal(analyse(text).date, '2016-07-01');
  });
});

import assert from 'node:assert/strict';
import { eventDay } from '../../../../src/core/importing/eventDay';
import { sourceLine } from '../../../../src/core/importing/sourceLine';
import { transcriptFacts } from '../../../../src/core/importing/transcriptFacts';

const dateOf = (text: string, date?: string): string | undefined =>
  transcriptFacts(text, { facts: date === undefined ? {} : { date }, path: 'a.html', hash: 'sha256:0' }).date;

describe('the date of a transcript', () => {
  it('is the day of the interview where a line states it, not that on which it was published', () => {
    const body = '云江日报记者：今年的秋粮怎么样？\n林知远厅长：产量达到386.5亿斤。\n';
    for (const line of [
      '采访时间：2025年9月16日',
      '采访日期：2025-09-16',
      '（採訪時間：2025年9月16日下午）',
      '时间：2025年9月16日上午10时　地点：云江省新闻发布中心',
      '发布会时间：2025.9.16',
      '直播时间：9月16日10:00',
    ]) {
      assert.equal(dateOf(`秋粮访谈\n${line}\n${body}`, '2025-09-18'), '2025-09-16', line);
      assert.equal(dateOf(`秋粮访谈\n发布时间：2025-09-18\n${body.repeat(60)}${line}\n`, '2025-09-18'), '2025-09-16');
    }
    assert.equal(dateOf(`采访时间：12月30日\n${body}`, '2026-01-04'), '2025-12-30');
    assert.equal(eventDay(`采访时间：9月16日\n${body}`), undefined);
    assert.equal(eventDay('采访时间：2025年13月40日\n'), undefined);
  });

  it('is that of publication where the text only mentions days, and none where it shows its own', () => {
    assert.equal(dateOf('秋粮访谈\n2012年1月5日，条例开始施行，产量逐年增加。\n', '2025-09-18'), '2025-09-18');
    assert.equal(dateOf('秋粮访谈\n记者2025年9月16日在会上获悉，产量又增加了。\n', '2025-09-18'), undefined);
    assert.equal(dateOf('在全省农村工作会议上的讲话\n（2012年1月5日）\n同志们：\n', '2025-09-18'), undefined);
    assert.equal(dateOf('秋粮访谈\n产量增加了。\n', '2025-09-18'), '2025-09-18');
    assert.equal(dateOf('秋粮访谈\n2025年9月18日\n产量增加了。\n'), undefined);
  });

  it('of a page is not read from a line that says when the event was', () => {
    assert.deepEqual(sourceLine('采访时间：2025年9月16日'), {});
    assert.deepEqual(sourceLine('时间：2025年9月16日'), {});
    assert.deepEqual(sourceLine('发布时间：2025年9月16日'), { date: '2025-09-16' });
    assert.deepEqual(sourceLine('时间：2025-09-16 来源：云江日报'), { date: '2025-09-16', outlet: '云江日报' });
  });
});

import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';

describe('speakers of a document', () => {
  const entries = (text: string) =>
    analyse(text).speakers.map(({ name, roles, turns, at }) => [
      name,
      roles.join('、'),
      turns.length,
      text.slice(at.start, at.end),
    ]);

  it('have one entry each, however they are labelled', () => {
    const text =
      '人民日报记者：请问粮食够吗？\n\n何明远局长：粮食够吃，今年还要多种。\n\n问：水价会涨吗？\n\n何局长：水价不会涨，价格由政府定。\n';
    assert.deepEqual(entries(text), [
      ['人民日报', '记者', 1, '人民日报记者'],
      ['何明远', '局长', 2, '何明远局长'],
    ]);
  });

  it('are named in reports by the words that bring them in, with the verb', () => {
    const text =
      '供水新闻发布会昨日举行。\n\n市水务局局长陈启明表示，供水充足。\n\n市发改委主任许国强介绍，管网年内改完。\n\n陈启明强调，水价不变。\n';
    assert.deepEqual(entries(text), [
      ['陈启明', '市水务局局长', 2, '陈启明'],
      ['许国强', '市发改委主任', 1, '许国强'],
    ]);
    const verbs = analyse(text).turns.map(({ verb }) => verb && text.slice(verb.start, verb.end));
    assert.deepEqual(verbs, ['表示', '介绍', '强调']);
  });
});

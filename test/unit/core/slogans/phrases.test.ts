import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';

const names = (text: string) => analyse(text, { lexicon: false }).slogans.map(({ name }) => name);

describe('phrases', () => {
  it('are known by what is said of them', () => {
    assert.deepEqual(names('我们推行“渠长制”，坚持“先节水、后调水”。'), ['渠长制', '先节水、后调水']);
  });

  it('are no descriptions of the past, events or things that one uses', () => {
    assert.deepEqual(names('继续开展“春暖校园招聘”“名企面对面”等活动。'), []);
  });

  it('are what is put forward, and no thing that is talked about', () => {
    assert.deepEqual(names('会议提出“先立后破、稳扎稳打”的方针。'), ['先立后破、稳扎稳打']);
    assert.deepEqual(names('在仪式上设置“献花礼”环节。有人说“油价又涨了”。'), []);
  });

  it('count without marks once they were quoted, not before', () => {
    const text = '要先立后破、稳扎稳打地推进。会议提出“先立后破、稳扎稳打”的方针。先立后破、稳扎稳打不能忘。';
    assert.deepEqual(
      analyse(text).slogans.map(({ start }) => start),
      [text.indexOf('“') + 1, text.lastIndexOf('先立')],
    );
  });

  it('are explained part by part where each is taken up', () => {
    const text =
      '总体思路是“明确导向，公平有序，分步推进”。\n明确导向就是坚持育人为本，不看分数。\n公平有序就是坚持阳光操作，接受监督。';
    const part = analyse(text).slogans.find(({ name }) => name === '公平有序');
    assert.deepEqual(
      part?.items.map(({ start, end }) => text.slice(start, end)),
      ['坚持阳光操作'],
    );
  });

  it('are no list of what a formula stands for, but where a person says so', () => {
    const text = '接水实行“无跑腿、无证明、无收费”的“三无”服务。坚持“无跑腿、无证明、无收费”的原则。';
    assert.deepEqual(names(text), ['三无']);
    const verdicts = { accepted: ['无跑腿、无证明、无收费'], rejected: [] };
    assert.equal(analyse(text, { lexicon: false, verdicts }).slogans.length, 3);
  });

  it('stand without the blanks inside their marks', () => {
    const text = '我们推行“ 渠长制 ”。';
    assert.deepEqual(
      analyse(text, { lexicon: false }).slogans.map(({ start, end }) => text.slice(start, end)),
      ['渠长制'],
    );
  });

  it('are no times, and no part of a longer row of numerals', () => {
    for (const text of ['到场时间改成了“30几分钟”。', '尽快建设这个一二三产融合项目。'])
      assert.deepEqual(names(text), [], text);
  });

  it('are no dates', () => assert.deepEqual(names('“七下八上”是防汛关键期。'), []));
});

import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';
import { LEXICON, lexiconEntry, NO_SLOGANS } from '../../../../src/core/slogans/lexicon';
import { SHAPES } from '../../../../src/core/slogans/signs';

const names = (text: string) => analyse(text).slogans.map(({ name }) => name);

describe('the lexicon of slogans', () => {
  it('gives what a formula stood for on the day', () => {
    assert.equal(lexiconEntry('四个全面', '2018-03-01')!.items[0], '全面建成小康社会');
    assert.equal(lexiconEntry('四个全面', '2022-03-01')!.items[0], '全面建设社会主义现代化国家');
    assert.equal(lexiconEntry('四个全面')!.items[0], '全面建设社会主义现代化国家');
  });

  it('knows a formula by its variants and in either script', () => {
    assert.equal(lexiconEntry('兩個一百年奮鬥目標')!.name, '两个一百年');
    assert.equal(lexiconEntry('没有这个'), undefined);
  });

  it('finds national formulas without marks, and none where a number goes on', () => {
    assert.deepEqual(names('要落实中央八项规定精神，弘扬两弹一星精神，管好收支两条线。'), [
      '八项规定',
      '两弹一星',
      '收支两条线',
    ]);
    assert.deepEqual(names('出台了十八项规定。'), []);
  });

  it('holds nothing twice, and nothing that is both', () => {
    for (const name of LEXICON.keys()) assert.ok(!NO_SLOGANS.has(name), name);
  });
});

describe('the shapes of slogans', () => {
  for (const { id, example, counterExample, pattern } of SHAPES) {
    it(`know ${id}`, () => {
      assert.match(example, pattern);
      assert.doesNotMatch(counterExample, pattern);
    });
  }
});

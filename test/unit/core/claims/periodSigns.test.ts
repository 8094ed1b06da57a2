import assert from 'node:assert/strict';
import { CUES, PassedWords } from '../../../../src/core/claims/period/passedWords';
import { TIME_KINDS } from '../../../../src/core/claims/period/timeKinds';

describe('kinds of expressions of time', () => {
  for (const { id, example } of TIME_KINDS)
    it(id, () => assert.equal(TIME_KINDS.find(({ pattern }) => pattern.test(example))?.id, id, example));
});

describe('words between a time and a figure', () => {
  for (const [index, { id, example }] of CUES.entries()) {
    it(id, () => {
      const passed = new PassedWords(example, example.length);
      passed.widen(0);
      assert.ok(passed.cues() & (1 << index), example);
      const other = new PassedWords('全省', 2);
      other.widen(0);
      assert.equal(other.cues(), 0);
    });
  }

  it('count sentences, and clauses behind the last of them, however far is looked', () => {
    const passed = new PassedWords('增长，较快。全省，共有', 11);
    const seen = [6, 0].map((from) => {
      passed.widen(from);
      return [passed.sentences, passed.clauses];
    });
    assert.deepEqual(seen, [
      [0, 1],
      [1, 1],
    ]);
  });
});

import assert from 'node:assert/strict';
import { analyse } from '../../../src/core/analyse';
import { intlSegmenter } from '../../../src/segmenter/intlSegmenter';

describe('items of slogans', () => {
  it('are looked for in linear time', () => {
    for (const unit of ['“三变”，', '“三变”（', '“三变”，就是', '变、', '第一步', '“三变”变、', '三变，即', '（']) {
      const begin = performance.now();
      analyse(unit.repeat(2000));
      assert.ok(performance.now() - begin < 6000, `${unit} took ${performance.now() - begin} ms`);
    }
  });
});

describe("the runtime's segmenter", () => {
  const segmenter = intlSegmenter();

  it('cuts a line of a million characters, and stops when it is told to', async () => {
    const long = ['煤炭'.repeat(500_000)];
    assert.equal((await segmenter.segment(long))[0]!.at(-1)!.end, 1_000_000);
    const aborting = new AbortController();
    const pending = segmenter.segment(long, aborting.signal);
    aborting.abort(new Error('closed'));
    await assert.rejects(pending, /closed/u);
  });
});

import assert from 'node:assert/strict';
import { analyse } from '../../../src/core/analyse';
import { intlSegmenter } from '../../../src/segmenter/intlSegmenter';

const timeOf = (text: string): number => {
  const begin = performance.now();
  analyse(text);
  return performance.now() - begin;
};

describe('items of slogans', () => {
  for (const unit of ['“三变”，', '“三变”（', '“三变”，就是', '变、', '第一步', '“三变”变、', '三变，即', '（']) {
    it(`are looked for in linear time in ${unit}…`, () => {
      // longer than any list reaches, so that twice as much is no more for each; the best of some tries, each of which can be held up
      timeOf(unit.repeat(320)); // what runs for the first time is slow
      const best = { once: Number.POSITIVE_INFINITY, twice: Number.POSITIVE_INFINITY };
      for (let attempt = 0; attempt < 12; attempt++) {
        best.once = Math.min(best.once, timeOf(unit.repeat(320)));
        best.twice = Math.min(best.twice, timeOf(unit.repeat(640)));
        if (best.twice < best.once * 3) return;
      }
      assert.fail(`twice as much takes ${(best.twice / best.once).toFixed(1)} times as long`);
    });
  }
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

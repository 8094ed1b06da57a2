import assert from 'node:assert/strict';
import { Anchorer } from '../../../../../src/core/annotation/anchoring/anchorer';
import { evidence } from '../../../../../src/core/annotation/anchoring/place';
import { describeTarget } from '../../../../../src/core/annotation/target';

const TEXT = '他说，近年来全省煤炭先进产能占比稳步提高，电力外送能力明显增强，为全国能源保供作出了贡献。';
const TARGET = describeTarget(TEXT, { start: 11, end: 21 });

/** How much speaks for the best place of the passage in `now`. */
const evidenceIn = (now: string) =>
  Math.max(0, ...(new Anchorer(`导语。${now}`).search(TARGET).finding?.places ?? []).map(evidence));

describe('evidence', () => {
  const falling: [string, string[]][] = [
    ['a worse quote counts less', ['先进产能占比', '先进产量占比', '先行产量占比', '产量']],
    ['a quote with more put into it counts no more', ['先进产能占比', '先进的产能占比', '先进的、安全的产能占比']],
  ];
  for (const [name, quotes] of falling) {
    it(name, () => {
      const found = quotes.map((quote) => evidenceIn(TEXT.replace('先进产能占比', quote)));
      for (const [index, each] of found.entries()) if (index > 0) assert.ok(each <= found[index - 1]!, found.join(' '));
      assert.ok(found.at(-1)! < found[0]! || name.includes('no more'));
    });
  }

  it('a worse context counts less, the nearer the worse', () => {
    const found = [
      TEXT,
      TEXT.replace('他说', '她讲'),
      TEXT.replace('电力', '水力'),
      TEXT.replace('近年来全省', '有人认为我们'),
      TEXT.replace('近年来全省', '有人认为我们').replace('，电力外送能力明显增强', '。'),
    ].map(evidenceIn);
    for (const [index, each] of found.entries()) if (index > 0) assert.ok(each <= found[index - 1]!, found.join(' '));
  });
});

import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';
import { indicators, moreIndicators } from './indicators';

const read = (text: string) =>
  analyse(text).claims.map(({ start, end, indicator }) => [
    text.slice(start, end),
    indicator && text.slice(indicator.start, indicator.end),
  ]);

describe('what a claim measures', () => {
  for (const [text, expected] of indicators) it(text, () => assert.deepEqual(read(text), expected));

  it('is read of nearly all figures that it was learned from', () => {
    const missed = moreIndicators.flatMap(([text, expected]) => {
      const said = new Map(read(text) as [string, string | undefined][]);
      return expected.filter(([words, indicator]) => !said.has(words) || said.get(words) !== indicator);
    });
    assert.ok(missed.length * 20 < moreIndicators.flatMap(([, told]) => told).length, missed.join('\n'));
  });
});

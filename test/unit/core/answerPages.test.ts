import assert from 'node:assert/strict';
import { answerPages, joinAnswer } from '../../../src/core/explore/answerPages';
import type { ExploreAnswer } from '../../../src/core/explore/explore';

describe('an answer in pages', () => {
  const left = { documents: 9000, undated: 0, unplaced: [] };
  const list = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index));
  const histories = list(300, (index) => ({ name: `${index}`, uses: list((index * 7) % 40, () => ({})) }));
  const answers = [
    { ...left, mode: 'slogans', histories, comparison: undefined },
    { ...left, mode: 'slogans', histories: [], comparison: list(1300, (index) => ({ name: `${index}` })) },
    { ...left, mode: 'slogans', histories: [], comparison: [] },
    { ...left, mode: 'figures', figures: list(1700, (start) => ({ start })) },
    { ...left, mode: 'figures', figures: [] },
    { ...left, mode: 'rows' },
  ] as unknown as ExploreAnswer[];

  it('is whole again when they are joined', () => {
    for (const answer of answers) {
      const { rest, pages } = answerPages(answer);
      assert.deepEqual(joinAnswer(rest, pages), answer);
    }
  });

  it('has little in each of them', () => {
    for (const answer of answers) {
      for (const { figures = [], histories: own = [], comparison = [] } of answerPages(answer).pages) {
        const size = figures.length + comparison.length + own.reduce((sum, { uses }) => sum + uses.length, 0);
        assert.equal(size <= 540, true, String(size));
      }
    }
  });
});

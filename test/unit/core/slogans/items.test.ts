import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';
import { cases, none } from './spelledOut';

/** What a text says its formulas stand for: `三减: 减量、减速、减员`, formulas without items left out. */
const spelledOut = (text: string): string[] => {
  const found = analyse(text, { lexicon: false }).slogans.flatMap(({ name, items }) =>
    items.length > 0 ? [`${name}: ${items.map(({ start, end }) => text.slice(start, end)).join('|')}`] : [],
  );
  return [...new Set(found)];
};

describe('items', () => {
  for (const [way, sentences] of Object.entries(cases)) {
    it(`are read ${way}`, () => {
      for (const [text, ...expected] of sentences) assert.deepEqual(spelledOut(text), expected, text);
    });
  }

  it('are not read where nothing is spelled out', () => {
    for (const [why, text] of none) assert.deepEqual(spelledOut(text), [], `${why}: ${text}`);
  });
});

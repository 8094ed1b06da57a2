import assert from 'node:assert/strict';
import { followSpan } from '../../../../../src/core/annotation/following/followSpan';

/** Replaces the part of the text between `[` and `]` by `words`; the passage stands between `|` before and after. */
function follow(marked: string, words: string): string {
  const at = (mark: string) => marked.replace(mark === '[' || mark === ']' ? /\|/g : /[[\]]/g, '').indexOf(mark);
  const bare = (mark: string) => at(mark) - (mark === ']' ? 1 : 0);
  const text = marked.replace(/[[\]|]/g, '');
  const bars = marked.replace(/[[\]]/g, '');
  const passage = { start: bars.indexOf('|'), end: bars.lastIndexOf('|') - 1 };
  const start = bare('[');
  const oldEnd = bare(']');
  const now = text.slice(0, start) + words + text.slice(oldEnd);
  const span = followSpan(passage, { start, oldEnd, newEnd: start + words.length });
  return span ? `${now.slice(0, span.start)}|${now.slice(span.start, span.end)}|${now.slice(span.end)}` : now;
}

describe('followSpan', () => {
  const cases: [string, string, string, string][] = [
    ['typing before', '[]甲|乙丙|丁', '新', '新甲|乙丙|丁'],
    ['typing at its beginning', '甲[]|乙丙|丁', '新', '甲新|乙丙|丁'],
    ['typing inside', '甲|乙[]丙|丁', '新', '甲|乙新丙|丁'],
    ['typing at its end', '甲|乙丙|[]丁', '新', '甲|乙丙|新丁'],
    ['replacing inside', '甲|乙[丙]戊|丁', '新新', '甲|乙新新戊|丁'],
    ['replacing its beginning', '甲|[乙]丙|丁', '新', '甲|新丙|丁'],
    ['replacing its end', '甲|乙[丙]|丁', '新', '甲|乙新|丁'],
    ['replacing all of it', '甲|[乙丙]|丁', '新', '甲|新|丁'],
    ['replacing over its beginning', '[甲|乙]丙|丁', '新', '新|丙|丁'],
    ['replacing over its end', '甲|乙[丙|丁]', '新', '甲|乙|新'],
    ['deleting it', '甲[|乙丙|]丁', '', '甲丁'],
    ['deleting around it', '[甲|乙丙|丁]', '新', '新'],
  ];
  for (const [name, marked, words, expected] of cases) {
    it(name, () => assert.equal(follow(marked, words), expected));
  }
});

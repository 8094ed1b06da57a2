import assert from 'node:assert/strict';
import { surroundings } from '../../../../src/core/query/surroundings';

const TEXT = '甲问。\n\n乙答：一，二，三。\n \n丙补充。\n丁。';
const around = (words: string) => {
  const start = TEXT.indexOf(words);
  return Object.values(surroundings(TEXT, { start, end: start + words.length }));
};

describe('what stands around a passage', () => {
  it('is the rest of its paragraph, and the paragraphs beside it, without blank lines', () => {
    assert.deepEqual(around('二'), ['甲问。\n乙答：一，', '，三。\n丙补充。']);
  });

  it('ends with the text', () => {
    assert.deepEqual(around('甲问'), ['', '。\n乙答：一，二，三。']);
    assert.deepEqual(around('丁。'), ['丙补充。\n', '']);
  });

  it('lies outside of the paragraphs of a long passage', () => {
    assert.deepEqual(around('三。\n \n丙'), ['甲问。\n乙答：一，二，', '补充。\n丁。']);
  });
});

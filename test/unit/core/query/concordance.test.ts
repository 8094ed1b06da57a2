import assert from 'node:assert/strict';
import { concordance } from '../../../../src/core/query/concordance';

const around = (text: string, words: string, reach: number) => {
  const start = text.indexOf(words);
  const { before, key, behind } = concordance(text, { start, end: start + words.length }, reach);
  return `${before}[${key}]${behind}`;
};

describe('words in their context', () => {
  const TEXT = '开头。\n　　全省蓄水86.4亿立方米，农村供水保障有力，普及率提高到93.2%以上。\n结尾。\n';

  it('have dots only where their paragraph goes on', () => {
    assert.equal(around(TEXT, '农村供水', 60), '全省蓄水86.4亿立方米，[农村供水]保障有力，普及率提高到93.2%以上。');
    assert.equal(around(TEXT, '农村供水', 4), '…立方米，[农村供水]保障有力…');
  });

  it('keep numbers whole', () => {
    assert.equal(around(TEXT, '农村供水', 7), '…立方米，[农村供水]保障有力，普及…');
    assert.equal(around(TEXT, '农村供水', 9), '…86.4亿立方米，[农村供水]保障有力，普及率提…');
    assert.equal(around(TEXT, '，农村供水保障', 13), '全省蓄水86.4亿立方米[，农村供水保障]有力，普及率提高到…');
    assert.equal(around(TEXT, '以上', 2), '…[以上]。');
  });

  it('hold characters outside of the basic plane whole', () => {
    assert.equal(around('𠮷𠮷𠮷水𠮷𠮷𠮷\n', '水', 2), '…𠮷𠮷[水]𠮷𠮷…');
  });
});

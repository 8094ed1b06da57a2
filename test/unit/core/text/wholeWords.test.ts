import assert from 'node:assert/strict';
import type { Span } from '../../../../src/core/text/span';
import { wholeWords, wordAt, wordsAndFigures } from '../../../../src/core/text/wholeWords';

/** A text from its words, and their spans. */
function cut(written: string): { text: string; words: Span[] } {
  const words: Span[] = [];
  let text = '';
  for (const word of written.split('/')) {
    words.push({ start: text.length, end: text.length + word.length });
    text += word;
  }
  return { text, words };
}

const { text, words } = cut('去年/，/全省/煤炭/产量/达到/11.93亿吨/，/“/稳中求进/”/是/总基调/。');
const select = (part: string): Span => {
  const start = text.indexOf(part);
  assert.ok(start >= 0, part);
  return { start, end: start + part.length };
};
const snapped = (part: string): string => {
  const { start, end } = wholeWords(text, select(part), words);
  return text.slice(start, end);
};

describe('a selection brought to whole words', () => {
  it('takes in a word of which half or more is selected', () => {
    assert.equal(snapped('省煤炭产'), '全省煤炭产量');
    assert.equal(snapped('量达到11.93'), '产量达到11.93亿吨');
    assert.equal(snapped('求进”是总基'), '“稳中求进”是总基调');
  });

  it('leaves out a word that is only grazed', () => {
    assert.equal(snapped('达到1'), '达到');
    assert.equal(snapped('进”是总基调'), '是总基调');
  });

  it('takes the whole word where only a part of one word is selected', () => {
    assert.equal(snapped('1.9'), '11.93亿吨');
    assert.equal(snapped('中求'), '稳中求进');
    assert.equal(snapped('11'), '11.93亿吨');
    assert.equal(snapped('1'), '11.93亿吨');
    assert.equal(snapped('进'), '稳中求进');
  });

  it('takes in both words where both are only grazed', () => {
    const { text, words } = cut('完成/213.6亿元/水利工程投资/。');
    const grazed = text.indexOf('元水');
    const { start, end } = wholeWords(text, { start: grazed, end: grazed + 2 }, words);
    assert.equal(text.slice(start, end), '213.6亿元水利工程投资');
  });

  it('drops stray marks, and keeps the full stop of a sentence', () => {
    assert.equal(snapped('，全省煤炭产量达到11.93亿吨，“'), '全省煤炭产量达到11.93亿吨');
    assert.equal(snapped('“稳中求进”是总基调。'), '“稳中求进”是总基调。');
  });

  it('completes a pair of quotation marks', () => {
    assert.equal(snapped('“稳中求进'), '“稳中求进”');
    assert.equal(snapped('稳中求进”'), '“稳中求进”');
    assert.equal(snapped('稳中求进'), '稳中求进');
  });

  it('leaves what is whole, and marks alone, as they are', () => {
    assert.equal(snapped('煤炭产量'), '煤炭产量');
    assert.equal(snapped('，“'), '，“');
  });
});

describe('the word at a caret', () => {
  const at = (offset: number) => {
    const word = wordAt(text, words, offset);
    return word && text.slice(word.start, word.end);
  };

  it('is the one around it, else behind it, else before it', () => {
    assert.equal(at(text.indexOf('炭产量')), '煤炭');
    assert.equal(at(text.indexOf('产量')), '产量');
    assert.equal(at(2), '去年');
  });

  it('is no mark, and nothing where there is none', () => {
    assert.equal(at(text.indexOf('“')), undefined);
    assert.equal(wordAt('，。', [{ start: 0, end: 2 }], 1), undefined);
  });
});

describe('figures among the words', () => {
  /** The words between `/`, of which those in brackets are figures that are told. */
  const units = (written: string): string[] => {
    const { text, words } = cut(written.replace(/[[\]]/gu, ''));
    const plain = written.replaceAll('/', '');
    const figures: Span[] = [];
    for (const { 0: found, index } of plain.matchAll(/\[([^\]]+)\]/gu)) {
      const start = index - figures.length * 2;
      figures.push({ start, end: start + found.length - 2 });
    }
    return wordsAndFigures(text, words, figures)
      .sort((a, b) => a.start - b.start)
      .map(({ start, end }) => text.slice(start, end));
  };

  it('are one, with what qualifies them behind', () => {
    assert.deepEqual(units('清淤/[3600/万/立方米]/左右/，'), ['清淤', '3600万立方米左右', '，']);
    assert.deepEqual(units('[5%]/上下/或/[6%]/以上'), ['5%上下', '或', '6%以上']);
  });

  it('are one also where nobody has told them', () => {
    assert.deepEqual(units('清淤/3600/万/立方/米/以上'), ['清淤', '3600万', '立方', '米', '以上']);
    assert.deepEqual(units('在/2024年/建成'), ['在', '2024年', '建成']);
    assert.deepEqual(units('约/三/千/以上'), ['约', '三千以上']);
  });
});

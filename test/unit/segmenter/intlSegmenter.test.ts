import assert from 'node:assert/strict';
import fc from 'fast-check';
import { intlSegmenter } from '../../../src/segmenter/intlSegmenter';
import { splitPieces } from '../../../src/segmenter/pieces';
import { anyCharacter } from '../../runs';
import { wordsOf } from './segmenters';

describe("words cut by the runtime's segmenter", () => {
  const segmenter = intlSegmenter();

  it('gives words as spans, parts of speech unknown', async () => {
    const text = '今年粮食产量增长 5.2%。\n𠮷林好';
    const [words] = await segmenter.tag([text]);
    assert.deepEqual(wordsOf(text, words!).slice(0, 4), ['今年', '粮食', '产量', '增长']);
    assert.ok(wordsOf(text, words!).includes('5.2'));
    assert.ok(words!.every(({ pos }) => pos === ''));
    assert.deepEqual(await segmenter.segment([text]), [words!.map(({ start, end }) => ({ start, end }))]);
  });

  it('finds the words said most, function words and numbers apart', async () => {
    const text = '我们保护湿地，保护湿地的同时，湿地 2025 年恢复，2025 年 2025 年。';
    const keywords = await segmenter.keywords(text, 2);
    assert.deepEqual(keywords, [
      { word: '湿地', weight: 3 },
      { word: '保护', weight: 2 },
    ]);
  });

  it('covers all that is visible of any text, in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: anyCharacter, maxLength: 60 }), async (text) => {
        const [words] = await segmenter.tag([text]);
        let at = 0;
        for (const { start, end } of words!) {
          assert.match(text.slice(at, start), /^\s*$/u);
          assert.match(text.slice(start, end), /^\S+$/u);
          at = end;
        }
        assert.match(text.slice(at), /^\s*$/u);
      }),
    );
  });
});

describe('pieces of text', () => {
  it('add up to it, are short, and part no character', () => {
    const text = fc.array(fc.constantFrom('煤', '𠮷', '\n', '，', ' ', 'a'), { maxLength: 80 });
    fc.assert(
      fc.property(text, (characters) => {
        const whole = characters.join('');
        const pieces = splitPieces(whole, 10).map(({ start, end }) => whole.slice(start, end));
        assert.equal(pieces.join(''), whole);
        for (const piece of pieces) {
          assert.ok(piece.length > 0 && piece.length <= 10);
          assert.doesNotMatch(piece, /^[\udc00-\udfff]|[\ud800-\udbff]$/);
        }
      }),
    );
  });

  it('end with lines where they can', () => {
    assert.deepEqual(splitPieces('一二三\n四五六七，八九', 6), [
      { start: 0, end: 4 },
      { start: 4, end: 9 },
      { start: 9, end: 11 },
    ]);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anyCharacter, runs } from '../../runs';
import { endAll, type Watched, watched, wordsOf } from './segmenters';

const TEXT = '全省煤炭产量达到13亿吨，\n同比增长  5.2%。';

describe('words cut by nodejieba', () => {
  let one: Watched;
  before(() => {
    one = watched();
  });
  after(endAll);

  it('starts no process before it is asked', () => {
    assert.deepEqual(one.pids, []);
  });

  it('gives words and parts of speech as spans of the text', async () => {
    const [spans] = await one.segmenter.segment([TEXT]);
    const expected = ['全省', '煤炭', '产量', '达到', '13', '亿吨', '，', '同比', '增长', '5.2', '%', '。'];
    assert.deepEqual(wordsOf(TEXT, spans!), expected);
    const [tagged] = await one.segmenter.tag([TEXT]);
    assert.deepEqual(wordsOf(TEXT, tagged!), expected);
    assert.deepEqual(
      tagged!.map(({ pos }) => pos),
      ['n', 'n', 'n', 'v', 'm', 'm', '', 'j', 'v', 'm', '', ''],
    );
    assert.deepEqual(one.statuses, ['jieba']);
    assert.equal(one.pids.length, 1);
  });

  it('finds keywords by their weight, in long texts as in short ones', async () => {
    const sentence = '煤炭产量，煤炭价格。\n';
    const [first, second, ...rest] = await one.segmenter.keywords(sentence, 2);
    assert.deepEqual([first!.word, second!.word, rest], ['煤炭', '产量', []]);
    const [long] = await one.segmenter.keywords(sentence.repeat(2000), 1);
    assert.equal(long!.word, '煤炭');
    assert.equal(Math.round(long!.weight), Math.round(first!.weight * 2000));
  });

  it('keeps user words whole, those given later too, and leaves known words their part of speech', async () => {
    const text = '落实三稳三不准，强化六链融合和能源。';
    one.segmenter.addUserWords(['三稳三不准', '能源', '', ' ']);
    const [tagged] = await one.segmenter.tag([text]);
    const pos = new Map(tagged!.map(({ start, end, pos }) => [text.slice(start, end), pos]));
    assert.deepEqual([pos.get('三稳三不准'), pos.get('能源')], ['nz', 'n']);
    one.segmenter.addUserWords(['六链融合']);
    const [again] = await one.segmenter.segment([text]);
    assert.ok(wordsOf(text, again!).includes('六链融合'));
  });

  it('answers nothing for nothing', async () => {
    assert.deepEqual(await one.segmenter.segment([]), []);
    assert.deepEqual(await one.segmenter.tag(['', ' \n']), [[], []]);
    assert.deepEqual(await one.segmenter.keywords('', 5), []);
  });

  it('answers in order, and many texts at once', async () => {
    const order: number[] = [];
    const texts = Array.from({ length: 500 }, (_, n) => `第${n}段讲煤炭产量。`.repeat(20));
    const [all] = await Promise.all([
      one.segmenter.segment(texts).finally(() => order.push(1)),
      one.segmenter.tag([TEXT]).finally(() => order.push(2)),
      one.segmenter.keywords(TEXT, 1).finally(() => order.push(3)),
    ]);
    assert.deepEqual(order, [1, 2, 3]);
    for (const [index, spans] of all.entries()) assert.equal(wordsOf(texts[index]!, spans).join(''), texts[index]);
  });

  it('stops when it is told to, and goes on with the next', async () => {
    const aborting = new AbortController();
    const long = one.segmenter.segment(['煤炭产量增加。\n'.repeat(200_000)], aborting.signal);
    const behind = one.segmenter.segment([TEXT], aborting.signal);
    const next = one.segmenter.segment(['煤炭产量']);
    aborting.abort(new Error('closed'));
    await assert.rejects(long, /closed/u);
    await assert.rejects(behind, /closed/u);
    await assert.rejects(one.segmenter.tag([TEXT], aborting.signal), /closed/u);
    assert.equal((await next)[0]!.length, 2);
    assert.equal(one.pids.length, 1);
  });

  it('covers all that is visible of any text, in order', async () => {
    const piece = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.constantFrom('煤炭', '𠮷', '\ud83d', '\udc00', '👨‍👩‍👧', '\r\n', '　', '\u00a0', '\0', '，', '5.2', 'e\u0301'),
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 30 }), async (texts) => {
        for (const [index, words] of (await one.segmenter.tag(texts)).entries()) {
          const given = texts[index]!;
          let at = 0;
          for (const { start, end } of words) {
            assert.match(given.slice(at, start), /^\s*$/u);
            assert.match(given.slice(start, end), /^\S+$/u);
            at = end;
          }
          assert.match(given.slice(at), /^\s*$/u);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

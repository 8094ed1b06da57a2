import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { analyse } from '../../../src/core/analyse';
import { Analyser } from '../../../src/core/analyser';
import type { Analysis } from '../../../src/core/analysis';
import { normaliseText } from '../../../src/core/text/normalise';
import type { Span } from '../../../src/core/text/span';
import { runs, someOf } from '../../runs';
import { blindFixtures, labelledFixtures, thirdFixtures } from './fixtures';

const documents = [...labelledFixtures(), ...blindFixtures(), ...thirdFixtures()];

/** Characters that mean something to a reader of transcripts, and some that mean nothing to anybody. */
const meaningful = fc.constantFrom(
  ...'“”「」（）【】：:。？！，、；\n\t　 *#0123456789.,%％/~—-一二三四五六七八九十百千万亿两半几数余多第成番首位过翻倍分之点近约超不足以上左右是即指记者问答主持人年月日吨元个名户𠮷\ud800\udc00',
);
const noise = fc
  .array(fc.oneof(meaningful, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 200 })
  .map((list) => list.join(''));
const pieces = fc.constantFrom(...documents.flatMap(({ text }) => text.match(/[^\n]{1,60}\n?/gu)!));
/** Slogans among marks, with hardly a word between. */
const formulas = fc
  .array(
    fc.constantFrom(
      ...[
        '“三统一”',
        '“两个一体”',
        '五个坚持',
        '“五统一、一开放”',
        '“1+3”',
        '三是',
        '即',
        '就是',
        '包括',
        '要求',
        '甲',
        '统一',
      ],
      ...['，', '。', '、', '；', '：', '——', '！', '（', '）', '“', '”', '+', '和', '\n', ' ', '答：', '一是', '1.'],
    ),
    { maxLength: 30 },
  )
  .map((list) => list.join(''));
const mixed = fc
  .array(fc.oneof(noise, formulas, pieces), { maxLength: 12 })
  .map((list) => normaliseText(list.join('')));

function assertSound(text: string, analysis: Analysis): void {
  const inside = ({ start, end }: Span) => {
    assert.ok(0 <= start && start <= end && end <= text.length, `${start}-${end} of ${text.length}`);
    for (const offset of [start, end]) {
      const low = text.charCodeAt(offset);
      const high = text.charCodeAt(offset - 1);
      assert.ok(!(low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff), `${offset} cuts a character`);
    }
  };
  const { articles, turns, questions, slogans, claims, problems } = analysis;
  for (const list of [articles, turns, questions, slogans, claims]) {
    list.forEach((item, index) => {
      inside(item);
      const previous = list[index - 1];
      assert.ok(!previous || previous.start <= item.start, 'sorted');
    });
  }
  for (const list of [articles, turns, slogans, claims]) {
    list.slice(1).forEach((item, index) => {
      assert.ok(list[index]!.end <= item.start, 'no overlap');
    });
  }
  for (const turn of turns) {
    inside(turn.labelSpan);
    assert.ok(turn.start <= turn.bodyStart && turn.bodyStart <= turn.end, 'the body lies in its turn');
    assert.ok(turn.start < turn.end, 'no empty turn');
  }
  for (const { asks, turn, answers } of questions) {
    asks.forEach(inside);
    for (const index of [turn ?? [], answers].flat()) assert.ok(turns[index]);
  }
  for (const { items } of slogans) items.forEach(inside);
  for (const claim of claims) {
    assert.ok(Number.isFinite(claim.value));
    if (claim.indicator) inside(claim.indicator);
    if (claim.period) inside(claim.period);
    if (claim.changedFrom !== undefined) assert.ok(claims[claim.changedFrom]);
    if (claim.turn !== undefined)
      assert.ok(turns[claim.turn]!.start <= claim.start && claim.end <= turns[claim.turn]!.end);
  }
  for (const { span } of problems) inside(span);
}

/** Real documents beside this checkout. */
const REAL = '../shared/real/texts';

describe('analyse', () => {
  it('is sound on real documents', function () {
    if (!existsSync(REAL)) {
      console.log(`      skipped: ${REAL} is not here`);
      return this.skip();
    }
    for (const name of readdirSync(REAL)) {
      const text = normaliseText(readFileSync(`${REAL}/${name}`, 'utf8'));
      assertSound(text, analyse(text));
    }
  });

  it('has no question or turn that ends before it begins', () => {
    for (const text of [
      '问：**\n某人\n',
      '某某社记者：请问？\n\n张某省长：好。\n被問到問題，桂華表示\n',
      '问：\n答：\n',
    ]) {
      assertSound(text, analyse(text));
    }
  });

  it('is sound where a sentence beside a slogan is nothing but marks', () => {
    for (const text of ['“三统一”。，，。好。', '答：好。，。；“三统一”。', '“两个一体”五个坚持三是：、'])
      assertSound(text, analyse(text));
  });

  it('is sound on any text', () => {
    fc.assert(
      fc.property(mixed, (text) => assertSound(text, analyse(text))),
      { numRuns: runs(1500) },
    );
  });

  it('is sound on every fixture, whole and cut anywhere', () => {
    const step = process.env.TEST_THOROUGH ? 97 : 1297;
    for (const { text } of documents) {
      for (let end = text.length; end > 0; end -= step) assertSound(text.slice(0, end), analyse(text.slice(0, end)));
    }
  });

  it('finds the same in a text with CRLF line ends', () => {
    for (const { text, name } of someOf(documents, 6)) {
      assert.deepEqual(analyse(normaliseText(text.replaceAll('\n', '\r\n'))), analyse(text), name);
    }
  });

  it('finds the same after each of many edits as in the whole text', () => {
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat({ max: 12 }),
      insert: fc.oneof(
        fc.constant(''),
        noise.map((text) => text.slice(0, 8)),
        pieces,
      ),
    });
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.array(edit, { minLength: 1, maxLength: 8 }), ({ text }, edits) => {
        const analyser = new Analyser();
        let now = text;
        analyser.analyse(now);
        for (const { at, remove, insert } of edits) {
          const start = at % (now.length + 1);
          now = normaliseText(now.slice(0, start) + insert + now.slice(start + remove));
          assert.deepEqual(analyser.analyse(now), analyse(now));
        }
      }),
      { numRuns: runs(400) },
    );
  });

  it('finds the same while an official’s answer is typed, and keeps the other turns', () => {
    const { text } = documents.find(({ name }) => name === 'trade-briefing-brackets')!;
    const long = text.replace(
      '据初步统计，',
      `据初步统计，${'我们持续深化改革，推动“两个拓展”落地见效，出口增长5.2%，企业得到实惠，'.repeat(30)}`,
    );
    const analyser = new Analyser();
    const first = analyser.analyse(long);
    let now = long;
    const at = long.indexOf('企业得到实惠', long.indexOf('据初步统计') + 700);
    for (const [index, typed] of [...'规模达到1200亿元，利润也增长近三成，'].entries()) {
      now = now.slice(0, at + index) + typed + now.slice(at + index);
      const fresh = analyser.analyse(now);
      assert.deepEqual(fresh, analyse(now));
      assert.equal(fresh.turns[0], first.turns[0], 'a turn before the edit is kept as it is');
    }
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Analysis } from '../../../src/core/analysis';
import { normaliseText } from '../../../src/core/text/normalise';
import type { Span } from '../../../src/core/text/span';
import { blindFixtures, labelledFixtures, thirdFixtures } from './fixtures';

/** The labelled documents. */
export const documents = [...labelledFixtures(), ...blindFixtures(), ...thirdFixtures()];

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
/** Labels and verbs of saying among marks, with hardly a word between. */
const speeches = fc
  .array(
    fc.constantFrom(
      ...[
        '问：',
        '答：',
        '问：**',
        '**',
        '记者：',
        '某报记者：',
        '张三：',
        '李四（副厅长）：',
        '厅长：',
        '主持人：',
        'A:',
      ],
      ...[
        '他说',
        '他表示，',
        '张三回答说：',
        '，王五说。',
        '被問到問題，桂華表示',
        '新华社记者 王五',
        '答记者问',
        '请问',
      ],
      ...[
        '有记者问',
        '记者注意到',
        '供水',
        '增长5.2%',
        '今年',
        '三个',
        '全省',
        '达到',
        '一是',
        '的',
        '是',
        '谢谢。',
        '。',
      ],
      ...[
        '：',
        '？',
        '！',
        '；',
        '、',
        '，',
        '“',
        '”',
        '《',
        '》',
        '（',
        '）',
        '【',
        '】',
        '——',
        '\n',
        '\n\n',
        '　　',
        '\t',
        ' ',
      ],
    ),
    { maxLength: 60 },
  )
  .map((list) => list.join(''));
/** Pieces of documents, of formulas, of speeches, and of nothing. */
export const mixed = fc
  .array(fc.oneof(noise, formulas, speeches, pieces), { maxLength: 12 })
  .map((list) => normaliseText(list.join('')));

/** That what is found lies in the text, in order, and cuts no character. */
export function assertSound(text: string, analysis: Analysis): void {
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

const edit = fc.record({
  at: fc.nat(),
  remove: fc.nat({ max: 12 }),
  insert: fc.oneof(
    fc.constant(''),
    noise.map((text) => text.slice(0, 8)),
    pieces,
  ),
});
/** Some edits, one after the other. */
export const edits = fc.array(edit, { minLength: 1, maxLength: 8 });
type Edits = typeof edits extends fc.Arbitrary<infer Value> ? Value : never;

/** The text after each of them. */
export function* versions(text: string, all: Edits): Generator<string> {
  let now = text;
  for (const { at, remove, insert } of all) {
    const start = at % (now.length + 1);
    now = normaliseText(now.slice(0, start) + insert + now.slice(start + remove));
    yield now;
  }
}

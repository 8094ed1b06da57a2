import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';

const QUESTION = '居住证怎么办理？';
const ANSWER = '凭身份证到派出所办理，15日内办结。';

/** A record of three questions in one form; `№` is the number, `〇` the same in Chinese, `Q` the question, `A` the answer. */
const record = (form: string): string =>
  `居住证新规问答\n\n${[1, 2, 3]
    .map((number) =>
      form
        .replaceAll('№', String(number))
        .replaceAll('〇', '一二三'[number - 1]!)
        .replace('A', ANSWER)
        .replace('Q', QUESTION),
    )
    .join('\n')}\n`;

describe('labels', () => {
  /** The form; who asks and who answers, as `label|speaker|role`. */
  const forms: [form: string, asks: string, answers: string][] = [
    ['问：Q\n答：A', '问||', '答||'],
    ['№.问：Q\n答：A', '问||', '答||'],
    ['№问：Q\n№答：A', '问||', '答||'],
    ['问〇：Q\n答〇：A', '问〇||', '答〇||'],
    ['疑问〇：Q\n权威解答：A', '疑问〇||', '权威解答||'],
    ['问：Q答：A', '问||', '答||'],
    ['问№. Q\n答№. A', '问№||', '答№||'],
    ['热点〇：Q\n专家解读：A', '热点〇||', '专家解读||'],
    ['Q\n市公安局：A', '||', '市公安局|市公安局|'],
    ['\t问\tQ\n\t答\tA', '问||', '答||'],
    ['Ø 问：Q\n★答：A', '问||', '答||'],
    ['（问）Q\n（答）A', '问||', '答||'],
    ['记者——Q\n李小四——A', '记者||记者', '李小四|李小四|'],
    ['记者\nQ\n\n李小四\nA\n', '记者||记者', '李小四|李小四|'],
    ['咨询内容：Q\n回复内容：A', '咨询内容||', '回复内容||'],
    ['◆ Q\n答：A', '||', '答||'],
    ['“Q”\n答：A', '||', '答||'],
    ['#记者：Q\n@李小四：A', '记者||记者', '李小四|李小四|'],
    ['记 者：Q\n李 四：A', '记 者||记者', '李 四|李四|'],
    ['记者（通过翻译）：Q\n李小四（笑）：A', '记者||记者', '李小四|李小四|'],
    ['记者A：Q\n李小四：A', '记者A||记者', '李小四|李小四|'],
    ['采访组：Q\n李小四：A', '采访组||采访组', '李小四|李小四|'],
    ['说话人1  00:0№\nQ\n\n说话人2  00:1№\nA\n', '说话人1|说话人1|', '说话人2|说话人2|'],
    ['Bloomberg News：Q\n李小四局长：A', 'Bloomberg News|Bloomberg News|', '李小四局长|李小四|局长'],
    ['市民王先生：Q\n市公安局相关负责人：A', '市民王先生|王先生|市民', '市公安局相关负责人||市公安局相关负责人'],
  ];
  for (const [form, asks, answers] of forms) {
    it(JSON.stringify(form), () => {
      // the letter behind the reporter is no placeholder
      const text = record(form.replaceAll('记者A', '记者Ａ')).replaceAll('记者Ａ', '记者A');
      const { turns, questions } = analyse(text);
      const who = (kind: string) =>
        turns.filter((turn) => turn.kind === kind).map(({ label, speaker, role }) => `${label}|${speaker}|${role}`);
      const numbered = (label: string) =>
        [...'一二三'].map((number, index) => label.replace('〇', number).replace('№', String(index + 1)));
      assert.deepEqual([who('question'), who('answer')], [numbered(asks), numbered(answers)]);
      assert.deepEqual(
        questions.map(({ start, end }) => text.slice(start, end).replace(/[“”]/g, '')),
        [QUESTION, QUESTION, QUESTION],
      );
    });
  }

  for (const [what, between] of [
    ['without line ends', ''],
    ['with a blank for a line end', ' '],
    ['with indents for line ends', '\u3000\u3000'],
  ] as const) {
    it(`are found in a page ${what}`, () => {
      const text = record('问：Q\n答：A').replace('问答', '问答。').replace(/\n+/gu, between);
      const { turns, questions } = analyse(text);
      const said = turns.map(({ start, end }) => text.slice(start, end));
      assert.deepEqual(
        said,
        Array(3)
          .fill([`问：${QUESTION}`, `答：${ANSWER}`])
          .flat(),
      );
      assert.equal(questions.length, 3);
    });
  }

  it('stay within a sentence that quotes them', () => {
    const text = record('问：Q\n答：A').replaceAll(ANSWER, '墙上写着“问：找谁？答：找我”这样的话。');
    assert.equal(analyse(text).turns.length, 6);
  });

  it('are no English lines below Chinese ones', () => {
    const text =
      '晨报记者：有哪些举措？\nMorning Paper: What are the measures?\n\n李小四局长：有三条。\nLi Xiaosi: Three.\n';
    assert.deepEqual(
      analyse(text).turns.map(({ label }) => label),
      ['晨报记者', '李小四局长'],
    );
  });
});

import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';

const PAIRS = [
  ['水费怎么收', '每吨收三元，按月计算'],
  ['水管坏了找谁', '打水厂的电话，当天修好'],
  ['水质有没有保证', '每周检测一次，结果公开'],
] as const;
const HEAD = '　　本报讯（记者 孙小麦）昨天，县水厂公布供水办法，下月起施行。\n';

const heard = (text: string) => {
  const { turns, questions } = analyse(text);
  return [turns.map(({ kind }) => kind[0]).join(''), questions.map(({ start, end }) => text.slice(start, end))];
};
const expected = ['qaqaqa', PAIRS.map(([asked]) => `${asked}？`)];

describe('questions and answers whose labels are set in other ways', () => {
  // as recognition of pages leaves them, in brackets of any kind, without any mark, alone in their lines
  const forms: readonly [string, string][] = [
    ...[';', '，', '.', '-', '|', '丨', '→', '', ' ', '　　'].map((mark): [string, string] => [
      `问${mark}`,
      `答${mark}`,
    ]),
    ...['「」', '<>', '《》', '“”', '（）', '〔〕'].map(([open, close]): [string, string] => [
      `${open}问${close}`,
      `${open}答${close}`,
    ]),
    ['问\n', '答\n'],
    ['Q.', 'A.'],
    ['●问：', '○答：'],
    ['市民刘先生：', '县水厂：'],
    ['疑问1：', '解答：'],
    // any other labels, set apart without a colon
    ['河东日报记者　', '县水厂厂长 何小满　'],
    ['市民提问 ', '水厂解答 '],
    ['河东日报记者 ', '何小满厂长 '],
    ['河东日报记者\t', '何小满\t'],
    ['**河东日报记者**', '**何小满厂长**'],
    ['（河东日报记者）', '（何小满）'],
    ['《河东》周刊——', '何小满（县水厂厂长）——'],
    ['河东日报记者\n', '县水厂厂长 何小满\n'],
    ['### 21世纪水务报道记者\n', '### 何厂长\n'],
  ];
  for (const [asks, answers] of forms)
    it(`as ${JSON.stringify(asks)} and ${JSON.stringify(answers)}`, () => {
      const text = HEAD + PAIRS.map(([asked, answered]) => `${asks}${asked}？\n${answers}${answered}。\n`).join('');
      assert.deepEqual(heard(text), expected);
    });

  it('in lines that run together', () => {
    for (const [asks, answers] of [
      ['问：', '答：'],
      ['【问】', '【答】'],
      ['市民问：', '水厂答：'],
      ['市民刘先生：', '县水厂：'],
      ['河东日报记者：', '何小满厂长：'],
    ])
      for (const gap of ['', '　　']) {
        const body = PAIRS.map(([asked, answered]) => `${asks}${asked}？${gap}${answers}${answered}。`).join(gap);
        assert.deepEqual(heard(`${HEAD}${body}\n`), expected, `${asks}${gap}`);
      }
  });

  it('in the line of a question without label', () => {
    const text = PAIRS.map(([asked, answered], index) => `${index + 1}.${asked}？答：${answered}。\n`).join('');
    assert.deepEqual(heard(HEAD + text), expected);
  });

  it('in lines that are cut, the first one too', () => {
    const text = '河东日报记者：您好，请问今年水费怎么收，\n明年还涨吗？谢谢。\n何小满厂长：每吨收三元，按\n月计算。\n';
    assert.deepEqual(heard(text)[0], 'qa');
  });

  it('under numbered headings that name the matter', () => {
    const text = '一、关于水费\n答：每吨收三元。\n二、关于水管\n答：打电话，当天修好。\n';
    assert.deepEqual(heard(text), ['qaqa', ['关于水费', '关于水管']]);
  });

  it('behind the others, as told, with an answer that is told or not labelled', () => {
    const record = '问：水费怎么收？\n答：每吨三元。\n';
    const told = (answer: string) => `${record}会后，有邻省记者问及：水质有保证吗？请介绍一下。\n${answer}\n`;
    const read = (text: string) => analyse(text).turns.map(({ kind, label, speaker }) => [kind, label, speaker]);
    assert.deepEqual(read(told('何小满表示，每周检测一次。')).slice(2), [
      ['question', '会后，有邻省记者问及', '邻省'],
      ['answer', '何小满', '何小满'],
    ]);
    assert.deepEqual(read(told('我们每周检测一次。')).slice(3), [['answer', '', '']]);
  });

  it('numbered and without any label, where the head says that somebody answers', () => {
    const body = PAIRS.map(
      ([asked, answered], at) => `　　${at + 1}．${asked}？\n　　${answered}。\n　　详见公告。\n`,
    ).join('');
    const head = '　　水厂就供水办法有关问题答记者问\n　　日前，县水厂有关负责人就有关问题回答了记者的提问。\n';
    assert.deepEqual(heard(head + body), expected);
    assert.deepEqual(
      analyse(head + body)
        .turns.slice(0, 2)
        .map(({ label, role }) => [label, role]),
      [
        ['', ''],
        ['', '县水厂有关负责人'],
      ],
    );
    // an explainer
    assert.deepEqual(heard(`　　供水办法解读\n${body}`), ['', []]);
  });

  it('are none where 问 and 答 only begin lines', () => {
    assert.deepEqual(heard('问题不少。\n答案在后面。\n问责要严。\n答复要快。\n'), ['', []]);
    assert.deepEqual(heard('　　问渠那得清如许。\n　　问君能有几多愁。\n　　答谢晚宴今天举行。\n'), ['', []]);
    // 《……经济学：……》 is a title, 何某答道：“……” a report
    const title = '问：报告《山河经济学：机遇》说了什么？\n答：说了两点。\n';
    assert.deepEqual(heard(title), ['qa', ['报告《山河经济学：机遇》说了什么？']]);
  });
});

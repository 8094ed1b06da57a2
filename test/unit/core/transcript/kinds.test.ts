import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';

const kinds = (text: string) => analyse(text).turns.map(({ speaker, kind }) => [speaker, kind]);

describe('who moderates and who answers', () => {
  it('takes the host that the head names for the moderator, whatever his label', () => {
    const text = `吹风会\n\n主持人：新闻局副局长 邢小敏\n\n邢小敏：\n各位下午好。\n\n新华社记者：\n请问有什么安排？\n\n董国强：\n今年再改造老旧小区五万个以上。\n\n邢小敏：\n最后一个问题。\n\n中新社记者：\n进展如何？\n\n董国强：\n进展顺利，年底前全部完成。\n`;
    assert.deepEqual(kinds(text), [
      ['邢小敏', 'moderator'],
      ['新华社', 'question'],
      ['董国强', 'answer'],
      ['邢小敏', 'moderator'],
      ['中新社', 'question'],
      ['董国强', 'answer'],
    ]);
  });

  it('lets a chair ask without asking a question, and no member answer himself', () => {
    const text =
      '主席（楊委員瓊瓔）：現在開會。\n\n張委員啟楷：請問部長，目標做得到嗎？\n\n主席：部長，你有否補充？\n\n郭部長智輝：做得到。\n\n張委員啟楷：好，謝謝。\n';
    assert.deepEqual(kinds(text), [
      ['楊瓊瓔', 'moderator'],
      ['張啟楷', 'question'],
      ['', 'moderator'],
      ['郭智輝', 'answer'],
      ['張啟楷', 'statement'],
    ]);
  });

  it('reads a report that quotes the question or names who asks first', () => {
    const text =
      '本报讯（记者 周文）代表团举行会议。\n\n“如何保障粮食安全？”面对新华社记者的提问，陈志远代表说，要守住耕地。\n\n经济日报记者就县域经济提问，赵国强代表回应说，百强县增至5个。\n';
    const { questions } = analyse(text);
    assert.deepEqual(
      questions.map(({ start, end, asker, answeredBy }) => [text.slice(start, end), asker, ...answeredBy]),
      [
        ['如何保障粮食安全？', '新华社', '陈志远'],
        ['县域经济', '经济日报', '赵国强'],
      ],
    );
  });
});

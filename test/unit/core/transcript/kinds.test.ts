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

  it('lets several officials answer one question that has no label', () => {
    const text =
      '１．出台的背景是什么？\n住房建设厅城市建设司负责人：管网旧了，需要改造。\n２．如何分工？\n住房建设厅城市建设司负责人：各司其职。\n通信管理局负责人：光纤入户由我们办。\n能源局电力司负责人：电缆入地年内完成。\n３．何时完成？\n省参事室研究员王静霞：明年底。\n';
    assert.deepEqual(
      analyse(text).turns.map(({ kind }) => kind),
      ['question', 'answer', 'question', 'answer', 'answer', 'answer', 'question', 'answer'],
    );
    assert.equal(analyse(text).questions.length, 3);
  });

  it('tells who asks where each who does is another, with a foreign name', () => {
    const asks = ['铝业公司董事长柯菲德', '传播集团首席执行官利维', '石油公司总裁法利赫'].map(
      (who) => `${who}：您怎么看待增长？\n何远帆：增长平稳，就业充分，物价不高，我们有信心完成目标。\n`,
    );
    assert.deepEqual(kinds(`与企业家对话实录\n\n${asks.join('')}`), [
      ['柯菲德', 'question'],
      ['何远帆', 'answer'],
      ['利维', 'question'],
      ['何远帆', 'answer'],
      ['法利赫', 'question'],
      ['何远帆', 'answer'],
    ]);
  });

  it('tells in an interview between names who asks, though he says other things too', () => {
    const turns = ['路什么时候通？', '好的，明白了。', '钱从哪里来？'].map(
      (said) => `### 方静：\n\n${said}\n\n### 贺明远：\n\n年底前都会办好，县里已经安排，村民不用出钱。\n\n`,
    );
    assert.deepEqual(kinds(`# 本台专访\n\n${turns.join('')}`), [
      ['方静', 'question'],
      ['贺明远', 'answer'],
      ['方静', 'moderator'],
      ['贺明远', 'answer'],
      ['方静', 'question'],
      ['贺明远', 'answer'],
    ]);
  });

  it('reads an interview that names only who answers, under what is asked', () => {
    const text =
      '专访实录\n\n以下为本报专访实录。\n\n村里的路什么时候能通？\n\n贺明远：年底前通车，共12公里。\n\n钱从哪里来？会不会让村民分摊？\n\n贺明远：由县财政承担，村民不出一分钱。\n\n■链接\n\n《农村公路条例》有关规定\n\n一、县级人民政府负责。\n';
    assert.deepEqual(kinds(text), [
      ['', 'question'],
      ['贺明远', 'answer'],
      ['', 'question'],
      ['贺明远', 'answer'],
    ]);
    const { turns } = analyse(text);
    assert.ok(text.slice(0, turns.at(-1)!.end).endsWith('不出一分钱。'));
  });

  it('begins a turn of a report with what was said first, and with whoever speaks up next', () => {
    const text =
      '本报讯（记者 周文）代表团举行会议。\n\n“山里人最盼一条好路。”陈志远代表在回答新华社记者关于“农村公路”的提问时说，去年修了9000公里。\n\n讨论中，赵国强代表说，路要修，更要养。\n\n村民老李说，路修到了家门口。\n';
    assert.deepEqual(
      analyse(text).turns.map(({ start, speaker, kind }) => [text.slice(start, start + 4), speaker, kind]),
      [
        ['“山里人', '陈志远', 'answer'],
        ['讨论中，', '赵国强', 'statement'],
      ],
    );
  });

  it('leaves the menu of a site and its rights out of the last turn', () => {
    for (const foot of ['分享到朋友圈　　打印本页　　关闭窗口', '版权声明：本站作品，请勿转载。', '（文字有删节）']) {
      const text = `记者：怎么办？\n\n贺某：马上就办。\n\n记者：何时办完？\n\n贺某：年底办完。\n\n${foot}\n`;
      assert.ok(text.slice(0, analyse(text).turns.at(-1)!.end).endsWith('年底办完。'), foot);
    }
  });

  it('takes a host who requests something of several guests to ask', () => {
    const text =
      '主持人：欢迎两位来到直播间。\n\n贺明远：大家好。\n\n主持人：时间不多了，请两位各说一句寄语。\n\n贺明远：祝大家平安。\n';
    assert.deepEqual(kinds(text).at(-2), ['', 'question']);
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

  it('reads a report that tells what reporters care about, and what somebody told one of them', () => {
    const text =
      '水厂开放\n\n对于商报记者提出的“水费会不会涨”，水务局局长钱明远拿起话筒说，三年内不涨。\n\n晨报记者最关心的是水质怎么监测，总工程师孙文清答道，设了28个点。\n\n在谈到老旧管网时，管网处处长周小雨告诉电视台记者，今年要换管120公里。\n\n活动最后，市民代表参观了化验室。\n';
    const { questions, turns, slogans } = analyse(text, { lexicon: false });
    assert.deepEqual(
      questions.map(({ start, end, asker, answeredBy }) => [text.slice(start, end), asker, ...answeredBy]),
      [
        ['水费会不会涨', '商报', '钱明远'],
        ['水质怎么监测', '晨报', '孙文清'],
        ['老旧管网', '电视台', '周小雨'],
      ],
    );
    assert.ok(text.slice(0, turns.at(-1)!.end).endsWith('120公里。'));
    assert.deepEqual(slogans, []);
  });

  it('takes a host who greets and presents guests for no asker, and an outlet in brackets for one', () => {
    const text =
      '直播实录\n\n主持人：听众朋友们好，今年的柿子是不是特别甜？今天做客直播间的是农业局局长白小满。\n\n白小满：大家好。\n\n记者（晨光新闻）：收购价会涨吗？\n\n白小满：比去年高两成。\n\n主持人：最后请用一句话说说明年。\n\n白小满：会更甜。\n';
    assert.deepEqual(
      analyse(text).turns.map(({ speaker, kind }) => [speaker, kind]),
      [
        ['', 'moderator'],
        ['白小满', 'statement'],
        ['晨光新闻', 'question'],
        ['白小满', 'answer'],
        ['', 'question'],
        ['白小满', 'answer'],
      ],
    );
  });
});

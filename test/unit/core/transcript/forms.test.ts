import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';

/** Who speaks, as what, and up to which words. */
const turns = (text: string) =>
  analyse(text).turns.map(({ speaker, kind, end }) => `${kind} ${speaker} ${text.slice(0, end).slice(-4)}`.trim());
/** What is asked, by whom, and who answers. */
const questions = (text: string) =>
  analyse(text).questions.map(({ start, end, asker, answeredBy }) => [
    text.slice(start, end),
    asker,
    answeredBy.join(),
  ]);

describe('records as they are set elsewhere', () => {
  it('know journalists who are called by name from the one who answers and the one who gives the floor', () => {
    const text = [
      '谢·多林：同事们，大家好，请提问。',
      '帕·列斯科：先请《晨报》。',
      '亚·卡廷：您好，我是《晨报》的亚历山大·卡廷。面包为什么涨价？',
      '谢·多林：小麦歉收，收成比去年少了一成，我们正在进口。',
      '帕·列斯科：谢谢。第五频道，请。',
      '娜·奥辛娜：我想问，铁路什么时候修到我们那里？',
      '谢·多林：明年动工，工程由铁路公司承担，共八十公里。',
      '问：还有补贴吗？',
      '谢·多林：有，由预算承担。',
    ].join('\n\n');
    assert.deepEqual(turns(text).slice(1), [
      'moderator 帕·列斯科 晨报》。',
      'question 亚·卡廷 么涨价？',
      'answer 谢·多林 在进口。',
      'moderator 帕·列斯科 道，请。',
      'question 娜·奥辛娜 们那里？',
      'answer 谢·多林 十公里。',
      'question  补贴吗？',
      'answer 谢·多林 算承担。',
    ]);
  });

  it('are parts of a press conference in square brackets, though the question lacks its mark or nobody asks', () => {
    const lead = '　　县政府于5月6日举行新闻发布会，请水利局局长何小满介绍情况，并答记者问。\n';
    assert.deepEqual(
      turns(`${lead}　　[河东日报记者]水库修好了，您看今年有哪些变化。\n　　[何小满]变化很大，水够用了。\n`),
      ['question 河东日报 些变化。', 'answer 何小满 够用了。'],
    );
    assert.deepEqual(turns(`${lead}　　[水利局局长 何小满]今年水够用了，水库也修好了。\n`), [
      'statement 何小满 修好了。',
    ]);
    // a caption, and somebody whom the lead does not name
    assert.deepEqual(turns(`${lead}　　[赵雷]今年水够用了，水库也修好了。\n`), []);
  });

  it('have parts of authorities that answer, once each too', () => {
    const text = [
      '市民：水费会涨吗？',
      '市民政局养老服务科：不涨，老人还可以少交。',
      '市民：路什么时候修好？',
      '市公安局交通管理支队：明年三月修好，五月通车。',
    ].join('\n\n');
    assert.deepEqual(turns(text), [
      'question  会涨吗？',
      'answer 市民政局养老服务科 以少交。',
      'question  候修好？',
      'answer 市公安局交通管理支队 月通车。',
    ]);
    assert.deepEqual(
      turns('记者：水费会涨吗？\n市人力资源和社会保障局：不涨。\n记者：哪天发证？\n社区民警：十五天以内。\n'),
      ['question  会涨吗？', 'answer 市人力资源和社会保障局 ：不涨。', 'question  天发证？', 'answer  天以内。'],
    );
    // somebody is addressed
    assert.deepEqual(turns('问：两件事要请教政委：路何时修好？\n答：明年。\n').length, 2);
    // pages on which something is looked up
    assert.deepEqual(turns('办事状态查询：\n    资格管理\n查询中心：\n    标准查询\n'), []);
  });

  it('are round-ups of a press conference whose lead names the authorities only', () => {
    const text = [
      '四部门集中答记者问',
      '本报讯 昨天，市人代会举行记者会，市水务局、市渔政局负责人就热点问题回答了记者提问。',
      '供水',
      '市水务局局长何小满：今年新建水厂三座。',
      '明年再建两座，全市都喝上好水。',
      '休渔',
      '市渔政局局长赵大河：休渔期延长一个月。',
    ].join('\n\n');
    assert.deepEqual(turns(text), ['statement 何小满 上好水。', 'statement 赵大河 一个月。']);
  });

  it('begin behind marks of a list and ornaments, and end before who is presented in the end', () => {
    const text =
      '- ◆问：水够吗？\n- ◆答：够，今年够用。\n- ◆问：路通吗？\n- ◆答：通了。\n\n人物简介\n何小满，1960年生，水利局局长。\n';
    assert.deepEqual(
      analyse(text).turns.map(({ start, end }) => text.slice(start, end)),
      ['问：水够吗？', '答：够，今年够用。', '问：路通吗？', '答：通了。'],
    );
  });

  it('begin with a question that is told in short, in brackets', () => {
    const text =
      '以下為水利局局長何小滿今日會見傳媒的談話內容：\n\n記者：（有關水庫沉降）\n\n水利局局長：我們已經派人查看。\n\n記者：會否追究？\n\n水利局局長：會。\n';
    assert.deepEqual(turns(text).slice(0, 2), ['question  庫沉降）', 'answer 何小滿 人查看。']);
  });

  it('end before a time behind the words, and before who asked in brackets', () => {
    assert.deepEqual(
      turns('[河东日报记者]水够吗？2023-01-12 09:36:02\n[水利局局长 何小满]够，今年够用。2023-01-12 09:37:40\n'),
      ['question 河东日报 水够吗？', 'answer 何小满 年够用。'],
    );
    const bracketed =
      '一、水庫何時修好？（河東報何滿小姐）\n答：\n明年修好。\n二、水費會漲嗎？（南山電視趙雷先生）\n答：\n不漲。\n';
    assert.deepEqual(questions(bracketed), [
      ['水庫何時修好？', '河東報', ''],
      ['水費會漲嗎？', '南山電視', ''],
    ]);
    assert.deepEqual(turns(bracketed)[0], 'question 河東報 時修好？');
  });

  it('have labels with a programme in marks, an authority before a name, a number in brackets, and who complains', () => {
    assert.deepEqual(
      turns('县政府新闻办公室何小满：各位好，请提问。\n河东广电“夜话”记者：水够吗？\n何小满：够，今年够用。\n'),
      ['statement 何小满 请提问。', 'question 河东广电“夜话” 水够吗？', 'answer 何小满 年够用。'],
    );
    assert.deepEqual(questions('【1】水费怎么收？\n答：每吨三元。\n【2】水质怎么样？\n答：合格。\n'), [
      ['水费怎么收？', '', ''],
      ['水质怎么样？', '', ''],
    ]);
    assert.deepEqual(turns('网友反映：村口路灯坏了，希望修好。\n县城建局回复：已经修好，感谢监督。\n').length, 2);
    const hosts = ['主持人何满', '赵雷', '主持人何满', '赵雷'];
    const said = ['水库修到哪儿了？', '修到坝顶了，快完工。', '什么时候蓄水？', '下月蓄水，不误农时。'];
    assert.deepEqual(
      turns(hosts.map((host, at) => `${host}\n\n${said[at]}\n\n`).join('')).map((turn) => turn.split(' ')[0]),
      ['question', 'answer', 'question', 'answer'],
    );
  });

  it('are sound bites, voices of subtitles, names set wide, and answers with the office in brackets', () => {
    const bites =
      '【同期】水利局局长 何小满\n水库修好了，今年够用。\n【解说】水库有三座。\n【同期】村支书 赵雷\n水到田头了，大家高兴。\n';
    assert.deepEqual(turns(bites), ['statement 何小满 年够用。', 'statement 赵雷 家高兴。']);
    const voices = '<v 记者>水库修好了吗？\n\n<v 何小满>修好了，今年够用。\n';
    assert.deepEqual(turns(voices), ['question  好了吗？', 'answer 何小满 年够用。']);
    assert.deepEqual(
      turns('记者：水够吗？\n何 满：够，今年够用。\n记者：明年呢？\n何 满：也够，水库满了。\n').slice(0, 2),
      ['question  水够吗？', 'answer 何满 年够用。'],
    );
    assert.deepEqual(turns('问：水够吗？\n答：（水利局局长何小满）够，今年够用。\n'), [
      'question  水够吗？',
      'answer 何小满 年够用。',
    ]);
  });

  it('set labels in a form of their own, in which outlets without a known word ask', () => {
    const text = [
      '### 司儀：\n請媒體朋友提問。',
      '### 聯報記者：\n水庫什麼時候修好？',
      '### 何小滿：\n今年底修好，工程已經過半。',
      '### tvz：\n經費夠嗎？會不會再追加？謝謝。',
      '### 何小滿：\n經費夠，不追加。',
      '### 青果日報 趙雷：\n下游的居民怎麼辦？',
      '### 何小滿：\n都安置好了，大家放心。',
      '### 聯報記者：\n明年呢？',
      '### 何小滿：\n明年再看。',
    ].join('\n\n');
    assert.deepEqual(turns(text).slice(3, 7), [
      'question tvz ？謝謝。',
      'answer 何小滿 不追加。',
      'question 青果日報 怎麼辦？',
      'answer 何小滿 家放心。',
    ]);
  });

  it('stand in one line, by names or brackets, the time behind each', () => {
    const talk =
      '以下为节目实录： 马小川：观众朋友好，欢迎何县长。 何小满：你好。 马小川：水库修好了吗？ 何小满：去年冬天就修好了。（笑）渠道也一并清了，今年够用。 马小川：谁来管？ 何小满：村里管，县里出钱，每座水库配两名管护员。';
    assert.deepEqual(turns(talk).slice(2, 4), ['question 马小川 好了吗？', 'answer 何小满 年够用。']);
    const live =
      '[县长何小满]:大家好,请提问。 [09:02] [县报记者]:水库为什么漏水? [09:03] [县长何小满]:渠道老了。 [09:06] [县广播电台]:谁来修? [09:07] [县长何小满]:县里修。 [09:08]';
    assert.deepEqual(
      turns(live).map((turn) => turn.split(' ').at(-1)),
      ['请提问。', '么漏水?', '道老了。', '谁来修?', '县里修。'],
    );
  });

  it('have a journalist above his words, and the lines of the site below the last', () => {
    const text = [
      '主持人\n各位好，请提问。',
      '河东广播电视台记者\n水库什么时候修好，够不够用？',
      '何小满\n年底修好，够用。',
      '工农报记者\n下游怎么办，谁来管？',
      '何小满\n都安置好了，请放心。',
      '【编辑：何叶】\n相关新闻\n水库边的咖啡馆开张',
    ].join('\n');
    assert.deepEqual(turns(text), [
      'moderator  请提问。',
      'question 河东广播电视台 不够用？',
      'answer 何小满 ，够用。',
      'question 工农报 谁来管？',
      'answer 何小满 请放心。',
    ]);
  });

  it('present what nobody asks about, and are called by who gives the floor', () => {
    const lead = '县政府新闻办举行发布会，邀请水利局副局长何小满通报情况。\n';
    assert.deepEqual(turns(`${lead}水利局副局长何小满：\n各位好。今年水够用了，水库也修好了。\n`), [
      'statement 何小满 修好了。',
    ]);
    const called =
      '问题一：\n来自河社的Ben Foster提问。\nBen Foster：今年的水够吗？\n何小满：够。今年够用。\n记者：明年呢？\n何小满：也够。\n';
    assert.deepEqual(turns(called).slice(0, 2), ['question 河社 水够吗？', 'answer 何小满 年够用。']);
  });

  it('have an English part', () => {
    const text =
      '運輸局局長：各位，新線下月通車。\n\n記者：票價多少？\n\n運輸局局長：五元。\n\nReporter: When will it open?\n\nSecretary for Transport: It will open next month.\n';
    assert.deepEqual(
      analyse(text).turns.map(({ label, kind }) => [label, kind]),
      [
        ['運輸局局長', 'statement'],
        ['記者', 'question'],
        ['運輸局局長', 'answer'],
        ['Reporter', 'question'],
        ['Secretary for Transport', 'answer'],
      ],
    );
  });

  it('call an outlet and an official in short once they were called in full', () => {
    const text =
      '《河东论坛》：桥什么时候修好？\n河东县交通局局长 逄小荷：年底。\n河东论坛：钱够吗？\n逄小荷：够，县里拿一半。\n';
    assert.deepEqual(turns(text), [
      'question 河东论坛 候修好？',
      'answer 逄小荷 ：年底。',
      'question 河东论坛 钱够吗？',
      'answer 逄小荷 拿一半。',
    ]);
  });

  it('let the media ask, and name the outlet behind', () => {
    const text =
      '媒體提問：請問何時開工？\n\n陳部長：下個月。\n\n記者提問（中央社）：經費夠嗎？\n\n陳部長：夠。\n\n會後有記者問：誰承包？\n\n答：還沒有定。\n';
    assert.deepEqual(
      questions(text).map(([, asker]) => asker),
      ['', '中央社', ''],
    );
  });

  it('answer behind the question in its line, and by what a paragraph tells', () => {
    const text =
      '河东报记者：路修好了吗？何小满：修好了，共12公里。\n\n河西报记者：要收费吗？\n\n何小满介绍，三年内都不收费。\n\n此外，货车也不收。\n';
    assert.deepEqual(turns(text), [
      'question 河东报 好了吗？',
      'answer 何小满 2公里。',
      'question 河西报 收费吗？',
      'answer 何小满 也不收。',
    ]);
  });

  it('ask under rubrics, in wide brackets, as deputies and users, and in headings without a mark', () => {
    assert.deepEqual(
      turns('【委员提问】\n王小丽委员：公交车够吗？\n【部门回应】\n县交通局局长何小满：够，今年又添了12辆。\n'),
      ['question 王小丽 车够吗？', 'answer 何小满 12辆。'],
    );
    assert.deepEqual(turns('［河东报记者］公交车够吗？\n［何小满］够，今年又添了12辆。\n'), [
      'question 河东报 车够吗？',
      'answer 何小满 12辆。',
    ]);
    assert.deepEqual(turns('代表问：公交车够吗？\n部门回复：够。\n网友提问：票价呢？\n部门回复：不变。\n'), [
      'question  车够吗？',
      'answer  复：够。',
      'question  票价呢？',
      'answer  ：不变。',
    ]);
    assert.deepEqual(
      turns(
        '问题一：公交车够吗\n“够。”县交通局局长何小满说，今年又添了12辆。\n\n问题二：票价会不会变\n何小满表示，不变。\n',
      ),
      ['question  交车够吗', 'answer 何小满 12辆。', 'question  会不会变', 'answer 何小满 ，不变。'],
    );
  });

  it('are read where all stands in one line, and end before the foot of a notice', () => {
    assert.deepEqual(
      turns('县长何小满接受专访。 记者：钱从哪里来？ 何小满：财政出一半。 记者：何时通车？ 何小满：年底。'),
      ['question  哪里来？', 'answer 何小满 出一半。', 'question  时通车？', 'answer 何小满 ：年底。'],
    );
    assert.deepEqual(turns('问：要交钱吗？\n答：不收。\n咨询电话：0371-12345\n河东县民政局\n2019年5月\n'), [
      'question  交钱吗？',
      'answer  ：不收。',
    ]);
  });

  it('say in the label that somebody asks or answers, by whom, in brackets, and how he is called from now on', () => {
    assert.deepEqual(
      turns('河东报查询：药价何时下调？\n县医保局回复：年底。\n河西报查询：下调多少？\n县医保局回复：一成。\n'),
      ['question 河东报 时下调？', 'answer 县医保局 ：年底。', 'question 河西报 调多少？', 'answer 县医保局 ：一成。'],
    );
    assert.deepEqual(
      turns(
        '问（路透社）：药价何时下调？\n答（何小满局长）：年底。\n新华社记者孙小麦问：下调多少？\n何小满回答说：一成。\n',
      ),
      ['question 路透社 时下调？', 'answer 何小满 ：年底。', 'question 新华社 调多少？', 'answer 何小满 ：一成。'],
    );
    assert.deepEqual(
      turns('记者（以下简称“记”）：药价何时下调？\n何小满（以下简称“何”）：年底。\n记：下调多少？\n何：一成。\n'),
      ['question  时下调？', 'answer 何小满 ：年底。', 'question  调多少？', 'answer 何小满 ：一成。'],
    );
  });

  it('call by surname who was called by name, the day before the label and the time behind it left out', () => {
    assert.deepEqual(
      turns(
        '庭上对话：\n孙小麦：规格你熟吗？\n 何小满：不太熟。\n\n孙：懂得摆放吗？\n 何：多数人懂。\n\n孙：要放前面？\n 何：当然。\n',
      ),
      [
        'question 孙小麦 你熟吗？',
        'answer 何小满 不太熟。',
        'question 孙小麦 摆放吗？',
        'answer 何小满 数人懂。',
        'question 孙小麦 放前面？',
        'answer 何小满 ：当然。',
      ],
    );
    const text =
      '**2019年2月15日／河东报查询：\n** 药价何时下调？\n\n**2019年2月16日／县医保局回复：\n** 年底。\n\n[网友阳光] 2019-02-17 10:05:22\n下调多少？\n[何小满] 2019-02-17 10:06:10\n一成。\n';
    assert.deepEqual(
      analyse(text).turns.map(({ start, bodyStart, end }) => [
        text.slice(start, start + 4),
        text.slice(bodyStart, end),
      ]),
      [
        ['河东报查', '药价何时下调？'],
        ['县医保局', '年底。'],
        ['[网友阳', '下调多少？'],
        ['[何小满', '一成。'],
      ],
    );
  });

  it('leave out the title, those present, the time behind and who wrote it', () => {
    const text =
      '何小满：路修好了\n河东县政府网 2014-03-13 11:57 来源：河东报\n嘉宾：\n何小满 县交通局局长\n赵 雷 河东大学教授\n\n主持人：路修好了吗？[14:02]\n\n何小满：修好了。[14:03]\n\n主持人：谢谢。收费吗？\n\n赵雷：不收。（编辑：孙小麦）\n\n【链接】\n\n《公路条例》第三条规定不收费。\n';
    assert.deepEqual(turns(text), [
      'question  好了吗？',
      'answer 何小满 修好了。',
      'question  收费吗？',
      'answer 赵雷 ：不收。',
    ]);
  });
});

describe('live texts', () => {
  const text =
    '[10:42] 主持人：今天的发布会到此结束。\n[10:38] 何小满：年底通车，共12公里。\n[10:35] 河东报记者：路修得怎样？\n[10:20] 何小满：去年的优良天数是301天。\n[10:15] 河西报记者：空气怎样？\n';
  it('that put the latest first are read in the order of speaking, and stand in that of the text', () => {
    assert.deepEqual(turns(text), [
      'moderator  此结束。',
      'answer 何小满 2公里。',
      'question 河东报 得怎样？',
      'answer 何小满 01天。',
      'question 河西报 气怎样？',
    ]);
    const { questions: found } = analyse(text);
    assert.deepEqual(
      found.map(({ asker, turn, answers }) => [asker, turn, answers]),
      [
        ['河东报', 2, [1]],
        ['河西报', 4, [3]],
      ],
    );
  });
});

describe('reports that tell questions in other ways', () => {
  it('ask in whole sentences, are answered behind a colon, and end before the end', () => {
    const text =
      '河社5月6日电 水利局局长何小满6日主持记者会。\n有记者提问：水库漏水已有三年。村里都在等。请问什么时候修？\n何小满：年底修好，资金已经到位。（完）\n';
    assert.deepEqual(turns(text), ['answer 何小满 经到位。']);
    assert.deepEqual(questions(text), [['水库漏水已有三年。村里都在等。请问什么时候修？', '', '何小满']]);
  });
  it('name who asked behind the question, and say of a lead nothing but that somebody answered', () => {
    const text =
      '水利局局长何小满6日就有关热点问题回答记者提问。\n“水库什么时候修好？”第一个发问的是河东日报记者。何小满说，年底修好。\n在回答如何保障灌溉的问题时，何小满说，渠道已经清了。\n';
    assert.deepEqual(questions(text), [
      ['水库什么时候修好？', '河东日报', '何小满'],
      ['如何保障灌溉', '', '何小满'],
    ]);
    assert.equal(turns(text).length, 2);
  });
  it('answer an enquiry in writing, up to the end', () => {
    const text =
      '　　就传媒查询有关水库停用的安排，水务署发言人今日（四月九日）回应如下：\n\n　　署方上月检查时发现裂缝，已要求停工。\n\n　　初步评估显示结构没有受影响，供水正常。\n\n完\n';
    assert.deepEqual(turns(text), ['answer  水正常。']);
    assert.deepEqual(questions(text)[0]!.slice(0, 1), ['水库停用的安排']);
  });
});

describe('reports that set question and answer apart', () => {
  it('give the answer at the beginning of the next paragraph, and a question that nobody answers', () => {
    const text =
      '　　“桥为什么还没有修好？”河东报记者抢到了第一个提问机会。\n　　“钱不够。”县长何小满接过话筒，“今年又筹了三千万元。”\n　　路透社记者用中文提问：村民要出钱吗？\n　　何小满回答，村民不出钱，县里已经安排。\n　　有记者追问：什么时候通车？\n　　会议在掌声中结束，代表们离开了会场。\n';
    assert.deepEqual(questions(text), [
      ['桥为什么还没有修好？', '河东报', '何小满'],
      ['村民要出钱吗？', '路透社', '何小满'],
      ['什么时候通车？', '', ''],
    ]);
    assert.deepEqual(turns(text), ['answer 何小满 万元。”', 'answer 何小满 经安排。']);
  });

  it('tell whom a question is put to, that nobody answers it, and what members ask', () => {
    const text =
      '　　县长何小满今早会见传媒。被问到路费会否上调，何小满没有正面回应。\n　　记者再追问何小满有没有收礼，她没有回应就离开。\n　　议员赵雷就此询问，县里能否公开账目。\n　　何小满表示，年底公开。\n　　有听众致电节目问何时通车，何小满说年底。问及会否收费，何小满称不会。\n';
    assert.deepEqual(questions(text), [
      ['路费会否上调', '', ''],
      ['有没有收礼', '', ''],
      ['县里能否公开账目', '赵雷', '何小满'],
      ['何时通车', '', '何小满'],
      ['会否收费', '', '何小满'],
    ]);
  });

  it('have questions of several sentences, and answers of which nothing but that is told', () => {
    const text =
      '　　有记者提问：据报道，河西县已经降价。河东县是否跟进？\n　　县长何小满表示，年底跟进。\n　　何小满回应传媒查询时又说，没有补充。\n';
    assert.deepEqual(questions(text), [['据报道，河西县已经降价。河东县是否跟进？', '', '何小满']]);
    assert.deepEqual(turns(text), ['answer 何小满 底跟进。', 'answer 何小满 有补充。']);
  });

  it('let somebody speak in a clause that leads to a quotation, and nobody speak whom a text cites', () => {
    const text =
      '　　县长何小满对记者说，路修好了。\n　　村支书赵雷掰着指头算给大家听：“去年八百斤，今年一千斤。”\n　　正如孙小麦所指出的：“路是人走出来的。”\n';
    assert.deepEqual(turns(text), ['statement 何小满 修好了。', 'statement 赵雷 千斤。”']);
  });

  it('are read where an answer is made and no verb says what, and where a plural stands for the press', () => {
    const text =
      '　　县长何小满在发布会上说，路修好了。\n　　互动环节，赵小雷针对大家提出的系列问题做出了精彩的解答，大家提问积极。\n';
    assert.doesNotThrow(() => analyse(text));
  });

  it('begin with a long quotation before the verb, and end before who wrote them down', () => {
    const quotation = `“${'水库修好了，今年够用。'.repeat(20)}”`;
    const text = `　　县长何小满对记者表示，路修好了。\n　　据了解，水库有三座。\n　　${quotation}村支书赵雷告诉记者。（孙小麦）\n`;
    const said = analyse(text).turns.at(-1)!;
    assert.equal(text.slice(said.start, said.end), `${quotation}村支书赵雷告诉记者。`);
  });

  it('ask by name 问他, and more than once', () => {
    assert.deepEqual(
      questions(
        '　　县长何小满对记者表示，路修好了。\n　　律师赵雷表示，桥塌了。赵雷问他是否早就知道，何小满回应，不知道。\n',
      ),
      [['是否早就知道', '赵雷', '何小满']],
    );
    assert.deepEqual(
      questions('　　县长何小满会见记者。\n　　记者先后5次询问何小满，桥为什么塌了，何小满回应指，还在查。\n'),
      [['桥为什么塌了', '', '何小满']],
    );
  });

  it('ask nothing where somebody might ask', () => {
    const text = '　　县长何小满对记者表示，路修好了。\n　　假如有记者问桥为什么没有修好，他会这样回答。\n';
    assert.deepEqual(questions(text), []);
  });

  it('let somebody speak behind a colon, and who wrote it never', () => {
    const text =
      '　　新华社河东３月６日电（记者 孙小麦、林小月）县长何小满６日在记者会上说，路修好了，共12公里。\n　　【同期声】县交通局局长 赵雷：这条路不收费，货车也不收。\n';
    assert.deepEqual(
      analyse(text).turns.map(({ speaker, role }) => [speaker, role]),
      [
        ['何小满', '县长'],
        ['赵雷', '县交通局局长'],
      ],
    );
  });
});

import assert from 'node:assert/strict';
import { Anchorer } from '../../../../../src/core/annotation/anchoring/anchorer';
import { describeTarget } from '../../../../../src/core/annotation/target';

/** The passage of `marked` between two `|`, anchored in `now`; proposals behind `?`. */
function reanchor(marked: string, now: string, withPrevious = false) {
  const start = marked.indexOf('|');
  const text = marked.replaceAll('|', '');
  const target = describeTarget(text, { start, end: marked.lastIndexOf('|') - 1 });
  const { state, span, proposals } = new Anchorer(now, withPrevious ? text : undefined).anchor(target);
  const words = (place: { start: number; end: number } | undefined) =>
    place ? `${place.start} ${now.slice(place.start, place.end)}` : '';
  return (span ? `${state} ${words(span)}` : `${state} ? ${words(proposals[0])}`).trim();
}

const INTRO = '新闻发布会于上午十时在新闻中心举行，主持人介绍了出席的嘉宾。\n';
const PARAGRAPH = '上年全区粮食总产实现36.27亿斤，同比增长5.2%，形成四个一体化格局，电力外送稳步增加。\n';
const MARKED = PARAGRAPH.replace('同比增长5.2%', '|同比增长5.2%|');
const OTHER = '谈到民生，他说，就业、教育、医疗和养老服务都有新进展，群众得到实惠。\n';
const LAST = '最后，主持人感谢各位记者的参与，发布会到此结束，谢谢大家。\n';

describe('anchor', () => {
  const rows: [string, string, string, string][] = [
    ['stands where it was', '全省|产量|稳步增长', '全省产量稳步增长', 'anchored 2 产量'],
    ['moves with text put before it', '全省|产量|稳步增长', '去年，全省产量稳步增长', 'moved 5 产量'],
    ['is moved with its paragraph', INTRO + MARKED + OTHER, INTRO + OTHER + PARAGRAPH, 'moved 84 同比增长5.2%'],
    [
      'is not another mention, when its own was deleted',
      '推动|发展|见效。其他段落里也说创新发展很要紧',
      '推动见效。其他段落里也说创新发展很要紧',
      'orphaned ? 14 发展',
    ],
    [
      'is not what its own context had again, when its own was deleted',
      '与有关政策衔接，着力增强考核制度的系统性、针对性、有效性。\n问：《|考核规|定》主要内容有哪些?\n答：《考核规定》分8章共50条，规定考核目的。\n',
      '与有关政策衔接，着力增强考核制度的系统性、针对性、有效性。\n答：《考核规定》分8章共50条，规定考核目的。\n',
      'ambiguous ? 33 考核规',
    ],
    [
      'is ambiguous where several places fit equally',
      '甲乙丙丁|发展|戊己庚辛',
      '导语。甲乙丙丁发展戊己庚辛。甲乙丙丁发展戊己庚辛。',
      'ambiguous ? 7 发展',
    ],
    [
      'is long enough to need no context',
      `甲|${OTHER.trim()}|乙`,
      `丙丁${OTHER.trim()}戊己`,
      `moved 2 ${OTHER.trim()}`,
    ],
    [
      'is normalised across widths, line breaks and spaces',
      INTRO + MARKED + OTHER,
      INTRO + PARAGRAPH.replace('同比增长', '同比\n增长 ').replaceAll('，', ','),
      'normalised 49 同比\n增长 5.2%',
    ],
    [
      'is revised when its figure is another',
      INTRO + MARKED + OTHER,
      INTRO + PARAGRAPH.replace('5.2%', '5.0%') + OTHER,
      'revised ? 49 同比增长5.0%',
    ],
    [
      'is revised when a Chinese numeral is another',
      INTRO + PARAGRAPH.replace('四个一体化', '|四个一体化|'),
      INTRO + PARAGRAPH.replace('四个', '五个'),
      'revised ? 60 五个一体化',
    ],
    [
      'is revised when the number that its edge cuts is another',
      INTRO + PARAGRAPH.replace('5.2%，', '|5.2%|，'),
      INTRO + PARAGRAPH.replace('5.2%', '15.2%'),
      'revised ? 54 5.2%',
    ],
    [
      'is changed, never normalised, by a space between digits',
      INTRO + PARAGRAPH.replace('36.27', '|达到3627|'),
      INTRO + PARAGRAPH.replace('36.27', '达到3 627'),
      'changed ? 41 达到3 627',
    ],
    [
      'is changed where words were put into it',
      INTRO + MARKED + OTHER,
      INTRO + PARAGRAPH.replace('增长5.2%', '继续保持较快增长5.2%') + OTHER,
      'changed ? 49 同比继续保持较快增长5.2%',
    ],
    [
      'is changed where words were taken from it',
      INTRO + PARAGRAPH.replace('形成四个一体化格局，电力外送稳步增加', '|形成四个一体化格局，电力外送稳步增加|'),
      INTRO + PARAGRAPH.replace('一体化格局，', ''),
      'changed ? 58 形成四个电力外送稳步增加',
    ],
    ['is orphaned when its paragraph was cut', INTRO + MARKED + OTHER + LAST, INTRO + OTHER + LAST, 'orphaned ?'],
    ['is orphaned in an empty text', INTRO + MARKED, '', 'orphaned ?'],
  ];
  for (const [name, marked, now, expected] of rows) {
    it(`a passage ${name}`, () => assert.equal(reanchor(marked, now), expected));
  }

  it('never folds letters or ranges into others', () => {
    for (const [was, is] of [
      ['5MW', '5mW'],
      ['3-5倍', '3~5倍'],
      ['3、5倍', '3,5倍'],
    ] as const) {
      const marked = INTRO + PARAGRAPH.replace('同比增长5.2%', `|推动${was}|`);
      const now = INTRO + PARAGRAPH.replace('同比增长5.2%', `推动${is}`);
      assert.match(reanchor(marked, now), /^(changed|revised)/, is);
    }
  });
});

describe('a repeated paragraph', () => {
  const text = INTRO + MARKED + OTHER;

  it('is anchored while nothing changes', () => {
    assert.match(reanchor(INTRO + MARKED + PARAGRAPH.repeat(5) + OTHER, INTRO + PARAGRAPH.repeat(6) + OTHER), /^anch/);
  });
  it('is ambiguous when a copy elsewhere fits as well', () => {
    const long = (paragraph: string) => `${OTHER.trim()}${paragraph.trim()}${OTHER}`;
    const now = LAST + INTRO + long(PARAGRAPH) + LAST.repeat(3) + long(PARAGRAPH);
    assert.match(reanchor(INTRO + long(MARKED) + LAST, now), /^ambiguous/);
  });
  it('is ambiguous to the text as last seen when a copy pushed it from its place', () => {
    assert.match(reanchor(text, INTRO + PARAGRAPH + PARAGRAPH + OTHER, true), /^ambiguous/);
  });
  it('is not found in a twin that was there before', () => {
    assert.match(reanchor(INTRO + MARKED + OTHER + PARAGRAPH + LAST, INTRO + OTHER + PARAGRAPH + LAST, true), /^orph/);
    assert.match(reanchor(INTRO + PARAGRAPH + OTHER + MARKED + LAST, INTRO + PARAGRAPH + OTHER + LAST, true), /^orph/);
  });
  it('is told apart by the text as last seen', () => {
    const before = INTRO + PARAGRAPH + OTHER + MARKED + LAST;
    assert.equal(
      reanchor(before, `\n${INTRO}${PARAGRAPH}${OTHER}${PARAGRAPH}${LAST}`, true),
      `moved ${1 + before.indexOf('|')} 同比增长5.2%`,
    );
  });
});

describe('the text as last seen', () => {
  it('is of no use, and does no harm, where the target did not hold in it', () => {
    const target = describeTarget(INTRO + PARAGRAPH, { start: 49, end: 57 });
    assert.deepEqual(
      new Anchorer(OTHER + INTRO + PARAGRAPH, LAST).anchor(target),
      new Anchorer(OTHER + INTRO + PARAGRAPH).anchor(target),
    );
  });
  it('does not make a changed figure acceptable', () => {
    const now = INTRO + PARAGRAPH.replace('5.2%', '5.3%') + OTHER;
    assert.equal(reanchor(INTRO + MARKED + OTHER, now, true), 'revised ? 49 同比增长5.3%');
  });
});

describe('a figure in the passage or beside it', () => {
  const rows: [string, string, string][] = [
    ['|增长11.4%|，', '增长11.4%—12%，', 'revised'],
    ['投资|213.6亿|元，', '投资213.6亿美元，', 'revised'],
    ['投资213.6亿|元|，', '投资217.6亿元，', 'revised'],
    ['建成|128|个，', '建成128余个，', 'revised'],
    ['增长|11.4%|，', '下降11.4%，', 'revised'],
    ['|增长|11.4%，', '增长11.9%，', 'revised'],
    ['同比|增长11.4%|，', '环比增长11.4%，', 'revised'],
    ['|近5万人|，', '不足5万人，', 'changed'],
    ['|合同金额壹仟贰佰万元|，', '合同金额叁仟贰佰万元，', 'revised'],
    ['|利润5.2%|，', '利润-5.2%，', 'revised'],
    ['|廿年|，', '卅年，', 'revised'],
    ['|俩人|，', '仨人，', 'revised'],
    ['结果——|5.2%|，', '结果——-5.2%，', 'revised'],
    ['|1/2|的县，', '1.2的县，', 'revised'],
    ['|2.5—3%|，', '2.5%—3%，', 'changed'],
    // what is no part of the claim
    ['同比|增长11.4%|，表示满意', '同比增长11.4%，表示不满', 'anchored'],
    ['|增长11.4%|，', '增长１１．４％，', 'normalised'],
    ['推动|统一|市场建设，', '推动统一大市场建设，', 'anchored'],
  ];
  for (const [marked, now, expected] of rows) {
    it(`${marked} is ${expected} as ${now}`, () => {
      assert.equal(reanchor(INTRO + marked + OTHER, INTRO + now + OTHER).split(' ')[0], expected);
    });
  }

  it('is what the given reader takes for one', () => {
    const target = describeTarget('甲地产量乙', { start: 2, end: 4 });
    const read = (text: string) => [{ start: 0, end: 1, value: text[0]!, unit: '', hedge: '', direction: '' }];
    assert.equal(new Anchorer('丙地产量乙', undefined, read).anchor(target).state, 'revised');
    assert.equal(new Anchorer('丙地产量乙').anchor(target).state, 'anchored');
  });
});

describe('what is written otherwise', () => {
  const TRADITIONAL =
    '新聞發布會於上午十時在新聞中心舉行，主持人介紹了出席的嘉賓。\n' +
    '上年全區糧食總產實現36.27億斤，同比增長5.2%，形成四個一體化格局，電力外送穩步增加。\n';
  it('is normalised in the other script', () => {
    assert.equal(
      reanchor(INTRO + MARKED.replaceAll('|', '').replace('电力外送', '|电力外送|'), TRADITIONAL),
      'normalised 68 電力外送',
    );
    assert.equal(reanchor(INTRO + MARKED, TRADITIONAL), 'normalised 49 同比增長5.2%');
  });
  it('is revised where the other script has another figure', () => {
    assert.match(reanchor(INTRO + MARKED, TRADITIONAL.replace('5.2', '5.3')), /^revised/);
  });
  it('is normalised in lines that are broken otherwise', () => {
    const wrapped = (INTRO + PARAGRAPH).replace(/(.{11})/gu, '$1\n');
    assert.match(
      reanchor(INTRO + PARAGRAPH.replace('形成四个一体化格局', '|形成四个一体化格局|'), wrapped),
      /^normalised/,
    );
  });
});

describe('a passage over a line end', () => {
  const ASKED = '记者：请问下一步怎么办？\n';
  const before = `他说，要把各项任务落到实处，让群众满|意。\n记|者：请问下一步怎么办？\n`;
  it('is found where the lines are broken otherwise', () => {
    assert.match(
      reanchor(INTRO + before, `${INTRO}他说，要把各项任务落到实处，让群众满意。\n\n　　${ASKED}`),
      /^normalised/,
    );
  });
  it('is not taken where another paragraph follows that begins alike', () => {
    const now = `他说，要把各项任务落到实处，让群众满意。\n记者感到，这里的变化很大，街道干净了。\n${OTHER}${ASKED}`;
    assert.doesNotMatch(reanchor(INTRO + before, INTRO + now), /^(anchored|moved|normalised)/);
  });
});

describe('a formula', () => {
  const answer = (name: string, words: string) =>
    `${name}：谢谢您的提问。这个问题很多人都关心，我来回答一下。${words}\n`;
  const first = answer('张三', '粮食产量已经连续多年稳定增长。');
  const second = answer('李四', '医疗保险的覆盖面继续扩大。');
  it('is not found in another answer when its own was deleted', () => {
    const marked = first.replace('谢谢您的提问', '|谢谢您的提问|');
    assert.doesNotMatch(
      reanchor(INTRO + marked + OTHER + second, INTRO + OTHER + second),
      /^(anchored|moved|normalised)/,
    );
    assert.doesNotMatch(reanchor(INTRO + marked + second, INTRO + second), /^(anchored|moved|normalised)/);
    const moved = LAST + INTRO + first + OTHER + second;
    assert.match(reanchor(INTRO + marked + OTHER + second, moved), /^moved/);
  });
  const ITEMS = ['一类学校', '二类学校', '三类学校', '四类学校'].map(
    (name, index) => `${index + 1}.${name}报名的：综合评定合格，并且体检合格（含补检）。\n`,
  );
  for (const words of ['综合评定合格', '体检合格', '（含补检）。', '含补检）。\n3.三类']) {
    it(`is not found in a list item beside the one that was deleted: ${JSON.stringify(words)}`, () => {
      const text = INTRO + ITEMS.join('') + OTHER;
      const start = text.indexOf(words, text.indexOf('2.二类'));
      const marked = `${text.slice(0, start)}|${words}|${text.slice(start + words.length)}`;
      const now = text.replace(ITEMS[1]!, '');
      for (const isSeen of [false, true])
        assert.doesNotMatch(reanchor(marked, now, isSeen), /^(anchored|moved|normalised)/);
      assert.match(reanchor(marked, `本网讯\n${text}`), /^moved/);
      assert.match(reanchor(marked, text), /^anchored/);
    });
  }
  it('is not what begins the text when its first line was deleted', () => {
    const next = '工程机械产业一向低调，同行却都知道它的分量。\n';
    const marked = `工|程机|械产业的困难何在\n${next}${OTHER}`;
    assert.doesNotMatch(reanchor(marked, next + OTHER), /^(anchored|moved|normalised)/);
  });
  it('is not found in a line that was another one in the text as last seen', () => {
    const marked = '他代表业内人士作了说明。\n中国|工程机械工业|协会会长表示，困难仍然不少。\n';
    const other = '中国工程机械工业协会秘书长认为，需求会继续增长。\n';
    const now = `他代表业内人士作了说明。\n${other}${LAST}`;
    assert.doesNotMatch(reanchor(marked + other + LAST, now, true), /^(anchored|moved|normalised)/);
  });
});

describe('a copy', () => {
  it('of a paragraph that stands where the original stood leaves open which is which', () => {
    const copied = INTRO + PARAGRAPH + LAST + PARAGRAPH + OTHER;
    assert.match(reanchor(INTRO + MARKED + OTHER, copied), /^ambiguous/);
  });
  it('of the whole text does so even if the text as last seen is known', () => {
    const text = INTRO + PARAGRAPH + OTHER;
    assert.match(reanchor(INTRO + MARKED + OTHER, text + text, true), /^ambiguous/);
  });
});

describe('a passage that reads the same elsewhere', () => {
  const paragraphs = (count: number) => Array.from({ length: count }, () => PARAGRAPH).join('');
  const at = (text: string, words: string, nth: number) => {
    let start = -1;
    for (let n = 0; n < nth; n++) start = text.indexOf(words, start + 1);
    return { start, end: start + words.length };
  };
  const three = INTRO + paragraphs(3) + OTHER;

  it('gets the number of its occurrence where whole paragraphs repeat, and is found by it', () => {
    const text = INTRO + paragraphs(9) + OTHER;
    const span = at(text, '形成四个', 5);
    const target = describeTarget(text, span);
    assert.equal(target.occurrence, '4/7'); // the first and the last are told by their neighbours
    assert.deepEqual(new Anchorer(text).anchor(target).span, span);
    const moved = new Anchorer(`本网讯\n${text}`).anchor(target);
    assert.equal(moved.state, 'moved');
    assert.equal(moved.span!.start, span.start + 4);
  });
  it('is ambiguous as soon as there are more or fewer', () => {
    const text = INTRO + paragraphs(9) + OTHER;
    const target = describeTarget(text, at(text, '形成四个', 5));
    for (const count of [3, 8, 10]) {
      assert.equal(new Anchorer(INTRO + paragraphs(count) + OTHER).anchor(target).state, 'ambiguous', String(count));
    }
  });
  it('gets more context where that tells', () => {
    const text = `${INTRO}第一，${PARAGRAPH}${LAST}第二，${PARAGRAPH}${OTHER}`;
    for (const nth of [1, 2]) {
      const span = at(text, '电力', nth);
      const target = describeTarget(text, span);
      assert.equal(target.occurrence, undefined);
      assert.equal(text.split(target.prefix + target.exact + target.suffix).length, 2);
      assert.deepEqual(new Anchorer(`本网讯\n${text}`).anchor(target).span, {
        start: span.start + 4,
        end: span.end + 4,
      });
    }
  });
  it('is ambiguous when a newer edition was pasted above, until the text as last seen decides', () => {
    const newer = (INTRO + PARAGRAPH + OTHER).replace('得到实惠', '得到更多实惠');
    const text = INTRO + PARAGRAPH + OTHER + LAST;
    const span = at(text, '同比增长', 1);
    const target = describeTarget(text, span);
    const now = `${newer}\n${text}`;
    assert.equal(new Anchorer(now).anchor(target).state, 'ambiguous');
    assert.deepEqual(new Anchorer(now, text).anchor(target).span, {
      start: span.start + newer.length + 1,
      end: span.end + newer.length + 1,
    });
  });
  it('is not asked about in a text that did not change', () => {
    for (let start = 0; start + 4 < three.length; start++) {
      const span = { start, end: start + 4 };
      assert.deepEqual(new Anchorer(three).anchor(describeTarget(three, span)).span, span, String(start));
    }
  });
});

it('a target never cuts a character in half', () => {
  const target = describeTarget(`${'𠮷'.repeat(40)}产量${'𠮷'.repeat(40)}`, { start: 80, end: 82 });
  assert.deepEqual([target.prefix, target.suffix], ['𠮷'.repeat(16), '𠮷'.repeat(16)]);
});

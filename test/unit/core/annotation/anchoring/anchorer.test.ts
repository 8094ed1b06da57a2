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

it('a target never cuts a character in half', () => {
  const target = describeTarget(`${'𠮷'.repeat(40)}产量${'𠮷'.repeat(40)}`, { start: 80, end: 82 });
  assert.deepEqual([target.prefix, target.suffix], ['𠮷'.repeat(16), '𠮷'.repeat(16)]);
});

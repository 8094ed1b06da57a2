import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchorAll } from '../../../../../src/core/annotation/anchoring/anchorAll';
import { Anchorer } from '../../../../../src/core/annotation/anchoring/anchorer';
import type { Annotation } from '../../../../../src/core/annotation/annotation';
import { type Followed, follow } from '../../../../../src/core/annotation/following/follow';
import { beginFollowing, carryOver, judge, needsRecording } from '../../../../../src/core/annotation/following/judge';
import { LineStarts, type Replacement } from '../../../../../src/core/annotation/following/lineStarts';
import { describeTarget } from '../../../../../src/core/annotation/target';
import { normaliseText } from '../../../../../src/core/text/normalise';

/** A text in which annotations are followed, as an editor would do it. */
class Editing {
  text: string;
  lines: LineStarts;
  followed: readonly Followed[];

  /** The passages stand between `|`. */
  constructor(marked: string) {
    const pieces = marked.split('|');
    this.text = pieces.join('');
    this.lines = LineStarts.of(this.text);
    let at = 0;
    const passages: Followed[] = [];
    for (const [index, piece] of pieces.entries()) {
      if (index % 2 === 1) passages.push(this.begin(String(index), at, at + piece.length));
      at += piece.length;
    }
    this.followed = passages;
  }

  private begin(id: string, start: number, end: number): Followed {
    const annotation: Annotation = { id, tags: [], target: describeTarget(this.text, { start, end }) };
    return beginFollowing(this.text, annotation, new Anchorer(this.text).anchor(annotation.target));
  }

  replace(words: string, by: string): this {
    const start = this.text.indexOf(words);
    assert.ok(start >= 0, words);
    return this.edit({ start, end: start + words.length, text: by });
  }

  edit({ start, end, text }: { start: number; end: number; text: string }): this {
    const range = { start: this.lines.place(start), end: this.lines.place(end) };
    const { edits, lines } = this.lines.apply([{ range, text }]);
    this.followed = follow(this.followed, edits);
    this.lines = lines;
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
    return this;
  }

  get judged(): string {
    return this.followed
      .map((each) => {
        const { state, place, proposals, isEdited } = judge(this.text, each);
        const span = place ?? proposals[0];
        return `${state}${isEdited ? ' edited' : ''}${place ? '' : ' ?'} ${span ? this.text.slice(span.start, span.end) : ''}`;
      })
      .join('; ');
  }
}

const LEAD = '会议通报了全年的情况并回答了记者的提问。\n';

describe('following edits', () => {
  const cases: [string, string, string, string, string][] = [
    ['a word inside', '|全省煤炭产量稳步增长|。', '稳步', '较快', 'anchored edited 全省煤炭产量较快增长'],
    ['a financial numeral', '合同|金额壹仟贰佰万元|。', '壹', '叁', 'revised edited ? 金额叁仟贰佰万元'],
    ['a sign', '利润|增长5.2%|。', '5.2', '-5.2', 'revised edited ? 增长-5.2%'],
    ['a sign behind a dash', '结果——|5.2%|。', '5.2', '-5.2', 'revised edited ? -5.2%'],
    ['a numeral of people', '派出|俩人|。', '俩', '仨', 'revised edited ? 仨人'],
    ['a separator', '|共1,193户|。', '1,193', '1.193', 'revised edited ? 共1.193户'],
    ['a fraction', '|约占1/2左右|。', '1/2', '1.2', 'revised edited ? 约占1.2左右'],
    ['an old numeral', '|廿年来|变化很大。', '廿', '卅', 'revised edited ? 卅年来'],
    ['a range behind it', '|增长11.4%|，', '，', '—12%，', 'revised edited ? 增长11.4%'],
    ['the currency behind it', '投资|213.6亿|元。', '元', '美元', 'revised edited ? 213.6亿'],
    ['the hedge behind it', '建成|128|个。', '个', '余个', 'revised edited ? 128'],
    ['the word that governs it', '增长|11.4%|。', '增长', '下降', 'revised edited ? 11.4%'],
    ['its width', '|增长5.2%|。', '5.2', '５．２', 'anchored edited 增长５．２%'],
    ['words further off', '|增长5.2%|，他表示满意。', '满意', '不满', 'anchored 增长5.2%'],
    ['more than half of it', '|推动煤炭清洁高效利用|。', '煤炭清洁高效利', '', 'changed edited ? 推动用'],
    ['less than half of it', '|推动煤炭清洁高效利用|。', '高效', '', 'anchored edited 推动煤炭清洁利用'],
    ['words into it', '|推动利用|。', '利用', '煤炭等能源清洁高效利用', 'anchored edited 推动煤炭等能源清洁高效利用'],
  ];
  for (const [name, marked, words, by, expected] of cases) {
    it(`sees ${name} changed`, () => {
      const editing = new Editing(LEAD + marked).replace(words, by);
      assert.equal(editing.judged, expected);
    });
  }

  it('forgets what was undone', () => {
    const editing = new Editing(`${LEAD}利润|增长11.4%|，|推动煤炭清洁高效利用|。`);
    const before = editing.judged;
    editing.replace('11.4', '9').replace('煤炭清洁高效利', '');
    assert.match(editing.judged, /revised.*changed/);
    editing.replace('9', '11.4').replace('推动', '推动煤炭清洁高效利');
    assert.equal(editing.judged, before);
  });

  it('has a passage again as it was when what was replaced over its ends, or deleted there, is undone', () => {
    for (const [words, by] of [
      ['。\n记者', '！'],
      ['队伍如何', '水平'],
      ['者：管水员的队伍如', ''],
      ['如何？', ''],
      ['。\n记', ''],
    ] as const) {
      const editing = new Editing(`${LEAD}汇报供水情况。\n|记者：管水员的队伍如|何？\n厅长：很好。\n`);
      const [before, { text }] = [editing.judged, editing];
      const start = text.lastIndexOf(words);
      editing.edit({ start, end: start + words.length, text: by });
      assert.notEqual(editing.judged, before);
      editing.edit({ start, end: start + by.length, text: words });
      assert.deepEqual([editing.judged, editing.text], [before, text]);
    }
  });

  it('loses what a great replacement cut off', () => {
    const editing = new Editing(`${LEAD.repeat(8)}甲|乙丙丁戊|己`);
    editing.edit({ start: 20, end: editing.text.indexOf('丙'), text: '' });
    assert.equal(editing.judged, 'orphaned ? ');
  });

  const replacements = fc.array(
    fc.record({
      skip: fc.nat(8),
      length: fc.nat(4),
      text: fc.string({ unit: fc.constantFrom('甲', '乙', '\n', '\r\n'), maxLength: 5 }),
    }),
    { maxLength: 6 },
  );
  const documents = fc.string({ unit: fc.constantFrom('丙', '丁', '\n'), maxLength: 60 });

  it('turns what an editor tells into edits of the text with LF, many at once', () => {
    fc.assert(
      fc.property(documents, replacements, fc.boolean(), (text, parts, reversed) => {
        const lines = LineStarts.of(text);
        const told: Replacement[] = [];
        let expected = '';
        let at = 0;
        for (const { skip, length, text: words } of parts) {
          const start = at + skip + 1;
          const end = start + length;
          if (end > text.length) break;
          expected += text.slice(at, start) + normaliseText(words);
          told.push({ range: { start: lines.place(start), end: lines.place(end) }, text: words });
          at = end;
        }
        expected += text.slice(at);
        const applied = lines.apply(reversed ? told.reverse() : told);
        let now = text;
        for (const { start, oldEnd, newEnd } of applied.edits) {
          now = now.slice(0, start) + expectedWords(start, newEnd) + now.slice(oldEnd);
        }
        assert.equal(now.length, expected.length);
        assert.deepEqual(applied.lines, LineStarts.of(expected));

        function expectedWords(start: number, newEnd: number): string {
          return '?'.repeat(newEnd - start);
        }
      }),
    );
  });
});

describe('recording what was followed', () => {
  const PARAGRAPH = '上年全区粮食生产再获丰收，电力外送稳步增加，群众得到了实惠。\n';
  const MARKED = PARAGRAPH.replace('电力外送', '|电力外送|');
  const recorded = (editing: Editing) =>
    editing.followed.map((each) => needsRecording(editing.text, each, new Anchorer(editing.text)));

  it('leaves a passage alone that will be found', () => {
    const editing = new Editing(LEAD + MARKED).edit({ start: 0, end: 0, text: '本网讯\n' });
    assert.deepEqual(recorded(editing), [false]);
  });
  it('tells of passages that read the same where the text around them was edited, and their targets would leave one in doubt', () => {
    const slogan = '“务求实效、勇争一流”';
    const marked = (before: string, behind: string) => `${before}${slogan.replace(/[^“”]+/u, '|$&|')}${behind}\n`;
    const lines = [
      marked('记者：林主任，您在镇上干了十多年，头一个问题想问问您怎么看', '这句话。'),
      marked('林主任：', '，最早写在水库加固那一年的工作报告里，后来全镇上下都这么讲。'),
      marked('记者：入夏以后防汛指挥部开了好几次会，每次都要讲一遍', '。为什么这样强调？'),
      marked('林主任：汛期不等人，堤防、泵站和物资要一样一样地对，所以把', '印在了每个值班室的墙上。'),
    ];
    const editing = new Editing(lines.join('')).replace('加固那一年', '除险加固完工的那一年');
    const targets = editing.followed.map(({ annotation: { target } }) => target);
    const found = anchorAll(editing.text, targets).map(({ span }) => span?.start);
    const wrong = editing.followed.map(({ place }, index) => found[index] !== place?.start);
    assert.ok(wrong.includes(true), 'nobody who reads the targets alone is in doubt');
    const told = recorded(editing);
    assert.ok(wrong.every((isWrong, index) => !isWrong || told[index]));
    const described = editing.followed.map(({ annotation: { target }, place }, index) =>
      told[index] && place ? describeTarget(editing.text, place) : target,
    );
    const again = anchorAll(editing.text, described).map(({ span }) => span?.start);
    assert.deepEqual(
      again,
      editing.followed.map(({ place }) => place?.start),
    );
  });
  it('tells of new words', () => {
    assert.deepEqual(recorded(new Editing(LEAD + MARKED).replace('外送', '送出')), [true]);
  });
  it('tells of a copy that would be taken for the passage, so that the passage is found', () => {
    const editing = new Editing(LEAD + MARKED);
    editing.edit({ start: LEAD.length, end: LEAD.length, text: PARAGRAPH });
    assert.deepEqual(recorded(editing), [true]);
    const place = editing.followed[0]!.place!;
    const target = describeTarget(editing.text, place);
    assert.deepEqual(new Anchorer(editing.text).anchor(target).span, place);
  });
  it('leaves a changed figure to a person', () => {
    assert.deepEqual(recorded(new Editing(`${LEAD}利润|增长5.2%|。`).replace('5.2', '5.3')), [false]);
  });

  it('carries over what is edited while a person edits, and what was recorded', () => {
    const editing = new Editing(LEAD + MARKED).replace('外送', '送出');
    const [followed] = editing.followed;
    const carried = (annotation: Annotation, isDirty: boolean, target?: Annotation['target']) =>
      carryOver(editing.text, editing.followed, [annotation], {
        isDirty,
        recorded: new Map(target ? [[annotation.id, target]] : []),
      })[0]?.words;
    assert.equal(carried(followed!.annotation, true), '电力外送');
    assert.equal(carried(followed!.annotation, false), undefined);
    const target = describeTarget(editing.text, followed!.place!);
    assert.equal(carried({ ...followed!.annotation, target }, false, target), '电力送出');
    assert.equal(carried({ ...followed!.annotation, target }, false), undefined);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asWritten } from '../../../../src/core/text/asWritten';
import { ReadingText, readingOf } from '../../../../src/core/text/readingText';
import { anyCharacter } from '../../../runs';

describe('the reading text', () => {
  const cases: [why: string, written: string, read: string][] = [
    ['one script', '陳部長：臺灣農業就業人口約52萬人，貳拾億', '陈部长：台湾农业就业人口约52万人，贰拾亿'],
    ['marks of Chinese', '推出"面食贷",利率3.65%.合格率99.3', '推出“面食贷”，利率3.65%。合格率99.3'],
    ['marks behind numbers', '1.问:有3.5万户,对吗?', '1.问：有3.5万户，对吗？'],
    ['Latin text', '1,100 users; see e.g. https://a.example', '1,100 users; see e.g. https://a.example'],
    ['one width', '增长１２．５％，共１，１９３户', '增长12.5%，共1,193户'],
    ['mathematical digits', '增长𝟏𝟐.𝟓%', '增长12.5%'],
    ['radicals and compatibility ideographs', '⻓期⾼质量，⽔利', '长期高质量，水利'],
    ['what is invisible', '张某\u200b：共21\u00ad3.6亿元\ufe0f', '张某：共213.6亿元'],
    ['line ends and page breaks', '甲\u2028乙\u0085丙\f丁', '甲\n乙\n丙\n丁'],
    ['colons', '局長︰好﹕對∶是', '局长：好：对：是'],
    ['ratios', '由4∶1到1 : 18', '由4:1到1:18'],
    ['blanks around units', '共 247 家，1.6 万亿 美元，超过 50 %', '共247家，1.6万亿美元，超过50%'],
    ['blanks around signs', '增速为 - 0.3%，15 - 25 度', '增速为-0.3%，15-25度'],
    ['blanks before numerals', '超过 一百三十项', '超过一百三十项'],
    ['zeros', '二○一九年，○○公司', '二〇一九年，○○公司'],
    ['digits stay apart', '表 3 5 7', '表3 5 7'],
    ['cells stay apart', '煤炭\t12\t3.5\n钢  5', '煤炭\t12\t3.5\n钢  5'],
    ['a stamp stays apart', '陈某 10:05:23', '陈某 10:05:23'],
    ['a number of a line stays apart', '3 个人申请', '3 个人申请'],
    ['tags', '<p style="margin: 0.5cm">共21家</p><br/>甲<乙，<v 何某>好', '共21家甲<乙，<v 何某>好'],
    ['superscripts, enclosed numbers, fractions', '10²公里①5个⒈5亿½', '10²公里①5个⒈5亿½'],
  ];
  for (const [why, written, read] of cases) it(`has ${why}`, () => assert.equal(readingOf(written), read));

  /** Text in which everything that is folded is likely. */
  const anyText = fc
    .array(
      fc.oneof(
        fc.constantFrom(...'約 3５.，,:：∶-－%"“”『\u200b\u00ad\u2028\t\u3000 萬億台⻓⼀二○'),
        fc.constantFrom('𝟏', '𠮷', '\u{e0101}', '  ', '1 2'),
        fc.string({ unit: anyCharacter, maxLength: 3 }),
      ),
    )
    .map((parts) => parts.join(''));

  it('leads back to whole characters that read the same', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (source, a, b) => {
        const reading = ReadingText.of(source);
        const [start, end] = [a % (reading.text.length + 1), b % (reading.text.length + 1)].sort((x, y) => x - y);
        const span = reading.toSource({ start: start!, end: end! });
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= source.length);
        if (start === end) return;
        const before = reading.toSource({ start: 0, end: start! });
        assert.ok(before.end <= span.start, 'spans keep their order');
        const halves = /^[\udc00-\udfff]|[\ud800-\udbff]$/;
        const inside = reading.text.slice(start, end);
        if (!halves.test(inside)) assert.doesNotMatch(source.slice(span.start, span.end), halves);
      }),
    );
  });

  it('leads back to both halves of a last character', () => {
    assert.deepEqual(ReadingText.of('𝟏').toSource({ start: 0, end: 1 }), { start: 0, end: 2 });
  });

  it('keeps what is read already, and never joins digits', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const read = readingOf(source);
        const runs = (text: string) => text.match(/\d+/g)?.join(' ');
        const digits = source.replace(/[\u00ad\u200b\ufeff]/g, '');
        assert.ok(read.length <= source.length);
        if (/^[\d ,.]*$/.test(digits)) assert.equal(runs(read), runs(digits));
      }),
    );
  });

  it('gives names back in the script of the document', () => {
    assert.equal(asWritten('陈慕真', '陳部長慕真'), '陳慕真');
    assert.equal(asWritten('部长', '陳部長慕真'), '部長');
    assert.equal(asWritten('林某', '林某书记'), '林某');
  });
});

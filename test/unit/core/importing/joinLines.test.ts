import assert from 'node:assert/strict';
import { joinLines } from '../../../../src/core/importing/joinLines';

const WIDTH = 12;

/** Lines as they are set in a column of twelve characters; a full-width blank is an indent. Returns the paragraphs. */
function paragraphs(...lines: string[]): string[] {
  const flow = lines.map((line) => {
    const text = line.trimStart();
    const indent = line.length - text.length;
    return { text, indent, room: WIDTH - line.length, gap: 0, size: 1 };
  });
  const joined: string[] = [];
  joinLines(flow).forEach((joins, index) => {
    if (joins) joined.push(joined.pop()! + flow[index]!.text);
    else joined.push(flow[index]!.text);
  });
  return joined;
}

describe('lines of a column', () => {
  const start = ['　　今年粮食产量增加，质', '量也好。', '　　去年也是这样。'];
  const first = ['今年粮食产量增加，质量也好。', '去年也是这样。'];

  it('are paragraphs of their own where each is set in, and one where a whole passage is', () => {
    const heads = ['　　经济发展和保安事务会', '　　逐字记录的节录第三部'];
    assert.deepEqual(paragraphs(...start, ...heads), [...first, '经济发展和保安事务会', '逐字记录的节录第三部']);
    const quotation = [
      '　　各地要抓好秋收工作抓',
      '　　好农民增收的工作抓好',
      '　　农田建设做好防灾减灾',
      '　　和其他工作。',
    ];
    assert.deepEqual(paragraphs(...start, '他说', ...quotation), [
      ...first,
      '他说',
      '各地要抓好秋收工作抓好农民增收的工作抓好农田建设做好防灾减灾和其他工作。',
    ]);
  });

  it('go on behind a full line that ends a sentence, unless a speaker or a number begins there', () => {
    const full = '粮食产量今年又有增加了。';
    assert.deepEqual(paragraphs('请问今年产量增加多少呢请', '介绍。', full, '质量也好。'), [
      '请问今年产量增加多少呢请介绍。',
      `${full}质量也好。`,
    ]);
    assert.deepEqual(paragraphs('请问今年产量增加多少呢请', '介绍。', full, '主持人：谢谢。'), [
      '请问今年产量增加多少呢请介绍。',
      full,
      '主持人：谢谢。',
    ]);
  });

  it('go on behind a short line that ends in a comma or in the middle of a figure', () => {
    assert.deepEqual(paragraphs('今年的粮食产量，', '比去年增加。'), ['今年的粮食产量，比去年增加。']);
    assert.deepEqual(paragraphs('产量达到386.', '5亿斤。'), ['产量达到386.5亿斤。']);
  });

  it('take no number of a page for a part of a figure', () => {
    assert.deepEqual(paragraphs('每小时处理的货车可以有', '立法会二〇二六年一月四日', '18', '620架次。'), [
      '每小时处理的货车可以有立法会二〇二六年一月四日',
      '18',
      '620架次。',
    ]);
  });
});

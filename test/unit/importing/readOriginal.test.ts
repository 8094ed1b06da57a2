import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { type ImportedLine, keptText } from '../../../src/core/importing/importedLine';
import type { Original } from '../../../src/importing/original';
import { readOriginal } from '../../importing/importing';
import { makeDocx, noteMark, paragraph, table } from '../../importing/makeDocx';
import { makeMht, toGbk } from '../../importing/makeMht';
import { AROUND, makePage } from '../../importing/makePage';
import { makePdf } from '../../importing/makePdf';
import { typeset } from '../../importing/typeset';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (name: string, content: Uint8Array | string): Promise<Original> =>
  readOriginal(name, typeof content === 'string' ? utf8(content) : content);
const kept = (lines: readonly ImportedLine[]): string[] => keptText(lines).trimEnd().split('\n');
const dropped = (lines: readonly ImportedLine[]): [string, string][] =>
  lines.flatMap(({ text, dropped: reason }) => (reason === undefined ? [] : [[text, reason] as [string, string]]));
const faultOf = async (name: string, content: Uint8Array | string): Promise<string> =>
  read(name, content).then(
    ({ lines }) => `read: ${kept(lines)[0]}`,
    (error: { fault?: string }) => error.fault ?? String(error),
  );

const PARAGRAPHS = [
  '云江日报记者：今年全省粮食产量预计达到多少？请介绍一下秋收的进展，以及下一步的打算。',
  '林知远厅长：谢谢您的提问。预计全年粮食产量达到386.5亿斤，比上年增加4.2亿斤，增长1.1%。',
  '林知远厅长表示，今年围绕“三增一减”，即增面积、增单产、增效益，减损耗，全省落实播种面积5120万亩。',
];
const FACTS = {
  title: '秋粮生产新闻发布会实录',
  url: 'https://example.com/qiu.html',
  date: '2025-09-18',
  outlet: '云江日报',
};

describe('a web page', () => {
  it('gives its article, and tells all that was around it', async () => {
    const { lines, facts, leftAlone } = await read('a.html', makePage(PARAGRAPHS, FACTS));
    assert.deepEqual(kept(lines).slice(0, 1), [FACTS.title]);
    assert.deepEqual(kept(lines).slice(-3), PARAGRAPHS);
    const told = dropped(lines)
      .map(([text]) => text)
      .join('\n');
    for (const words of AROUND.flatMap((line) => line.split(/ > | /u))) assert.ok(told.includes(words), words);
    assert.deepEqual(facts, FACTS);
    assert.deepEqual(leftAlone, ['scripts']);
    assert.ok(!lines.some(({ text }) => text.includes('没有这句话')));
    const reasons = new Map(dropped(lines));
    assert.equal(reasons.get(AROUND[2]), 'sharing');
    assert.equal(reasons.get(AROUND[3]), 'legal');
    assert.equal(reasons.get('看不见的一行字。'), 'hidden');
    assert.equal(reasons.get('云江省召开水利工作会议'), 'links');
  });

  it('has no day that there is not, whatever its head says', async () => {
    const html = makePage(PARAGRAPHS, FACTS).replace(`content="${FACTS.date} 10:20"`, 'content="2025-13-45 10:20"');
    const { facts } = await read('a.html', html);
    assert.equal(facts.date, FACTS.date); // the one under its title
  });

  it('is read in the encoding that it declares, and in one that it does not', async () => {
    // 云江 in GB18030 and in Big5 (雲江)
    const page = (charset: string, bytes: number[]) =>
      Buffer.concat([
        Buffer.from(`<html><head>${charset}</head><body><p>`, 'latin1'),
        Buffer.from(bytes),
        Buffer.from('</p></body></html>', 'latin1'),
      ]);
    const gbk = await read('a.html', page('<meta charset="gb2312">', [0xd4, 0xc6, 0xbd, 0xad]));
    const big5 = await read('a.html', page('<meta charset=big5>', [0xb6, 0xb3, 0xa6, 0xbf]));
    const unsaid = await read('a.html', page('', [0xd4, 0xc6, 0xbd, 0xad]));
    assert.deepEqual(
      [gbk, big5, unsaid].map(({ lines }) => kept(lines)),
      [['云江'], ['雲江'], ['云江']],
    );
  });

  it('keeps the rows of tables, with tabs', async () => {
    const rows =
      '<table><tr><th>地区</th><th>产量（亿斤）</th></tr><tr><td><p>云江</p></td><td>386.5</td></tr></table>';
    const { lines } = await read(
      'a.htm',
      makePage(PARAGRAPHS, FACTS).replace('</div>\n<p class="editor">', `${rows}$&`),
    );
    assert.deepEqual(kept(lines).slice(-2), ['地区\t产量（亿斤）', '云江\t386.5']);
  });

  it('is read where it is nested without end', async () => {
    const deep = `${'<div>'.repeat(20_000)}${PARAGRAPHS[0]}${'</div>'.repeat(20_000)}`;
    assert.deepEqual(kept((await read('a.html', deep)).lines), [PARAGRAPHS[0]]);
  });

  it('saved as one file is read like the page, with the address it came from', async () => {
    const html = makePage(PARAGRAPHS, FACTS).replace(/<link[^>]*>/u, '');
    const url = 'https://example.com/saved.html';
    const frame = { type: 'text/html', content: '<html><body><p>框里的广告，欢迎前来咨询。</p></body></html>' };
    const style = { type: 'text/css', content: 'p { color: red }' };
    const expected = kept((await read('a.html', html)).lines);
    for (const charset of ['utf-8', 'gbk', 'gb2312'] as const)
      for (const encoding of ['quoted-printable', 'base64', '8bit'] as const)
        for (const isStated of [true, false])
          for (const isSingle of [true, false]) {
            const page = html.replace('charset="utf-8"', `charset="${charset}"`);
            const options = { charset, encoding, isStated, isSingle, url, others: [style, frame] };
            const { lines, facts } = await read('a.mht', makeMht(page, options));
            assert.deepEqual(kept(lines), expected, JSON.stringify(options));
            assert.deepEqual(facts, { ...FACTS, url });
          }
  });

  it('saved with a folder is read alone: nothing beside it is opened', async () => {
    const html = makePage(PARAGRAPHS, FACTS)
      .replace(/<link[^>]*>/u, '<link rel="stylesheet" href="./page_files/a.css">')
      .replace('<html>', '<!-- saved from url=(0032)https://example.com/folder.html -->\r\n<html>')
      .replace('<div class="content">', '$&<img src="./page_files/1.jpg"><iframe src="./page_files/x.html"></iframe>');
    const { lines, facts, leftAlone } = await read('page.htm', toGbk(html.replace('utf-8', 'gb2312')));
    assert.deepEqual(kept(lines).slice(-3), PARAGRAPHS);
    assert.deepEqual([facts.url, leftAlone], ['https://example.com/folder.html', ['scripts']]);
  });
});

describe('a Word document', () => {
  it('gives its paragraphs, rows and notes; heads, remarks and what was struck out are told', async () => {
    const deletion =
      '<w:p><w:del><w:r><w:delText>删去的话</w:delText></w:r></w:del><w:r><w:t>留下的话。</w:t></w:r></w:p>';
    const body = [
      paragraph(PARAGRAPHS[0]!),
      paragraph(PARAGRAPHS[1]!, noteMark(1)),
      table([
        ['地区', '产量'],
        ['云江', '386.5'],
      ]),
      deletion,
    ].join('');
    const options = { title: '秋粮发布会', header: '内部资料', notes: ['不含薯类。'], comments: ['请核对数字'] };
    const { lines, facts, leftAlone } = await read('a.docx', makeDocx(body, options));
    assert.deepEqual(kept(lines), [
      PARAGRAPHS[0],
      `${PARAGRAPHS[1]}[1]`,
      '地区\t产量',
      '云江\t386.5',
      '留下的话。',
      '[1] 不含薯类。',
    ]);
    assert.deepEqual(dropped(lines), [
      ['内部资料', 'pageHead'],
      ['请核对数字', 'comment'],
      ['删去的话', 'deleted'],
    ]);
    assert.deepEqual([facts, leftAlone], [{ title: '秋粮发布会' }, []]);
  });

  it('has the numbers that Word counts for its lists', async () => {
    const level = (depth: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%2.')}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '●')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="8"/></w:num></w:numbering>`;
    const styles =
      '<w:styles><w:style w:type="paragraph" w:styleId="H"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>';
    const item = (text: string, properties: string) =>
      `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const number = (list: number, depth: number) =>
      `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`;
    const body = [
      item('抓面积', '<w:pStyle w:val="H"/>'),
      item('落实责任', number(3, 1)),
      item('补贴到户', number(3, 1)),
      item('抓单产', number(3, 0)),
      item('良种', number(3, 1)),
      item('不编号', number(4, 0)),
    ].join('');
    const parts = { 'word/numbering.xml': numbering, 'word/styles.xml': styles };
    const { lines } = await read('a.docx', makeDocx(body, { parts }));
    assert.deepEqual(kept(lines), ['一、抓面积', '1. 落实责任', '2. 补贴到户', '二、抓单产', '1. 良种', '不编号']);
  });

  it('leaves macros and pictures alone, and says so', async () => {
    const parts = { 'word/vbaProject.bin': new Uint8Array(100), 'word/media/image1.png': new Uint8Array(100) };
    const { lines, leftAlone } = await read('a.docm', makeDocx(paragraph(PARAGRAPHS[0]!), { parts }));
    assert.deepEqual([kept(lines), leftAlone], [[PARAGRAPHS[0]], ['macros', 'pictures']]);
  });
});

describe('a PDF', () => {
  const pages = typeset(PARAGRAPHS, { size: 14, indent: 2 });

  it('has the title that it states only where its first page says the same', async () => {
    const titled = typeset([FACTS.title, ...PARAGRAPHS], { size: 12, title: true });
    assert.equal((await read('a.pdf', makePdf(titled, { title: FACTS.title }))).facts.title, FACTS.title);
    assert.equal((await read('a.pdf', makePdf(titled, { title: 'Microsoft Word - 文档1' }))).facts.title, FACTS.title);
    assert.equal((await read('a.pdf', makePdf(pages, { title: 'Microsoft Word - 文档1' }))).facts.title, undefined);
  });

  it('puts notes at the foot of a page to the end, and keeps tables as rows', async () => {
    const [page] = typeset(PARAGRAPHS, { size: 12, indent: 2 });
    const note = { text: '① 不含薯类和大豆。', x: 72, y: 740, size: 8 };
    const cells = ['地区', '产量', '云江', '386.5', '澜江', '120.4'].map((text, index) => ({
      text,
      x: 72 + (index % 2) * 200,
      y: 400 + Math.floor(index / 2) * 22,
      size: 12,
    }));
    const { lines } = await read('a.pdf', makePdf([[note, ...page!, ...cells]]));
    assert.deepEqual(kept(lines), [...PARAGRAPHS, '地区\t产量', '云江\t386.5', '澜江\t120.4', note.text]);
  });

  it('is read past a damaged character map that gives a million codes one range', async () => {
    const whole = Buffer.from(makePdf(pages)).toString('latin1');
    const damaged = whole.replace('<ff00> <ffff> <ff00>', '<e00> <ffeff> <fe00>');
    assert.notEqual(damaged, whole);
    assert.deepEqual(kept((await read('a.pdf', Buffer.from(damaged, 'latin1'))).lines), PARAGRAPHS);
  });

  it('tells pages without text', async () => {
    const { leftAlone } = await read('a.pdf', makePdf([...pages, []]));
    assert.deepEqual(leftAlone, ['pagesWithoutText']);
  });
});

describe('subtitles', () => {
  it('give sentences and speakers, without numbers and times', async () => {
    const srt = [
      '1\r\n00:00:01,000 --> 00:00:03,000\r\n主持人：各位记者朋友\r\n',
      '2\r\n00:00:03,000 --> 00:00:05,000\r\n<i>大家上午好。</i>\r\n',
      '3\r\n00:00:05,000 --> 00:00:07,500\r\n林知远：产量达到\r\n386.5亿斤\r\n',
    ].join('\r\n');
    const { lines, kind } = await read('a.srt', srt);
    assert.equal(kind, 'subtitles');
    assert.deepEqual(kept(lines), ['主持人：各位记者朋友大家上午好。', '林知远：产量达到386.5亿斤']);
    assert.equal(dropped(lines).filter(([, reason]) => reason === 'cue').length, 6);
    const vtt =
      'WEBVTT\n\nNOTE 说明\n\n00:01.000 --> 00:04.000\n<v 林知远>谢谢您的提问。\n\n00:04.000 --> 00:06.000\n谢谢您的提问。\n下一个问题。\n';
    const rolled = await read('a.vtt', vtt);
    assert.deepEqual(kept(rolled.lines), ['林知远：谢谢您的提问。', '下一个问题。']);
  });

  it('go on over a pause within a cue, name a voice once, and tell a speaker by a dash or where no sentence has marks', async () => {
    const cue = (from: number, to: number, words: string) =>
      `00:00:${String(from).padStart(2, '0')}.000 --> 00:00:${String(to).padStart(2, '0')}.000\n${words}\n\n`;
    const text = async (cues: string) => kept((await read('a.vtt', `WEBVTT\n\n${cues}`)).lines);
    assert.deepEqual(
      await text(cue(5, 7, '林知远：围绕三增一减：增面积、\n增单产、增效益，') + cue(7, 9, '减损耗：产量增加。')),
      ['林知远：围绕三增一减：增面积、增单产、增效益，减损耗：产量增加。'],
    );
    assert.deepEqual(
      await text(
        cue(1, 3, '<v 林知远>预计全年产量') + cue(3, 5, '<v 林知远>达到386.5亿斤。') + cue(5, 6, '<v 记者>谢谢。'),
      ),
      ['林知远：预计全年产量达到386.5亿斤。', '记者：谢谢。'],
    );
    assert.deepEqual(await text(cue(1, 3, '- 增加了吗\n- 增加了')), ['增加了吗', '增加了']);
    assert.deepEqual(await text(cue(1, 3, '记者：产量增加了吗') + cue(3, 5, '林知远：增加了')), [
      '记者：产量增加了吗',
      '林知远：增加了',
    ]);
  });
});

describe('originals that cannot be read', () => {
  const docx = makeDocx(paragraph('一'));

  it('are each refused with their own reason', async () => {
    const compound = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(500).fill(0)]);
    const encrypted = Buffer.from(makePdf(typeset(PARAGRAPHS)))
      .toString('latin1')
      .replace(
        '/Root 1 0 R',
        `/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
      );
    const entities =
      '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>';
    const bomb = makeDocx('', { parts: { 'word/styles.xml': new Uint8Array(64_000_001) } });
    const lying = Buffer.from(makeDocx('', { parts: { 'word/styles.xml': new Uint8Array(5_000_000) } }));
    // the directory of the archive says that each part has a thousand bytes
    for (let at = 0; at + 46 < lying.length; at++) {
      if (lying.readUInt32LE(at) === 0x02014b50) lying.writeUInt32LE(1000, at + 24);
      if (lying.readUInt32LE(at) === 0x04034b50) lying.writeUInt32LE(1000, at + 22);
    }
    const laughs =
      '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document>&b;</w:document>';
    const expected: [string, Uint8Array | string, string][] = [
      ['a.docx', lying, 'damaged'],
      ['a.docx', makeDocx('', { parts: { 'word/document.xml': laughs } }), 'entities'],
      ['a.docx', compound, 'password'],
      ['a.docx', docx.subarray(0, docx.length - 40), 'damaged'],
      ['a.docx', 'no zip at all', 'damaged'],
      ['a.docx', makeDocx('', { parts: { 'word/document.xml': entities } }), 'entities'],
      ['a.docx', makeDocx('', { parts: { 'word/document.xml': '<w:document><w:body>' } }), 'damaged'],
      ['a.docx', makeDocx('<w:p/>'), 'empty'],
      ['a.docx', bomb, 'tooLarge'],
      ['a.docx', new Uint8Array(40_000_001), 'tooLarge'],
      ['a.pdf', Buffer.from(encrypted, 'latin1'), 'password'],
      ['a.pdf', makePdf([[]], { scanned: true }), 'scanned'],
      ['a.pdf', '%PDF-1.7\nand nothing that a PDF has', 'damaged'],
      ['a.txt', '', 'empty'],
      ['a.txt', ' \n\n', 'empty'],
      ['a.txt', randomBytes(4000), 'damaged'],
      ['a.txt', '{\\rtf1 x}', 'unknownKind'],
      ['a.doc', compound, 'unknownKind'],
      ['a.html', '<html><body><script>1</script></body></html>', 'empty'],
      ['a.mht', 'MIME-Version: 1.0\r\n\r\n', 'empty'],
    ];
    for (const [name, content, fault] of expected) {
      const start = String(content.slice(0, 40));
      assert.equal(await faultOf(name, content), fault, `${name} ${start}`);
    }
  });

  it('are never anything but refused, however they are damaged', async () => {
    const seed = randomBytes(4).readUInt32LE();
    let state = seed;
    const random = (below: number) => {
      state = (state * 1_664_525 + 1_013_904_223) >>> 0;
      return state % below;
    };
    const files: [string, Uint8Array][] = [
      ['a.docx', docx],
      ['a.pdf', makePdf(typeset(PARAGRAPHS))],
      ['a.html', utf8(makePage(PARAGRAPHS, FACTS))],
    ];
    for (let round = 0; round < 60; round++) {
      const [name, good] = files[round % files.length]!;
      const bytes = good.slice(0, random(4) === 0 ? random(good.length) : good.length);
      for (let change = random(30); change >= 0 && bytes.length > 0; change--)
        bytes[random(bytes.length)] = random(256);
      const result = await faultOf(name, bytes);
      assert.match(
        result,
        /^(?:read: |unknownKind$|empty$|scanned$|password$|damaged$|tooLarge$|entities$)/u,
        `seed ${seed}`,
      );
    }
  });

  it('are given up when people cancel', async () => {
    const bytes = makePdf(typeset(PARAGRAPHS));
    const controller = new AbortController();
    controller.abort();
    await assert.rejects(readOriginal('a.pdf', bytes, controller.signal), { fault: 'cancelled' });
  });
});

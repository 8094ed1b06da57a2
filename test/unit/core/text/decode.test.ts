import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode, decodeUtf8, encodingOf } from '../../../../src/core/text/decode';

const RECORD = '主持人：今天的发布会现在开始。\n甲报记者：去年产量多少？\n王某厅长：产量达到3.5万吨，增长5.2%。\n';

/** GBK has no encoder in JavaScript: all its characters of two bytes, read backwards. */
const GBK = new Map<string, number[]>();
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const character = new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail));
    if (character.length === 1 && character !== '\ufffd') GBK.set(character, [lead, trail]);
  }
}
const gbk = (text: string): number[] => [...text].flatMap((one) => GBK.get(one) ?? [one.charCodeAt(0)]);
const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();

describe('decoding', () => {
  const cases: [string, Uint8Array | number[]][] = [
    ['UTF-8', Buffer.from(RECORD)],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${RECORD}`)],
    ['UTF-16', Buffer.from(`\ufeff${RECORD}`, 'utf16le')],
    ['UTF-16, big end first', utf16be(`\ufeff${RECORD}`)],
    ['UTF-16 without BOM', Buffer.from(RECORD, 'utf16le')],
    ['UTF-16 without BOM, big end first', utf16be(RECORD)],
    ['GBK', gbk(RECORD)],
  ];
  for (const [name, bytes] of cases) it(`reads ${name}`, () => assert.equal(decode(Uint8Array.from(bytes)), RECORD));

  it('reads UTF-8 with a stray byte as editors do', () => {
    const bytes = [...Buffer.from(RECORD)];
    bytes[bytes.indexOf(0x8a)] = 0xff;
    assert.match(decode(Uint8Array.from(bytes)), /\ufffd[\s\S]*王某厅长：产量达到3\.5万吨/u);
  });

  it('reads GBK with a stray byte as GBK', () => {
    assert.match(decode(Uint8Array.from([...gbk(RECORD), 0xff])), /^主持人[\s\S]*增长5\.2%。\n/u);
  });

  it('reads UTF-8 that is cut off anywhere as what is left of it', () => {
    const bytes = Buffer.from(RECORD);
    for (let end = 6; end < bytes.length; end++) {
      const text = decode(bytes.subarray(0, end)).replace(/\ufffd$/u, '');
      assert.equal(text, RECORD.slice(0, text.length), `cut at ${end}`);
      assert.ok(text.length >= 1);
    }
  });

  it('takes binary files for no text of two bytes each', () => {
    assert.notEqual(encodingOf(Uint8Array.from({ length: 400 }, (_, n) => (n * 37) % 256)), 'utf-16le');
    assert.ok(decode(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 0)).includes('\0'));
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => typeof decode(bytes) === 'string'));
  });

  it('tells what is UTF-8 throughout, and keeps its BOM', () => {
    assert.equal(decodeUtf8(Buffer.from('\ufeff甲')), '\ufeff甲');
    assert.equal(decodeUtf8(Buffer.from('甲').subarray(0, 2)), undefined);
    assert.equal(decodeUtf8(Uint8Array.from(gbk('甲'))), undefined);
  });
});

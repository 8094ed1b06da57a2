import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';
import { type Codebook, findTag } from '../../../../src/core/codebook/codebook';
import { codeGuid } from '../../../../src/core/codebook/qdc/codeGuid';
import { readQdc } from '../../../../src/core/codebook/qdc/readQdc';
import { writeQdc } from '../../../../src/core/codebook/qdc/writeQdc';
import { parseCodebook } from '../../../../src/core/codebook/readCodebook';

const BOOK = `tags:
  - name: 能源 & "power" <1>
    color: '#4e79a7'
    description: "第一行\\n  second 'line' ]]> &amp;"
    formerly: [energy]
    children:
      - name: 保供
        children: [{name: "007", color: '#fff'}]
  - name: water
`;

const book = (text: string): Codebook => parseCodebook(text).codebook;
const code = (attributes: string, inner = '') => `<Code guid="1" isCodable="true" ${attributes}>${inner}</Code>`;
const qdc = (inner: string) => `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${inner}</Codes></CodeBook>`;

describe('codebooks for other programs (.qdc)', () => {
  it('are valid by the rules of the format', async () => {
    const schema = readFileSync('test/fixtures/codebook/qdc.xsd', 'utf8');
    const validate = (contents: string) => validateXML({ xml: { fileName: 'a.qdc', contents }, schema: [schema] });
    const odd = book('tags: [{name: "a\\uFFFEb\\uD800", description: "\\u0001x"}]\n');
    for (const written of [writeQdc(book(BOOK)), writeQdc(odd)]) {
      const { valid, errors } = await validate(written);
      assert.deepEqual([valid, errors], [true, []]);
    }
    assert.equal((await validate(qdc(code('name="a" colour="red"')))).valid, false);
  });

  it('keep names, descriptions and colours', () => {
    const read = readQdc(writeQdc(book(BOOK)));
    assert.deepEqual(read.problems, []);
    const [energy, water] = book(BOOK).tags;
    const { formerly: _, ...kept } = energy!;
    assert.deepEqual(read.codebook.tags, [
      { ...kept, formerly: [] },
      { ...water, color: '#edc948' },
    ]);
  });

  it('are the same when written twice, and keep a guid for a path', () => {
    assert.equal(writeQdc(book(BOOK)), writeQdc(book(BOOK)));
    assert.match(codeGuid('能源/保供'), /^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    assert.notEqual(codeGuid('a'), codeGuid('b'));
  });

  it('are read from other programs', () => {
    const { codebook, problems } = readQdc(
      `\ufeff<?xml version="1.0"?><q:CodeBook xmlns:q="urn:QDA-XML:codebook:1:0" origin="x"><q:Codes>
        <q:Code guid="{1}" name=" a/b &#20013; " isCodable="false" color="#FF0000">
          <q:Description>d</q:Description><q:Code guid="2" name="x" color="red"/><q:Code guid="3" name="x"/>
        </q:Code><q:Code guid="4"/></q:Codes><q:Sets><q:Set guid="5" name="s"/></q:Sets></q:CodeBook>`,
    );
    assert.deepEqual(
      problems.map((problem) => problem.code),
      ['renamed', 'badColor', 'renamed', 'badCode', 'setsLeftOut'],
    );
    assert.equal(findTag(codebook, 'a／b 中')?.description, 'd');
    assert.deepEqual(
      codebook.tags[0]!.children.map(({ path }) => path),
      ['a／b 中/x', 'a／b 中/x (2)'],
    );
  });

  const faults: [string, string][] = [
    ['unparseable', ''],
    ['unparseable', '<CodeBook><Codes>'],
    ['unparseable', '<!DOCTYPE a [<!ENTITY x "x">]><CodeBook><Codes/></CodeBook>'],
    ['unparseable', qdc(`${'<Code name="a">'.repeat(9000)}${'</Code>'.repeat(9000)}`)],
    ['notACodebook', '<html/>'],
  ];
  for (const [expected, xml] of faults) {
    it(`are refused with ${expected}: ${JSON.stringify(xml.slice(0, 40))}`, () => {
      const { codebook, problems } = readQdc(xml);
      assert.deepEqual([codebook.tags.length, problems[0]?.code], [0, expected]);
    });
  }

  it('numbers ten thousand codes of one name, and those that have such a name already', function () {
    // counting each anew takes fifty million steps
    this.timeout(20_000);
    const code = (name: string) => `<Code name="${name}" isCodable="true"/>`;
    const xml = `<CodeBook><Codes>${code('同名 (3)')}${code('同名').repeat(10_000)}</Codes></CodeBook>`;
    const names = readQdc(xml).codebook.tags.map(({ name }) => name);
    assert.deepEqual(names.slice(0, 4), ['同名 (3)', '同名', '同名 (2)', '同名 (4)']);
    assert.equal(new Set(names).size, 10_001);
    assert.equal(names.at(-1), '同名 (10001)');
  });
});

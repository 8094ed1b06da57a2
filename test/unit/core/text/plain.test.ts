import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asWritten, plainText } from '../../../../src/core/text/plain';

describe('plain text', () => {
  const cases: [string, string][] = [
    ['陳部長：臺灣農業就業人口約52萬人', '陈部长：台湾农业就业人口约52万人'],
    ['推出"面食贷",利率3.65%.合格率99.3', '推出“面食贷”，利率3.65%。合格率99.3'],
    ['1.问:有3.5万户,对吗?', '1.问：有3.5万户，对吗？'],
    ['1,100 users; see e.g. https://a.example', '1,100 users; see e.g. https://a.example'],
  ];
  for (const [written, plain] of cases) it(written, () => assert.equal(plainText(written), plain));

  it('keeps the length of any text, and what is plain', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = plainText(text);
        assert.equal(plain.length, text.length);
        assert.equal(plainText(plain), plain);
      }),
    );
  });

  it('gives names back in the script of the document', () => {
    assert.equal(asWritten('陈慕真', '陳部長慕真'), '陳慕真');
    assert.equal(asWritten('部长', '陳部長慕真'), '部長');
    assert.equal(asWritten('林某', '林某书记'), '林某');
  });
});

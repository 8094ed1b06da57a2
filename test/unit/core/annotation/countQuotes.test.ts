import assert from 'node:assert/strict';
import { countQuotes } from '../../../../src/core/annotation/countQuotes';

describe('countQuotes', () => {
  it('counts the annotations whose words are in a file of any encoding', () => {
    const annotations = ['三保三防', '四水\n联治', '没有', ''].map((exact) => ({
      target: { exact, prefix: '', suffix: '', start: 0 },
    }));
    const text = '省里提出三保三防，\r\n四水\r\n联治。';
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    assert.equal(countQuotes(new TextEncoder().encode(text), annotations), 2);
    assert.equal(countQuotes(utf16, annotations), 2);
    assert.equal(countQuotes(new Uint8Array(), annotations), 0);
  });
});

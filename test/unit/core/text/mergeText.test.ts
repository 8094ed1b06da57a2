import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeText } from '../../../../src/core/text/mergeText';

describe('mergeText', () => {
  it('marks what both sides changed, as git does', () => {
    assert.deepEqual(mergeText('a\nb\nc\n', 'a\nours\nc\nd', 'a\ntheirs\nc\n'), {
      text: 'a\n<<<<<<< ours\nours\n=======\ntheirs\n>>>>>>> theirs\nc\nd',
      conflicts: 1,
    });
    assert.deepEqual(
      mergeText('a\r\nb', 'a\r\nx', 'a\r\ny').text,
      'a\r\n<<<<<<< ours\r\nx\r\n=======\r\ny\r\n>>>>>>> theirs\r\n',
    );
  });

  it('puts both sides whole between the markers where comparing them would take too long', () => {
    const lines = (word: string) => `${word}\n`.repeat(60_000);
    const { text } = mergeText(`same\n${lines('a')}end\n`, `same\n${lines('b')}end\n`, `same\n${lines('c')}end\n`);
    assert.equal(text, `same\n<<<<<<< ours\n${lines('b')}=======\n${lines('c')}>>>>>>> theirs\nend\n`);
  });

  it('loses no line that a side added', () => {
    const anyLines = fc
      .array(fc.constantFrom('a\n', 'b\n', 'c\n', 'd\n'), { maxLength: 8 })
      .map((lines) => lines.join(''));
    fc.assert(
      fc.property(anyLines, anyLines, anyLines, (base, ours, theirs) => {
        const { text } = mergeText(base, `${ours}mine\n`, `${theirs}other\n`);
        assert.ok(text.includes('mine\n') && text.includes('other\n'));
        assert.deepEqual(mergeText(base, ours, base), { text: ours, conflicts: 0 });
        assert.deepEqual(mergeText(base, base, theirs), { text: theirs, conflicts: 0 });
      }),
    );
  });
});

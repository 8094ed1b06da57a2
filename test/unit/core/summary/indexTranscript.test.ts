import assert from 'node:assert/strict';
import { readSidecarBytes } from '../../../../src/core/annotation/readSidecarBytes';
import { indexText } from '../../../../src/core/summary/indexText';
import { looksLikeTranscript } from '../../../../src/core/summary/looksLikeTranscript';
import { indexTranscript } from './indexTranscript';

const RECORD = '主持人：现在开始。\n甲报记者：产量多少？\n王某厅长：产量达到3.5万吨。\n';
const SIDECAR =
  "annotations:\n  - id: a\n    tags: [x]\n    target: { exact: 产量达到, prefix: '', suffix: '', start: 26 }\n";
const bytes = (text: string) => new TextEncoder().encode(text);

describe('what is kept of a transcript', () => {
  const faults: [string, Uint8Array][] = [
    ['notText', Buffer.from(`\ufeff${SIDECAR}`, 'utf16le')],
    ['notText', bytes(SIDECAR).subarray(0, bytes(SIDECAR).indexOf(0xe4) + 1)],
    ['unparseable', bytes(`${SIDECAR}  - [`)],
    ['conflictMarkers', bytes(`${SIDECAR}<<<<<<< HEAD\n=======\n>>>>>>> b\n`)],
    ['newerVersion', bytes(`version: 9\n${SIDECAR}`)],
  ];
  for (const [code, sidecar] of faults) {
    it(`says that its sidecar is ${code}, also where it is no transcript itself`, () => {
      for (const text of [RECORD, 'words\n']) {
        const indexed = indexTranscript('a.txt', bytes(text), readSidecarBytes(sidecar));
        assert.equal(indexed?.fault?.code, code);
        assert.deepEqual(indexed?.annotations, []);
      }
    });
  }

  it('has its annotations and no fault where the sidecar can be read', () => {
    const indexed = indexTranscript('a.txt', bytes(RECORD), readSidecarBytes(bytes(SIDECAR)));
    assert.deepEqual([indexed?.annotations.length, indexed?.fault], [1, undefined]);
    assert.equal(indexTranscript('a.txt', bytes('words\n'), undefined), undefined);
  });

  it('is kept by the rule by which a text opens as a transcript, unless a person or its name says so', () => {
    const statement = '省水利厅厅长周启明在接受采访时表示：“全省建成水库12座。”\n';
    for (const text of [RECORD, statement, '工作要点\n全省建成水库12座，推进“三保三防”。\n', 'words\n', '\0']) {
      const isKept = indexTranscript('a.txt', bytes(text), undefined) !== undefined;
      assert.equal(isKept, looksLikeTranscript(text), text);
      assert.equal(isKept, text === RECORD || text === statement, text);
    }
    const plain = bytes('全省建成水库12座。\n');
    const sidecar = readSidecarBytes(bytes(SIDECAR));
    const facts = readSidecarBytes(bytes('document: { title: 工作要点 }\n'));
    const kept = [
      indexTranscript('a.txt', plain, undefined, 'accepted'),
      indexTranscript('a.txt', plain, sidecar, 'work'),
      indexTranscript('a.txt', plain, facts),
      indexTranscript('a.md', bytes(RECORD), undefined, 'work'),
    ].map((found) => found !== undefined);
    assert.deepEqual(kept, [true, true, false, false]);
  });

  it('is, of another text in Chinese, what can be asked of it alone', () => {
    const read = (text: string) => indexText('a.txt', bytes(text), undefined);
    const article = read('工作要点\n全省推进“三保三防”。\n');
    assert.equal(article?.summary, undefined);
    assert.deepEqual(
      article?.document.analysis.slogans.map(({ name }) => name),
      ['三保三防'],
    );
    const denied = indexText('a.txt', bytes(RECORD), undefined, 'text');
    assert.deepEqual([denied?.summary, denied?.document.text], [undefined, RECORD]);
    assert.equal(read('12:01 GET /index.html 200\n'), undefined);
    assert.equal(indexText('a.md', bytes('推进“三保三防”。'), undefined, 'work'), undefined);
  });

  it('is read from UTF-8 with a stray byte as the editor shows it', () => {
    const damaged = [...bytes(RECORD)];
    damaged[damaged.length - 5] = 0xff;
    const { summary } = indexTranscript('a.txt', Uint8Array.from(damaged), undefined)!;
    assert.deepEqual(
      summary.turns.map(({ speaker }) => speaker),
      ['主持人', '甲报', '王某'],
    );
  });
});

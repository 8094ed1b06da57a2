import assert from 'node:assert/strict';
import { parseSidecar } from '../../../../src/core/annotation/sidecar';
import { holdsInOrder, partOf, transcriptHead } from '../../../../src/core/summary/transcriptHead';
import { indexTranscript } from './indexTranscript';

const TEXT =
  '甲报记者：煤炭产量多少？\n林远厅长：煤炭产量达到3亿吨，增长5.2%，坚持“三稳三不准”，落实“三稳三不准”。\n许明局长：供应有保障。\n';
const SIDECAR = `version: 1
document:
  note: ${'很长的备注'.repeat(500)}
  attributes: { body: 能源局 }
annotations:
  - { id: aaaaaaaa, tags: [能源], target: { exact: 3亿吨, prefix: 煤炭产量达到, suffix: ，增长, start: 24 } }
  - { id: bbbbbbbb, tags: [能源], target: { exact: 这里没有的话, prefix: 前, suffix: 后, start: 3 } }
`;
const indexed = indexTranscript('a.txt', Buffer.from(TEXT), parseSidecar(SIDECAR))!;

describe('what is told of every transcript', () => {
  it('is at most a kilobyte, with what waits for a decision', () => {
    const head = transcriptHead(indexed);
    assert.ok(Buffer.byteLength(JSON.stringify(head)) <= 1000);
    assert.equal(head.waiting, 1);
    assert.equal(head.counts.annotations, 2);
    assert.equal(head.counts.claims, indexed.summary.claims.length);
    assert.deepEqual(head.facts.attributes, { body: '能源局' });
  });
});

describe('a part of what is known', () => {
  it('has the lists that are asked for', () => {
    const part = partOf(indexed, { lists: ['claims'] })!;
    assert.deepEqual([part.summary.claims, part.summary.turns, part.annotations], [indexed.summary.claims, [], []]);
  });

  it('is nothing where nobody has the name', () => {
    assert.equal(partOf(indexed, { lists: ['turns'], name: '王某' }), undefined);
    const part = partOf(indexed, { lists: ['turns'], name: '许明' })!;
    assert.deepEqual(
      part.summary.turns.map(({ speaker }) => speaker),
      ['许明'],
    );
  });

  it('has what holds the characters that are typed, in their order', () => {
    assert.equal(holdsInOrder('煤 多少', '煤炭产量多少'), true);
    assert.equal(holdsInOrder('少煤', '煤炭产量多少'), false);
    const part = partOf(indexed, { lists: ['slogans', 'questions'], sought: '三稳' })!;
    assert.deepEqual([part.summary.slogans.length, part.summary.questions.length], [1, 0]);
    assert.equal(partOf(indexed, { lists: ['slogans'], sought: '四稳' }), undefined);
  });

  it('has of figures those that are annotated as they stand', () => {
    const part = partOf(indexed, { lists: ['annotations', 'claims'], isAnnotated: true })!;
    assert.deepEqual(
      part.summary.claims.map(({ words }) => words),
      ['3亿吨'],
    );
  });
});

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ContextRow } from '../../../src/core/explore/explore';
import type { Recognition } from '../../../src/core/summary/indexText';
import type { SummaryPart, TranscriptHead } from '../../../src/core/summary/transcriptHead';
import type { FoundPart, Indexer } from '../../../src/store/indexer';
import { nodeIndexer } from '../../../src/store/nodeIndexer';

/** More than one thread reads alone. */
const COUNT = 120;
const never = new AbortController().signal;

describe('the index in its threads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'indexer-'));
  const files = new Map<string, Recognition>();
  const paths: string[] = [];
  for (let index = 0; index < COUNT; index++) {
    const path = join(folder, `${String(index).padStart(3, '0')}.txt`);
    writeFileSync(
      path,
      `甲报记者：第${index}项进度如何？\n林远${index}厅长：产量增长${index}.5%，落实“三稳三不准”。\n`,
    );
    paths.push(path);
    files.set(path, 'content');
  }
  const article = join(folder, 'article.txt');
  writeFileSync(article, '各地落实“三稳三不准”要求。\n');
  files.set(article, 'content');
  const texts = new Set<string>();
  const known = new Map<string, TranscriptHead>();
  let told: string[] = [];
  let indexer: Indexer;
  const look = async () => {
    told = [];
    await indexer.index(
      files,
      (entries) => {
        for (const { path, head, isText } of entries) {
          told.push(path);
          if (isText) texts.add(path);
          if (head) known.set(path, head);
          else known.delete(path);
        }
      },
      () => {},
      never,
    );
  };
  const parts = async (part: SummaryPart) => {
    const found: FoundPart[] = [];
    await indexer.parts(paths, part, (page) => found.push(...page), never);
    return found;
  };
  const start = () => {
    indexer = nodeIndexer(join(folder, 'cache', 'index.jsonl'), resolve('dist'));
  };
  before(start);
  after(() => {
    indexer.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells a little of each file once, whichever thread read it', async () => {
    await look();
    assert.deepEqual([...told].sort(), [...paths, article]);
    assert.equal(known.get(paths[7]!)!.counts.claims, 1);
    await look();
    assert.deepEqual(told, []);
  });

  it('tells again what was away and is back as it was', async () => {
    files.delete(paths[9]!);
    await look();
    assert.deepEqual([told, known.has(paths[9]!)], [[paths[9]], false]);
    files.set(paths[9]!, 'content');
    await look();
    assert.deepEqual([told, known.has(paths[9]!)], [[paths[9]], true]);
  });

  it('tells parts in the order that is asked for, and no more than is wanted', async () => {
    const all = await parts({ lists: ['claims'] });
    assert.deepEqual(
      all.map(({ path, summary }) => [path, summary.claims[0]?.words, summary.turns.length]),
      paths.map((path, index) => [path, `${index}.5%`, 0]),
    );
    const few = await parts({ lists: ['slogans'], sought: '三稳', most: 5 });
    assert.deepEqual(
      few.map(({ path }) => path),
      paths.slice(0, 5),
    );
  });

  it('knows them again in another session, without the files that are gone, with those that are new', async () => {
    indexer.dispose();
    start();
    unlinkSync(paths[3]!);
    files.delete(paths[3]!);
    known.delete(paths[3]!);
    writeFileSync(paths[4]!, '乙报记者：进度如何？\n许明局长：没有数字。\n');
    await look();
    assert.equal(known.size, COUNT - 1);
    assert.equal(known.get(paths[4]!)!.counts.claims, 0);
    const rows: ContextRow[] = [];
    const request = { mode: 'rows', query: { find: 'turns', speaker: ['许明'] } } as const;
    const answer = await indexer.ask(
      [...files.keys()],
      request,
      (page) => rows.push(...page),
      () => {},
      never,
      new Map(),
    );
    assert.deepEqual(
      [answer.documents - 1, rows.map(({ path, text }) => [path, text.includes('没有数字')])],
      [COUNT - 1, [[paths[4], true]]],
    );
  });

  it('tells a slogan alone by any of its names, of the files as they are now', async () => {
    const said = async () => {
      const slogans = [{ name: '新三稳', variants: ['三穩三不準'], apart: [] }];
      const request = { mode: 'slogans', query: {}, slogans, slogan: '三稳三不准' } as const;
      const answer = await indexer.ask(
        paths,
        request,
        () => {},
        () => {},
        never,
        new Map(),
      );
      assert.ok(answer.mode === 'slogans');
      return answer.histories.map(({ name, uses }) => [name, uses.length]);
    };
    // one is gone, one has another text
    assert.deepEqual(await said(), [['新三稳', COUNT - 2]]);
    writeFileSync(paths[4]!, '乙报记者：进度如何？\n许明局长：没有数字，落实“三稳三不准”。\n');
    await look();
    assert.deepEqual(await said(), [['新三稳', COUNT - 1]]);
    writeFileSync(paths[4]!, '乙报记者：进度如何？\n许明局长：没有数字。\n');
    await look();
    assert.deepEqual(await said(), [['新三稳', COUNT - 2]]);
  });

  it('knows texts that are no transcripts apart, and asks them where they are named', async () => {
    assert.deepEqual([[...texts], known.has(article)], [[article], false]);
    const request = { mode: 'slogans', query: {}, slogans: [] } as const;
    const uses = async (asked: readonly string[]) => {
      const progress: number[] = [];
      const take = ({ done, total }: { done: number; total: number }) => progress.push(done / total);
      const answer = await indexer.ask(asked, request, () => {}, take, never, new Map());
      assert.ok(answer.mode === 'slogans' && progress.every((share) => share >= 0 && share <= 1));
      return answer.histories.map(({ name, uses: found }) => [name, found.length]);
    };
    assert.deepEqual(await uses([paths[5]!, article]), [['三稳三不准', 2]]);
    assert.deepEqual(await uses([article]), [['三稳三不准', 1]]);
    assert.deepEqual((await parts({ lists: ['slogans'] })).length, COUNT - 1);
  });

  it('counts a file once that links lead to by several paths', async () => {
    const link = join(folder, 'link');
    symlinkSync(folder, link);
    const twin = join(link, '005.txt');
    files.set(twin, 'content');
    await look();
    assert.deepEqual([told, known.has(twin)], [[], false]);
    files.delete(paths[5]!);
    await look();
    assert.deepEqual([[...told].sort(), known.has(twin)], [[paths[5], twin].sort(), true]);
    files.set(paths[5]!, 'content');
    await look();
    assert.deepEqual([[...told].sort(), known.has(twin)], [[paths[5], twin].sort(), false]);
    files.delete(twin);
    await look();
  });

  it('gives up what is not wanted any more', async () => {
    const stop = new AbortController();
    const asked = indexer.parts(paths, { lists: ['claims'] }, () => {}, stop.signal);
    stop.abort(new Error('enough'));
    await assert.rejects(asked, /enough/u);
    assert.equal((await parts({ lists: ['turns'], name: '许明' })).length, 1);
  });
});

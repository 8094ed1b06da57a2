import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import type { ContextRow } from '../../../src/core/explore/explore';
import type { Recognition } from '../../../src/core/summary/indexText';
import type { Indexer } from '../../../src/store/indexer';
import type { FileSource } from '../../../src/store/indexMessages';
import { nodeFedIndexer } from '../../../src/store/nodeIndexer';
import { ownThread } from '../../../src/store/ownThread';
import { threadIndexer } from '../../../src/store/threadIndexer';

const never = new AbortController().signal;
const utf8 = (text: string) => new TextEncoder().encode(text);
const textOf = (index: number) =>
  `甲报记者：第${index}项进度如何？\n林远${index}厅长：产量增长${index}.5%，落实“三稳三不准”。\n`;
const sidecarOf = (start: number) =>
  `version: 1\nannotations:\n  - {id: aaaa1111, tags: [水利], target: {exact: 三稳三不准, start: ${start}}}\n`;

/** Files that no thread can see: by addresses of some other system. */
class Remote implements FileSource {
  readonly files = new Map<string, { text: string; sidecar?: string }>();
  read: string[] = [];
  /** Of a file that is asked for. */
  onRead = (_: string) => {};

  stamp = async (path: string) => JSON.stringify(this.files.get(path) ?? '');

  async content(path: string) {
    this.read.push(path);
    this.onRead(path);
    const file = this.files.get(path);
    if (!file) return undefined;
    const sidecar = file.sidecar === undefined ? {} : { sidecar: utf8(file.sidecar) };
    return { name: path.replace('remote://', ''), bytes: utf8(file.text), ...sidecar };
  }

  recognised = () => new Map([...this.files.keys()].map((path): [string, Recognition] => [path, 'content']));
}

const ways: Record<string, (source: FileSource) => Indexer> = {
  'in a thread of its own': (source) => nodeFedIndexer(source, resolve('dist')),
  'in this thread, where there is no other': (source) => threadIndexer(ownThread, { source }),
};

for (const [way, make] of Object.entries(ways)) {
  describe(`the index of files that only the editor can read, ${way}`, () => {
    const remote = new Remote();
    const paths = Array.from({ length: 12 }, (_, index) => `remote://a/${String(index).padStart(2, '0')}.txt`);
    for (const [index, path] of paths.entries()) remote.files.set(path, { text: textOf(index) });
    remote.files.set(paths[2]!, { text: textOf(2), sidecar: sidecarOf(textOf(2).indexOf('三稳')) });
    remote.files.set('remote://a/article.txt', { text: '各地落实“三稳三不准”要求。\n' });
    const indexer = make(remote);
    after(() => indexer.dispose());

    const look = async (files = remote.recognised(), signal = never) => {
      const told = new Map<string, string>();
      let progress = { done: 0, total: 0 };
      remote.read = [];
      await indexer.index(
        files,
        (entries) => {
          for (const { path, head, isText } of entries)
            told.set(path, head ? `${head.counts.claims} figures` : isText ? 'text' : 'none');
        },
        (now) => {
          progress = { done: now.done, total: now.total };
        },
        signal,
      );
      return { told, progress };
    };

    it('tells of each what it is, once, and reads no more than has changed', async () => {
      const { told, progress } = await look();
      assert.deepEqual([told.size, told.get(paths[7]!), told.get('remote://a/article.txt')], [13, '1 figures', 'text']);
      assert.deepEqual(progress, { done: 13, total: 13 });
      assert.deepEqual([(await look()).told.size, remote.read], [0, []]);
      remote.files.set(paths[7]!, { text: '乙报记者：进度如何？\n许明局长：没有数字。\n' });
      assert.deepEqual([(await look()).told, remote.read], [new Map([[paths[7]!, '0 figures']]), [paths[7]]]);
    });

    it('answers, with files called as queries call them, and without reading transcripts again', async () => {
      remote.read = [];
      const rows: ContextRow[] = [];
      const ask = (query: object, only = [...remote.files.keys()]) =>
        indexer.ask(
          only,
          { mode: 'rows', query },
          (page) => rows.push(...page),
          () => {},
          never,
          new Map(),
        );
      assert.equal((await ask({ find: 'turns', speaker: ['许明'] })).documents, 13);
      await ask({ tags: { any: ['水利'] } });
      assert.deepEqual(
        rows.map(({ path, text }) => [path, text]),
        [
          ['a/07.txt', '许明局长：没有数字。'],
          ['a/02.txt', '三稳三不准'],
        ],
      );
      assert.deepEqual(remote.read, []);
      await ask({ find: 'words', words: ['各地'] }, ['remote://a/article.txt']);
      assert.deepEqual([rows.at(-1)!.path, remote.read], ['a/article.txt', ['remote://a/article.txt']]);
    });

    it('forgets what is away, and tells it again when it is back as it was', async () => {
      const some = new Map([...remote.recognised()].filter(([path]) => path !== paths[4]));
      assert.deepEqual([...(await look(some)).told], [[paths[4], 'none']]);
      assert.deepEqual([...(await look()).told], [[paths[4], '1 figures']]);
    });

    it('ends where it is stopped, and goes on from there', async () => {
      for (const path of paths) remote.files.set(path, { text: `${remote.files.get(path)!.text}\n完。\n` });
      const stop = new AbortController();
      remote.onRead = () => stop.abort();
      const first = await look(undefined, stop.signal);
      remote.onRead = () => {};
      const second = await look();
      assert.ok(first.told.size < paths.length, String(first.told.size));
      assert.equal(first.told.size + second.told.size, paths.length);
    });
  });
}

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { intlSegmenter } from '../../../src/segmenter/intlSegmenter';
import { DICTIONARIES, endAll, ended, install, type Watched, watched, wordsOf } from '../../unit/segmenter/segmenters';

const TEXT = '全省煤炭产量达到13亿吨，同比增长5.2%。';
/** Long enough that whatever is done to the process behind the request is done while it is at work. */
const LONG = [`${TEXT}\n`.repeat(3000)];
/** A word that only nodejieba cuts whole: tells who has answered. */
const byJieba = (text: string, words: readonly { start: number; end: number }[]) =>
  wordsOf(text, words).includes('亿吨');

/** That it was answered by the fallback, for good, with one line about why. */
async function assertFallenBack({ segmenter, lines, statuses, pids }: Watched, reason: RegExp): Promise<void> {
  const started = pids.length;
  const expected = await intlSegmenter().tag([TEXT]);
  assert.deepEqual(await segmenter.tag([TEXT]), expected);
  assert.equal(segmenter.kind, 'intl');
  assert.equal(lines.length, 1, lines.join('\n'));
  assert.match(lines[0]!, reason);
  assert.match(statuses.at(-1)!, /^intl /u);
  assert.equal(pids.length, started, 'asked again, it starts nothing');
  for (const pid of pids) await ended(pid);
}

describe('words are cut, when things go wrong', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'segmenter-faults-'));
  });
  afterEach(async () => {
    await endAll();
    rmSync(folder, { recursive: true, force: true });
  });

  it('from a folder with Chinese letters, spaces and separators in its name', async () => {
    const place = join(folder, '政策 研究;甲|乙');
    const { segmenter, statuses, lines } = watched({ processFile: install(place) });
    const [words] = await segmenter.segment([TEXT]);
    assert.ok(byJieba(TEXT, words!));
    assert.deepEqual([statuses, lines], [['jieba'], []]);
  });

  it('when the process is killed at work, thrice: the third time the fallback is used for good', async () => {
    const one = watched();
    const expected = await intlSegmenter().segment(LONG);
    for (const round of [1, 2, 3]) {
      const [words] = await one.segmenter.segment([TEXT]);
      assert.ok(byJieba(TEXT, words!));
      assert.equal(one.pids.length, round);
      const pending = [one.segmenter.segment(LONG), one.segmenter.keywords(TEXT, 2)] as const;
      process.kill(one.pids.at(-1)!, 'SIGKILL');
      assert.deepEqual(await pending[0], expected);
      assert.equal((await pending[1]).length, 2);
      assert.deepEqual(one.lines.length, round < 3 ? 0 : 1);
    }
    assert.equal(one.pids.length, 3);
    assert.deepEqual(one.statuses[0], 'jieba');
    await assertFallenBack(one, /SIGKILL/u);
  });

  it('when the process hangs: it is replaced', async function () {
    if (process.platform === 'win32') this.skip();
    const one = watched({ requestLimit: 1000 });
    await one.segmenter.segment([TEXT]);
    process.kill(one.pids[0]!, 'SIGSTOP');
    assert.deepEqual(await one.segmenter.segment([TEXT]), await intlSegmenter().segment([TEXT]));
    await ended(one.pids[0]!);
    assert.deepEqual([one.segmenter.kind, one.lines], ['jieba', []]);
  });

  it('when the process hangs while it loads', async function () {
    if (process.platform === 'win32') this.skip();
    const one = watched({ loadLimit: 100, onStart: (pid) => process.kill(pid!, 'SIGSTOP') });
    const answers = await Promise.all([1, 2, 3].map(() => one.segmenter.tag([TEXT])));
    assert.deepEqual(answers, new Array(3).fill(await intlSegmenter().tag([TEXT])));
    assert.equal(one.pids.length, 3);
    await assertFallenBack(one, /no answer for 100 ms/u);
  });

  it('when the process runs out of memory', async function () {
    if (process.platform !== 'linux') this.skip();
    const starve = (pid: number | undefined) => execFileSync('prlimit', ['--pid', String(pid), '--data=200000000']);
    const one = watched({ onStart: starve });
    for (const _ of [1, 2, 3]) assert.equal((await one.segmenter.segment([TEXT])).length, 1);
    await assertFallenBack(one, /bad_alloc/u);
  });

  const broken: [name: string, reason: RegExp, damage: (jieba: string) => void][] = [
    ['the package is missing', /nodejieba/u, (jieba) => rmSync(jieba, { recursive: true })],
    ['the binary is missing', /not found/u, (jieba) => rmSync(join(jieba, 'build'), { recursive: true })],
    [
      'the binary is no binary',
      /nodejieba\.node/u,
      (jieba) => writeFileSync(join(jieba, 'build/Release/nodejieba.node'), 'text'),
    ],
    ['the dictionaries are missing', /dict/u, (jieba) => rmSync(join(jieba, DICTIONARIES), { recursive: true })],
    ['one dictionary is missing', /idf\.utf8/u, (jieba) => rmSync(join(jieba, DICTIONARIES, 'idf.utf8'))],
    [
      'a dictionary cannot be read',
      /hmm_model\.utf8/u,
      (jieba) => {
        const path = join(jieba, DICTIONARIES, 'hmm_model.utf8');
        rmSync(path);
        mkdirSync(path);
      },
    ],
    [
      'a dictionary is empty',
      /jieba\.dict\.utf8/u,
      (jieba) => writeFileSync(join(jieba, DICTIONARIES, 'jieba.dict.utf8'), ''),
    ],
    [
      'a dictionary is damaged, so that nodejieba aborts',
      /SIGABRT.*split result illegal/u,
      (jieba) => appendFileSync(join(jieba, DICTIONARIES, 'jieba.dict.utf8'), 'damaged\n'),
    ],
  ];
  for (const [name, reason, damage] of broken) {
    it(`when ${name}`, async () => {
      const processFile = install(folder);
      damage(join(folder, 'node_modules/nodejieba'));
      const one = watched({ processFile });
      const answers = await Promise.all([1, 2, 3].map(() => one.segmenter.tag([TEXT])));
      assert.deepEqual(answers, new Array(3).fill(await intlSegmenter().tag([TEXT])));
      await assertFallenBack(one, reason);
    });
  }

  it('when the process file is missing', async () => {
    const one = watched({ processFile: join(folder, 'missing.js') });
    for (const _ of [1, 2, 3]) assert.equal((await one.segmenter.tag([TEXT])).length, 1);
    await assertFallenBack(one, /Cannot find module/u);
  });

  it('when other folders are given for the package and its dictionaries', async () => {
    install(folder);
    const packageFolder = join(folder, 'node_modules/nodejieba');
    const one = watched({ packageFolder, dictFolder: join(packageFolder, DICTIONARIES) });
    assert.ok(byJieba(TEXT, (await one.segmenter.segment([TEXT]))[0]!));
    const two = watched({ packageFolder, dictFolder: folder });
    await two.segmenter.segment([TEXT]);
    await assertFallenBack(two, /jieba\.dict\.utf8/u);
  });
});

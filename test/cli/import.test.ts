import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSidecar } from '../../src/core/annotation/sidecar';
import { makeDocx, paragraph } from '../importing/makeDocx';
import { makePage } from '../importing/makePage';

const SAYS = '林知远厅长：预计全年粮食产量达到386.5亿斤，比上年增加4.2亿斤，主要靠“三增一减”。';
const FACTS = { title: '秋粮发布会', url: 'https://example.com/a.html', date: '2025-09-18', outlet: '云江日报' };

describe('import', () => {
  let folder: string;
  const at = (...names: string[]) => join(folder, ...names);
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(process.cwd(), 'dist/cli.js'), 'import', ...args],
      {
        encoding: 'utf8',
        cwd: folder,
      },
    );
    const results = stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
    return { status, stderr, results };
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'import-'));
    writeFileSync(at('发布会.docx'), makeDocx(paragraph(SAYS), { header: '内部' }));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('makes a transcript beside each file and says what became of it', () => {
    writeFileSync(at('b.html'), makePage([SAYS, SAYS], FACTS));
    writeFileSync(at('c.pdf'), '%PDF-1.4 broken');
    const { status, results } = run('发布会.docx', 'b.html', 'c.pdf', 'none.txt');
    assert.equal(status, 1);
    assert.deepEqual(
      results.map(({ path, status: what, to, fault }) => [path, what, to ?? fault]),
      [
        ['发布会.docx', 'imported', '发布会.txt'],
        ['b.html', 'imported', 'b.txt'],
        ['c.pdf', 'failed', 'damaged'],
        ['none.txt', 'failed', 'unreadable'],
      ],
    );
    assert.deepEqual([results[0].kept, results[0].dropped], [1, [{ text: '内部', reason: 'pageHead' }]]);
    assert.equal(readFileSync(at('发布会.txt'), 'utf8'), `${SAYS}\n`);
    const { document } = parseSidecar(readFileSync(at('b.txt.annotations.yaml'), 'utf8')).sidecar;
    const { original, originalHash, ...others } = document;
    assert.deepEqual([others, original], [FACTS, 'b.html']);
    assert.match(originalHash!, /^sha256:[\da-f]{64}$/u);
    assert.ok(!readdirSync(folder).some((name) => name.endsWith('.tmp')));
  });

  it('cuts a name beside which no sidecar could stand, and ends lines where others do', () => {
    const name = `${'关'.repeat(80)}.html`;
    writeFileSync(at(name), makePage([`${SAYS}\u2028`, SAYS], { ...FACTS, title: '秋粮\u2028发布会' }));
    const { stdout } = spawnSync(process.execPath, [join(process.cwd(), 'dist/cli.js'), 'import', name, name], {
      encoding: 'utf8',
      cwd: folder,
    });
    assert.doesNotMatch(stdout, /[\u0085\u2028\u2029]/u);
    const to = `${'关'.repeat(78)}.txt`;
    assert.deepEqual(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => [JSON.parse(line).status, JSON.parse(line).to]),
      [
        ['imported', to],
        ['present', to],
      ],
    );
    assert.equal(parseSidecar(readFileSync(at(`${to}.annotations.yaml`), 'utf8')).sidecar.document.original, name);
    assert.equal(readdirSync(folder).length, 4);
  });

  it('never writes over a file, nor beside the annotations of a lost one', () => {
    writeFileSync(at('发布会.txt'), '别人的');
    writeFileSync(at('发布会-2.txt.annotations.yaml'), 'annotations: []\n');
    assert.deepEqual(run('发布会.docx').results[0].to, '发布会-3.txt');
    assert.equal(readFileSync(at('发布会.txt'), 'utf8'), '别人的');
    assert.equal(existsSync(at('发布会-2.txt')), false);
  });

  it('knows an original that was imported before, and one that has changed since', () => {
    run('--to', 'texts', '发布会.docx');
    writeFileSync(at('texts', '发布会.txt'), '改过的文字\n');
    const again = run('--to', 'texts', '发布会.docx');
    assert.deepEqual([again.status, again.results[0].status], [0, 'present']);
    writeFileSync(at('发布会.docx'), makeDocx(paragraph(`${SAYS}新增一句。`)));
    const { status, results } = run('--to', 'texts', '发布会.docx');
    assert.deepEqual([status, results[0].status, results[0].to], [1, 'changed', join('texts', '发布会.txt')]);
    assert.equal(readFileSync(at('texts', '发布会.txt'), 'utf8'), '改过的文字\n');
    assert.deepEqual(readdirSync(at('texts')).sort(), ['发布会.txt', '发布会.txt.annotations.yaml']);
  });

  it('knows an original whose transcript has another name now', () => {
    run('发布会.docx');
    for (const end of ['', '.annotations.yaml']) renameSync(at(`发布会.txt${end}`), at(`2025 秋粮.txt${end}`));
    const { status, results } = run('发布会.docx');
    assert.deepEqual([status, results[0].status, results[0].to], [0, 'present', '2025 秋粮.txt']);
    assert.equal(existsSync(at('发布会.txt')), false);
  });

  it('makes a text of any encoding UTF-8, beside the original', () => {
    // 产量 in GB18030
    writeFileSync(at('a.txt'), Buffer.from([0xb2, 0xfa, 0xc1, 0xbf, 0x0d, 0x0a]));
    assert.equal(run('a.txt').results[0].to, 'a-2.txt');
    assert.equal(readFileSync(at('a-2.txt'), 'utf8'), '产量\n');
  });

  it('explains its usage', () => {
    for (const args of [[], ['--nonsense', 'a'], ['--to', 'x']]) {
      const { status, stderr } = run(...args);
      assert.deepEqual([status, stderr.startsWith('usage: import ')], [2, true]);
    }
  });
});

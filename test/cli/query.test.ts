import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FIRST = '时间：2023年8月26日\n甲报记者：今年产量多少？\n王远厅长：今年产量达到3.5万吨。\n';
const SECOND = '乙台记者：电价会涨吗？\n李明局长：不会涨。\n';
const entry = (id: string, tags: string, exact: string, prefix: string, suffix: string, start: number) =>
  `  - {id: ${id}, tags: [${tags}], target: {exact: ${exact}, prefix: "${prefix}", suffix: "${suffix}", start: ${start}}}\n`;

describe('query', () => {
  const folder = mkdtempSync(join(tmpdir(), 'query-'));
  const [first, second] = [join(folder, 'a.txt'), join(folder, 'b.txt')];
  const run = (query: string, ...args: string[]) => {
    const file = join(folder, 'query.yaml');
    writeFileSync(file, query);
    return spawnSync(process.execPath, ['dist/cli.js', 'query', file, ...args], { encoding: 'utf8' });
  };
  before(() => {
    writeFileSync(first, FIRST.replaceAll('\n', '\r\n'));
    writeFileSync(
      `${first}.annotations.yaml`,
      `annotations:\n${entry('a1', '数字, 旧名', '产量达到3.5万吨', '今年', '。', 34)}${entry('a2', '数字', '没有了', '', '', 0)}`,
    );
    writeFileSync(second, SECOND);
    writeFileSync(
      `${second}.annotations.yaml`,
      `annotations:\n${entry('b1', '承诺', '不会涨', '李明局长：', '。', 17)}`,
    );
    writeFileSync(join(folder, 'notes.txt'), '买菜。\n');
    writeFileSync(join(folder, 'codebook.yaml'), 'tags: [{name: 新名, formerly: [旧名]}]\n');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('prints passages as JSON Lines, those that are not found last', () => {
    const { stdout, stderr, status } = run('{}', folder);
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(status, 0);
    assert.match(stderr, /1 annotations are not found/u);
    assert.deepEqual(rows[0], {
      ...{ path: first, date: '2023-08-26', start: 34, end: 43, text: '产量达到3.5万吨', tags: ['数字', '旧名'] },
      ...{ speaker: '王远', role: '厅长', outlet: '甲报', question: '今年产量多少？', note: '', state: 'anchored' },
    });
    assert.deepEqual(
      rows.slice(1).map(({ text, start, state }) => [text, start, state]),
      [
        ['不会涨', 17, 'anchored'],
        ['没有了', null, 'orphaned'],
      ],
    );
  });

  it('asks by days and says how many transcripts have none', () => {
    const { stdout, stderr } = run('from: 2023\ntags: { any: [数字, 承诺] }\nspeaker: [王远, 李明]\n', first, second);
    assert.match(stdout, /^\{[^\n]+3\.5万吨[^\n]+\n$/u);
    assert.match(stderr, /1 transcripts without a date/u);
  });

  it('knows tags by their present names, in CSV and in a matrix', () => {
    const codebook = ['--codebook', join(folder, 'codebook.yaml')];
    const { stdout } = run('tags: { any: [新名] }', '--format', 'csv', ...codebook, folder);
    assert.match(stdout, /^\ufeffpath,date,start,end,text,tags,[^\r]+\r\n[^\r]+数字; 新名[^\r]+\r\n$/u);
    const table = run('{}', '--format', 'matrix', ...codebook, folder)
      .stdout.trim()
      .split('\r\n');
    assert.deepEqual(table.slice(1), ['承诺,1,0,0', '数字,0,1,1', '新名,0,1,1']);
    const speakers = run('{}', '--format', 'matrix', '--by', 'speaker', folder).stdout;
    assert.match(speakers, /李明,王远/u);
    const indicators = run('{}', '--format', 'matrix', '--by', 'indicator', folder).stdout;
    assert.match(indicators, /^\ufefftag \\ indicator,产量\r\n数字,1\r\n旧名,1\r\n$/u);
  });

  it('asks nothing where a key is wrong, and says in which line', () => {
    const { stdout, stderr, status } = run('words: [产量]\nspeker: [王远]\n', folder);
    assert.deepEqual([stdout, status], ['', 1]);
    assert.match(stderr, /query\.yaml: line 2: the key "speker" is not known; is "speaker" meant\?/u);
    assert.equal(run('{}').status, 2);
    assert.equal(run('{}', '--by', 'nothing', folder).status, 2);
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const record = (date: string, said: string) =>
  `山西省新闻发布会\n时间：${date}\n甲报记者：请介绍情况。\n王远厅长：${said}\n`;
const FIRST = record('2024年1月20日', '2023年全省煤炭产量达到13.57亿吨。落实“两保”要求，即保民生、保运转。');
const SECOND = record(
  '2024年3月12日',
  '去年全省煤产量137800万吨，目标是2024年全省煤炭产量达到13亿吨。落实“两保”要求，即保民生、保安全。',
);

describe('figures and slogans over time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'over-time-'));
  const [first, second] = [join(folder, 'a.txt'), join(folder, 'b.txt')];
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const run = (...args: string[]) => spawnSync(process.execPath, ['dist/cli.js', ...args], { encoding: 'utf8' });
  const lines = (...args: string[]) => {
    const { stdout, stderr, status } = run(...args);
    assert.deepEqual([stderr, status], ['', 0]);
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  };
  before(() => {
    file('a.txt', FIRST);
    file('b.txt', SECOND);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('compares figures that people call the same, and says why it compares no others', () => {
    const apart = lines('ledger', folder);
    assert.deepEqual(
      apart.map(({ differsFrom, notCompared }) => [differsFrom.length, notCompared]),
      [
        [0, ''],
        [0, ''],
        [0, 'target'],
      ],
    );
    file('indicators.yaml', 'indicators:\n  - name: 煤炭产量\n    same: [煤产量]\n');
    const [old, now] = lines('ledger', '--indicator', '煤产量', folder);
    assert.deepEqual(
      { ...old, start: 0, end: 0 },
      {
        ...{ path: first, date: '2024-01-20', start: 0, end: 0, words: '13.57亿吨', value: 1_357_000_000, unit: '吨' },
        ...{ indicator: '煤炭产量', area: '山西省', from: '2023-01-01', to: '2023-12-31', sort: 'level', basis: '' },
        ...{ modality: 'actual', speaker: '王远', differsFrom: [{ path: second, start: now.start }], notCompared: '' },
        perhaps: '',
      },
    );
    const target = `{exact: ${now.words}, prefix: 去年全省煤产量, suffix: ，目标是2024年全省}`;
    const verdict = `corrections:\n  - target: ${target}\n    claim: {compared: no}\n`;
    const sidecar = file('b.txt.annotations.yaml', verdict);
    const after = lines('ledger', '--indicator', '煤产量', folder);
    assert.deepEqual(
      after.map(({ differsFrom, notCompared }) => [differsFrom.length, notCompared]),
      [
        [0, ''],
        [0, 'person'],
        [0, 'target'],
      ],
    );
    rmSync(sidecar);
    const { stdout } = run('ledger', '--format', 'csv', folder);
    assert.match(stdout, /^\ufeffpath,date,start,end,words,value,/u);
    assert.ok(stdout.includes(`${second}:${now.start}`));
  });

  it('says where the list of indicators is wrong, and reads the rest', () => {
    const list = file('wrong.yaml', '- nam: 煤炭\n');
    const { stderr, stdout, status } = run('ledger', '--indicators', list, first);
    assert.equal(status, 1);
    assert.match(stderr, /wrong\.yaml: line 1: noName/u);
    assert.match(stdout, /13\.57亿吨/u);
    assert.equal(run('ledger', '--format', 'md', first).status, 2);
  });

  it('tells how slogans change', () => {
    const rows = lines('slogans', '--over-time', folder);
    assert.deepEqual(
      rows.map(({ name, date, mentions, items, changed, first: isFirst }) => [
        name,
        date,
        mentions,
        items,
        changed,
        isFirst,
      ]),
      [
        ['两保', '2024-01-20', 1, ['保民生', '保运转'], null, true],
        [
          ...['两保', '2024-03-12', 1, ['保民生', '保安全']],
          { added: ['保安全'], dropped: ['保运转'], reworded: [], moved: [] },
          false,
        ],
      ],
    );
    assert.match(run('slogans', '--over-time', '--format', 'csv', folder).stdout, /\+ 保安全; - 保运转/u);
  });

  it('counts slogans in every text, by the name of its file where it only tells of a day; or in transcripts alone', () => {
    const article = file('2024-02-03.txt', '2021年7月1日，各地开始落实“两保”要求。此后年年检查。\n');
    const dates = (...args: string[]) => lines('slogans', '--over-time', ...args, folder).map(({ date }) => date);
    assert.deepEqual(dates(), ['2024-01-20', '2024-02-03', '2024-03-12']);
    assert.deepEqual(dates('--transcripts'), ['2024-01-20', '2024-03-12']);
    rmSync(article);
  });

  it('compares two groups of documents', () => {
    const early = file('early.yaml', 'to: 2024-02\n');
    const late = file('late.yaml', 'from: 2024-03\n');
    const [row] = lines('slogans', '--compare', early, late, folder);
    assert.deepEqual([row.name, row.mentionsA, row.mentionsB, row.dispersion], ['两保', 1, 1, null]);
    assert.equal(run('slogans', '--compare', early, folder).status, 2);
  });
});

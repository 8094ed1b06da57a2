import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseSidecar } from '../../../src/core/annotation/sidecar';
import { FileProblem } from '../../../src/store/files';
import { nodeFiles } from '../../../src/store/nodeFiles';
import { SidecarStore } from '../../../src/store/sidecarStore';

const WRITER = 'out/test/unit/store/writeLoop.js';
const store = new SidecarStore(nodeFiles);
const annotation = (id: string) => ({ id, tags: [], target: { exact: '甲', prefix: '', suffix: '', start: 0 } });
const add = (id: string) => ({ kind: 'add' as const, annotation: annotation(id) });

describe('sidecars on disk, when things go wrong', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sidecar-faults-'));
    path = join(folder, 'a.txt.annotations.yaml');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const idsOnDisk = (): string[] => idsIn(path);
  const idsIn = (file: string): string[] => {
    const { sidecar, problems, writable } = parseSidecar(readFileSync(file, 'utf8'));
    assert.deepEqual([problems, writable], [[], true]);
    return sidecar.annotations.map(({ id }) => id);
  };

  it('survives a hundred writers that are killed: the file is whole, and has all that was said to be saved', async function () {
    this.timeout(120_000);
    await Promise.all([1, 2, 3, 4].map((lane) => killWriters(join(folder, `${lane}.yaml`), 25)));
  });

  async function killWriters(file: string, rounds: number): Promise<void> {
    const lockOf = join(folder, `.${basename(file)}.lock`);
    const saved = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      const child = fork(WRITER, [file, `r${round}n`, '1000']);
      const exit = once(child, 'exit');
      child.on('message', (id) => saved.add(String(id)));
      await once(child, 'message');
      await wait(Math.random() * 30);
      child.kill('SIGKILL');
      await exit;
      const ids = new Set(idsIn(file));
      for (const id of saved) assert.ok(ids.has(id), id);
      // the lock of a dead writer is free after ten seconds: as if they had passed
      if (existsSync(lockOf)) utimesSync(lockOf, new Date(0), new Date(0));
    }
    await store.apply(file, add('last'), 'a.txt');
    assert.ok(idsIn(file).includes('last'));
  }

  it('keeps what two processes write at once', async function () {
    this.timeout(60_000);
    const children = ['left', 'right'].map((name) => fork(WRITER, [path, name, '40']));
    await Promise.all(children.map((child: ChildProcess) => once(child, 'exit')));
    assert.equal(new Set(idsOnDisk()).size, 80);
    assert.deepEqual(readdirSync(folder), ['a.txt.annotations.yaml']);
  });

  it('writes on what is there now, not on what was read before', async () => {
    await store.apply(path, add('a1'), 'a.txt');
    const applied = await store.apply(path, { kind: 'change', id: 'a1', changes: { note: 'mine' } }, 'a.txt');
    assert.ok('undo' in applied);
    writeFileSync(path, `${readFileSync(path, 'utf8').replace('mine', 'by another hand')}extra: 1\n`);
    await store.apply(path, add('a2'), 'a.txt');
    assert.deepEqual(idsOnDisk(), ['a1', 'a2']);
    assert.match(readFileSync(path, 'utf8'), /by another hand[\s\S]*extra: 1\n$/u);
    const before = readFileSync(path, 'utf8');
    assert.deepEqual(await store.apply(path, applied.undo, 'a.txt'), {
      refused: { code: 'changedSince', detail: 'a1' },
    });
    assert.equal(readFileSync(path, 'utf8'), before);
  });

  const rejects = (at: string) =>
    assert.rejects(store.apply(at, add('a1'), 'a.txt'), (error) => error instanceof FileProblem);

  it('says so when a folder stands where the file should be, or its folder is gone', async () => {
    mkdirSync(path);
    await rejects(path);
    await rejects(join(folder, 'gone', 'b.yaml'));
    assert.deepEqual(readdirSync(folder), ['a.txt.annotations.yaml']);
  });

  it('leaves the file and no lock when the temporary file cannot be made', async () => {
    // the longest name whose lock still fits: the temporary file's does not
    const long = join(folder, 'n'.repeat(249));
    writeFileSync(long, 'version: 1\n');
    await rejects(long);
    assert.deepEqual(readdirSync(folder), ['n'.repeat(249)]);
    assert.equal(readFileSync(long, 'utf8'), 'version: 1\n');
  });

  it('leaves the file as it was when the disk is full', async function () {
    if (
      process.platform !== 'linux' ||
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status !== 0
    ) {
      this.skip();
    }
    try {
      const old = `version: 1\nannotations: []\nfiller: ${'x'.repeat(40_000)}\n`;
      writeFileSync(path, old);
      await assert.rejects(
        store.apply(path, add('a1'), 'a.txt'),
        (error) => error instanceof FileProblem && error.code === 'noSpace',
      );
      assert.equal(readFileSync(path, 'utf8'), old);
      assert.deepEqual(readdirSync(folder), ['a.txt.annotations.yaml']);
    } finally {
      execFileSync('umount', [folder]);
    }
  });

  it('leaves the file as it was when writing breaks off in the middle', async function () {
    if (process.platform === 'win32') this.skip();
    const old = `version: 1\nannotations: []\nfiller: ${'x'.repeat(40_000)}\n`;
    writeFileSync(path, old);
    const { status } = spawnSync('sh', ['-c', 'ulimit -f 8; exec "$0" "$@"', process.execPath, WRITER, path, 'n', '1']);
    assert.notEqual(status, 0);
    assert.equal(readFileSync(path, 'utf8'), old);
  });
});

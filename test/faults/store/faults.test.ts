import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileProblem } from '../../../src/store/files';
import { nodeFiles } from '../../../src/store/nodeFiles';
import { SidecarStore } from '../../../src/store/sidecarStore';
import { idsIn, killWriters, pauseWriter, Writer, writeAtOnce } from './writers';

const WRITER = 'out/test/faults/store/writeLoop.js';
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

  it('survives a hundred writers that are killed: the file is whole, and has all that was said to be saved', async function () {
    this.timeout(120_000);
    const lanes = [1, 2, 3, 4].map((lane) => join(folder, `${lane}.yaml`));
    for (const { lost, refused, died } of await Promise.all(lanes.map((lane) => killWriters(lane, 25)))) {
      assert.deepEqual({ lost, refused, died }, { lost: 0, refused: 0, died: 0 });
    }
    for (const lane of lanes) {
      await store.apply(lane, add('last'), 'a.txt');
      assert.ok(idsIn(lane).includes('last'));
    }
    assert.equal(readdirSync(folder).length, lanes.length);
  });

  it('keeps what eight processes write at once', async function () {
    this.timeout(120_000);
    const paths = Array.from({ length: 8 }, () => path);
    assert.deepEqual(await writeAtOnce(paths, 25), { saved: 200, refused: 0, lost: 0, died: 0 });
    assert.deepEqual(readdirSync(folder), ['a.txt.annotations.yaml']);
  });

  it('keeps what is written through a symbolic link and to its target at once', async function () {
    this.timeout(60_000);
    if (process.platform === 'win32') this.skip();
    const link = join(folder, 'link.yaml');
    mkdirSync(join(folder, 'by'));
    writeFileSync(path, '');
    symlinkSync(path, link);
    symlinkSync(folder, join(folder, 'by', 'folder'));
    const paths = [path, link, join(folder, 'by', 'folder', 'link.yaml')];
    assert.deepEqual(await writeAtOnce(paths, 15), { saved: 45, refused: 0, lost: 0, died: 0 });
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.deepEqual(readdirSync(folder), ['a.txt.annotations.yaml', 'by', 'link.yaml']);
  });

  it('keeps what two writers wrote where one slept with the lock in his hand', async function () {
    this.timeout(120_000);
    if (process.platform === 'win32') this.skip();
    let slept = 0;
    for (let round = 0; round < 8; round++) {
      const file = join(folder, `${round}.yaml`);
      const { paused, ...outcome } = await pauseWriter(file, 20);
      assert.deepEqual(outcome, { saved: 40, refused: 0, lost: 0, died: 0 });
      if (paused) slept++;
    }
    assert.ok(slept > 0);
  });

  it('ends by a signal at once, also at work that takes long', async function () {
    if (process.platform === 'win32') this.skip();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      const writer = new Writer(path, signal, 10_000);
      await writer.started();
      writer.process.kill(signal);
      await writer.exit;
      assert.equal(writer.process.signalCode, signal);
    }
  });

  it('writes on what is there now, not on what was read before', async () => {
    await store.apply(path, add('a1'), 'a.txt');
    const applied = await store.apply(path, { kind: 'change', id: 'a1', changes: { note: 'mine' } }, 'a.txt');
    assert.ok('undo' in applied);
    writeFileSync(path, `${readFileSync(path, 'utf8').replace('mine', 'by another hand')}extra: 1\n`);
    await store.apply(path, add('a2'), 'a.txt');
    assert.deepEqual(idsIn(path), ['a1', 'a2']);
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

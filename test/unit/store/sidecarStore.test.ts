import assert from 'node:assert/strict';
import { editSteps } from '../../../src/core/annotation/editSidecar';
import { EntryCache } from '../../../src/core/annotation/entryCache';
import { parseSteps } from '../../../src/core/annotation/sidecar';
import type { SidecarOperation } from '../../../src/core/annotation/sidecarOperation';
import { entryLines } from '../../../src/core/annotation/writeEntry';
import type { Files } from '../../../src/store/files';
import { SidecarStore } from '../../../src/store/sidecarStore';

const annotation = (n: number) => ({
  id: `a${n}`,
  tags: ['能源/保供'],
  target: { exact: `第${n}批物资`, prefix: `第${n}项`, suffix: '。', start: n * 40 },
});
const written = (count: number) =>
  `version: 1\nannotations:\n${Array.from({ length: count }, (_, n) => entryLines(annotation(n))).join('')}`;
const add: SidecarOperation = { kind: 'add', annotation: { ...annotation(70), id: 'new' } };

describe('large sidecars', () => {
  /** How much others have to wait at a time: entries that are looked at in one step. */
  const perStep = (steps: Iterator<unknown>, count: number) => {
    let taken = 0;
    while (!steps.next().done) taken++;
    return count / taken;
  };

  it('are read, edited and taken back entry by entry, with others in between', () => {
    for (const count of [100, 200]) {
      const cache = new EntryCache();
      const text = written(count);
      assert.ok(perStep(parseSteps(text, cache), count) <= 1);
      assert.ok(perStep(editSteps(text, add, 'a.txt', cache), count) <= 1);
      assert.ok(perStep(editSteps(text, { kind: 'delete', id: 'a7' }, 'a.txt', cache), count) <= 1);
    }
  });

  it('keep what several add at once, each to the file as it is when his turn comes', async () => {
    let content: string | undefined = written(200);
    // no lock, as on file systems that only the editor knows: whoever was late does it again
    const files: Files<string> = {
      read: async () => content,
      async update(_, change) {
        for (;;) {
          const before: string | undefined = content;
          const after = await change(before);
          if (content !== before) continue;
          content = after ?? content;
          return;
        }
      },
    };
    const store = new SidecarStore(files);
    const operations = Array.from({ length: 5 }, (_, n): SidecarOperation => {
      return { kind: 'add', annotation: { ...annotation(n * 30), id: `new${n}` } };
    });
    const applied = await Promise.all(operations.map((operation) => store.apply('a', operation, 'a.txt')));
    assert.equal((await store.read('a'))!.sidecar.annotations.length, 205);
    const undo = applied.flatMap((one) => ('undo' in one ? one.undo : []));
    assert.equal(undo.length, 5);
    await store.apply('a', undo.reverse(), 'a.txt');
    assert.equal(content, written(200));
  });
});

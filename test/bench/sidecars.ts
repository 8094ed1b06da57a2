import { editSidecar } from '../../src/core/annotation/editSidecar';
import { EntryCache } from '../../src/core/annotation/entryCache';
import { mergeSidecars } from '../../src/core/annotation/mergeSidecars';
import { parseSidecar, readEntries } from '../../src/core/annotation/sidecar';
import { entryLines } from '../../src/core/annotation/writeEntry';

/*
 * Sidecars of many entries: what is worked out at a time, in milliseconds of the processor. `entries` is read in slices;
 * the others hold everything else up. Run with `npm run bench -- sidecars`.
 */
const annotation = (n: number) => ({
  id: `a${n.toString(36).padStart(7, '0')}`,
  tags: ['能源/保供', '治理'],
  target: {
    exact: `稳定供应第${n}批物资，稳定价格`,
    prefix: `会议提出第${n}项要求，即`,
    suffix: '，不得随意涨价。下一步继续',
    start: n * 40,
  },
  note: `与去年比较：增长 ${n}`,
  creator: 'analyst',
  created: '2026-01-02T03:05:00Z',
});

function cpu(work: () => unknown): string {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) / 1000).toFixed(0).padStart(7);
}

console.log('\nSidecars, ms of the processor');
console.log(`${'entries'.padEnd(10)}   open  again    add  merge`);
for (const count of [1000, 5000, 10_000]) {
  const entries = Array.from({ length: count }, (_, n) => entryLines(annotation(n)).replace(/^(?=.)/gmu, '  '));
  const text = `version: 1\nannotations:\n${entries.join('')}`;
  const cache = new EntryCache();
  const open = cpu(() => [...readEntries(text, cache)]);
  const again = cpu(() => parseSidecar(text, cache));
  const added = { kind: 'add', annotation: { ...annotation(count / 2), id: 'new' } } as const;
  const add = cpu(() => editSidecar(text, added, 'a.txt', cache));
  const merge = cpu(() =>
    mergeSidecars(
      text,
      text.replace(entries[100]!, entries[100]!.replace('增长', '下降')) + entries[0]!.replace('a0', 'b0'),
      text.replace(entries[200]!, '') + entries[0]!.replace('a0', 'c0'),
    ),
  );
  console.log(String(count).padEnd(10), open, again, add, merge);
}

import { editSteps } from '../../src/core/annotation/editSidecar';
import { EntryCache } from '../../src/core/annotation/entryCache';
import { mergeSidecars } from '../../src/core/annotation/mergeSidecars';
import { parseSidecar, parseSteps } from '../../src/core/annotation/sidecar';
import { entryLines } from '../../src/core/annotation/writeEntry';
import type { CodebookTag } from '../../src/core/codebook/codebook';
import { type CodebookEdit, editCodebook } from '../../src/core/codebook/editCodebook';
import { importTags } from '../../src/core/codebook/importTags';
import { readQdc } from '../../src/core/codebook/qdc/readQdc';
import { parseCodebook } from '../../src/core/codebook/readCodebook';

/*
 * Sidecars of many entries, in milliseconds of the processor. Opening and adding are done in steps, others run in between;
 * the longest is what holds them up. Run with `npm run bench -- sidecars`.
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

const used = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const written = (ms: number) => ms.toFixed(0).padStart(7);

function cpu(work: () => unknown): string {
  const before = used();
  work();
  return written(used() - before);
}

/** All steps together, and the longest: nothing else runs during one. */
function cpuOf(steps: Iterator<unknown>): string {
  const before = used();
  let [last, longest] = [before, 0];
  for (let isDone = false; !isDone; ) {
    isDone = steps.next().done === true;
    const now = used();
    [last, longest] = [now, Math.max(longest, now - last)];
  }
  return `${written(last - before)} ${written(longest)}`;
}

console.log('\nSidecars, ms of the processor');
console.log(`${'entries'.padEnd(10)}   open longest   again     add longest   merge`);
for (const count of [1000, 5000, 10_000]) {
  const entries = Array.from({ length: count }, (_, n) => entryLines(annotation(n)).replace(/^(?=.)/gmu, '  '));
  const text = `version: 1\nannotations:\n${entries.join('')}`;
  const cache = new EntryCache();
  const open = cpuOf(parseSteps(text, cache));
  const again = cpu(() => parseSidecar(text, cache));
  const added = { kind: 'add', annotation: { ...annotation(count / 2), id: 'new' } } as const;
  const add = cpuOf(editSteps(text, added, 'a.txt', cache));
  const merge = cpu(() =>
    mergeSidecars(
      text,
      text.replace(entries[100]!, entries[100]!.replace('增长', '下降')) + entries[0]!.replace('a0', 'b0'),
      text.replace(entries[200]!, '') + entries[0]!.replace('a0', 'c0'),
    ),
  );
  console.log(String(count).padEnd(10), open, again, add, merge);
}

console.log('\nA codebook of codes of one name (.qdc), ms of the processor');
console.log(`${'codes'.padEnd(10)}   read  import taken back`);
for (const count of [2500, 5000, 10_000]) {
  const begun = 'version: 1\ntags:\n';
  const xml = `<CodeBook><Codes>${'<Code name="供水"/>'.repeat(count)}</Codes></CodeBook>`;
  let tags: readonly CodebookTag[] = [];
  const read = cpu(() => {
    tags = readQdc(xml).codebook.tags;
  });
  let made: CodebookEdit | undefined;
  const imported = cpu(() => {
    made = editCodebook(begun, importTags(parseCodebook(begun).codebook, tags));
  });
  const back = cpu(() => made && 'text' in made && editCodebook(made.text, made.undo));
  console.log(String(count).padEnd(10), read, imported, back);
}

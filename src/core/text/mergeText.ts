import { diff3Merge } from 'node-diff3';

/** Beyond this many changed lines a comparison would take minutes: one conflict around them all is honest and quick. */
const MAX_COMPARED_LINES = 5000;

/** Merges three texts by lines, with git's conflict markers where both sides changed the same lines. Nothing is lost. */
export function mergeText(base: string, ours: string, theirs: string): { text: string; conflicts: number } {
  const [o, a, b] = [base, ours, theirs].map(linesOf) as [string[], string[], string[]];
  const shortest = Math.min(o.length, a.length, b.length);
  let head = 0;
  while (head < shortest && o[head] === a[head] && o[head] === b[head]) head++;
  let tail = 0;
  while (tail < shortest - head && o.at(-1 - tail) === a.at(-1 - tail) && o.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const [was, mine, other] = [o, a, b].map((lines) => lines.slice(head, lines.length - tail)) as [
    string[],
    string[],
    string[],
  ];
  const compared = Math.max(was.length, mine.length, other.length) <= MAX_COMPARED_LINES;
  const regions = compared
    ? diff3Merge(mine, was, other, { excludeFalseConflicts: true })
    : [{ conflict: { a: mine, b: other } }];
  const eol = ours.includes('\r\n') ? '\r\n' : '\n';
  let conflicts = 0;
  const merged = regions.flatMap((region) => {
    if ('ok' in region && region.ok) return region.ok;
    if (!('conflict' in region) || !region.conflict) return [];
    conflicts++;
    const side = (lines: string[]) => lines.map((line) => (line.endsWith('\n') ? line : line + eol));
    return [
      `<<<<<<< ours${eol}`,
      ...side(region.conflict.a),
      `=======${eol}`,
      ...side(region.conflict.b),
      `>>>>>>> theirs${eol}`,
    ];
  });
  return { text: [...a.slice(0, head), ...merged, ...a.slice(a.length - tail)].join(''), conflicts };
}

/** Lines with their ends. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];

import { readFile } from 'node:fs/promises';
import { mergeSidecars } from '../core/annotation/mergeSidecars';
import { mergeText } from '../core/text/mergeText';
import { FileProblem } from '../store/files';
import { updateFile } from '../store/updateFile';
import { type Command, reasonOf } from './command';
import { wordFileProblem } from './wordFileProblem';

export const merge: Command = {
  usage: `merge BASE OURS THEIRS
  merges two versions of an annotation file by entry and writes the result to OURS; a git merge driver: merge %O %A %B
  BASE is - where the two versions come from no common one that is known: what one of them has is in the result
  exits 0 when merged, 1 when a person must look (both versions are in OURS), 2 on wrong usage,
  129 when a file could not be read or written: git then stops the merge instead of taking OURS for the result`,
  async run(paths) {
    if (paths.length !== 3 || paths.some((path, index) => path.startsWith('-') && !(index === 0 && path === NOTHING)))
      return undefined;
    return mergeFiles(paths);
  },
};

/** Stands for a base that nobody has. */
const NOTHING = '-';

/** Above 128, which git takes for a failed driver: with any less it would go on with OURS, and theirs would be lost. */
const FAILED = 129;

async function mergeFiles([base = '', ours = '', theirs = '']: readonly string[]): Promise<number> {
  try {
    const sides = [base === NOTHING ? Buffer.alloc(0) : await readFile(base), await readFile(theirs)] as const;
    let merged: Merged | undefined;
    await updateFile(ours, (content) => {
      if (content === undefined) throw new Error(`there is no file ${ours}`);
      merged = mergeBytes([sides[0], content, sides[1]]);
      return merged.content;
    });
    if (merged?.remark) process.stderr.write(`${ours}: ${merged.remark}\n`);
    return merged?.status ?? FAILED;
  } catch (error) {
    const why = error instanceof FileProblem ? wordFileProblem(error) : reasonOf(error);
    process.stderr.write(`${ours}: cannot be merged: ${why}\n`);
    return FAILED;
  }
}

interface Merged {
  readonly content: Buffer;
  readonly status: 0 | 1;
  readonly remark?: string;
}

function mergeBytes(sides: [Buffer, Buffer, Buffer]): Merged {
  let remark: string;
  try {
    const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const result = mergeSidecars(...(sides.map((side) => utf8.decode(side)) as [string, string, string]));
    if ('text' in result) {
      const content = Buffer.from(result.text);
      if (result.conflicts.length === 0) return { content, status: 0 };
      return { content, status: 1, remark: `both versions kept of: ${result.conflicts.join(', ')}` };
    }
    const line = 'line' in result.refused ? `, line ${result.refused.line + 1}` : '';
    remark = `merged as text: ${result.refused.code} in ${result.side}${line}`;
  } catch (error) {
    // not UTF-8, or a fault of the merge itself: neither may cost anybody an annotation
    remark = `merged as text: ${reasonOf(error)}`;
  }
  // one character for each byte, so that any encoding comes back as it was
  const [base, ours, theirs] = sides.map((side) => side.toString('latin1')) as [string, string, string];
  return { content: Buffer.from(mergeText(base, ours, theirs).text, 'latin1'), status: 1, remark };
}

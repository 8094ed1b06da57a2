import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { NamesProblem } from '../core/names/readNames';
import { reasonOf } from './command';

/** The file called `name` in the folder that `path` is or stands in, or in the nearest one above that has it. */
export async function nearestFile(path: string, name: string): Promise<string | undefined> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const file = join(folder, name);
    const isFile = await stat(file).then(
      (stats) => stats.isFile(),
      () => false,
    );
    if (isFile) return file;
    if (folder === dirname(folder)) return undefined;
  }
}

/** What `read` makes of a file of names; undefined where it cannot be read. `fail` hears of that, and of every problem. */
export async function readNamesFile<T extends { readonly problems: readonly NamesProblem[] }>(
  path: string,
  read: (source: string) => T,
  fail: (path: string, words: string) => void,
): Promise<T | undefined> {
  try {
    const names = read(await readFile(path, 'utf8'));
    for (const { code, line, detail, meant } of names.problems) {
      fail(path, `line ${line + 1}: ${code} ${detail}${meant === undefined ? '' : ` (${meant})`}`);
    }
    return names;
  } catch (error) {
    fail(path, `cannot be read: ${reasonOf(error)}`);
    return undefined;
  }
}

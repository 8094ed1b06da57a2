import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SIDECAR_SUFFIX } from '../core/annotation/annotation';
import { isShadow } from '../store/isShadow';
import { reasonOf } from './command';

/** Tells of a path that is not looked into, and why; `isFault` where it could not be. */
export type Tell = (path: string, why: string, isFault: boolean) => void;

/** What a walk tells on its way. */
export interface Walker {
  readonly tell: Tell;
  /** The names of what is no folder, links to files included, before they come one by one. */
  enter(folder: string, names: readonly string[]): void;
}

/**
 * The files of a folder and of all below it in the order of their names, each once, whatever links lead to it. Links to
 * folders come last, so that paths are the real ones where they can be. Packages, dot folders and what macOS keeps beside files are left out; a link
 * that leads nowhere is told of, but a sidecar's, which is among the files: its reader tells.
 */
export async function* walk(path: string, walker: Walker, seen = new Set<string>()): AsyncGenerator<string> {
  const links: string[] = [];
  const real: { name: string; isFolder: boolean }[] = [];
  try {
    const own = await realpath(path);
    if (seen.has(own)) return;
    seen.add(own);
    for (const entry of await readdir(path, { withFileTypes: true })) {
      const { name } = entry;
      if (isShadow(name)) continue;
      const isLink = entry.isSymbolicLink();
      const kind = isLink ? await kindOf(join(path, name)) : entry.isDirectory() ? 'folder' : 'file';
      if (kind === 'nothing' && !name.endsWith(SIDECAR_SUFFIX)) {
        walker.tell(join(path, name), 'skipped: a link to what is not there', false);
      }
      if (kind === 'folder' && (name === 'node_modules' || name.startsWith('.'))) continue;
      if (kind === 'folder' && isLink) links.push(name);
      else real.push({ name, isFolder: kind === 'folder' });
    }
  } catch (error) {
    walker.tell(path, `cannot be listed: ${reasonOf(error)}`, true);
    return;
  }
  walker.enter(
    path,
    real.flatMap(({ name, isFolder }) => (isFolder ? [] : [name])),
  );
  for (const { name, isFolder } of real.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isFolder) yield* walk(join(path, name), walker, seen);
    else yield join(path, name);
  }
  for (const name of links.sort()) yield* walk(join(path, name), walker, seen);
}

const kindOf = (path: string): Promise<'folder' | 'file' | 'nothing'> =>
  stat(path).then(
    (stats) => (stats.isDirectory() ? 'folder' : 'file'),
    () => 'nothing',
  );

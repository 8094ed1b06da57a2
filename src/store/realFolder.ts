import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * The path of a file in its real folder: through links to folders one file may have several paths. A link that is itself
 * the file keeps its name, by which its sidecar goes.
 */
export function inRealFolder(path: string): string {
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return path;
  }
}

import { lstat } from 'node:fs/promises';
import { errorCode } from './files';

/**
 * Whether reading failed because there is no such file: there is none of a name that is too long either. A link whose
 * target is gone is one, and what it led to may come back.
 */
export async function isMissing(error: unknown, path: string): Promise<boolean> {
  if (errorCode(error) === 'ENAMETOOLONG') return true;
  if (errorCode(error) !== 'ENOENT') return false;
  return lstat(path).then(
    (stats) => !stats.isSymbolicLink(),
    () => true,
  );
}

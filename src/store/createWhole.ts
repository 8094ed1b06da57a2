import { randomBytes } from 'node:crypto';
import { link, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file that is not there yet, whole or not at all; never over one that is. Resolves with whether it was written;
 * rejects with the system's error.
 */
export async function createWhole(path: string, content: string): Promise<boolean> {
  // short, so that it fits wherever the name itself does
  const sibling = join(dirname(path), `.${randomBytes(4).toString('hex')}.tmp`);
  try {
    await fill(sibling, content);
    // unlike a rename, a link fails where there is a file
    await link(sibling, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code ?? '')) throw error;
    return await createDirectly(path, content);
  } finally {
    await rm(sibling, { force: true }).catch(() => {});
  }
}

/** For file systems without links. */
async function createDirectly(path: string, content: string): Promise<boolean> {
  try {
    await fill(path, content);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    await rm(path, { force: true }).catch(() => {});
    throw error;
  }
}

async function fill(path: string, content: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

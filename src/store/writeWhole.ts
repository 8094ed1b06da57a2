import { randomBytes } from 'node:crypto';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';

/**
 * Writes a file so that whoever reads it, and whatever happens, finds the old one or the new one, whole: into a sibling,
 * to the last byte and onto the disk, and then over the old one. Rejects with the system's error, leaving the old file.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const sibling = `${target}.${randomBytes(4).toString('hex')}.tmp`;
  let file: FileHandle | undefined;
  try {
    file = await open(sibling, 'wx');
    // `writeFile` goes on after a short write; a single write on a full disk would cut the file off and say nothing
    await file.writeFile(content);
    await keepOwner(file, target);
    await file.sync();
    await file.close();
    await rename(sibling, target);
  } catch (error) {
    await file?.close().catch(() => {});
    await rm(sibling, { force: true }).catch(() => {});
    throw error;
  }
}

/** The new file belongs to whom the old one did, as far as the system lets us, and has its permissions. */
async function keepOwner(file: FileHandle, target: string): Promise<void> {
  const old = await stat(target).catch(() => undefined);
  if (!old) return;
  await file.chown(old.uid, old.gid).catch(() => {});
  await file.chmod(old.mode & 0o7777);
}

/** Whether a file called `name` is what a killed writer of `target`, beside it, has left. */
export const isLeftover = (name: string, target: string): boolean =>
  name.startsWith(`${target}.`) && /^[\da-f]{8}\.tmp$/u.test(name.slice(target.length + 1));

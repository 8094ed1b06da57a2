import { readFile } from 'node:fs/promises';
import { decodeUtf8 } from '../core/text/decode';
import { errorCode, FileProblem, type FileProblemCode, type Files } from './files';
import { isMissing } from './isMissing';
import { updateFile } from './updateFile';

/** `Files` over the local disk. Several processes may write the same file: a lock beside it orders them. */
export const nodeFiles: Files<string> = {
  read: (path) => guarded(path, async () => textOf(path, await contentOf(path))),
  update: (path, change, root) =>
    guarded(path, () => updateFile(path, (content) => change(textOf(path, content)), root)),
};

async function contentOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (await isMissing(error, path)) return undefined;
    throw errorCode(error) === 'ENOENT' ? new FileProblem('danglingLink', path, error) : error;
  }
}

function textOf(path: string, content: Uint8Array | undefined): string | undefined {
  if (!content) return undefined;
  const text = decodeUtf8(content);
  if (text === undefined) throw new FileProblem('notText', path, undefined);
  return text;
}

const CODES: Record<string, FileProblemCode> = {
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'readOnly',
  ENOSPC: 'noSpace',
  EDQUOT: 'noSpace',
  EBUSY: 'locked',
  ETXTBSY: 'locked',
  ENAMETOOLONG: 'nameTooLong',
  EISDIR: 'notAFile',
  ENOTDIR: 'noFolder',
  ENOENT: 'noFolder',
  ELOOP: 'danglingLink',
};

/** Says every condition as a `FileProblem`. */
async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    const code = CODES[errorCode(error)] ?? 'failed';
    throw new FileProblem(code, path, error, code === 'failed' ? errorCode(error) : '');
  }
}

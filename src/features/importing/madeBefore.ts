import { Uri } from 'vscode';
import { engine } from '../../host/engine';
import { fileExists } from '../../host/fileExists';
import type { Services } from '../../host/services';
import { sidecarOf } from '../../host/sidecars';
import { fileName } from '../../host/wording';

/** A transcript that was made of an original before. */
export interface Made {
  readonly transcript: Uri;
  /** What the original was then. */
  readonly hash: string | undefined;
}

/** The transcript in `folder` that says that it was made of `original`. */
export async function madeBefore(services: Services, original: Uri, folder: Uri): Promise<Made | undefined> {
  const path = pathFrom(folder, original);
  for (const name of engine().transcriptNames(fileName(original))) {
    const transcript = Uri.joinPath(folder, name);
    const isThere = await fileExists(transcript);
    const isKnown = await fileExists(sidecarOf(transcript));
    if (!isThere && !isKnown) return undefined;
    if (!isThere || !isKnown) continue;
    const { document } = (await services.sidecars.load(transcript)).sidecar;
    if (document.original === path) return { transcript, hash: document.originalHash };
  }
  return undefined;
}

/** The path of a file from a folder, with slashes; the whole address where no such path leads there. */
export function pathFrom(folder: Uri, file: Uri): string {
  if (folder.scheme !== file.scheme || folder.authority !== file.authority) return file.toString();
  const [from, to] = [folder, file].map(({ path }) => path.split('/').filter((part) => part !== '')) as [
    string[],
    string[],
  ];
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** The file at a path that `pathFrom` gave for `folder`. */
export const fileAt = (folder: Uri, path: string): Uri =>
  /^[a-z][\w+.-]+:\//iu.test(path) ? Uri.parse(path) : Uri.joinPath(folder, path);

import { Uri, workspace } from 'vscode';
import { SIDECAR_SUFFIX } from '../../core/annotation/annotation';
import { engine } from '../../host/engine';
import { fileExists } from '../../host/fileExists';
import type { Services } from '../../host/services';
import { transcriptOf } from '../../host/sidecars';
import { fileName } from '../../host/wording';

/** A transcript that was made of an original before. */
export interface Made {
  readonly transcript: Uri;
  /** What the original was then. */
  readonly hash: string | undefined;
}

/** The transcripts in a folder that were made of originals, looked up once. */
export class MadeBefore {
  private readonly folders = new Map<string, Promise<readonly Told[]>>();

  constructor(private readonly services: Services) {}

  /** The transcript in `folder` that says that it was made of `original`, whatever it is called now. */
  async find(original: Uri, folder: Uri): Promise<Made | undefined> {
    const path = pathFrom(folder, original);
    const key = folder.toString();
    const all = this.folders.get(key) ?? toldIn(folder);
    this.folders.set(key, all);
    const name = fileName(original);
    for (const { transcript, line } of await all) {
      if (!line.includes(name) || !(await fileExists(transcript))) continue;
      const { document } = (await this.services.sidecars.load(transcript)).sidecar;
      if (document.original === path) return { transcript, hash: document.originalHash };
    }
    return undefined;
  }
}

interface Told {
  readonly transcript: Uri;
  /** The line of its sidecar that tells its original. */
  readonly line: string;
}

async function toldIn(folder: Uri): Promise<readonly Told[]> {
  const entries = await Promise.resolve(workspace.fs.readDirectory(folder)).catch(() => []);
  const told: Told[] = [];
  for (const [name] of entries) {
    if (!name.endsWith(SIDECAR_SUFFIX)) continue;
    const sidecar = Uri.joinPath(folder, name);
    const bytes = await Promise.resolve(workspace.fs.readFile(sidecar)).catch(() => new Uint8Array());
    const line = engine().originalLine(new TextDecoder().decode(bytes));
    if (line !== undefined) told.push({ transcript: transcriptOf(sidecar), line });
  }
  return told.sort((a, b) => (a.transcript.path < b.transcript.path ? -1 : 1));
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

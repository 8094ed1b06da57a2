import { Uri } from 'vscode';
import { pathOf } from './pathOf';
import type { LocalMachine } from './platform';

/** Which of the files that are known, by their URIs, is that at `uri` by another path; undefined where none is. */
export type SameFile = (uri: Uri, known: Iterable<string>) => string | undefined;

/** Links to folders give one file several paths. Where the machine cannot tell, each counts for itself. */
export function sameFile(machine: LocalMachine | undefined): SameFile {
  return (uri, known) => {
    if (!machine || uri.scheme !== 'file') return undefined;
    const own = uri.toString();
    const name = own.slice(own.lastIndexOf('/'));
    let real: string | undefined;
    for (const other of known) {
      if (other === own || !other.endsWith(name) || !other.startsWith('file:')) continue;
      real ??= machine.inRealFolder(pathOf(uri));
      if (machine.inRealFolder(pathOf(Uri.parse(other))) === real) return other;
    }
    return undefined;
  };
}

import type { Uri } from 'vscode';

/** A file or folder that has another name. */
export interface Rename {
  readonly oldUri: Uri;
  readonly newUri: Uri;
}

/** Where a file is after it, or a folder that it is in, got another name. */
export function followRename(uri: Uri, { oldUri, newUri }: Rename): Uri {
  const isMeant = uri.path === oldUri.path || uri.path.startsWith(`${oldUri.path}/`);
  return isMeant ? uri.with({ path: newUri.path + uri.path.slice(oldUri.path.length) }) : uri;
}

import { type Uri, workspace } from 'vscode';

/** Whether there is a file or folder; one that cannot be looked at counts as none. */
export const fileExists = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

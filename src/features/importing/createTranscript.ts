import { FileSystemError, Uri, WorkspaceEdit, workspace } from 'vscode';
import { engine } from '../../host/engine';
import { fileExists } from '../../host/fileExists';
import { sidecarOf } from '../../host/sidecars';

/**
 * Creates the transcript of an original called `name` in `folder`: under the first name that neither a file nor the
 * sidecar of a lost transcript has. Never writes over a file. Rejects where it cannot be written.
 */
export async function createTranscript(folder: Uri, name: string, text: string): Promise<Uri> {
  for (const candidate of engine().transcriptNames(name)) {
    const uri = Uri.joinPath(folder, candidate);
    if ((await fileExists(uri)) || (await fileExists(sidecarOf(uri)))) continue;
    const edit = new WorkspaceEdit();
    edit.createFile(uri, { contents: new TextEncoder().encode(text), overwrite: false, ignoreIfExists: false });
    if (await workspace.applyEdit(edit)) return uri;
    // somebody else was faster, or nobody may write here
    if (!(await fileExists(uri))) throw FileSystemError.NoPermissions(uri);
  }
  throw FileSystemError.FileExists(folder);
}

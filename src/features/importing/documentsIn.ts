import { FileType, Uri, workspace } from 'vscode';
import { EXTENSIONS } from '../../importing/original';

/** More are not shown before they are imported. */
export const MOST_DOCUMENTS = 500;
const NAMES = new RegExp(`\\.(?:${Object.values(EXTENSIONS).flat().join('|')})$`, 'iu');
/** Plain texts of the workspace are transcripts already, or on purpose none. */
const TEXTS = new RegExp(`\\.(?:${EXTENSIONS.text.join('|')})$`, 'iu');

/**
 * Files as they are, and for folders the documents in them and below, in the order of their names; one more than
 * `MOST_DOCUMENTS` where there are more. Hidden files and folders are left out, and so is what macOS keeps beside files.
 * Rejects where a folder cannot be read.
 */
export async function documentsIn(uris: readonly Uri[]): Promise<Uri[]> {
  const found: Uri[] = [];
  for (const uri of uris) {
    if (await isFolder(uri)) await lookThrough(uri, found);
    else found.push(uri);
  }
  return found;
}

/** Whether it is a folder; what is not there is none. */
export const isFolder = async (uri: Uri): Promise<boolean> =>
  workspace.fs.stat(uri).then(
    ({ type }) => (type & FileType.Directory) !== 0,
    () => false,
  );

async function lookThrough(folder: Uri, found: Uri[]): Promise<void> {
  const isOfWorkspace = workspace.getWorkspaceFolder(folder) !== undefined;
  const entries = await workspace.fs.readDirectory(folder);
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  for (const [name, type] of entries.sort(([a], [b]) => collator.compare(a, b))) {
    if (found.length > MOST_DOCUMENTS) return;
    if (/^[.~]|^node_modules$/u.test(name)) continue;
    const uri = Uri.joinPath(folder, name);
    // a link may lead back up
    if (type === FileType.Directory) await lookThrough(uri, found);
    else if (type & FileType.File && NAMES.test(name) && !(isOfWorkspace && TEXTS.test(name))) found.push(uri);
  }
}

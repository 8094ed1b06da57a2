import { Disposable, type LogOutputChannel, type TextDocument, type Uri, workspace } from 'vscode';
import { SIDECAR_SUFFIX } from '../../core/annotation/annotation';
import type { FolderEvents } from '../../host/folderEvents';
import { sidecarOf } from '../../host/sidecars';
import { fileName } from '../../host/wording';
import { excluded } from '../../host/workspaceFiles';
import { isShadow } from '../../store/isShadow';

/** A rename is, for a watcher, two events or more; what stands between them is not looked at. */
const SETTLE_MS = 200;

/** Calls `check` on every sidecar of the workspace, and again when it or its transcript comes or goes. */
export function followSidecars(
  check: (sidecar: Uri) => Promise<void>,
  folders: FolderEvents,
  log: LogOutputChannel,
): Disposable {
  const known = new Map<string, Uri>();
  const waiting = new Map<string, Uri>();
  let timer: NodeJS.Timeout | undefined;
  const soon = (sidecars: Iterable<Uri>) => {
    for (const sidecar of sidecars) {
      if (isShadow(fileName(sidecar))) continue;
      known.set(sidecar.toString(), sidecar);
      waiting.set(sidecar.toString(), sidecar);
    }
    if (waiting.size === 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const all = [...waiting.values()];
      waiting.clear();
      Promise.all(all.map(check)).catch((error) => log.error('cannot look for transcripts', error));
    }, SETTLE_MS);
  };
  /** A folder that goes is one event. */
  const changed = (uri: Uri) => {
    const own = sidecarOf(uri).path;
    const below = `${uri.path}/`;
    const met = [...known.values()].filter(({ path }) => path === own || path.startsWith(below));
    soon(uri.path.endsWith(SIDECAR_SUFFIX) ? [...met, uri] : met);
  };
  const find = () =>
    workspace
      .findFiles(`**/*${SIDECAR_SUFFIX}`, excluded())
      .then(soon, (error) => log.error('cannot find annotation files', error));
  // outside the workspace no watcher looks; old versions that git shows have no transcript and need none
  const opened = ({ uri }: TextDocument) => {
    if (uri.path.endsWith(SIDECAR_SUFFIX) && workspace.fs.isWritableFileSystem(uri.scheme)) soon([uri]);
  };
  const watcher = workspace.createFileSystemWatcher('**/*');
  void find();
  workspace.textDocuments.forEach(opened);
  return Disposable.from(
    watcher,
    watcher.onDidCreate(changed),
    // a file that goes and comes back at once is told as changed
    watcher.onDidChange((uri) => {
      const sidecar = sidecarOf(uri);
      if (known.has(sidecar.toString())) soon([sidecar]);
    }),
    watcher.onDidDelete(changed),
    folders.onDidCome(find),
    workspace.onDidOpenTextDocument(opened),
    workspace.onDidChangeWorkspaceFolders(find),
    new Disposable(() => clearTimeout(timer)),
  );
}

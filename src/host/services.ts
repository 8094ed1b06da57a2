import { Disposable, type ExtensionContext, type LogOutputChannel, type Memento, Uri, window } from 'vscode';
import type { Files } from '../store/files';
import { git } from '../store/git';
import { nodeFiles } from '../store/nodeFiles';
import { nodeIndexer } from '../store/nodeIndexer';
import { Analyses } from './analyses';
import { LiveAnnotations } from './annotations';
import { Codebooks } from './codebooks';
import { History } from './history';
import { LastSeen } from './lastSeen';
import { recordEdits } from './recordEdits';
import { sidecarFiles } from './sidecarFiles';
import { Sidecars } from './sidecars';
import { Topics } from './topics';
import { Transcripts } from './transcripts';
import { WorkspaceIndex } from './workspaceIndex';

/** What every feature gets. */
export interface Services extends Disposable {
  readonly analyses: Analyses;
  readonly annotations: LiveAnnotations;
  readonly sidecars: Sidecars;
  readonly codebooks: Codebooks;
  readonly history: History;
  /** Files as the editor needs them written: the only way to write one that a person may have open. */
  readonly files: Files<Uri>;
  readonly topics: Topics;
  readonly index: WorkspaceIndex;
  readonly transcripts: Transcripts;
  readonly extensionUri: Uri;
  readonly globalStorageUri: Uri;
  /** git, where there is one to run. */
  readonly git: typeof git | undefined;
  /** The program that runs this, for scripts that outlive it. */
  readonly runtime: string;
  readonly log: LogOutputChannel;
  readonly workspaceState: Memento;
}

export function createServices({
  workspaceState,
  storageUri,
  globalStorageUri,
  extensionUri,
}: ExtensionContext): Services {
  const log = window.createOutputChannel('Policy Transcripts', { log: true });
  const files = sidecarFiles(nodeFiles);
  const sidecars = new Sidecars(files, log);
  const codebooks = new Codebooks(files, log);
  const history = new History(sidecars, codebooks, log);
  const analyses = new Analyses(sidecars);
  const topics = new Topics(analyses, log);
  const lastSeen = new LastSeen(storageUri);
  const annotations = new LiveAnnotations(sidecars, analyses, lastSeen);
  const cache = storageUri?.scheme === 'file' ? Uri.joinPath(storageUri, 'index.jsonl').fsPath : undefined;
  const index = new WorkspaceIndex(nodeIndexer(cache), log);
  const transcripts = new Transcripts(analyses, annotations, index, workspaceState);
  const recorder = recordEdits({ analyses, annotations, sidecars, lastSeen, log });
  const all = [recorder, transcripts, index, topics, annotations, analyses, history, codebooks, sidecars, log];
  return {
    analyses,
    annotations,
    sidecars,
    codebooks,
    history,
    files,
    topics,
    index,
    transcripts,
    extensionUri,
    globalStorageUri,
    git,
    runtime: process.execPath,
    log,
    workspaceState,
    dispose: () => Disposable.from(...all).dispose(),
  };
}

import { Disposable, type ExtensionContext, type LogOutputChannel, type Memento, Uri, window } from 'vscode';
import { nodeFiles } from '../store/nodeFiles';
import { nodeIndexer } from '../store/nodeIndexer';
import { Analyses } from './analyses';
import { LiveAnnotations } from './annotations';
import { sidecarFiles } from './sidecarFiles';
import { Sidecars } from './sidecars';
import { Transcripts } from './transcripts';
import { WorkspaceIndex } from './workspaceIndex';

/** What every feature gets. */
export interface Services extends Disposable {
  readonly analyses: Analyses;
  readonly annotations: LiveAnnotations;
  readonly sidecars: Sidecars;
  readonly index: WorkspaceIndex;
  readonly transcripts: Transcripts;
  readonly extensionUri: Uri;
  readonly log: LogOutputChannel;
  readonly workspaceState: Memento;
}

export function createServices({ workspaceState, storageUri, extensionUri }: ExtensionContext): Services {
  const log = window.createOutputChannel('Policy Transcripts', { log: true });
  const sidecars = new Sidecars(sidecarFiles(nodeFiles), log);
  const analyses = new Analyses(sidecars);
  const annotations = new LiveAnnotations(sidecars, analyses);
  const cache = storageUri?.scheme === 'file' ? Uri.joinPath(storageUri, 'index.jsonl').fsPath : undefined;
  const index = new WorkspaceIndex(nodeIndexer(cache), log);
  const transcripts = new Transcripts(analyses, index, workspaceState);
  const all = [transcripts, index, analyses, sidecars, log];
  return {
    analyses,
    annotations,
    sidecars,
    index,
    transcripts,
    extensionUri,
    log,
    workspaceState,
    dispose: () => Disposable.from(...all).dispose(),
  };
}

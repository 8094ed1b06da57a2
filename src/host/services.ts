import { Disposable, type LogOutputChannel, type Memento, window } from 'vscode';
import { nodeFiles } from '../store/nodeFiles';
import { Analyses } from './analyses';
import { AnnotationsService } from './annotations';
import { sidecarFiles } from './sidecarFiles';

/** What every feature gets. */
export interface Services extends Disposable {
  readonly analyses: Analyses;
  readonly annotations: AnnotationsService;
  readonly log: LogOutputChannel;
  readonly workspaceState: Memento;
}

export function createServices(workspaceState: Memento): Services {
  const log = window.createOutputChannel('Policy Transcripts', { log: true });
  const analyses = new Analyses();
  const annotations = new AnnotationsService(sidecarFiles(nodeFiles), analyses, log);
  const all = [annotations, analyses, log];
  return { analyses, annotations, log, workspaceState, dispose: () => Disposable.from(...all).dispose() };
}

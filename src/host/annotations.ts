import {
  type Disposable,
  type Event,
  EventEmitter,
  type LogOutputChannel,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import { type Anchored, anchor } from '../core/annotation/anchor';
import type { Annotation } from '../core/annotation/annotation';
import { SIDECAR_SUFFIX } from '../core/annotation/annotation';
import type { SidecarProblem } from '../core/annotation/sidecar';
import type { SidecarOperation } from '../core/annotation/sidecarOperation';
import type { Files } from '../store/files';
import { type Applied, SidecarStore } from '../store/sidecarStore';
import type { Analyses } from './analyses';

export interface LiveAnnotation extends Annotation {
  readonly anchored: Anchored;
}

export interface LiveAnnotations {
  readonly annotations: readonly LiveAnnotation[];
  readonly problems: readonly SidecarProblem[];
  /** The sidecar could not be read at all; the log says why. */
  readonly unreadable: boolean;
}

const NOTHING: LiveAnnotations = { annotations: [], problems: [], unreadable: false };

export const sidecarOf = (document: TextDocument): Uri =>
  document.uri.with({ path: document.uri.path + SIDECAR_SUFFIX });

/** The annotations of open transcripts, anchored in the text as it is, and the only way to change them. */
export class AnnotationsService implements Disposable {
  private readonly store: SidecarStore<Uri>;
  private readonly changed = new EventEmitter<Uri>();
  private readonly subscriptions: Disposable[];
  /** The sidecar of a transcript changed, here or elsewhere. The event carries the sidecar's address. */
  readonly onDidChange: Event<Uri> = this.changed.event;

  constructor(
    files: Files<Uri>,
    private readonly analyses: Analyses,
    private readonly log: LogOutputChannel,
  ) {
    this.store = new SidecarStore(files);
    const watcher = workspace.createFileSystemWatcher(`**/*${SIDECAR_SUFFIX}`);
    const fire = (uri: Uri) => this.changed.fire(uri);
    this.subscriptions = [
      this.changed,
      watcher,
      watcher.onDidCreate(fire),
      watcher.onDidChange(fire),
      watcher.onDidDelete(fire),
    ];
  }

  async load(document: TextDocument): Promise<LiveAnnotations> {
    try {
      const parsed = await this.store.read(sidecarOf(document));
      if (!parsed) return NOTHING;
      const { text } = this.analyses.get(document).source;
      const annotations = parsed.sidecar.annotations.map((annotation) => ({
        ...annotation,
        anchored: anchor(text, annotation.target),
      }));
      return { annotations, problems: parsed.problems, unreadable: false };
    } catch (error) {
      this.log.error(`cannot read ${sidecarOf(document).toString()}`, error as Error);
      return { ...NOTHING, unreadable: true };
    }
  }

  /** Carries out all operations, or says why the sidecar was left as it is. Rejects with `FileProblem`. */
  async apply(document: TextDocument, operations: SidecarOperation | readonly SidecarOperation[]): Promise<Applied> {
    const sidecar = sidecarOf(document);
    const applied = await this.store.apply(sidecar, operations, document.uri.path.split('/').at(-1) ?? '');
    if ('undo' in applied) this.changed.fire(sidecar);
    return applied;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

import {
  type Disposable,
  type Event,
  EventEmitter,
  type LogOutputChannel,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import { anchorAll } from '../core/annotation/anchoring/anchorAll';
import type { Anchored } from '../core/annotation/anchoring/anchored';
import type { Annotation } from '../core/annotation/annotation';
import { SIDECAR_SUFFIX } from '../core/annotation/annotation';
import type { SidecarOperation } from '../core/annotation/editSidecar';
import type { SidecarProblem } from '../core/annotation/sidecar';
import type { Files } from '../store/files';
import { type Refusal, SidecarStore } from '../store/sidecarStore';
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
      const { annotations: entries } = parsed.sidecar;
      const anchored = anchorAll(
        text,
        entries.map(({ target }) => target),
      );
      const annotations = entries.map((annotation, index) => ({ ...annotation, anchored: anchored[index]! }));
      return { annotations, problems: parsed.problems, unreadable: false };
    } catch (error) {
      this.log.error(`cannot read ${sidecarOf(document).toString()}`, error as Error);
      return { ...NOTHING, unreadable: true };
    }
  }

  /** Carries out `operation`, or says why the sidecar was left as it is. Rejects with `FileProblem`. */
  async apply(document: TextDocument, operation: SidecarOperation): Promise<Refusal | undefined> {
    const sidecar = sidecarOf(document);
    const refused = await this.store.apply(sidecar, operation, document.uri.path.split('/').at(-1) ?? '');
    if (!refused) this.changed.fire(sidecar);
    return refused;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

import { type Disposable, type Event, EventEmitter, type LogOutputChannel, type Uri, workspace } from 'vscode';
import { EMPTY_SIDECAR, SIDECAR_SUFFIX, type Sidecar } from '../core/annotation/annotation';
import type { ParsedSidecar, SidecarProblem } from '../core/annotation/sidecar';
import type { SidecarOperation } from '../core/annotation/sidecarOperation';
import { FileProblem, type Files } from '../store/files';
import { queueByKey } from '../store/queueByKey';
import type { Applied, ReadSidecar, SidecarStore } from '../store/sidecarStore';
import { engine } from './engine';

/** What people know of a transcript that its reading depends on. */
export type Knowledge = Pick<Sidecar, 'document' | 'corrections'>;

/** A sidecar as it was last read. */
export interface KnownSidecar {
  readonly sidecar: Sidecar;
  /** The same object until it says something else: annotations come and go without it. */
  readonly knowledge: Knowledge;
  readonly problems: readonly SidecarProblem[];
  /** Why nothing of it can be read or written, where that is so. */
  readonly fault: SidecarProblem | undefined;
  /** The line, from 0, of each annotation and correction. */
  readonly lines: ParsedSidecar['lines'];
  /** What it was read as, where there was a file that can be read. */
  readonly read?: ReadSidecar;
}

const NONE: KnownSidecar = {
  sidecar: EMPTY_SIDECAR,
  knowledge: EMPTY_SIDECAR,
  problems: [],
  fault: undefined,
  lines: { annotations: [], corrections: [] },
};

export const sidecarOf = (transcript: Uri): Uri => transcript.with({ path: transcript.path + SIDECAR_SUFFIX });
export const transcriptOf = (sidecar: Uri): Uri =>
  sidecar.with({ path: sidecar.path.slice(0, -SIDECAR_SUFFIX.length) });

/** The sidecars of the transcripts that were asked for, kept current, and the only way to change them. */
export class Sidecars implements Disposable {
  private readonly cache = new Map<string, KnownSidecar>();
  private readonly loading = new Map<string, Promise<KnownSidecar>>();
  /** Of two readings of a file the one that was begun last counts. */
  private readonly inTurn = queueByKey();
  private readonly changed = new EventEmitter<Uri>();
  private readonly learned = new EventEmitter<Uri>();
  private readonly subscriptions: Disposable[];
  private openStore: SidecarStore<Uri> | undefined;
  /** What is known of a transcript's sidecar has changed, here or elsewhere. The event carries the transcript. */
  readonly onDidChange: Event<Uri> = this.changed.event;
  /** Of that, what the reading of the transcript depends on. */
  readonly onDidChangeKnowledge: Event<Uri> = this.learned.event;

  constructor(
    private readonly files: Files<Uri>,
    private readonly log: LogOutputChannel,
  ) {
    const watcher = workspace.createFileSystemWatcher(`**/*${SIDECAR_SUFFIX}`);
    const reload = (sidecar: Uri) => this.reload(transcriptOf(sidecar));
    this.subscriptions = [
      this.changed,
      this.learned,
      watcher,
      watcher.onDidCreate(reload),
      watcher.onDidChange(reload),
      watcher.onDidDelete(reload),
      // outside the workspace no watcher looks: what is opened again is read again
      workspace.onDidCloseTextDocument(({ uri }) => this.cache.delete(uri.toString())),
      workspace.onDidSaveTextDocument(({ uri }) => {
        if (uri.path.endsWith(SIDECAR_SUFFIX)) reload(uri);
      }),
    ];
  }

  /** What is known now; where nothing is yet, it is read, and `onDidChange` tells when. */
  known(transcript: Uri): KnownSidecar {
    const known = this.cache.get(transcript.toString());
    if (!known) void this.load(transcript);
    return known ?? NONE;
  }

  /** The sidecar, read if it is not known yet. Never rejects: what fails is in the result and the log. */
  load(transcript: Uri): Promise<KnownSidecar> {
    const key = transcript.toString();
    const known = this.cache.get(key);
    if (known) return Promise.resolve(known);
    const pending = this.loading.get(key) ?? this.loadFresh(transcript).finally(() => this.loading.delete(key));
    this.loading.set(key, pending);
    return pending;
  }

  /**
   * The sidecar as it is on the disk now, which watchers tell only a moment later: what is written next must not rest on an
   * older one. Never rejects.
   */
  loadFresh(transcript: Uri): Promise<KnownSidecar> {
    return this.inTurn(transcript.toString(), () => this.read(transcript));
  }

  private async read(transcript: Uri): Promise<KnownSidecar> {
    const before = this.cache.get(transcript.toString()) ?? NONE;
    let read: KnownSidecar = NONE;
    // untitled texts and old versions that git shows have none
    if (workspace.fs.isWritableFileSystem(transcript.scheme) !== true) return NONE;
    try {
      const parsed = await this.store().read(sidecarOf(transcript), before.read);
      if (parsed && parsed === before.read) read = before;
      else if (parsed) {
        const fault = parsed.writable ? undefined : parsed.problems[0];
        const { sidecar, problems, lines } = parsed;
        read = { sidecar, problems, lines, fault, knowledge: knowledgeOf(sidecar, before), read: parsed };
      }
    } catch (error) {
      this.log.error(`cannot read ${sidecarOf(transcript).toString()}`, error as Error);
      const code = error instanceof FileProblem && error.code === 'notText' ? 'notText' : 'unreadable';
      const fault = { code, line: 0, detail: String(error) } as const;
      read = { ...NONE, fault, problems: [fault] };
    }
    this.cache.set(transcript.toString(), read);
    if (read !== before) this.changed.fire(transcript);
    if (read.knowledge !== before.knowledge) this.learned.fire(transcript);
    return read;
  }

  /** Carries out all operations or none, and says why the sidecar was left as it is. Rejects with `FileProblem`. */
  async apply(transcript: Uri, operations: readonly SidecarOperation[]): Promise<Applied> {
    const name = transcript.path.split('/').at(-1) ?? '';
    const applied = await this.store().apply(sidecarOf(transcript), operations, name);
    // a refusal tells that the file is not what was known of it
    await this.reload(transcript);
    return applied;
  }

  /** Reads the sidecar again, where it was asked for: for changes that no watcher tells. */
  async reload(transcript: Uri): Promise<void> {
    const key = transcript.toString();
    if (!this.cache.has(key) && !this.loading.has(key)) return;
    await this.loadFresh(transcript);
  }

  private store(): SidecarStore<Uri> {
    this.openStore ??= new (engine().SidecarStore)(this.files);
    return this.openStore;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

function knowledgeOf({ document, corrections }: Sidecar, before: KnownSidecar): Knowledge {
  const knowledge = { document, corrections };
  const { document: oldDocument, corrections: oldCorrections } = before.knowledge;
  const isSame = JSON.stringify(knowledge) === JSON.stringify({ document: oldDocument, corrections: oldCorrections });
  return isSame ? before.knowledge : knowledge;
}

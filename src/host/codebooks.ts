import { type Disposable, type Event, EventEmitter, type LogOutputChannel, l10n, Uri, window, workspace } from 'vscode';
import { CODEBOOK_FILE, type Codebook, EMPTY_CODEBOOK } from '../core/codebook/codebook';
import type { CodebookOperation } from '../core/codebook/codebookOperation';
import type { CodebookProblem } from '../core/codebook/readCodebook';
import type { CodebookApplied, CodebookStore } from '../store/codebookStore';
import type { Files } from '../store/files';
import { pathInside } from '../store/pathInside';
import { engine } from './engine';
import { settings } from './settings';

export interface KnownCodebook {
  readonly uri: Uri;
  readonly codebook: Codebook;
  readonly problems: readonly CodebookProblem[];
}

/** The codebook of each workspace folder, read when first asked for and kept current. */
export class Codebooks implements Disposable {
  private readonly cache = new Map<string, Promise<KnownCodebook>>();
  private readonly changed = new EventEmitter<undefined>();
  private readonly subscriptions: Disposable[];
  private readonly toldOutside = new Set<string>();
  private openStore: CodebookStore<Uri> | undefined;
  readonly onDidChange: Event<undefined> = this.changed.event;

  constructor(
    private readonly files: Files<Uri>,
    private readonly log: LogOutputChannel,
  ) {
    const watcher = workspace.createFileSystemWatcher('**/*.{yaml,yml}');
    const forget = (uri: Uri) => {
      if (this.cache.delete(uri.toString())) this.changed.fire(undefined);
    };
    this.subscriptions = [
      this.changed,
      watcher,
      watcher.onDidCreate(forget),
      watcher.onDidChange(forget),
      watcher.onDidDelete(forget),
      workspace.onDidSaveTextDocument(({ uri }) => forget(uri)),
      workspace.onDidChangeConfiguration(() => this.changed.fire(undefined)),
    ];
  }

  /**
   * Where the codebook of a transcript is, or would be: in its workspace folder, else next to it. A setting that leads
   * out of there is not followed, and the person told.
   */
  uriFor(transcript: Uri): Uri {
    const folder = workspace.getWorkspaceFolder(transcript)?.uri ?? Uri.joinPath(transcript, '..');
    const written = settings.codebook(transcript);
    const path = pathInside(written);
    if (path === undefined) this.tellOutside(written);
    return Uri.joinPath(folder, path ?? CODEBOOK_FILE);
  }

  private tellOutside(written: string): void {
    if (this.toldOutside.has(written)) return;
    this.toldOutside.add(written);
    window.showWarningMessage(
      l10n.t(
        'The setting “policyTranscripts.codebook” says {0}, which is outside the workspace folder. {1} is used instead.',
        written,
        CODEBOOK_FILE,
      ),
    );
  }

  /** The codebook of a transcript; an empty one where there is none yet or it cannot be read. Never rejects. */
  load(transcript: Uri): Promise<KnownCodebook> {
    const uri = this.uriFor(transcript);
    const key = uri.toString();
    const known = this.cache.get(key) ?? this.read(uri);
    this.cache.set(key, known);
    return known;
  }

  /** The codebook as it is on the disk now: what is written next must not rest on an older one. */
  loadFresh(transcript: Uri): Promise<KnownCodebook> {
    this.cache.delete(this.uriFor(transcript).toString());
    return this.load(transcript);
  }

  private async read(uri: Uri): Promise<KnownCodebook> {
    try {
      const text = await this.files.read(uri);
      // where there is none the engine need not be loaded
      if (text === undefined) return { uri, codebook: EMPTY_CODEBOOK, problems: [] };
      const { codebook, problems } = engine().parseCodebook(text);
      return { uri, codebook, problems };
    } catch (error) {
      this.log.error(`cannot read ${uri.toString()}`, error as Error);
      return { uri, codebook: EMPTY_CODEBOOK, problems: [] };
    }
  }

  /** Carries out all operations or none. Rejects with `FileProblem`. */
  async apply(uri: Uri, operations: readonly CodebookOperation[]): Promise<CodebookApplied> {
    const applied = await this.store().apply(uri, operations);
    this.cache.delete(uri.toString());
    this.changed.fire(undefined);
    return applied;
  }

  private store(): CodebookStore<Uri> {
    this.openStore ??= new (engine().CodebookStore)(this.files);
    return this.openStore;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

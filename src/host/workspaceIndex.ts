import {
  type Disposable,
  type Event,
  EventEmitter,
  type LogOutputChannel,
  l10n,
  ProgressLocation,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { ContextRow, ExploreAnswer, ExploreRequest } from '../core/explore/explore';
import type { QueryDocument } from '../core/query/queryDocument';
import type { SummaryPart, TranscriptHead } from '../core/summary/transcriptHead';
import type { FoundPart, Indexer, IndexProgress } from '../store/indexer';
import type { Decisions } from './decisions';
import type { FolderEvents } from './folderEvents';
import { SECTION } from './ids';
import { LinkedFolders } from './linkedFolders';
import type { LocalMachine } from './platform';
import type { SameFile } from './sameFile';
import { findTranscriptFiles } from './workspaceFiles';

const NAMES = '*.{txt,transcript,md,annotations.yaml}';
const SETTLE_MS = 500;
/** Indexing that takes longer than this says so, and can be stopped. */
const PATIENCE_MS = 1500;

/** How a request is answered. */
export interface Asking {
  /** Of these alone, by their URIs. */
  readonly only?: readonly string[];
  /** Of texts that are no transcripts, too. */
  readonly isOfTexts?: boolean;
  readonly onProgress?: (progress: IndexProgress) => void;
}

export type KnownTranscript = TranscriptHead & { readonly uri: Uri };

/**
 * All transcripts in the workspace's files: a little of each is known here, the rest is asked of the indexer. Begins on first
 * need and keeps itself current from then on.
 */
export class WorkspaceIndex implements Disposable {
  /** By URI. */
  private readonly known = new Map<string, KnownTranscript>();
  /** URIs of texts that are no transcripts. */
  private readonly texts = new Set<string>();
  private readonly changed = new EventEmitter<undefined>();
  private readonly subscriptions: Disposable[] = [this.changed];
  private running: Promise<void> | undefined;
  private again = false;
  private isStarted = false;
  private readonly linked: LinkedFolders;
  private timer: NodeJS.Timeout | undefined;
  private announcement: NodeJS.Timeout | undefined;
  private readonly ended = new AbortController();
  /** More is known, or something else. */
  readonly onDidChange: Event<undefined> = this.changed.event;

  constructor(
    /** Of files by their URIs. */
    private readonly indexer: Indexer,
    private readonly decisions: Decisions,
    /** What stands in the editor, by URI. */
    private readonly open: () => ReadonlyMap<string, QueryDocument>,
    private readonly sameFile: SameFile,
    machine: LocalMachine | undefined,
    private readonly folders: FolderEvents,
    private readonly log: LogOutputChannel,
  ) {
    this.linked = new LinkedFolders(machine, NAMES, () => this.later());
    this.subscriptions.push(this.linked);
  }

  /** What is known now. The first call begins the indexing. */
  transcripts(): readonly KnownTranscript[] {
    this.start();
    return this.found();
  }

  /** What is known now, without beginning anything. */
  found(): readonly KnownTranscript[] {
    return [...this.known.values()];
  }

  /** A part of the transcripts with these URIs, as their files were looked at; paths are URIs. */
  async parts(uris: readonly string[], part: SummaryPart, signal = this.ended.signal): Promise<FoundPart[]> {
    const found: FoundPart[] = [];
    await this.indexer.parts(uris, part, (page) => found.push(...page), signal);
    return found;
  }

  /**
   * Answers a request from all transcripts, open ones as they stand in the editor and the others as they were saved, in the
   * order of their paths. Rows are told in pages as they are found; their paths are URIs. Rejects with the signal's reason when `signal` is aborted.
   */
  async ask(
    request: ExploreRequest,
    onRows: (rows: readonly ContextRow[]) => void,
    signal: AbortSignal,
    { only, isOfTexts = false, onProgress = () => {} }: Asking = {},
  ): Promise<ExploreAnswer> {
    await this.ready();
    const open = this.open();
    const uris = [...new Set(only ?? this.all(open, isOfTexts))];
    return this.indexer.ask(uris, request, onRows, onProgress, signal, open);
  }

  /** The URI under which a transcript is known here: links may lead to it by other paths. */
  knownAs(uri: Uri): string {
    const own = uri.toString();
    return this.known.has(own) ? own : (this.sameFile(uri, this.known.keys()) ?? own);
  }

  /** All that can be asked: what is open by the path by which it was opened. */
  private all(open: ReadonlyMap<string, QueryDocument>, isOfTexts: boolean): ReadonlySet<string> {
    const uris = new Set([...this.known.keys(), ...(isOfTexts ? this.texts : [])]);
    for (const { own, known } of this.openPaths(open)) {
      uris.delete(known);
      uris.add(own);
    }
    return uris;
  }

  /** The URIs of what is open, each with that under which it is known here; of several paths to one file, that one counts. */
  *openPaths(open: ReadonlyMap<string, unknown>): Generator<{ readonly own: string; readonly known: string }> {
    for (const own of open.keys()) {
      const known = this.knownAs(Uri.parse(own));
      if (known === own || !open.has(known)) yield { own, known };
    }
  }

  /** Resolves when all files have been looked at. */
  async ready(): Promise<void> {
    this.start();
    while (this.running) await this.running;
  }

  /** Whether all files have been looked at; nothing is begun by asking. */
  get isLookedAt(): boolean {
    return this.isStarted && this.running === undefined;
  }

  private start(): void {
    if (this.isStarted) return;
    this.isStarted = true;
    const watcher = workspace.createFileSystemWatcher(`**/${NAMES}`);
    const later = () => this.later();
    this.subscriptions.push(
      watcher,
      watcher.onDidCreate(later),
      watcher.onDidChange(later),
      watcher.onDidDelete(later),
      this.folders.onDidCome(later),
      this.folders.onDidGo((uri) => {
        const below = `${uri.toString()}/`;
        if ([...this.known.keys(), ...this.texts].some((known) => known.startsWith(below))) later();
      }),
      workspace.onDidChangeWorkspaceFolders(later),
      workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(SECTION) && later()),
      this.decisions.onDidChange(later),
    );
    this.refresh();
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), SETTLE_MS);
  }

  private refresh(): void {
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.run()
      .catch((error) => this.log.error('indexing the workspace failed', error))
      .finally(() => {
        this.running = undefined;
        // who needs all of them waits for this
        this.announce();
        if (this.again) {
          this.again = false;
          this.refresh();
        }
      });
  }

  private async run(): Promise<void> {
    if (this.ended.signal.aborted) return;
    const files = await findTranscriptFiles(this.decisions);
    await this.linked.follow(files.keys());
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, this.ended.signal]);
    const progress = { done: 0, total: files.size, report: (_: IndexProgress) => {} };
    const started = Date.now();
    const work = this.indexer.index(
      files,
      (entries) => {
        const before = this.known.size;
        for (const { path, head, isText } of entries) {
          if (isText) this.texts.add(path);
          else this.texts.delete(path);
          if (head) this.known.set(path, { uri: Uri.parse(path), ...head });
          else this.known.delete(path);
        }
        if (entries.some(({ head }) => head) || this.known.size !== before) this.announce();
      },
      (now) => progress.report(now),
      signal,
    );
    const dialog = setTimeout(() => this.showProgress(work, progress, stop), PATIENCE_MS);
    await work.finally(() => clearTimeout(dialog));
    this.log.info(
      `indexed ${files.size} files in ${Date.now() - started} ms: ${this.known.size} transcripts${signal.aborted ? ' (stopped)' : ''}`,
    );
  }

  private showProgress(
    work: Promise<void>,
    source: { report: (progress: IndexProgress) => void },
    stop: AbortController,
  ): void {
    const options = {
      location: ProgressLocation.Notification,
      title: l10n.t('Looking for transcripts'),
      cancellable: true,
    };
    window.withProgress(options, (progress, token) => {
      token.onCancellationRequested(() => stop.abort());
      let last = 0;
      source.report = ({ done, total }) => {
        progress.report({ message: `${done}/${total}`, increment: ((done - last) / Math.max(1, total)) * 100 });
        last = done;
      };
      return work.catch(() => {});
    });
  }

  /** Many files are found at once; views need not know of each. */
  private announce(): void {
    this.announcement ??= setTimeout(() => {
      this.announcement = undefined;
      this.changed.fire(undefined);
    }, SETTLE_MS);
  }

  dispose(): void {
    clearTimeout(this.timer);
    clearTimeout(this.announcement);
    this.ended.abort();
    this.indexer.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

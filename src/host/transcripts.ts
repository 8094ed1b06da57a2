import {
  type CancellationToken,
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  l10n,
  type Memento,
  type Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { AnchorState } from '../core/annotation/anchoring/anchored';
import { type Annotation, SIDECAR_SUFFIX } from '../core/annotation/annotation';
import type { SidecarProblem } from '../core/annotation/sidecar';
import type { SummaryPart } from '../core/summary/transcriptHead';
import type { TranscriptSummary } from '../core/summary/transcriptSummary';
import type { Analyses } from './analyses';
import type { LiveAnnotations } from './annotations';
import { engine } from './engine';
import { CONTEXT, LANGUAGE, OWN_SCHEMES } from './ids';
import { openTranscript } from './openTranscript';
import { toRange } from './ranges';
import { type Sidecars, transcriptOf } from './sidecars';
import { signalOf } from './signalOf';
import { tabbedUris } from './tabbedUris';
import { fileName } from './wording';
import type { KnownTranscript, WorkspaceIndex } from './workspaceIndex';

export interface ShownTranscript {
  readonly uri: Uri;
  readonly summary: TranscriptSummary;
  readonly annotations: readonly ShownAnnotation[];
  /** Why nothing of its sidecar is known, where that is so. */
  readonly fault: SidecarProblem | undefined;
}

/** An annotation, in an open transcript as it stands in the editor, else as the file was read. */
export interface ShownAnnotation {
  readonly transcript: Uri;
  readonly annotation: Annotation;
  readonly state: AnchorState;
  readonly range: Range | undefined;
  readonly proposals: readonly Range[];
  /** The words at the first proposal. */
  readonly proposed: string;
}

/** Whether it is a file of the person's, on disk, remote or not saved yet. */
const isOwnFile = ({ uri: { scheme }, isUntitled }: TextDocument): boolean =>
  isUntitled || workspace.workspaceFolders?.some((folder) => folder.uri.scheme === scheme) || scheme === 'file';

const headOf = ({ uri, summary, annotations, fault }: ShownTranscript): KnownTranscript => {
  const places = annotations.map(({ annotation, state }) => ({
    annotation,
    state,
    at: undefined,
    proposals: [],
    proposed: '',
  }));
  return { uri, ...engine().transcriptHead({ summary, annotations: places, ...(fault ? { fault } : {}) }) };
};

export type Scope = 'document' | 'workspace';

/** The transcripts that views and tables show: the one in the active editor, or all of the workspace. */
export class Transcripts implements Disposable {
  private readonly changed = new EventEmitter<undefined>();
  private readonly subscriptions: Disposable[];
  private active: TextDocument | undefined;
  private current: Scope;
  /** What is shown has changed, or may have. */
  readonly onDidChange: Event<undefined> = this.changed.event;

  constructor(
    private readonly analyses: Analyses,
    private readonly annotations: LiveAnnotations,
    private readonly index: WorkspaceIndex,
    private readonly sidecars: Sidecars,
    private readonly memory: Memento,
  ) {
    this.current = memory.get<Scope>('scope', 'document');
    this.subscriptions = [
      this.changed,
      window.onDidChangeActiveTextEditor(() => this.follow()),
      analyses.onDidChange(() => this.follow()),
      index.onDidChange(() => {
        if (this.current === 'workspace') this.changed.fire(undefined);
      }),
    ];
    commands.executeCommand('setContext', CONTEXT.scope, this.current);
    this.follow();
  }

  get scope(): Scope {
    return this.current;
  }

  /** A number of things for the title of a view, with where they come from. */
  countShown(count: number): string {
    if (this.current === 'workspace') return count === 0 ? '' : l10n.t('{0} · workspace', count);
    const document = this.document();
    if (!document) return '';
    return [count === 0 ? '' : String(count), fileName(document.uri)].filter(Boolean).join(' · ');
  }

  async setScope(scope: Scope): Promise<void> {
    this.current = scope;
    await this.memory.update('scope', scope);
    await commands.executeCommand('setContext', CONTEXT.scope, scope);
    this.changed.fire(undefined);
  }

  /** What is told at once of those that the views show. */
  shownHeads(): KnownTranscript[] {
    return this.current === 'workspace' ? this.heads() : this.activeOnly().map(headOf);
  }

  /** The transcript of the active editor. */
  activeOnly(): ShownTranscript[] {
    const document = this.document();
    return document ? [this.shownOpen(document)] : [];
  }

  private shownOpen(document: TextDocument): ShownTranscript {
    const { uri } = document;
    const annotations = this.annotations.get(document).map((live) => ({ transcript: uri, ...live }));
    return { uri, summary: this.analyses.summary(document), annotations, fault: this.sidecars.known(uri).fault };
  }

  /** With what is told only where it is asked for. */
  private withSuspects(open: ShownTranscript, { lists }: SummaryPart): ShownTranscript {
    const document = lists.includes('suspects') ? this.analyses.openAt(open.uri) : undefined;
    if (!document) return open;
    const { source, slogans } = this.analyses.get(document);
    return { ...open, summary: { ...open.summary, suspects: engine().suspectsOf(source.text, slogans, source.lines) } };
  }

  private document(): TextDocument | undefined {
    const { active } = this;
    return active && !active.isClosed && active.languageId === LANGUAGE ? active : undefined;
  }

  /** Those of the workspace, as they are in the editor where they are open, and open ones from elsewhere. */
  heads(): KnownTranscript[] {
    const heads = new Map(this.index.transcripts().map((known) => [known.uri.toString(), known]));
    const opened = this.opened(heads);
    // shown by the path by which it was opened
    for (const { own, known } of this.index.openPaths(opened)) {
      heads.delete(known);
      heads.set(own, headOf(opened.get(own)!));
    }
    return [...heads.values()].sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  }

  /** What `part` names of those of `among`, of all where it is not given; open ones have everything. */
  async parts(part: SummaryPart, signal?: AbortSignal, among?: readonly Uri[]): Promise<ShownTranscript[]> {
    const uris = (among ?? this.heads().map(({ uri }) => uri)).map(String);
    const wanted = new Set(uris);
    const opened = this.opened(wanted);
    const shown = [...opened].flatMap(([key, open]) => (wanted.has(key) ? [this.withSuspects(open, part)] : []));
    const found = await this.index.parts(
      uris.filter((uri) => !opened.has(uri)),
      part,
      signal,
    );
    for (const { path, summary, annotations, fault } of found) {
      const uri = Uri.parse(path);
      const own = annotations.map(({ annotation, state, at, proposals, proposed }) => ({
        ...{ transcript: uri, annotation, state, proposed },
        range: at && toRange(at),
        proposals: proposals.map(toRange),
      }));
      shown.push({ uri, summary, annotations: own, fault });
    }
    return shown.sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  }

  /** The same for a provider: nothing where the editor does not want it any more. */
  async partsFor(part: SummaryPart, token: CancellationToken): Promise<ShownTranscript[]> {
    const signal = signalOf(token);
    try {
      return await this.parts(part, signal);
    } catch (error) {
      if (signal.aborted) return [];
      throw error;
    }
  }

  /** The open ones of the workspace, and those from elsewhere that have a tab. */
  private opened(known: { has(uri: string): boolean }): ReadonlyMap<string, ShownTranscript> {
    const tabs = tabbedUris();
    const open = this.analyses.open().filter(({ uri }) => known.has(uri.toString()) || tabs.has(uri.toString()));
    return new Map(open.map((document) => [document.uri.toString(), this.shownOpen(document)]));
  }

  /** Another file has nothing to show; a table, a note, a comparison or the output is no other file. */
  private follow(): void {
    const document = window.activeTextEditor?.document;
    if (document?.languageId === LANGUAGE && document.uri.scheme !== OWN_SCHEMES.legend) this.active = document;
    else if (document?.uri.path.endsWith(SIDECAR_SUFFIX)) this.followSidecar(document.uri);
    else if (document && isOwnFile(document)) this.active = undefined;
    commands.executeCommand('setContext', CONTEXT.hasTranscript, this.document() !== undefined);
    this.changed.fire(undefined);
  }

  /** A sidecar shows its transcript, which need not be open. */
  private followSidecar(sidecar: Uri): void {
    const transcript = transcriptOf(sidecar);
    this.active = this.analyses.openAt(transcript);
    // a sidecar without its transcript is reported elsewhere
    if (!this.active) openTranscript(transcript).then(undefined, () => {});
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

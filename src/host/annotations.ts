import {
  type Disposable,
  type Event,
  EventEmitter,
  type Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  workspace,
} from 'vscode';
import type { Anchored, AnchorState } from '../core/annotation/anchoring/anchored';
import type { Annotation, Target } from '../core/annotation/annotation';
import { type Followed, follow } from '../core/annotation/following/follow';
import { LineStarts } from '../core/annotation/following/lineStarts';
import { isSameTarget } from '../core/annotation/following/sameTarget';
import type { SidecarOperation } from '../core/annotation/sidecarOperation';
import { inSlices, slices } from '../store/inSlices';
import type { Analyses } from './analyses';
import { DocumentText } from './documentText';
import { engine } from './engine';
import { LANGUAGE } from './ids';
import type { LastSeen } from './lastSeen';
import type { Sidecars } from './sidecars';

/** An annotation of an open transcript, and where it is in the text as it stands in the editor. */
export interface LiveAnnotation {
  readonly annotation: Annotation;
  readonly state: AnchorState;
  /** Where the passage is, where that needs no person's decision. */
  readonly range: Range | undefined;
  /** Where it may be, best first. */
  readonly proposals: readonly Range[];
  /** The words at the first proposal. */
  readonly proposed: string;
  /** Edits in this window have changed its words; saving the transcript records them. */
  readonly isEdited: boolean;
}

interface Live {
  readonly annotations: readonly Annotation[];
  /** Of the text in which the followed passages are told. */
  lines: LineStarts;
  followed: readonly Followed[];
  shown: readonly LiveAnnotation[] | undefined;
}

/** Others are told of edits when typing pauses. */
const SETTLE_MS = 150;

/** The annotations of open transcripts: anchored anew when file or sidecar change, and following every edit between. */
export class LiveAnnotations implements Disposable {
  private readonly live = new Map<TextDocument, Live>();
  private readonly timers = new Map<TextDocument, NodeJS.Timeout>();
  /** What is being written of followed passages, by id. */
  private readonly recording = new Map<string, Target>();
  private readonly runs = new Map<TextDocument, Promise<void>>();
  private readonly changed = new EventEmitter<TextDocument>();
  private readonly subscriptions: Disposable[];
  /** The annotations of a document are others, or elsewhere. */
  readonly onDidChange: Event<TextDocument> = this.changed.event;

  constructor(
    private readonly sidecars: Sidecars,
    private readonly analyses: Analyses,
    private readonly lastSeen: LastSeen,
  ) {
    this.subscriptions = [
      this.changed,
      workspace.onDidChangeTextDocument((event) => this.follow(event)),
      workspace.onDidCloseTextDocument((document) => this.live.delete(document)),
      analyses.onDidChange((document) => void this.update(document)),
      sidecars.onDidChange((transcript) => {
        const document = analyses.openAt(transcript);
        if (document) void this.update(document);
      }),
    ];
  }

  /** What is known now; `ready` waits for it. */
  get(document: TextDocument): readonly LiveAnnotation[] {
    const live = this.live.get(document);
    if (!live) {
      void this.update(document);
      return [];
    }
    live.shown ??= show(document, live.followed);
    return live.shown;
  }

  /** Resolves when the annotations of the document, as they are on the disk now, have been anchored in its present text. */
  async ready(document: TextDocument): Promise<readonly LiveAnnotation[]> {
    await this.sidecars.loadFresh(document.uri);
    await this.update(document);
    return this.get(document);
  }

  /**
   * The operations by which the sidecar learns where passages are that edits have changed, or whose target would mislead;
   * none where the document is changed meanwhile: what was typed is recorded when it is saved. What they write is
   * expected to come back, and is not looked for again.
   */
  async operationsToRecord(document: TextDocument): Promise<SidecarOperation[]> {
    const { version } = document;
    const { Anchorer, TargetDescriber, needsRecording } = engine();
    const { text } = new DocumentText(document);
    const anchorer = new Anchorer(text);
    const describer = new TargetDescriber(text);
    const operations: SidecarOperation[] = [];
    const pause = slices();
    for (const followed of this.live.get(document)?.followed ?? []) {
      const { annotation, place } = followed;
      if (place && needsRecording(text, followed, anchorer)) {
        const target = describer.describe(place);
        if (!isSameTarget(target, annotation.target)) {
          const ifStill = { target: annotation.target };
          operations.push({ kind: 'change', id: annotation.id, changes: { target }, ifStill });
        }
      }
      await pause();
      if (document.isClosed || document.version !== version) return [];
    }
    for (const operation of operations) {
      if (operation.kind === 'change' && operation.changes.target)
        this.recording.set(operation.id, operation.changes.target);
    }
    return operations;
  }

  /** Anchors what is new or has been lost; runs of one document follow one another. */
  private update(document: TextDocument): Promise<void> {
    const run = (this.runs.get(document) ?? Promise.resolve()).then(() => this.anchor(document));
    this.runs.set(document, run);
    return run.finally(() => {
      if (this.runs.get(document) === run) this.runs.delete(document);
    });
  }

  private async anchor(document: TextDocument): Promise<void> {
    if (document.isClosed || document.languageId !== LANGUAGE) return;
    const { annotations } = (await this.sidecars.load(document.uri)).sidecar;
    const { beginFollowing, carryOver } = engine();
    const before = this.live.get(document);
    const { text } = this.analyses.get(document).source;
    const { isDirty } = document;
    const kept = carryOver(text, before?.followed ?? [], annotations, { isDirty, recorded: this.recording });
    for (const [index, { id, target }] of annotations.entries()) {
      const written = this.recording.get(id);
      if (written && kept[index] && isSameTarget(written, target)) this.recording.delete(id);
    }
    const open = annotations.filter((_, index) => !kept[index]);
    if (before?.annotations === annotations && open.length === 0) return;
    const anchored = await this.search(document, open);
    if (!anchored) return;
    const followed: Followed[] = [];
    const found = anchored.values();
    const pause = slices();
    const { version } = document;
    for (const [index, annotation] of annotations.entries()) {
      followed.push(kept[index] ?? beginFollowing(text, annotation, found.next().value!));
      await pause();
      // as in the search: that begins another run
      if (document.isClosed || document.version !== version) return;
    }
    this.live.set(document, { annotations, lines: LineStarts.of(text), followed, shown: undefined });
    this.changed.fire(document);
    if (!document.isDirty) await this.lastSeen.keep(document, this.get(document));
  }

  /** Undefined where the document was changed or closed meanwhile: that begins another run. */
  private async search(document: TextDocument, annotations: readonly Annotation[]): Promise<Anchored[] | undefined> {
    const { version } = document;
    const { text } = this.analyses.get(document).source;
    const previous = annotations.length > 0 ? await this.lastSeen.read(document.uri) : undefined;
    const isStill = () => !document.isClosed && document.version === version;
    const { Anchorer, anchorSteps } = engine();
    const anchorer = new Anchorer(text, previous);
    if (annotations.length > 0) await inSlices(anchorer.prepare(), isStill);
    const targets = annotations.map(({ target }) => target);
    return isStill() ? inSlices(anchorSteps(anchorer, targets), isStill) : undefined;
  }

  private follow({ document, contentChanges }: TextDocumentChangeEvent): void {
    const live = this.live.get(document);
    if (!live || contentChanges.length === 0) return;
    const { edits, lines } = live.lines.apply(contentChanges);
    live.lines = lines;
    live.followed = follow(live.followed, edits);
    live.shown = undefined;
    // the editor itself moves what is marked while one types
    clearTimeout(this.timers.get(document));
    this.timers.set(
      document,
      setTimeout(() => {
        this.timers.delete(document);
        this.changed.fire(document);
      }, SETTLE_MS),
    );
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

function show(document: TextDocument, passages: readonly Followed[]): LiveAnnotation[] {
  const source = new DocumentText(document);
  return passages.map((followed) => {
    const { state, place, proposals, isEdited } = engine().judge(source.text, followed);
    const [first] = proposals;
    return {
      annotation: followed.annotation,
      state,
      range: place && source.range(place),
      proposals: proposals.map((proposal) => source.range(proposal)),
      proposed: first ? source.text.slice(first.start, first.end) : '',
      isEdited,
    };
  });
}

import {
  type Disposable,
  type EndOfLine,
  type Event,
  EventEmitter,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  workspace,
} from 'vscode';
import type { Anchored, AnchorState } from '../core/annotation/anchoring/anchored';
import type { Annotation, Target } from '../core/annotation/annotation';
import { followEdit, sameNumerals } from '../core/annotation/followEdit';
import { normaliseText } from '../core/text/normalise';
import type { Span } from '../core/text/span';
import type { TextEdit } from '../core/transcript/moveStructure';
import type { Analyses } from './analyses';
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

interface Followed {
  readonly annotation: Annotation;
  readonly anchored: Anchored;
  /** The words that were accepted when it was anchored: a `normalised` passage has others than its quote. */
  readonly words: string;
  /** Ends at which characters were deleted last: what is typed there next, or comes back by undoing, belongs to it. */
  sticky: { readonly start: boolean; readonly end: boolean };
  /** Offsets in the document as the editor counts them, line ends included; undefined where the passage is lost. */
  place: Span | undefined;
  proposals: readonly Span[];
}

interface Live {
  readonly annotations: readonly Annotation[];
  readonly eol: EndOfLine;
  followed: Followed[];
  shown: readonly LiveAnnotation[] | undefined;
}

/** Anchoring gives way to others after so long. */
const SLICE_MS = 8;
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
    live.shown ??= live.followed.map((followed) => show(document, followed));
    return live.shown;
  }

  /** Resolves when the annotations of the document have been anchored in its present text. */
  async ready(document: TextDocument): Promise<readonly LiveAnnotation[]> {
    await this.sidecars.load(document.uri);
    await this.update(document);
    return this.get(document);
  }

  /** Tells that the annotation is about to get this target because it was followed there. */
  willRecord(id: string, target: Target): void {
    this.recording.set(id, target);
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
    const before = this.live.get(document);
    const kept = new Map<string, Followed>();
    for (const followed of before?.followed ?? []) {
      if (isKept(document, followed)) kept.set(keyOf(followed.annotation), followed);
    }
    // what this window has just recorded stands where it was followed to, however much was typed since
    const recorded = new Map<string, Followed>();
    for (const { id, target } of annotations) {
      const written = this.recording.get(id);
      const followed = before?.followed.find(({ annotation }) => annotation.id === id);
      if (!written || !followed?.place || !isSameTarget(written, target)) continue;
      recorded.set(id, { ...followed, words: target.exact });
      this.recording.delete(id);
    }
    const isKnown = (annotation: Annotation) => kept.has(keyOf(annotation)) || recorded.has(annotation.id);
    const open = annotations.filter((annotation) => !isKnown(annotation));
    if (before?.annotations === annotations && open.length === 0) return;
    const anchored = await this.search(document, open);
    if (!anchored) return;
    let next = 0;
    const followed = annotations.map((annotation): Followed => {
      const known = kept.get(keyOf(annotation)) ?? recorded.get(annotation.id);
      return known ? { ...known, annotation } : placed(document, annotation, anchored[next++]!, this.analyses);
    });
    this.live.set(document, { annotations, eol: document.eol, followed, shown: undefined });
    this.changed.fire(document);
    if (!document.isDirty) await this.lastSeen.keep(document, this.get(document));
  }

  /** Undefined where the document was changed or closed meanwhile: that begins another run. */
  private async search(document: TextDocument, annotations: readonly Annotation[]): Promise<Anchored[] | undefined> {
    const { version } = document;
    const { text } = this.analyses.get(document).source;
    const previous = annotations.length > 0 ? await this.lastSeen.read(document.uri) : undefined;
    const { Anchorer, concludeAll } = engine();
    const anchorer = new Anchorer(text, previous);
    const searches = [];
    let since = performance.now();
    for (const { target } of annotations) {
      searches.push(anchorer.search(target));
      if (performance.now() - since < SLICE_MS) continue;
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
      if (document.isClosed || document.version !== version) return undefined;
    }
    return document.version === version ? concludeAll(anchorer, searches) : undefined;
  }

  private follow({ document, contentChanges }: TextDocumentChangeEvent): void {
    const live = this.live.get(document);
    if (!live) return;
    if (document.eol !== live.eol) {
      // every offset behind the first line is another
      this.live.delete(document);
      void this.update(document);
      return;
    }
    if (contentChanges.length === 0) return;
    for (const { rangeOffset, rangeLength, text } of contentChanges) {
      const edit = { start: rangeOffset, oldEnd: rangeOffset + rangeLength, newEnd: rangeOffset + text.length };
      for (const followed of live.followed) {
        followPlace(followed, edit);
        followed.proposals = followed.proposals.flatMap((proposal) => followEdit(proposal, edit) ?? []);
      }
    }
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

const isSameTarget = (a: Target, b: Target): boolean =>
  a.exact === b.exact && a.prefix === b.prefix && a.suffix === b.suffix && a.start === b.start;

/** A passage is the same while its id and its quote are. */
const keyOf = ({ id, target }: Annotation): string =>
  [id, target.start, target.exact, target.prefix, target.suffix].join('\n');

/**
 * Whether a passage need not be looked for again. Words that differ from the quote are followed while a person edits; in
 * a text that is as it is on the disk they came from elsewhere, and are not taken unseen.
 */
function isKept(document: TextDocument, followed: Followed): boolean {
  return followed.place !== undefined && (document.isDirty || !show(document, followed).isEdited);
}

/** More than a person replaces at a stroke, and over an end of the passage: what is left of it must be looked for. */
const STROKE_LENGTH = 100;

const cutsOff = ({ start, end }: Span, edit: TextEdit): boolean =>
  edit.oldEnd - edit.start > STROKE_LENGTH &&
  edit.start < end &&
  edit.oldEnd > start &&
  (edit.start < start || edit.oldEnd > end);

const wordsAt = (document: TextDocument, { start, end }: Span): string =>
  normaliseText(document.getText(new Range(document.positionAt(start), document.positionAt(end))));

function followPlace(followed: Followed, edit: TextEdit): void {
  const { place, sticky } = followed;
  if (!place) return;
  const isInsertion = edit.start === edit.oldEnd;
  const by = edit.newEnd - edit.oldEnd;
  if (isInsertion && sticky.end && edit.start === place.end)
    followed.place = { start: place.start, end: place.end + by };
  else if (isInsertion && sticky.start && edit.start === place.start) {
    followed.place = { start: place.start, end: place.end + by };
  } else {
    followed.place = cutsOff(place, edit) ? undefined : followEdit(place, edit);
    const isDeletion = edit.newEnd === edit.start;
    followed.sticky = {
      start: isDeletion && edit.start <= place.start && edit.oldEnd > place.start,
      end: isDeletion && edit.start < place.end && edit.oldEnd >= place.end,
    };
  }
}

function placed(document: TextDocument, annotation: Annotation, anchored: Anchored, analyses: Analyses): Followed {
  const { source } = analyses.get(document);
  const raw = (span: Span): Span => {
    const { start, end } = source.range(span);
    return { start: document.offsetAt(start), end: document.offsetAt(end) };
  };
  const { span, proposals } = anchored;
  const place = span && raw(span);
  const words = place ? wordsAt(document, place) : '';
  const sticky = { start: false, end: false };
  return { annotation, anchored, words, sticky, place, proposals: proposals.map(raw) };
}

function show(
  document: TextDocument,
  { annotation, anchored, words: accepted, place, proposals }: Followed,
): LiveAnnotation {
  const rangeOf = ({ start, end }: Span) => new Range(document.positionAt(start), document.positionAt(end));
  const others = proposals.map(rangeOf);
  if (!place) {
    const state = anchored.span ? 'orphaned' : anchored.state;
    const proposed = others[0] ? normaliseText(document.getText(others[0])) : '';
    return { annotation, state, range: undefined, proposals: others, proposed, isEdited: false };
  }
  const range = rangeOf(place);
  const words = wordsAt(document, place);
  const isEdited = words !== accepted && words !== annotation.target.exact;
  // a figure that was changed is news, also where one saw it being changed
  if (isEdited && !sameNumerals(words, accepted)) {
    return { annotation, state: 'revised', range: undefined, proposals: [range], proposed: words, isEdited: true };
  }
  return { annotation, state: anchored.state, range, proposals: [], proposed: '', isEdited };
}

import {
  type CancellationToken,
  type Disposable,
  type Event,
  EventEmitter,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { AnalysisOptions } from '../core/analyse';
import type { Analyser } from '../core/analyser';
import type { Analysis } from '../core/analysis';
import type { DocumentFacts } from '../core/annotation/annotation';
import type { TranscriptSummary } from '../core/summary/transcriptSummary';
import { DocumentText } from './documentText';
import { engine } from './engine';
import { LANGUAGE } from './ids';
import { pathOf } from './pathOf';
import type { Knowledge, Sidecars } from './sidecars';

export interface AnalysedDocument extends Analysis {
  readonly document: TextDocument;
  readonly version: number;
  readonly source: DocumentText;
  readonly facts: DocumentFacts;
}

interface Reader {
  readonly analyser: Analyser;
  readonly knowledge: Knowledge;
  /** Made once for what is known: the analyser reads everything anew when its options are other objects. */
  readonly options: AnalysisOptions;
  /** How long the last analysis took, in milliseconds. */
  cost: number;
}

/** An analysis that takes no longer is made at once. */
const INSTANT_MS = 15;
const MAX_WAIT_MS = 600;
/** Long enough to let a burst of typing pass, short enough not to be noticed. */
const SETTLE_MS = 250;

/** One analysis per document version, made on first need and shared by every feature. */
export class Analyses implements Disposable {
  private readonly cache = new Map<string, AnalysedDocument & { readonly knowledge: Knowledge }>();
  /** One for each open transcript: it keeps what an edit has not touched. */
  private readonly readers = new Map<string, Reader>();
  private readonly summaries = new WeakMap<AnalysedDocument, TranscriptSummary>();
  private readonly changed = new EventEmitter<TextDocument>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly subscriptions: Disposable[];
  /** A transcript was opened, closed, its text has settled after changes, or what is known of it has changed. */
  readonly onDidChange: Event<TextDocument> = this.changed.event;

  constructor(private readonly sidecars: Sidecars) {
    this.subscriptions = [
      this.changed,
      workspace.onDidOpenTextDocument((document) => this.announce(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.announceLater(document);
      }),
      workspace.onDidCloseTextDocument((document) => {
        this.cache.delete(document.uri.toString());
        this.readers.delete(document.uri.toString());
        this.announce(document);
      }),
      sidecars.onDidChangeKnowledge((transcript) => {
        const document = this.openAt(transcript);
        if (document) this.announce(document);
      }),
    ];
  }

  get(document: TextDocument): AnalysedDocument {
    const key = document.uri.toString();
    const { knowledge } = this.sidecars.known(document.uri);
    const known = this.cache.get(key);
    const isCurrent = known?.document === document && known.version === document.version;
    if (isCurrent && known.knowledge === knowledge) return known;
    const { applyCorrections } = engine();
    const started = performance.now();
    const source = isCurrent ? known.source : new DocumentText(document);
    const reader = this.reader(document.uri, knowledge);
    const { analyser, options } = reader;
    const analysis = applyCorrections(source.text, analyser.analyse(source.text, options), knowledge.corrections);
    const { version } = document;
    reader.cost = performance.now() - started;
    const fresh = { ...analysis, document, version, source, facts: knowledge.document, knowledge };
    if (document.isClosed) this.readers.delete(key);
    else this.cache.set(key, fresh);
    return fresh;
  }

  /**
   * The analysis for a provider that can wait: in a large document, until typing has paused, so that versions that are
   * typed over are never analysed. Undefined where the editor no longer wants the answer.
   */
  async settled(document: TextDocument, token: CancellationToken): Promise<AnalysedDocument | undefined> {
    const cost = this.readers.get(document.uri.toString())?.cost ?? 0;
    if (cost > INSTANT_MS && !this.isCurrent(document)) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(MAX_WAIT_MS, 2 * cost)));
    }
    return token.isCancellationRequested || document.isClosed ? undefined : this.get(document);
  }

  private isCurrent(document: TextDocument): boolean {
    const known = this.cache.get(document.uri.toString());
    return known?.document === document && known.version === document.version;
  }

  private reader(uri: Uri, knowledge: Knowledge): Reader {
    const key = uri.toString();
    const { Analyser, analysisOptions } = engine();
    const known = this.readers.get(key);
    if (known?.knowledge === knowledge) return known;
    const analyser = known?.analyser ?? new Analyser();
    const reader = { analyser, knowledge, options: analysisOptions(pathOf(uri), knowledge), cost: known?.cost ?? 0 };
    this.readers.set(key, reader);
    return reader;
  }

  /** What lists and tables show of the document. */
  summary(document: TextDocument): TranscriptSummary {
    const analysed = this.get(document);
    const known = this.summaries.get(analysed);
    if (known) return known;
    const { source, facts } = analysed;
    const summary = engine().summarise(source.text, analysed, facts, source.lines);
    this.summaries.set(analysed, summary);
    return summary;
  }

  /** The open transcripts. */
  open(): TextDocument[] {
    return workspace.textDocuments.filter(({ languageId, isClosed }) => languageId === LANGUAGE && !isClosed);
  }

  /** The open transcript at an address. */
  openAt(address: Uri): TextDocument | undefined {
    const key = address.toString();
    return this.open().find(({ uri }) => uri.toString() === key);
  }

  /** The analysis of the transcript in the active editor, if there is one. */
  active(): AnalysedDocument | undefined {
    const document = window.activeTextEditor?.document;
    return document?.languageId === LANGUAGE ? this.get(document) : undefined;
  }

  private announce(document: TextDocument): void {
    if (document.languageId === LANGUAGE) this.changed.fire(document);
  }

  private announceLater(document: TextDocument): void {
    if (document.languageId !== LANGUAGE) return;
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => {
        this.timers.delete(key);
        if (!document.isClosed) this.changed.fire(document);
      }, SETTLE_MS),
    );
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

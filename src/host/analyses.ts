import { type Disposable, type Event, EventEmitter, type TextDocument, window, workspace } from 'vscode';
import { Analyser } from '../core/analyser';
import type { Analysis } from '../core/analysis';
import { DocumentText } from './documentText';
import { LANGUAGE } from './ids';

export interface AnalysedDocument extends Analysis {
  readonly document: TextDocument;
  readonly version: number;
  readonly source: DocumentText;
}

/** Long enough to let a burst of typing pass, short enough not to be noticed. */
const SETTLE_MS = 250;

/** One analysis per document version, made on first need and shared by every feature. */
export class Analyses implements Disposable {
  private readonly cache = new Map<string, AnalysedDocument>();
  /** One for each open transcript: it keeps what an edit has not touched. */
  private readonly analysers = new Map<string, Analyser>();
  private readonly changed = new EventEmitter<TextDocument>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly subscriptions: Disposable[];
  /** A transcript was opened, closed, or its text has settled after changes. */
  readonly onDidChange: Event<TextDocument> = this.changed.event;

  constructor() {
    this.subscriptions = [
      this.changed,
      workspace.onDidOpenTextDocument((document) => this.announce(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.announceLater(document);
      }),
      workspace.onDidCloseTextDocument((document) => {
        this.cache.delete(document.uri.toString());
        this.analysers.delete(document.uri.toString());
        this.announce(document);
      }),
    ];
  }

  get(document: TextDocument): AnalysedDocument {
    const key = document.uri.toString();
    const known = this.cache.get(key);
    if (known && known.document === document && known.version === document.version) return known;
    const source = new DocumentText(document);
    const analyser = this.analysers.get(key) ?? new Analyser();
    const fresh = { ...analyser.analyse(source.text), document, version: document.version, source };
    if (!document.isClosed) {
      this.cache.set(key, fresh);
      this.analysers.set(key, analyser);
    }
    return fresh;
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

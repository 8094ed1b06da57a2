import { type Disposable, type Event, EventEmitter, type LogOutputChannel, type TextDocument } from 'vscode';
import type { AnalysedDocument, Analyses } from './analyses';
import { engine } from './engine';
import type { Words } from './words';

interface Labelled {
  /** What the labels were made from. */
  readonly questions: string;
  readonly topics: readonly string[];
}

/**
 * The topics of the questions of open transcripts. They come later than all else: nothing waits for the process that finds
 * words.
 */
export class Topics implements Disposable {
  private readonly known = new Map<string, Labelled>();
  private readonly running = new Map<string, AbortController>();
  private readonly changed = new EventEmitter<TextDocument>();
  readonly onDidChange: Event<TextDocument> = this.changed.event;

  constructor(
    private readonly analyses: Analyses,
    private readonly words: Words,
    private readonly log: LogOutputChannel,
  ) {}

  /** The topics known of the document's questions, in their order; asks for those that are not. */
  of(document: TextDocument): readonly string[] {
    const analysed = this.analyses.get(document);
    const key = document.uri.toString();
    const known = this.known.get(key);
    const questions = wordsOfQuestions(analysed);
    if (known?.questions === questions) return known.topics;
    if (questions !== '') {
      this.label(key, questions, analysed).catch((error) => {
        if (!(error instanceof Error && error.name === 'AbortError')) this.log.error('no topics', error);
      });
    }
    return known && known.topics.length === analysed.questions.length ? known.topics : [];
  }

  private async label(key: string, questions: string, analysed: AnalysedDocument): Promise<void> {
    this.running.get(key)?.abort();
    const run = new AbortController();
    this.running.set(key, run);
    const segmenter = await this.words.segmenterFor(analysed.document.uri);
    const topics = await engine().questionTopics(analysed.source.text, analysed, segmenter, run.signal);
    if (run.signal.aborted) return;
    this.running.delete(key);
    this.known.set(key, { questions, topics });
    this.changed.fire(analysed.document);
  }

  dispose(): void {
    for (const run of this.running.values()) run.abort();
    this.changed.dispose();
  }
}

const wordsOfQuestions = ({ questions, source }: AnalysedDocument): string =>
  questions.map(({ start, end }) => source.text.slice(start, end)).join('\n\n');

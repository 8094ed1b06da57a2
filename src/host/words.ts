import { type Disposable, type Event, EventEmitter, type LogOutputChannel, type Uri } from 'vscode';
import type { Span } from '../core/text/span';
import type { Segmenter } from '../segmenter/segmenter';
import type { AnalysedDocument } from './analyses';
import type { Codebooks } from './codebooks';
import { engine } from './engine';
import type { Platform } from './platform';
import { settings } from './settings';

/** Which segmenter finds words, and why where it is not the better one. */
export interface SegmenterStatus {
  readonly kind: Segmenter['kind'];
  readonly reason: string;
}

/** Longest time in milliseconds for which a person waits for better words than the runtime's own. */
const PATIENCE_MS = 250;
/** Characters on either side of a place by which its words are told. */
const REACH = 120;

/** The words of texts, by one segmenter that all features share. It is started on first need. */
export class Words implements Disposable {
  private readonly statusChanged = new EventEmitter<SegmenterStatus>();
  private shared: Segmenter | undefined;
  readonly onDidChangeStatus: Event<SegmenterStatus> = this.statusChanged.event;

  constructor(
    private readonly create: Platform['segmenter'],
    private readonly codebooks: Codebooks,
    private readonly log: LogOutputChannel,
  ) {}

  /** The shared segmenter, which knows the tags of the transcript's codebook. Never rejects. */
  async segmenterFor(transcript: Uri): Promise<Segmenter> {
    const { LEXICON, allTags, readingOf } = engine();
    if (!this.shared) {
      this.shared = this.create({
        log: (line) => this.log.warn(line),
        onStatus: (kind, reason) => this.statusChanged.fire({ kind, reason }),
      });
      this.shared.addUserWords([...LEXICON.keys()]);
    }
    const segmenter = this.shared;
    const { codebook } = await this.codebooks.load(transcript);
    segmenter.addUserWords(allTags(codebook).flatMap(({ name }) => (isWord(name) ? [readingOf(name)] : [])));
    return segmenter;
  }

  /**
   * The words around some places of a transcript, a figure as one word. By the shared segmenter if it is quick, else by
   * the runtime. Never rejects.
   */
  async near({ document, source: { text }, claims }: AnalysedDocument, offsets: readonly number[]): Promise<Span[]> {
    const { readingOf, intlSegmenter, wordsAndFigures } = engine();
    const windows = windowsAround(text, offsets);
    const texts = windows.map(({ start, end }) => readingOf(text.slice(start, end)));
    const better = this.segmenterFor(document.uri).then((segmenter) => segmenter.segment(texts));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<Span[][]>((resolve) => {
      timer = setTimeout(() => resolve(intlSegmenter().segment(texts)), PATIENCE_MS);
    });
    const found = await Promise.race([better, late]);
    clearTimeout(timer);
    const words = found.flatMap((spans, index) => {
      const from = windows[index]!.start;
      return spans.map(({ start, end }) => ({ start: from + start, end: from + end }));
    });
    return wordsAndFigures(text, words, claims);
  }

  /**
   * Selections made by hand, without blanks at their ends and brought to whole words and figures, unless the person wants
   * them as they are or they are `isKnown` so: what every command takes for selected. What holds nothing is left out.
   */
  async selected(
    analysed: AnalysedDocument,
    spans: readonly Span[],
    isKnown: (span: Span) => boolean = () => false,
  ): Promise<Span[]> {
    const { text } = analysed.source;
    const passages = spans.map((span) => withoutBlanks(text, span)).filter(({ start, end }) => start < end);
    if (passages.length === 0 || !settings.snapToWords()) return passages;
    const near = await this.near(
      analysed,
      passages.flatMap(({ start, end }) => [start, end]),
    );
    const { wholeWords } = engine();
    return passages.map((span) => (isKnown(span) ? span : wholeWords(text, span, near)));
  }

  dispose(): void {
    this.shared?.dispose();
    this.statusChanged.dispose();
  }
}

export function withoutBlanks(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}

/** The lines around some places as far as words there can reach; places close to each other share one. */
function windowsAround(text: string, offsets: readonly number[]): Span[] {
  const windows: { start: number; end: number }[] = [];
  for (const offset of [...offsets].sort((a, b) => a - b)) {
    const lineEnd = text.indexOf('\n', offset);
    const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - REACH);
    const end = Math.min(lineEnd < 0 ? text.length : lineEnd, offset + REACH);
    const last = windows.at(-1);
    if (last && start <= last.end) last.end = end;
    else windows.push({ start, end });
  }
  return windows;
}

const isWord = (name: string): boolean => /^\p{Script=Han}{2,}$/u.test(name);

import { type Disposable, type Event, EventEmitter, type LogOutputChannel, type Uri } from 'vscode';
import { plainText } from '../core/text/plain';
import type { Span } from '../core/text/span';
import { intlSegmenter } from '../segmenter/intlSegmenter';
import type { Segmenter } from '../segmenter/segmenter';
import type { Codebooks } from './codebooks';
import { engine } from './engine';
import type { Platform } from './platform';

/** Which segmenter finds words, and why where it is not the better one. */
export interface SegmenterStatus {
  readonly kind: Segmenter['kind'];
  readonly reason: string;
}

/** Longest time in milliseconds for which a person waits for better words than the runtime's own. */
const PATIENCE_MS = 250;

/** The words of texts, by one segmenter that all features share. It is started on first need. */
export class Words implements Disposable {
  private readonly statusChanged = new EventEmitter<SegmenterStatus>();
  private readonly runtime = intlSegmenter();
  private shared: Segmenter | undefined;
  readonly onDidChangeStatus: Event<SegmenterStatus> = this.statusChanged.event;

  constructor(
    private readonly create: Platform['segmenter'],
    private readonly codebooks: Codebooks,
    private readonly log: LogOutputChannel,
  ) {}

  /** The shared segmenter, which knows the tags of the transcript's codebook. Never rejects. */
  async segmenterFor(transcript: Uri): Promise<Segmenter> {
    const { LEXICON, allTags } = engine();
    if (!this.shared) {
      this.shared = this.create({
        log: (line) => this.log.warn(line),
        onStatus: (kind, reason) => this.statusChanged.fire({ kind, reason }),
      });
      this.shared.addUserWords([...LEXICON.keys()]);
    }
    const segmenter = this.shared;
    const { codebook } = await this.codebooks.load(transcript);
    segmenter.addUserWords(allTags(codebook).flatMap(({ name }) => (isWord(name) ? [plainText(name)] : [])));
    return segmenter;
  }

  /** The words of each text, by the shared segmenter if it is quick, else by the runtime. Never rejects. */
  soon(transcript: Uri, texts: readonly string[]): Promise<Span[][]> {
    const plain = texts.map(plainText);
    const better = this.segmenterFor(transcript).then((segmenter) => segmenter.segment(plain));
    const late = new Promise<Span[][]>((resolve) => {
      setTimeout(() => resolve(this.runtime.segment(plain)), PATIENCE_MS);
    });
    return Promise.race([better, late]);
  }

  dispose(): void {
    this.shared?.dispose();
    this.statusChanged.dispose();
  }
}

const isWord = (name: string): boolean => /^\p{Script=Han}{2,}$/u.test(name);

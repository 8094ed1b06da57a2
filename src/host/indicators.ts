import { type Disposable, type Event, EventEmitter, type LogOutputChannel, type Uri } from 'vscode';
import type { Row } from '../core/query/row';
import type { ClaimSummary, TranscriptSummary } from '../core/summary/transcriptSummary';
import type { RefinedIndicator } from '../segmenter/refineIndicators';
import { engine } from './engine';
import type { Words } from './words';

/** Larger than any workspace that a person reads; beyond it, what is known is forgotten rather than kept for ever. */
const MOST_KNOWN = 500_000;
const SETTLE_MS = 50;

const keyOf = ({ indicator, behind }: Pick<ClaimSummary, 'indicator' | 'behind'>): string => `${indicator}\n${behind}`;

export interface RefinedTranscript {
  readonly uri: Uri;
  readonly summary: TranscriptSummary;
}

/** Rows of figures, whose paths are URIs, with the indicators of the claims of `transcripts`. */
export function withIndicators<T extends Row>(rows: readonly T[], transcripts: readonly RefinedTranscript[]): T[] {
  const measures = new Map(
    transcripts.flatMap(({ uri, summary }) =>
      summary.claims.map(({ at: { start }, indicator }): [string, string] => [
        `${uri} ${start.line + 1} ${start.character + 1}`,
        indicator,
      ]),
    ),
  );
  return rows.map((row) => {
    const indicator = measures.get(`${row.path} ${row.line} ${row.column}`);
    return indicator !== undefined && row.figure ? { ...row, figure: { ...row.figure, indicator } } : row;
  });
}

/**
 * What claims measure, by the classes of words. Nothing waits for them: until they are known, and where no segmenter tells
 * them, the rules' answer stands.
 */
export class Indicators implements Disposable {
  private readonly known = new Map<string, RefinedIndicator>();
  private readonly asked = new Map<string, ClaimSummary>();
  private readonly changed = new EventEmitter<undefined>();
  private readonly ended = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** More is known. */
  readonly onDidChange: Event<undefined> = this.changed.event;

  constructor(
    private readonly words: Words,
    private readonly log: LogOutputChannel,
  ) {}

  /** A claim's indicator, and a key that indicators of other wording share; asks for what is not known. */
  of(transcript: Uri, claim: ClaimSummary): RefinedIndicator {
    const known = this.known.get(keyOf(claim));
    if (known) return known;
    this.asked.set(keyOf(claim), claim);
    this.timer ??= setTimeout(() => this.ask(transcript), SETTLE_MS);
    return { indicator: claim.indicator, key: claim.indicator };
  }

  /** A transcript's summary with the indicators that are known; asks for the others. */
  refine(transcript: Uri, summary: TranscriptSummary): TranscriptSummary {
    const claims = summary.claims.map((claim) => ({ ...claim, indicator: this.of(transcript, claim).indicator }));
    return { ...summary, claims };
  }

  /** A transcript's summary with all its indicators. Never rejects. */
  async refineFully(transcript: Uri, summary: TranscriptSummary): Promise<TranscriptSummary> {
    await this.learn(
      transcript,
      summary.claims.filter((claim) => !this.known.has(keyOf(claim))),
    );
    return this.refine(transcript, summary);
  }

  private async ask(transcript: Uri): Promise<void> {
    while (this.asked.size > 0) {
      const claims = [...this.asked.values()];
      this.asked.clear();
      await this.learn(transcript, claims);
      this.changed.fire(undefined);
    }
    this.timer = undefined;
  }

  private async learn(transcript: Uri, claims: readonly ClaimSummary[]): Promise<void> {
    if (claims.length === 0) return;
    try {
      const segmenter = await this.words.segmenterFor(transcript);
      const refined = await engine().refineIndicators(claims, segmenter, this.ended.signal);
      if (this.known.size > MOST_KNOWN) this.known.clear();
      for (const [index, one] of refined.entries()) this.known.set(keyOf(claims[index]!), one);
    } catch (error) {
      if (!this.ended.signal.aborted) this.log.error('no indicators', error as Error);
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.ended.abort();
    this.changed.dispose();
  }
}

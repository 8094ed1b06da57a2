import type { TranscriptSummary } from '../../core/summary/transcriptSummary';
import type { KnownNames } from './messages';

/** More names than anybody looks through. */
const MOST = 3000;

/** What transcripts name: speakers, slogans and what figures measure, the most frequent first, and tags in their order. */
export function knownNames(summaries: readonly TranscriptSummary[], tags: readonly string[]): KnownNames {
  const speakers = new Counter();
  const slogans = new Counter();
  const indicators = new Counter();
  for (const { turns, slogans: named, claims } of summaries) {
    for (const { speaker } of turns) speakers.add(speaker);
    for (const { name, mentions } of named) slogans.add(name, mentions.length);
    for (const { indicator } of claims) indicators.add(indicator);
  }
  return { tags, speaker: speakers.names(), slogan: slogans.names(), indicator: indicators.names() };
}

class Counter {
  private readonly counts = new Map<string, number>();

  add(name: string, count = 1): void {
    if (name !== '') this.counts.set(name, (this.counts.get(name) ?? 0) + count);
  }

  names(): string[] {
    const sorted = [...this.counts].sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1));
    return sorted.slice(0, MOST).map(([name]) => name);
  }
}

import { readingOf } from '../text/readingText';
import type { SuspectSummary, TranscriptSummary } from './transcriptSummary';

/** A quotation that recurs in several transcripts, or often in one, and that nothing yet takes for a slogan. */
export interface SuggestedSlogan {
  readonly name: string;
  /** How often it is said, and in how many transcripts. */
  readonly mentions: number;
  readonly transcripts: number;
  /** For each transcript where it is no slogan yet, its index and the first place. */
  readonly places: readonly { readonly transcript: number; readonly place: SuspectSummary }[];
}

const TRANSCRIPTS = 2;
const MENTIONS = 3;

/** What may be a slogan by how often it comes again; the most widespread first. */
export function suggestSlogans(summaries: readonly TranscriptSummary[]): SuggestedSlogan[] {
  const known = new Map<string, number>();
  const found = new Map<string, Map<number, SuspectSummary[]>>();
  for (const [transcript, { slogans, suspects = [] }] of summaries.entries()) {
    for (const { name, mentions } of slogans) known.set(name, (known.get(name) ?? 0) + mentions.length);
    for (const suspect of suspects) {
      const name = readingOf(suspect.words);
      const places = found.get(name) ?? new Map<number, SuspectSummary[]>();
      places.set(transcript, [...(places.get(transcript) ?? []), suspect]);
      found.set(name, places);
    }
  }
  const suggested = [...found].map(([name, places]): SuggestedSlogan => {
    const elsewhere = summaries.filter(({ slogans }) => slogans.some((slogan) => slogan.name === name)).length;
    return {
      name: [...places.values()][0]![0]!.words,
      mentions: (known.get(name) ?? 0) + [...places.values()].reduce((sum, { length }) => sum + length, 0),
      transcripts: places.size + elsewhere,
      places: [...places].map(([transcript, [place]]) => ({ transcript, place: place! })),
    };
  });
  return suggested
    .filter(({ mentions, transcripts }) => transcripts >= TRANSCRIPTS || mentions >= MENTIONS)
    .sort((a, b) => b.transcripts - a.transcripts || b.mentions - a.mentions);
}

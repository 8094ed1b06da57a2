import { splitLines } from '../text/lines';
import { ReadingText } from '../text/readingText';
import type { Span } from '../text/span';
import { type Candidate, findCandidates } from './candidates';
import { weighNames } from './chooseSlogans';

/** Log odds from which a quotation is worth a question. */
const WORTH_ASKING = -4;
/** A name has at least this many characters: what is shorter is a word. */
const SHORTEST = 3;

/**
 * Quotations that may be slogans, of which the analysis is not sure. `known` are the spans of slogans in the text, in order.
 */
export function uncertainPhrases(text: string, known: readonly Span[]): Span[] {
  const found: Candidate[] = [];
  let next = 0;
  for (const line of splitLines(text)) {
    const reading = ReadingText.of(text.slice(line.start, line.end));
    for (const candidate of findCandidates(reading.text)) {
      const { start, end } = reading.toSource(candidate);
      const span = { start: line.start + start, end: line.start + end };
      while (next < known.length && known[next]!.end <= span.start) next++;
      const isKnown = next < known.length && known[next]!.start < span.end;
      if (!isKnown && candidate.name.length >= SHORTEST) found.push({ ...candidate, ...span });
    }
  }
  const worth = new Set(
    weighNames(found, new Map(), true)
      .filter(({ likelihood }) => likelihood > WORTH_ASKING)
      .map(({ name }) => name),
  );
  return found.filter(({ name }) => worth.has(name)).map(({ start, end }) => ({ start, end }));
}

import type { Analysis } from './analysis';
import { findClaims } from './claims/findClaims';
import { findSlogans } from './slogans/findSlogans';
import { readTranscript } from './transcript/readTranscript';

/** Reads a text with LF line ends. Total: any string gives an analysis. */
export function analyse(text: string): Analysis {
  const { articles, turns, questions, paragraphs } = readTranscript(text);
  return {
    isTranscript: questions.length > 0,
    articles,
    turns,
    questions,
    slogans: findSlogans(text),
    claims: paragraphs.flatMap((paragraph) =>
      findClaims(paragraph.text).map((claim) => ({ ...claim, ...paragraph.toSource(claim) })),
    ),
  };
}

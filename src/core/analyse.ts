import type { Analysis } from './analysis';
import type { Claim } from './claims/claim';
import { findClaims } from './claims/findClaims';
import { findSlogans } from './slogans/findSlogans';
import type { Slogan } from './slogans/slogan';
import { readTranscript } from './transcript/readTranscript';

/** Reads a text with LF line ends. Total: any string gives an analysis. */
export function analyse(text: string): Analysis {
  const { articles, turns, questions, paragraphs } = readTranscript(text);
  const { slogans, problems } = findSlogans(paragraphs, turns);
  const claims = paragraphs.flatMap((paragraph) =>
    findClaims(paragraph.text).map((claim) => ({ ...claim, ...paragraph.toSource(claim) })),
  );
  return {
    isTranscript: questions.length > 0,
    articles,
    turns,
    questions,
    slogans,
    claims: withoutSlogans(claims, slogans),
    problems,
  };
}

/** Numbers inside slogans claim nothing. Both lists are in text order. */
function withoutSlogans(claims: readonly Claim[], slogans: readonly Slogan[]): Claim[] {
  let next = 0;
  return claims.filter((claim) => {
    while (next < slogans.length && slogans[next]!.end <= claim.start) next++;
    return !slogans[next] || slogans[next]!.start >= claim.end;
  });
}

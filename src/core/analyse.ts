import type { Analysis } from './analysis';
import { findClaims } from './claims/findClaims';
import { findSlogans } from './slogans/findSlogans';
import { readQuestions, readRecord } from './transcript/record';

/** Reads a text with LF line ends. Total: any string gives an analysis. */
export function analyse(text: string): Analysis {
  const turns = readRecord(text);
  const questions = readQuestions(text, turns);
  const isTranscript = questions.length > 0 && turns.some((turn) => turn.kind === 'answer');
  return {
    isTranscript,
    articles: isTranscript ? [{ start: 0, end: text.length, form: 'record' }] : [],
    turns,
    questions,
    slogans: findSlogans(text),
    claims: findClaims(text),
  };
}

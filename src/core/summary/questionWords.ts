import { sliceOf } from '../text/span';
import type { Question } from '../transcript/transcript';
import { oneLine } from './oneLine';

/** What is asked, on one line: the asking sentences, or all words where none asks. */
export const questionWords = (text: string, question: Question): string =>
  question.asks.length > 0
    ? question.asks.map((ask) => oneLine(sliceOf(text, ask))).join('')
    : oneLine(sliceOf(text, question));

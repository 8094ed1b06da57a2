import { l10n } from 'vscode';
import { sliceOf } from '../core/text/span';
import type { Question } from '../core/transcript/transcript';
import type { AnalysedDocument } from './analyses';

/** A line in a tree or outline holds about this many Chinese characters before it is cut. */
const NAME_LENGTH = 40;

/** A short readable name of a question: its first asking sentence, else its first words. */
export function nameQuestion({ source }: AnalysedDocument, question: Question): string {
  const words = sliceOf(source.text, question.asks[0] ?? question)
    .replace(/\s+/gu, ' ')
    .trim();
  return words === '' ? l10n.t('(no words)') : shorten(words);
}

export function shorten(words: string): string {
  const characters = [...words];
  return characters.length <= NAME_LENGTH ? words : `${characters.slice(0, NAME_LENGTH - 1).join('')}…`;
}

import {
  type CancellationToken,
  CompletionItem,
  CompletionItemKind,
  type Position,
  Range,
  type TextDocument,
} from 'vscode';
import { type KnownNames, NO_NAMES } from '../core/explore/knownNames';
import { placeAt, type YamlPlace, yamlWord } from '../core/yaml/placeAt';
import { knownNames } from './knownNames';
import type { Services } from './services';

/** So much of a file above the caret is looked at, in lines: no entry is longer. */
const ABOVE = 400;

/** Where in a YAML file the caret is. */
export function placeIn(document: TextDocument, position: Position): YamlPlace {
  const from = Math.max(0, position.line - ABOVE);
  return placeAt(document.getText(new Range(from, 0, position.line, position.character)).replaceAll('\r', ''));
}

/** Keys or values to write instead of what is typed of the word. */
export function offerWords(words: readonly string[], kind: 'key' | 'value', position: Position, typed: string) {
  const range = new Range(position.translate(0, -Math.min(typed.length, position.character)), position);
  return words.map((word, index) => {
    const item = new CompletionItem(word, kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.EnumMember);
    item.range = range;
    item.insertText = kind === 'key' ? `${yamlWord(word)}: ` : yamlWord(word);
    // those of most transcripts first
    item.sortText = String(index).padStart(5, '0');
    return item;
  });
}

/** The names of the workspace, none where the person types on meanwhile or they cannot be told. */
export async function namesToOffer(services: Services, token: CancellationToken): Promise<KnownNames> {
  const controller = new AbortController();
  const cancelled = token.onCancellationRequested(() => controller.abort(new Error('cancelled')));
  try {
    return await knownNames(services, controller.signal);
  } catch (error) {
    if (!controller.signal.aborted) services.log.error('names could not be told', error as Error);
    return NO_NAMES;
  } finally {
    cancelled.dispose();
  }
}

import type { Selection, TextDocument, TextEditor } from 'vscode';

const selections = new WeakMap<TextDocument, Selection>();

/** Remembers that a click in a view, and no person, has made the editor's selection. */
export const rememberRevealed = ({ document, selection }: TextEditor): void => {
  selections.set(document, selection);
};

/** Whether a person has selected words in the editor. */
export const hasOwnSelection = ({ document, selection }: TextEditor): boolean =>
  !selection.isEmpty && !selections.get(document)?.isEqual(selection);

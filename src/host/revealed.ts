import type { Selection, TextDocument, TextEditor } from 'vscode';

const selections = new WeakMap<TextDocument, Selection>();

/** Remembers that a click in a view, and no person, has made the editor's selection. */
export const rememberRevealed = ({ document, selection }: TextEditor): void => {
  selections.set(document, selection);
};

/** Whether a click in a view has made what is selected now. */
export const isRevealed = ({ document, selection }: TextEditor): boolean =>
  selections.get(document)?.isEqual(selection) ?? false;

/** Whether a person has selected words in the editor. */
export const hasOwnSelection = (editor: TextEditor): boolean => !editor.selection.isEmpty && !isRevealed(editor);

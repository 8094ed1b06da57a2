import { type Disposable, OverviewRulerLane, type Range, type TextEditor, ThemeColor, window } from 'vscode';

/** Shows in the text which passages a question is about, until it is disposed. */
export class PassageMark implements Disposable {
  private readonly decoration = window.createTextEditorDecorationType({
    // not the colours of a selection: in high contrast they need letters in a colour of their own
    backgroundColor: new ThemeColor('editor.wordHighlightStrongBackground'),
    border: '2px solid',
    borderColor: new ThemeColor('editor.wordHighlightStrongBorder'),
    overviewRulerColor: new ThemeColor('editorOverviewRuler.wordHighlightStrongForeground'),
    overviewRulerLane: OverviewRulerLane.Full,
  });

  constructor(private readonly editor: TextEditor) {}

  show(ranges: readonly Range[]): void {
    this.editor.setDecorations(this.decoration, ranges);
  }

  dispose(): void {
    this.decoration.dispose();
  }
}

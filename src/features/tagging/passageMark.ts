import { type Disposable, OverviewRulerLane, type Range, type TextEditor, ThemeColor, window } from 'vscode';

/** Shows in the text which passages a question is about, until it is disposed. */
export class PassageMark implements Disposable {
  private readonly decoration = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('editor.selectionBackground'),
    border: '1px solid',
    borderColor: new ThemeColor('focusBorder'),
    overviewRulerColor: new ThemeColor('editor.selectionBackground'),
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

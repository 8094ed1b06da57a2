import { Disposable, l10n, MarkdownString, OverviewRulerLane, type TextDocument, ThemeColor, window } from 'vscode';
import type { LiveAnnotation } from '../../host/annotations';
import { LANGUAGE } from '../../host/ids';
import type { Services } from '../../host/services';

/** Shows tagged passages in the text. */
export function registerAnnotationMarks({ analyses, annotations, sidecars }: Services): Disposable {
  const mark = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('editor.wordHighlightStrongBackground'),
    borderWidth: '0 0 2px 0',
    borderStyle: 'solid',
    borderColor: new ThemeColor('charts.purple'),
    overviewRulerColor: new ThemeColor('charts.purple'),
    overviewRulerLane: OverviewRulerLane.Right,
  });

  const show = (document: TextDocument) => {
    if (document.languageId !== LANGUAGE) return;
    const { source } = analyses.get(document);
    const options = annotations.get(document).flatMap((annotation) => {
      const { span } = annotation.anchored;
      return span ? [{ range: source.range(span), hoverMessage: hover(annotation) }] : [];
    });
    for (const editor of window.visibleTextEditors) {
      if (editor.document === document) editor.setDecorations(mark, options);
    }
  };
  const showAll = () => {
    for (const { document } of window.visibleTextEditors) show(document);
  };

  showAll();
  return Disposable.from(
    mark,
    analyses.onDidChange(show),
    sidecars.onDidChange(showAll),
    window.onDidChangeVisibleTextEditors(showAll),
  );
}

function hover(annotation: LiveAnnotation): MarkdownString {
  const text = new MarkdownString();
  text.appendText(l10n.t('Tags: {0}', annotation.tags.join(', ')));
  if (annotation.note) text.appendMarkdown('\n\n').appendText(annotation.note);
  return text;
}

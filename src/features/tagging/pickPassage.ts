import {
  l10n,
  OverviewRulerLane,
  type QuickPickItem,
  type TextEditor,
  TextEditorRevealType,
  ThemeColor,
  window,
} from 'vscode';
import type { PassageKind } from '../../core/annotation/suggestPassages';
import type { Span } from '../../core/text/span';
import type { AnalysedDocument } from '../../host/analyses';
import { engine } from '../../host/engine';
import { findingsAt } from '../../host/findings';
import { nameWords } from '../../host/wording';

/** Asks which of the passages at the caret is meant; the one that is pointed at is marked in the text. */
export async function pickPassage(analysed: AnalysedDocument, editor: TextEditor): Promise<Span | undefined> {
  const { source, turns } = analysed;
  const offset = source.offset(editor.selection.active);
  const { claim, slogan } = findingsAt(analysed, offset);
  const turn = turns.find(({ start, end }) => start <= offset && offset <= end);
  const passages = engine().suggestPassages(source.text, offset, { claim, slogan, turn });
  // not the colours of a selection: in high contrast they need letters in a colour of their own
  const mark = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('editor.wordHighlightStrongBackground'),
    border: '2px solid',
    borderColor: new ThemeColor('editor.wordHighlightStrongBorder'),
    overviewRulerColor: new ThemeColor('editorOverviewRuler.wordHighlightStrongForeground'),
    overviewRulerLane: OverviewRulerLane.Full,
  });
  const pick = window.createQuickPick<QuickPickItem & { span: Span }>();
  pick.title = l10n.t('Which Passage?');
  pick.placeholder = l10n.t('Nothing is selected: choose what to tag');
  pick.items = passages.map((span) => ({
    span,
    label: wordPassage(span.kind),
    detail: nameWords(source.text.slice(span.start, span.end)),
  }));
  const show = (span: Span | undefined) => {
    const range = span && source.range(span);
    editor.setDecorations(mark, range ? [range] : []);
    if (range) editor.revealRange(range, TextEditorRevealType.Default);
  };
  try {
    return await new Promise((resolve) => {
      pick.onDidChangeActive(([item]) => show(item?.span));
      pick.onDidAccept(() => resolve(pick.activeItems[0]?.span));
      pick.onDidHide(() => resolve(undefined));
      pick.show();
      show(passages[0]);
    });
  } finally {
    mark.dispose();
    pick.dispose();
  }
}

function wordPassage(kind: PassageKind): string {
  switch (kind) {
    case 'claim':
      return l10n.t('Figure');
    case 'slogan':
      return l10n.t('Slogan');
    case 'clause':
      return l10n.t('Clause');
    case 'sentence':
      return l10n.t('Sentence');
    case 'paragraph':
      return l10n.t('Paragraph');
    case 'turn':
      return l10n.t('Turn');
  }
}

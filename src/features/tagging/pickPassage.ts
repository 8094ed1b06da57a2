import { l10n, type QuickPickItem, type Selection, type TextEditor, TextEditorRevealType, window } from 'vscode';
import type { PassageKind } from '../../core/annotation/suggestPassages';
import type { Span } from '../../core/text/span';
import type { AnalysedDocument } from '../../host/analyses';
import { engine } from '../../host/engine';
import { findingsAt } from '../../host/findings';
import { nameWords } from '../../host/wording';
import { PassageMark } from './passageMark';

/** Asks which of the passages at the caret is meant; the one that is pointed at is marked in the text. */
export async function pickPassage(
  analysed: AnalysedDocument,
  words: readonly Span[],
  editor: TextEditor,
  caret: Selection,
  tags: readonly string[] | undefined,
): Promise<Span | undefined> {
  const { source, turns } = analysed;
  const offset = source.offset(caret.active);
  const { claim, slogan } = findingsAt(analysed, offset);
  const turn = turns.find(({ start, end }) => start <= offset && offset <= end);
  const { suggestPassages, wordAt } = engine();
  const word = wordAt(source.text, words, offset);
  const passages = suggestPassages(source.text, offset, { word, claim, slogan, turn });
  const mark = new PassageMark(editor);
  const pick = window.createQuickPick<QuickPickItem & { span: Span }>();
  pick.title = tags ? l10n.t('Tag with {0}: Which Passage?', tags.join(', ')) : l10n.t('Which Passage?');
  pick.placeholder = l10n.t('Nothing is selected: choose what to tag');
  pick.items = passages.map((span) => ({
    span,
    label: wordPassage(span.kind),
    detail: nameWords(source.text.slice(span.start, span.end)),
  }));
  const show = (span: Span | undefined) => {
    const range = span && source.range(span);
    mark.show(range ? [range] : []);
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
    case 'word':
      return l10n.t('Word');
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
